/**
 * exp(x) for the inner loops: x = (64 m + j)(ln 2)/64 + r with |r| < 0.0055, so exp(x) = 2^m 2^(j/64) exp(r) and a
 * polynomial of degree 5 in r is exact to double precision. Relative error below 1e-15 where the result is
 * normal; 0 below −744.4, Infinity above 709.7; NaN for NaN.
 */
const SIXTY_FOURTHS = Float64Array.from({ length: 64 }, (_, j) => Math.exp((j * Math.LN2) / 64));

/** 2^(i − 1074), i = 0..2097. */
const POWERS_OF_TWO = new Float64Array(2098);
for (let i = 0, power = 2 ** -1074; i < 2098; i++, power *= 2) POWERS_OF_TWO[i] = power;

const PER_LN2 = 64 / Math.LN2;
/** (ln 2)/64 in two parts, the first with 26 trailing zero bits so that n times it is exact. */
const STEP_HIGH = 0.010830424609594047;
const STEP_LOW = 8.66550983900947e-11;
/** Adding and subtracting it rounds a number below 2^51 to a whole one. */
const ROUND_TO_WHOLE = 1.5 * 2 ** 52;

export function exponential(x: number): number {
  if (!(x > -744.4)) return x < 0 ? 0 : Number.NaN;
  if (x > 709.7) return Infinity;
  const n = x * PER_LN2 + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
  const r = x - n * STEP_HIGH - n * STEP_LOW;
  const rest =
    r * (1 + r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * 0.008333333333333333))));
  const scaled = SIXTY_FOURTHS[n & 63];
  return (scaled + scaled * rest) * POWERS_OF_TWO[(n >> 6) + 1074];
}
