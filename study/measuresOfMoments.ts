import { kurtosisOf, type Moments, varianceOf } from "./moments.ts";

/**
 * The performance measures of `performance.ts` from moments, so that a study of any length can be summarised without
 * holding its rows: the formulas are here, once.
 */

/** A performance measure and how far it may be off because the number of replications is finite. */
export interface Measure {
  readonly value: number;
  readonly mcse: number;
}

/** A share of replications. `mcse` is 0 when the share is 0 or 1: show the Wilson limits there. */
export interface Share extends Measure {
  /** 95 % Wilson score limits, 0 to 1. */
  readonly low: number;
  readonly high: number;
}

/** A measure of spread, whose `mcse` takes the estimates as normal. */
export interface SpreadMeasure extends Measure {
  /** The same error without that assumption. */
  readonly mcseAnyShape: number;
}

/** Mean; MCSE s / √n. */
export function meanOf(moments: Moments): Measure {
  return { value: moments.mean, mcse: Math.sqrt(varianceOf(moments) / moments.count) };
}

/** A share of those replications only in which the test rejects. */
export interface SignificantShare extends Share {
  /** How many these are. */
  readonly significant: number;
}

/** A mean over those replications only in which the test rejects. */
export interface SignificantMeasure extends Measure {
  /** How many these are. */
  readonly significant: number;
}

/** @param residuals moments of θ̂ᵢ − (mean estimate / mean truth) θᵢ. */
export function relativeBiasOf(meanEstimate: number, meanTruth: number, residuals: Moments): Measure {
  if (meanTruth === 0) return { value: Number.NaN, mcse: Number.NaN };
  return {
    value: meanEstimate / meanTruth - 1,
    mcse: Math.sqrt(varianceOf(residuals) / residuals.count) / Math.abs(meanTruth),
  };
}

/**
 * Its error for any shape is (s / 2) √((κ − 1) / n). κ = m₄ / m₂² is the kurtosis, the ratio of the central moments of
 * divisor n (3 for a normal); it is 1 at least.
 */
export function empiricalSeOf(errors: Moments): SpreadMeasure {
  const value = Math.sqrt(varianceOf(errors));
  // Two values have κ = 1, which rounding may miss.
  const excess = Math.max(0, kurtosisOf(errors) - 1);
  return {
    value,
    mcse: value / Math.sqrt(2 * (errors.count - 1)),
    mcseAnyShape: value === 0 ? 0 : (value / 2) * Math.sqrt(excess / errors.count),
  };
}

/** @param variances moments of the estimated variances V̂, the squared standard errors. */
export function modelSeOf(variances: Moments): Measure {
  const value = Math.sqrt(variances.mean);
  return { value, mcse: Math.sqrt(varianceOf(variances) / (4 * variances.count * value ** 2)) };
}

/**
 * Its error for any shape is 50 (modelSe / s) √(Var(V̂ / mean V̂ − (e − mean e)² / m₂) / n), by the delta method.
 *
 * @param product Σ(V̂ − mean V̂)(e − mean e)² of the estimates that have a V̂.
 */
export function relativeErrorOf(errors: Moments, variances: Moments, product: number): SpreadMeasure {
  const model = Math.sqrt(variances.mean);
  const ratio = model / Math.sqrt(varianceOf(errors));
  const ofModel = varianceOf(variances) / (4 * variances.count * (model ** 2 * model ** 2));
  const ofSpread = Math.max(0, kurtosisOf(errors) - 1) / (4 * errors.count);
  const together = product / (variances.mean * errors.second) / variances.count;
  return {
    value: 100 * (ratio - 1),
    mcse: 100 * ratio * Math.sqrt(ofModel + 1 / (2 * (errors.count - 1))),
    mcseAnyShape: 100 * ratio * Math.sqrt(Math.max(0, ofModel + ofSpread - together / 2)),
  };
}

/** @param squares moments of the squared errors. */
export function rootOfMeanSquare(squares: Moments): Measure {
  const squared = meanOf(squares);
  const value = Math.sqrt(squared.value);
  return { value, mcse: squared.mcse / (2 * value) };
}

/**
 * Type M error, the exaggeration ratio: mean |θ̂| over mean |θ| where the test rejects; MCSE s / (|θ| √n) of these n.
 *
 * @param residuals moments of |θ̂ᵢ| − (value) |θᵢ|.
 */
export function exaggerationOf(meanSize: number, meanTruth: number, residuals: Moments): SignificantMeasure {
  return {
    value: meanSize / meanTruth,
    mcse: Math.sqrt(varianceOf(residuals) / residuals.count) / meanTruth,
    significant: residuals.count,
  };
}

/** Type S error: share of `wrong` signs among `significant` estimates. */
export function wrongSignOf(wrong: number, significant: number): SignificantShare {
  return { ...shareOf(wrong, significant), significant };
}

/** 97.5 % point of the standard normal. */
const NORMAL_975 = 1.959963984540054;

/** `count` of `total`; NaN when total is 0. */
export function shareOf(count: number, total: number): Share {
  const value = count / total;
  const { low, high } = wilsonLimits(count, total, NORMAL_975);
  return { value, mcse: Math.sqrt((value * (1 - value)) / total), low, high };
}

/**
 * Score limits of a binomial share (Wilson 1927): the p at which |count / total − p| = z √(p (1 − p) / total).
 * Unlike the Wald limits they do not collapse at 0 or 1. NaN when total is 0.
 */
export function wilsonLimits(count: number, total: number, z: number): { low: number; high: number } {
  const shrink = 1 / (1 + z ** 2 / total);
  const centre = (count / total + z ** 2 / (2 * total)) * shrink;
  const half =
    z * shrink * Math.sqrt((count * (total - count)) / (total * total * total) + z ** 2 / (4 * total ** 2));
  // At 0 and 1 the limits are exact by algebra and off by rounding in floating point.
  return { low: count === 0 ? 0 : centre - half, high: count === total ? 1 : centre + half };
}
