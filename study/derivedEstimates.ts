import { type Fit, hazardRatio, type TermEstimate } from "../estimators/index.ts";
import { exp } from "../numerics/elementary.ts";
import { normalQuantile, twoSidedPValue } from "../numerics/normal.ts";
import { derivedEstimand, PEER_EFFECT } from "./derivedEstimands.ts";

/** An estimate beside what is true. */
export interface EstimateWithTruth extends TermEstimate {
  /** NaN where no truth is defined. */
  readonly truth: number;
}

export interface FittedMethod {
  readonly fit: Fit;
  readonly estimates: readonly EstimateWithTruth[];
  /** The interventional truth of the history; NaN where it has none. */
  readonly peerEffect: number;
  readonly confidenceLevel: number;
}

/**
 * One derived estimand of a fitted method; null where the method does not give it on these data (no such term, or no peer
 * effect in a history without decisions).
 *
 * - `hazardRatio(x)`: exp(b); its error is exp(b) se(b) by the delta method, its limits those of b exponentiated, its p-value
 *   that of b = 0, which is that of a ratio of 1.
 * - `peerEffect`: the truth stands in place of the estimate, without error, limits and test.
 * - `difference(a, b)`: â − b̂ with the error √(Var â + Var b̂ − 2 Cov), normal limits and the test of no difference. The truth
 *   has no variance. The covariance is known between coefficients, and between hazard ratios; of other pairs the error is
 *   NaN, and with it limits and test.
 */
export function derivedEstimate(name: string, method: FittedMethod): EstimateWithTruth | null {
  const part = partOf(name, method);
  if (part !== null) return part.estimate;
  const derived = derivedEstimand(name);
  if (derived?.kind !== "difference") return null;
  const one = partOf(derived.one, method);
  const other = partOf(derived.other, method);
  if (one === null || other === null) return null;
  const estimate = one.estimate.estimate - other.estimate.estimate;
  const stdError = errorOfDifference(one, other, method.fit);
  const half = normalQuantile((1 + method.confidenceLevel) / 2) * stdError;
  return {
    term: name,
    truth: one.estimate.truth - other.estimate.truth,
    estimate,
    stdError,
    statistic: estimate / stdError,
    pValue: Number.isNaN(stdError) ? Number.NaN : twoSidedPValue(estimate / stdError),
    confLow: estimate - half,
    confHigh: estimate + half,
  };
}

interface Part {
  readonly estimate: EstimateWithTruth;
  /** Position among the terms of the fit, and the derivative by its coefficient; null for what is no function of one. */
  readonly coefficient: { readonly at: number; readonly slope: number } | null;
}

function partOf(name: string, { fit, estimates, peerEffect }: FittedMethod): Part | null {
  const of = (term: string) => estimates.find((each) => each.term === term);
  const derived = derivedEstimand(name);
  if (derived === null) {
    const estimate = of(name);
    const at = fit.terms.findIndex(({ term }) => term === name);
    return estimate === undefined ? null : { estimate, coefficient: at < 0 ? null : { at, slope: 1 } };
  }
  if (derived.kind === "peerEffect") {
    return Number.isNaN(peerEffect) ? null : { estimate: certain(peerEffect), coefficient: null };
  }
  const log = derived.kind === "hazardRatio" ? of(derived.term) : undefined;
  if (log === undefined) return null;
  const { hazardRatio: ratio, hazardRatioConfLow, hazardRatioConfHigh } = hazardRatio(log);
  const estimate = {
    ...log,
    term: name,
    truth: exp(log.truth),
    estimate: ratio,
    stdError: ratio * log.stdError,
    confLow: hazardRatioConfLow,
    confHigh: hazardRatioConfHigh,
  };
  return {
    estimate,
    coefficient: { at: fit.terms.findIndex(({ term }) => term === log.term), slope: ratio },
  };
}

function certain(truth: number): EstimateWithTruth {
  const none = Number.NaN;
  return {
    term: PEER_EFFECT,
    truth,
    estimate: truth,
    stdError: none,
    statistic: none,
    pValue: none,
    confLow: none,
    confHigh: none,
  };
}

function errorOfDifference(one: Part, other: Part, { terms, covariance, robustCovariance }: Fit): number {
  if (one.estimate.term === PEER_EFFECT) return other.estimate.stdError;
  if (other.estimate.term === PEER_EFFECT) return one.estimate.stdError;
  if (one.coefficient === null || other.coefficient === null) return Number.NaN;
  const used = robustCovariance ?? covariance;
  // Models with a random effect append ln σ: the side is the root of the length, not the count of terms.
  const side = Math.round(Math.sqrt(used.length));
  if (side < terms.length) return Number.NaN;
  const { at: i, slope: a } = one.coefficient;
  const { at: j, slope: b } = other.coefficient;
  const entry = (row: number, column: number) => used[row * side + column] ?? Number.NaN;
  return Math.sqrt(a ** 2 * entry(i, i) + b ** 2 * entry(j, j) - 2 * a * b * entry(i, j));
}
