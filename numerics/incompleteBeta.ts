import { exp, log, log1p } from "./elementary.ts";

const LOG_TWO_PI = 1.8378770664093453;
/** B_2k / (2k (2k − 1)), k = 1, 2, … */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;
/** From here on Stirling's series is exact to double precision. */
const LARGE = 10;
const TINY = 1e-300;
/** The fraction needs about √max(a, b) steps. */
const MAX_STEPS = 100_000;

/**
 * The regularised incomplete beta function I_x(a, b) = ∫₀ˣ u^(a−1) (1 − u)^(b−1) du / B(a, b) for 0 ≤ x ≤ 1 and a, b > 0:
 * the distribution function of a beta variable, and through it the tails of Student's t and of the binomial. A continued
 * fraction on the side of the mean where it converges fast, 1 − I_{1−x}(b, a) on the other (DLMF 8.17.4). Relative
 * error against R's `pbeta` below 1e-12 for a, b up to 1e5, on the side of the tail.
 *
 * @param complement 1 − x, where the caller knows it better than a subtraction would.
 * @returns NaN for arguments outside the domain.
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) return Number.NaN;
  if (x === 0) return 0;
  if (complement === 0) return 1;
  return x * (b + 1) < complement * (a + 1)
    ? lowerTail(x, complement, a, b)
    : 1 - lowerTail(complement, x, b, a);
}

function lowerTail(x: number, y: number, a: number, b: number): number {
  return betaKernel(x, y, a, b) * continuedFraction(x, y, a, b);
}

/**
 * x^a y^b / B(a, b), y = 1 − x: with Γ by Stirling's formula and its remainder R, and with m = a/(a + b),
 * √(ab / 2π(a + b)) (x/m)^a (y/(1 − m))^b e^(R(a+b) − R(a) − R(b)). Near the mean the powers are taken of 1 + a small number
 * that is itself exact, so that large a and b cost no digits.
 */
function betaKernel(x: number, y: number, a: number, b: number): number {
  const total = a + b;
  const distance = (x * b - y * a) / total;
  const exponent =
    a * logRatio(distance, a / total, x) +
    b * logRatio(-distance, b / total, y) +
    stirlingRemainder(total) -
    stirlingRemainder(a) -
    stirlingRemainder(b);
  return exp(exponent + 0.5 * (log(a) + log(b) - log(total) - LOG_TWO_PI));
}

/** log((mean + distance) / mean), of which `value` is the numerator. */
function logRatio(distance: number, mean: number, value: number): number {
  return Math.abs(distance) < 0.5 * mean ? log1p(distance / mean) : log(value / mean);
}

/** log Γ(z) − (z − ½) log z + z − ½ log 2π, by R(z) − R(z + 1) = (z + ½) log(1 + 1/z) − 1 and the asymptotic series. */
function stirlingRemainder(argument: number): number {
  let z = argument;
  let value = 0;
  for (; z < LARGE; z++) value += (z + 0.5) * log1p(1 / z) - 1;
  const square = 1 / (z * z);
  let power = 1 / z;
  for (const coefficient of STIRLING) {
    value += coefficient * power;
    power *= square;
  }
  return value;
}

/**
 * 1/(β₀ + α₁/(β₁ + α₂/(β₂ + …))), the even part of the fraction, in terms of λ = ay − bx so that nothing cancels where x is near
 * 1 (Didonato & Morris 1992, ACM Transactions on Mathematical Software 18, 360–373, eq. 9); Lentz's evaluation.
 */
function continuedFraction(x: number, y: number, a: number, b: number): number {
  const start = 1 + a * y - b * x;
  let c = (start * a) / (a + 1);
  let d = 0;
  let denominator = c;
  for (let n = 1; n <= MAX_STEPS; n++) {
    const last = a + 2 * n - 1;
    const weight = n * (b - n) * x;
    const alpha = ((a + n - 1) * (a + b + n - 1) * weight * x) / (last * last);
    const beta = n + weight / last + ((a + n) * (start + n * (1 + y))) / (last + 2);
    d = 1 / away(beta + alpha * d);
    c = away(beta + alpha / c);
    const step = c * d;
    denominator *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return 1 / denominator;
}

const away = (denominator: number) => (Math.abs(denominator) < TINY ? TINY : denominator);
