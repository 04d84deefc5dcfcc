import { exp, log, log1p } from "./elementary.ts";
import { gaussLegendre } from "./gaussLegendre.ts";
import { inverseMillsRatio, logNormalCdf, normalCdf } from "./normal.ts";

/**
 * The standard bivariate normal distribution function Φ₂(h, k; ρ) = Pr(X ≤ h, Y ≤ k), corr(X, Y) = ρ, by two integrals:
 * over the correlation (fast, small absolute error) and, in the tails and near ρ = ±1, over x (positive throughout, so
 * that the relative error is small however small the probability).
 */

const LOG_SQRT_TWO_PI = 0.9189385332046728;
const INVERSE_TWO_PI = 0.15915494309189535;
/** Beyond it the integral over the correlation has a peak that its nodes miss. */
const LARGEST_CORRELATION = 0.9;
/** Below it the absolute error of the integral over the correlation is no longer small beside the probability. */
const SMALLEST_PROBABILITY = 1e-3;
/** What lies e^−45 below the peak of an integrand does not count. */
const NEGLIGIBLE = 45;
const OVER_CORRELATION = gaussLegendre(32);
const OVER_X = gaussLegendre(24);

/**
 * Φ₂(h, k; ρ) with a relative error below 1e-12. The limits may be infinite; at ρ = ±1 it is Φ(min(h, k)) and
 * max(0, Φ(h) − Φ(−k)). NaN for a NaN and for |ρ| > 1.
 */
export function bivariateNormalCdf(h: number, k: number, correlation: number): number {
  return exp(logBivariateNormalCdf(h, k, correlation));
}

/** ln Φ₂(h, k; ρ), finite also where Φ₂ underflows; the absolute error is below 1e-12 for |h|, |k| ≤ 10 and |ρ| ≤ 0.999. */
export function logBivariateNormalCdf(h: number, k: number, correlation: number): number {
  if (Number.isNaN(h + correlation) || Number.isNaN(k) || Math.abs(correlation) > 1) return Number.NaN;
  if (h === -Infinity || k === -Infinity) return -Infinity;
  if (h === Infinity) return logNormalCdf(k);
  if (k === Infinity) return logNormalCdf(h);
  if (correlation === 0) return logNormalCdf(h) + logNormalCdf(k);
  if (correlation === 1) return logNormalCdf(Math.min(h, k));
  if (correlation === -1) return h + k <= 0 ? -Infinity : logProbabilityBetween(-k, h);
  if (Math.abs(correlation) <= LARGEST_CORRELATION) {
    const probability = normalCdf(h) * normalCdf(k) + integralOverCorrelation(h, k, correlation);
    if (probability > SMALLEST_PROBABILITY) return log(probability);
  }
  return logIntegralOverX(h, k, correlation);
}

/**
 * ln[Φ(high) − Φ(low)] for low < high, from the side where the two are small: near 1 their digits would cancel. Over a short
 * interval they are alike on either side, and the density is integrated.
 */
function logProbabilityBetween(low: number, high: number): number {
  if (low > 0) return logProbabilityBetween(-high, -low);
  if (high - low > 1) {
    const larger = logNormalCdf(high);
    return larger + log1p(-exp(logNormalCdf(low) - larger));
  }
  const half = 0.5 * (high - low);
  // −x²/2 is written from the end, which it is nearest to in the tail.
  let sum = 0;
  for (let i = 0; i < OVER_X.nodes.length; i++) {
    const fromEnd = half * (OVER_X.nodes[i] - 1);
    sum += OVER_X.weights[i] * exp(-fromEnd * (high + 0.5 * fromEnd));
  }
  return log(half * sum) - 0.5 * high * high - LOG_SQRT_TWO_PI;
}

/**
 * ∫₀^ρ of the density by the correlation t, since ∂Φ₂/∂ρ = φ₂ (Plackett 1954, Biometrika 41, 351–360). Genz (2004, Statistics
 * and Computing 14, 251–260) puts t = sin θ; with t = 2s/(1 + s²), s = tan(θ/2), no trigonometry is left:
 * (1/2π) ∫ exp(−(h² − 2hkt + k²)/(2(1 − t²))) 2 ds/(1 + s²).
 */
