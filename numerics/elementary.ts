/**
 * exp, log and log1p with the same bits in every JavaScript engine.
 *
 * The language leaves the last bits of `Math.exp`, `Math.log`, `Math.pow`, the trigonometric and the hyperbolic
 * functions to the engine, and engines differ: Node 20 and Chromium 156 disagree on one `Math.exp` in ten. Only
 * + − × ÷ and `Math.sqrt` are fixed by IEEE 754, so everything here is made of those, and of exact integers.
 */

const FRACTION_BITS = 160n;
const ONE = 1n << FRACTION_BITS;

/** A number held as an integer multiple of 2^-160, rounded once. */
function toDouble(fixed: bigint): number {
  return Number(fixed) * 2 ** -160;
}

/** 2^(j/64), j = 0..63, each correctly rounded. */
const SIXTY_FOURTH_POWERS = sixtyFourthPowers();
/** The table of `exp`, for the same function elsewhere. */
export const EXP_TABLE: Readonly<Float64Array> = SIXTY_FOURTH_POWERS;

function sixtyFourthPowers(): Float64Array {
  let root = 2n * ONE;
  for (let halving = 0; halving < 6; halving++) root = integerSquareRoot(root * ONE);
  const powers = new Float64Array(64);
  for (let j = 0, power = ONE; j < 64; j++, power = (power * root) / ONE) powers[j] = toDouble(power);
  return powers;
}

/** The whole part of the square root, by Newton's method from above. */
function integerSquareRoot(value: bigint): bigint {
  let guess = 1n << (BigInt(value.toString(2).length + 1) / 2n);
  for (;;) {
    const next = (guess + value / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** ln(1 + j/128), j = 0..128, as a multiple of 2^-42, which k ln 2 of the same kind adds to without rounding, and the rest. */
const { high: LOG_HIGH, low: LOG_LOW } = logarithms();

function logarithms(): { high: Float64Array; low: Float64Array } {
  const high = new Float64Array(129);
  const low = new Float64Array(129);
  for (let j = 0; j <= 128; j++) {
    // ln c = 2 artanh((c − 1)/(c + 1))
    const t = (ONE * BigInt(j)) / BigInt(256 + j);
    const square = (t * t) / ONE;
    let sum = 0n;
    for (let power = t, n = 1n; power > 0n; power = (power * square) / ONE, n += 2n) sum += power / n;
    const fixed = 2n * sum;
    const grid = FRACTION_BITS - 42n;
    const top = (fixed >> grid) << grid;
    high[j] = toDouble(top);
    low[j] = toDouble(fixed - top);
  }
  return { high, low };
}

/** The tables of `log`, for the same function elsewhere. */
export const LOG_TABLE: Readonly<{ high: Float64Array; low: Float64Array }> = {
  high: LOG_HIGH,
  low: LOG_LOW,
};

const LN2_HIGH = LOG_HIGH[128];
const LN2_LOW = LOG_LOW[128];

/** 2^(i − 1074), i = 0..2097. */
const POWERS_OF_TWO = new Float64Array(2098);
for (let i = 0, power = 2 ** -1074; i < 2098; i++, power *= 2) POWERS_OF_TWO[i] = power;

const PER_LN2 = 92.33248261893672; // 64 / ln 2
/** (ln 2)/64 in two parts, the first with 26 trailing zero bits so that n times it is exact. */
const STEP_HIGH = 0.010830424609594047;
const STEP_LOW = 8.66550983900947e-11;
/** Adding and subtracting it rounds a number below 2^51 to a whole one. */
const ROUND_TO_WHOLE = 1.5 * 2 ** 52;

/**
 * e^x. x = (64 m + j)(ln 2)/64 + r with |r| < 0.0055, so e^x = 2^m 2^(j/64) e^r.
 * 0 below −745.2, Infinity above 709.78…; NaN for NaN.
 */
export function exp(x: number): number {
  if (!(x > -745.2)) return x < 0 ? 0 : Number.NaN;
  if (x > 709.782712893384) return Infinity;
  const n = x * PER_LN2 + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
  const r = x - n * STEP_HIGH - n * STEP_LOW;
  const rest =
    r + r * r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * 0.008333333333333333)));
  const scaled = SIXTY_FOURTH_POWERS[n & 63];
  const power = n >> 6;
  const mantissa = scaled + scaled * rest;
  if (power > 1023) return mantissa * 2 * POWERS_OF_TWO[power - 1 + 1074];
  // A subnormal result is rounded once, in its last step.
  if (power < -1022) return mantissa * POWERS_OF_TWO[power + 54 + 1074] * 2 ** -54;
  return mantissa * POWERS_OF_TWO[power + 1074];
}

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
/** Index of the word with sign and exponent. */
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0];

/** ln x. x = 2^k c (1 + r) with c = 1 + j/128 nearest and |r| ≤ 1/256. −Infinity at 0, NaN below it. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Infinity) return x;
  if (x < 2.2250738585072014e-308) return log(x * 18014398509481984) - 54 * LN2_LOW - 54 * LN2_HIGH;
  double[0] = x;
  let k = (words[HIGH_WORD] >> 20) - 1023;
  let fraction = k === 1023 ? x * 2 ** -1023 : x * POWERS_OF_TWO[1074 - k];
  let j = ((fraction - 1) * 128 + 0.5) | 0;
  // Just below a power of two: seen from it, so that nothing cancels near 1.
  if (j === 128) {
    j = 0;
    fraction *= 0.5;
    k++;
  }
  const c = 1 + j * 0.0078125;
  const r = (fraction - c) / c;
  const rest =
    r *
    r *
    (-0.5 +
      r *
        (0.3333333333333333 +
          r * (-0.25 + r * (0.2 + r * (-0.16666666666666666 + r * 0.14285714285714285)))));
  return k * LN2_HIGH + LOG_HIGH[j] + (r + (rest + (k * LN2_LOW + LOG_LOW[j])));
}

/** ln(1 + x), accurate near 0. −Infinity at −1, NaN below it. */
export function log1p(x: number): number {
  if (x > -0.00390625 && x < 0.00390625) {
    return (
      x +
      x *
        x *
        (-0.5 +
          x *
            (0.3333333333333333 +
              x * (-0.25 + x * (0.2 + x * (-0.16666666666666666 + x * 0.14285714285714285)))))
    );
  }
  const sum = 1 + x;
  if (!(sum > 0) || sum === Infinity) return log(sum);
  // What the sum lost to rounding, as a first-order correction.
  const lost = x >= 1 ? 1 - (sum - x) : x - (sum - 1);
  return log(sum) + lost / sum;
}
