import type { Fit, RandomEffect, TermEstimate } from "../../estimators/index.ts";
import type { EstimateWithTruth, FitOutcome } from "./design.ts";

/**
 * The terms of a fit that have a truth, then σ where the model has one. The standard error is the robust one where there
 * is one, as in the limits.
 */
export function fitOutcome(
  name: string,
  fit: Fit & { readonly randomEffect?: RandomEffect },
  truths: Readonly<Record<string, number>>,
): FitOutcome {
  const estimates = fit.terms
    .filter(({ term }) => Object.hasOwn(truths, term))
    .map((term) => besideTruth(term, truths[term.term]));
  if (fit.randomEffect !== undefined && Object.hasOwn(truths, "sigma")) {
    const { sigma, sigmaStdError, sigmaConfLow, sigmaConfHigh } = fit.randomEffect;
    estimates.push({
      term: "sigma",
      truth: truths.sigma,
      estimate: sigma,
      stdError: sigmaStdError,
      confLow: sigmaConfLow,
      confHigh: sigmaConfHigh,
    });
  }
  return { fit: name, converged: fit.converged, estimates };
}

export function besideTruth(term: TermEstimate, truth: number): EstimateWithTruth {
  return {
    term: term.term,
    truth,
    estimate: term.estimate,
    stdError: term.robustStdError ?? term.stdError,
    confLow: term.confLow,
    confHigh: term.confHigh,
  };
}