function integralOverCorrelation(h: number, k: number, correlation: number): number {
  const half = 0.5 * (correlation / (1 + Math.sqrt((1 - correlation) * (1 + correlation))));
  const { nodes, weights } = OVER_CORRELATION;
  const squares = 0.5 * (h * h + k * k);
  const product = h * k;
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) {
    const s = half * (1 + nodes[i]);
    const square = s * s;
    const t = (2 * s) / (1 + square);
    const cosine = (1 - square) / (1 + square);
    sum += (weights[i] * exp((product * t - squares) / (cosine * cosine))) / (1 + square);
  }
  return 2 * half * INVERSE_TWO_PI * sum;
}

/**
 * ln ∫_(−∞)^h φ(x) Φ((k − ρx)/√(1 − ρ²)) dx. The integrand is log-concave: Newton and bisection find its peak, doubling steps its
 * ends, and panels of Gauss–Legendre nodes, finer where Φ turns from 1 to 0, do the rest.
 */
function logIntegralOverX(h: number, k: number, correlation: number): number {
  const root = Math.sqrt((1 - correlation) * (1 + correlation));
  const level = k / root;
  const slope = correlation / root;
  const logIntegrand = (x: number): number => logNormalCdf(level - slope * x) - 0.5 * x * x;
  const derivative = (x: number): number => -x - slope * inverseMillsRatio(level - slope * x);

  const peak = derivative(h) >= 0 ? h : zeroOfFalling(derivative, h);
  const highest = logIntegrand(peak);
  const low = endOfSupport(logIntegrand, peak, highest, -1, -Infinity);
  const high = peak === h ? h : endOfSupport(logIntegrand, peak, highest, 1, h);

  const fences = [low, high];
  for (let i = 1; i < 8; i++) fences.push(low + ((high - low) * i) / 8);
  const turn = k / correlation;
  for (let i = -3; i <= 3; i++) fences.push(turn + (3 * i) / slope);
  const inside = fences.filter((x) => x >= low && x <= high).sort((a, b) => a - b);
  let sum = 0;
  for (let panel = 1; panel < inside.length; panel++) {
    const half = 0.5 * (inside[panel] - inside[panel - 1]);
    const middle = inside[panel - 1] + half;
    let ofPanel = 0;
    for (let i = 0; i < OVER_X.nodes.length; i++) {
      ofPanel += OVER_X.weights[i] * exp(logIntegrand(middle + half * OVER_X.nodes[i]) - highest);
    }
    sum += half * ofPanel;
  }
  return highest + log(sum) - LOG_SQRT_TWO_PI;
}

/** The zero of a falling function that is negative at `right`. A few digits are enough for a peak. */
function zeroOfFalling(f: (x: number) => number, right: number): number {
  let high = right;
  let width = 1;
  while (f(high - width) < 0) {
    high -= width;
    width *= 2;
  }
  let low = high - width;
  for (let step = 0; step < 60 && high - low > 1e-6 * (1 + Math.abs(low)); step++) {
    const middle = 0.5 * (low + high);
    if (f(middle) < 0) high = middle;
    else low = middle;
  }
  return 0.5 * (low + high);
}

/** Where a log-concave function has fallen by `NEGLIGIBLE` (at most twice that) from its peak, or `limit`. */
function endOfSupport(
  f: (x: number) => number,
  peak: number,
  highest: number,
  direction: 1 | -1,
  limit: number,
): number {
  let inside = 0;
  let outside = 1;
  while (highest - f(peak + direction * outside) < NEGLIGIBLE) {
    inside = outside;
    outside *= 2;
  }
  while (highest - f(peak + direction * outside) > 1.1 * NEGLIGIBLE && outside - inside > 1e-12 * outside) {
    const middle = 0.5 * (inside + outside);
    if (highest - f(peak + direction * middle) < NEGLIGIBLE) inside = middle;
    else outside = middle;
  }
  const end = peak + direction * outside;
  return direction > 0 ? Math.min(end, limit) : Math.max(end, limit);
}
