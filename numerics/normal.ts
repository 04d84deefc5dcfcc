import { exp, log, log1p } from "./elementary.ts";
import { millsDenominator, millsNumerator } from "./millsRatio.ts";

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

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i];
  return sum;
}

/** Numerator and denominator of one branch of AS 241, lowest power first. */
interface Rational {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

const CENTRE: Rational = {
  numerator: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  denominator: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
};

const SHOULDER: Rational = {
  numerator: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  denominator: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

const FAR_TAIL: Rational = {
  numerator: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  denominator: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

function quotient(rational: Rational, x: number): number {
  return polynomial(rational.numerator, x) / polynomial(rational.denominator, x);
}

/**
 * Φ⁻¹(p) after Wichura (1988), Applied Statistics 37, 477–484 (algorithm AS 241, PPND16). Relative error below
 * 2e-15 for 1e-300 ≤ p ≤ 0.5 and, by symmetry, above as far as 1 − p is representable. ∓Infinity at 0 and 1, NaN
 * outside [0, 1].
 */
export function normalQuantile(p: number): number {
  const fromCentre = p - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    return fromCentre * quotient(CENTRE, 0.180625 - fromCentre * fromCentre);
  }
  const tail = fromCentre < 0 ? p : 1 - p;
  if (!(tail >= 0)) return Number.NaN;
  if (tail === 0) return fromCentre < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-log(tail));
  const magnitude = r <= 5 ? quotient(SHOULDER, r - 1.6) : quotient(FAR_TAIL, r - 5);
  return fromCentre < 0 ? -magnitude : magnitude;
}
