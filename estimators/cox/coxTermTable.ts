import type { CoxFit, FitWarning, TermEstimate } from "../fit.ts";
import { termEstimate } from "../termEstimate.ts";

/** The table of a fit; statistics, p-values and limits with the robust covariance when there is one. */
export function coxTermTable(
  terms: readonly string[],
  estimates: Float64Array,
  covariance: Float64Array,
  robustCovariance: Float64Array | undefined,
  confidenceLevel: number,
): TermEstimate[] {
  return terms.map((term, j) => {
    const diagonal = j * (terms.length + 1);
    const stdError = Math.sqrt(covariance[diagonal]);
    const robustStdError = robustCovariance && Math.sqrt(robustCovariance[diagonal]);
    return termEstimate(term, estimates[j], stdError, confidenceLevel, robustStdError);
  });
}

/** What is left when nothing can be fitted, and why. */
export function nothingToFit(
  terms: readonly string[],
  why: FitWarning,
  logLikelihood: number,
): Pick<
  CoxFit,
  | "terms"
  | "covariance"
  | "logLikelihood"
  | "logLikelihoodNull"
  | "aic"
  | "bic"
  | "tests"
  | "converged"
  | "iterations"
  | "warnings"
> {
  const k = terms.length;
  const covariance = new Float64Array(k * k).fill(Number.NaN);
  return {
    terms: coxTermTable(terms, new Float64Array(k).fill(Number.NaN), covariance, undefined, 0.95),
    covariance,
    logLikelihood,
    logLikelihoodNull: logLikelihood,
    aic: Number.NaN,
    bic: Number.NaN,
    tests: { likelihoodRatio: null, wald: null, score: null, robustScore: null },
    converged: false,
    iterations: 0,
    warnings: [why],
  };
}
