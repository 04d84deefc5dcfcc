import type { FitWarning } from "../fit.ts";

/** The named problems of a Cox fit, in a user's words. */

export function noEvents(): FitWarning {
  return {
    code: "no-events",
    terms: [],
    message:
      "No event was observed, so no coefficient can be estimated; check which value of the outcome means an event.",
  };
}

export function withoutVariation(term: string): FitWarning {
  return {
    code: "collinear",
    terms: [term],
    message:
      `${term} never differs among those at risk at an event (it is constant, or constant within each stratum), ` +
      "so it has no coefficient; leave it out. The other estimates stand as if it were not in the model.",
  };
}

/** `others`: the terms `term` is a linear combination of. */
export function collinear(term: string, others: readonly string[]): FitWarning {
  return {
    code: "collinear",
    terms: [term, ...others],
    message:
      `${term} is a linear combination of ${others.join(", ")} among those at risk, so it was given no coefficient; ` +
      "leave out one of them. The other estimates stand as if it were not in the model.",
  };
}

export function monotoneLikelihood(terms: readonly string[]): FitWarning {
  return {
    code: "monotone-likelihood",
    terms,
    message:
      `The likelihood rises for ever as ${terms.length === 1 ? "the coefficient" : "the coefficients"} of ` +
      `${terms.join(", ")} ${terms.length === 1 ? "goes" : "go"} to infinity: at every event the subject with ` +
      "the most extreme value failed. The log-likelihood and the other estimates are those of the limit; merge " +
      "categories, leave the term out, or use Firth's penalty.",
  };
}

export function oneCluster(): FitWarning {
  return {
    code: "one-cluster",
    terms: [],
    message:
      "All rows are in one cluster, whose scores sum to zero at the estimates, so there is no robust covariance; name " +
      "a finer cluster, or use the standard errors of the model.",
  };
}

export function notConverged(iterations: number): FitWarning {
  return {
    code: "not-converged",
    terms: [],
    message: `No maximum was found in ${iterations} iterations; allow more, or start nearer to the estimates.`,
  };
}

export function singularInformation(): FitWarning {
  return {
    code: "singular-hessian",
    terms: [],
    message:
      "The information matrix lost its rank on the way to the maximum; start nearer to the estimates, or leave out " +
      "terms that say almost the same.",
  };
}

/** `multiplications`: of one evaluation; `most`: the most events at one time. */
export function exactTooCostly(multiplications: number, most: number): FitWarning {
  return {
    code: "exact-too-costly",
    terms: [],
    message:
      `With up to ${most} events at one time, the exact method for ties would take ${multiplications.toExponential(1)} ` +
      `multiplications an evaluation and was not tried; use ties "efron", which takes no longer than without ties, or a ` +
      "discrete-time model with a complementary log-log link and one dummy a period.",
  };
}

/** `tied`: share of events that are tied; `failing`: share of those at risk who fail at one time, over the events. */
export function heavyTies(tied: number, failing: number, ties: "efron" | "breslow"): FitWarning {
  const method = ties === "efron" ? "Efron's" : "Breslow's";
  return {
    code: "heavy-ties",
    terms: [],
    message:
      `${percent(tied)} of the events share their time with another, and on average ${percent(failing)} of those at ` +
      `risk fail at one time, as in yearly data: ${method} approximation pulls the coefficients towards zero. A ` +
      "discrete-time model with a complementary log-log link and one dummy a period estimates the same hazard " +
      "ratios without that error.",
  };
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
