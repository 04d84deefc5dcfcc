import { describe, expect, test } from "vitest";
import { exp, log, log1p } from "../../numerics/elementary.ts";

/** Exact arithmetic on integer multiples of 2^-220, to check against. */
const BITS = 220n;
const ONE = 1n << BITS;

function exactly(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 2047n);
  const fraction = (bits & ((1n << 52n) - 1n)) | (exponent > 0 ? 1n << 52n : 0n);
  const shift = BigInt(Math.max(exponent, 1) - 1075) + BITS;
  const size = shift >= 0n ? fraction << shift : fraction >> -shift;
  return bits >> 63n ? -size : size;
}

function artanh(t: bigint): bigint {
  const square = (t * t) / ONE;
  let sum = 0n;
  for (let power = t, n = 1n; power !== 0n; power = (power * square) / ONE, n += 2n) sum += power / n;
  return sum;
}
const LN2 = 2n * artanh(ONE / 3n);

function exactLog(value: bigint): bigint {
  let k = 0n;
  for (; value >= 2n * ONE; k++) value /= 2n;
  for (; value < ONE; k--) value *= 2n;
  return 2n * artanh(((value - ONE) * ONE) / (value + ONE)) + k * LN2;
}

function exactExp(value: bigint): bigint {
  const k = value / LN2;
  const rest = value - k * LN2;
  let sum = 0n;
  for (let term = ONE, n = 1n; term !== 0n; term = (term * rest) / ONE / n, n++) sum += term;
  return k >= 0n ? sum << k : sum >> -k;
}

/** Distance from the exact value in units in the last place of `found`. */
function ulps(found: number, exact: bigint): number {
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(found))) - 52);
  return Math.abs(Number(exactly(found) - exact)) / Number(ONE) / unit;
}

const spread = (from: number, to: number, count = 4000) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * (i + Math.sqrt(0.5))) / count);

test("exp is within 1.3 units in the last place", () => {
  for (const x of [...spread(-30, 30), ...spread(-0.01, 0.01)])
    expect(ulps(exp(x), exactExp(exactly(x)))).toBeLessThan(1.3);
});

test("log is within one unit in the last place, near 1 as well", () => {
  for (const x of [...spread(1e-9, 10), ...spread(0.98, 1.02), ...spread(1, 1e12)])
    expect(ulps(log(x), exactLog(exactly(x)))).toBeLessThan(1);
});

test("log1p is within 1.5 units in the last place, near 0 as well", () => {
  for (const x of [...spread(-0.999, 1), ...spread(-0.01, 0.01), ...spread(-1e-9, 1e-9), ...spread(1, 1e6)])
    expect(ulps(log1p(x), exactLog(ONE + exactly(x)))).toBeLessThan(1.5);
});

describe("the edges", () => {
  test.each([
    [
      exp,
      [
        [0, 1],
        [1, Math.E],
        [-Infinity, 0],
        [Infinity, Infinity],
        [-746, 0],
        [710, Infinity],
        [-745.1, 5e-324],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      log,
      [
        [1, 0],
        [0, -Infinity],
        [-0, -Infinity],
        [-1, Number.NaN],
        [Infinity, Infinity],
        [2, Math.LN2],
        [5e-324, -744.4400719213812],
        [Number.NaN, Number.NaN],
      ],
    ],
    [
      log1p,
      [
        [0, 0],
        [-0, -0],
        [-1, -Infinity],
        [-2, Number.NaN],
        [Infinity, Infinity],
        [1, Math.LN2],
        [5e-324, 5e-324],
        [Number.NaN, Number.NaN],
      ],
    ],
  ] as const)("of %o", (of, pairs) => {
    for (const [x, value] of pairs) expect(of(x)).toBe(value);
  });
});
