import { log1p } from "../../numerics/elementary.ts";

/** B_2k / (2k (2k − 1)), k = 1, 2, … */
const COEFFICIENTS = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;
/** From here on the asymptotic series is exact to double precision. */
const LARGE = 10;

export interface StirlingRemainder {
  readonly value: number;
  readonly first: number;
  readonly second: number;
}

/**
 * R(a) = log Γ(a) − (a − ½) log a + a − ½ log 2π for a > 0, with R′ and R″, by its asymptotic series (Abramowitz & Stegun
 * 1964, 6.1.40), reached from below by R(a) − R(a + 1) = (a + ½) log(1 + 1/a) − 1.
 */
export function stirlingRemainder(shape: number): StirlingRemainder {
  let a = shape;
  let value = 0;
  let first = 0;
  let second = 0;
  for (; a < LARGE; a++) {
    const step = log1p(1 / a);
    const product = a * (a + 1);
    value += (a + 0.5) * step - 1;
    first += step - (a + 0.5) / product;
    second += 0.5 / (product * product);
  }
  const inverse = 1 / a;
  const square = inverse * inverse;
  let power = inverse;
  for (let k = 1; k <= COEFFICIENTS.length; k++) {
    const term = COEFFICIENTS[k - 1] * power;
    const order = 2 * k - 1;
    value += term;
    first -= order * term * inverse;
    second += order * (order + 1) * term * square;
    power *= square;
  }
  return { value, first, second };
}
