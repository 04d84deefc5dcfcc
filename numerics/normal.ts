import { exp, log, log1p } from "./elementary.ts";
import { millsDenominator, millsNumerator } from "./millsRatio.ts";
import { centre, farTail, shoulder } from "./wichura.ts";

/**
 * The standard normal distribution. Largest relative errors against 50-digit arithmetic are stated function by
 * function and tested on `tests/reference/probitNormal.json`.
 */

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
const LOG_SQRT_TWO_PI = 0.9189385332046728;
/** Adding and subtracting it rounds a number below 2^31 to a multiple of 2^-20. */
const ROUND_TO_2_POW_MINUS_20 = 1.5 * 2 ** 32;
/** Beyond it R(a) = 1/a in double precision, and P and Q would go on to overflow. */
const LARGEST_MILLS_ARGUMENT = 1e15;

/**
 * exp(−a²/2) for a ≥ 0. a² rounded to a double would cost a relative error of a² ε; so a = h + l with h² exact and
 * the rest, l(a + h)/2 < 2e-5, as a series.
 */
function exponentialOfMinusHalfSquare(a: number): number {
  if (a > 39) return 0;
  const h = a + ROUND_TO_2_POW_MINUS_20 - ROUND_TO_2_POW_MINUS_20;
  const rest = -0.5 * (a - h) * (a + h);
  return exp(-0.5 * h * h) * (1 + rest * (1 + rest * (0.5 + rest / 6)));
}

/** φ(z). Relative error below 1e-15 for |z| ≤ 37.5. */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_TWO_PI * exponentialOfMinusHalfSquare(Math.abs(z));
}

/**
 * Φ(z). Relative error below 1e-15 for z ≥ −37.5; below that Φ is subnormal and carries fewer digits, 0 from −39.
 * Φ(0) is exactly 0.5; NaN gives NaN.
 */
export function normalCdf(z: number): number {
  if (z === 0) return 0.5;
  const a = Math.min(Math.abs(z), LARGEST_MILLS_ARGUMENT);
  const upperTail = (normalDensity(a) * millsNumerator(a)) / millsDenominator(a);
  return z < 0 ? upperTail : 1 - upperTail;
}

/** log Φ(z). Relative error below 2e-15 for every z with a finite result. */
export function logNormalCdf(z: number): number {
  const a = Math.min(Math.abs(z), LARGEST_MILLS_ARGUMENT);
  if (z < 0) return log(millsNumerator(a) / millsDenominator(a)) - LOG_SQRT_TWO_PI - 0.5 * z * z;
  return log1p((-normalDensity(a) * millsNumerator(a)) / millsDenominator(a));
}

/** φ(z)/Φ(z), the inverse Mills ratio. Relative error below 2e-15 for z ≤ 37.5; tends to −z on the left. */
export function inverseMillsRatio(z: number): number {
  const a = Math.abs(z);
  if (z < -LARGEST_MILLS_ARGUMENT) return a;
  if (z > 39) return 0;
  if (z < 0) return millsDenominator(a) / millsNumerator(a);
  const e = normalDensity(a);
  return (e * millsDenominator(a)) / (millsDenominator(a) - e * millsNumerator(a));
}

/** Pr(|Z| ≥ |z|), taken from the tail itself and so without cancellation however small. */
export function twoSidedPValue(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}

/**
 * Φ⁻¹(p) after Wichura (1988), Applied Statistics 37, 477–484 (algorithm AS 241, PPND16). Relative error below
 * 2e-15 for 1e-300 ≤ p ≤ 0.5 and, by symmetry, above as far as 1 − p is representable. ∓Infinity at 0 and 1, NaN
 * outside [0, 1].
 */
export function normalQuantile(p: number): number {
  const fromCentre = p - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    return fromCentre * centre(0.180625 - fromCentre * fromCentre);
  }
  const tail = fromCentre < 0 ? p : 1 - p;
  if (!(tail >= 0)) return Number.NaN;
  if (tail === 0) return fromCentre < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-log(tail));
  const magnitude = r <= 5 ? shoulder(r - 1.6) : farTail(r - 5);
  return fromCentre < 0 ? -magnitude : magnitude;
}
