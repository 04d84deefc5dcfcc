import { exp } from "./elementary.ts";
import { twoSidedPValue } from "./normal.ts";

const SQRT_TWO_OVER_PI = 0.7978845608028654;

/**
 * Pr(χ² ≥ x) for a whole number of degrees of freedom (up to 1000), as the finite sums that integration by parts leaves
 * (Abramowitz & Stegun 1964, 26.4.4 and 26.4.5): every term is positive, so nothing cancels. 1 for x ≤ 0 and for 0
 * degrees of freedom; NaN for NaN.
 */
export function chiSquaredUpperTail(x: number, degreesOfFreedom: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x <= 0 || degreesOfFreedom === 0) return 1;
  const odd = degreesOfFreedom % 2 === 1;
  // Even: e^(−x/2) (1 + x/2 + x²/(2·4) + …); odd: Pr(|Z| ≥ √x) + 2φ(√x) (√x + √x³/3 + √x⁵/(3·5) + …).
  // Half of e^(−x/2) before the sum and half after it: neither under- nor overflows before the result does.
  const half = exp(-0.25 * x);
  let term = half * (odd ? SQRT_TWO_OVER_PI * Math.sqrt(x) : 1);
  let sum = 0;
  for (let divisor = odd ? 3 : 2; divisor <= degreesOfFreedom; divisor += 2) {
    sum += term;
    term *= x / divisor;
  }
  return Math.min((odd ? twoSidedPValue(Math.sqrt(x)) : 0) + half * sum, 1);
}
