import { inSeries, type Phrase, phrase } from "../../scenarios/phrase.ts";
import type { FitWarning } from "../fit.ts";
import { bothWays, fitWarning, listedNames } from "../fitWarning.ts";
import type { Combination } from "../leftOutTerms.ts";
import type { Maximum } from "./maximise.ts";

/** The named problems of a Cox fit, in a user's words. */

export function noEvents(): FitWarning {
  return fitWarning(
    "no-events",
    [],
    phrase`No event was observed, so no coefficient can be estimated; check which value of the outcome means an event.`,
  );
}

/** What leaves of a column, as a share of its length, is no rounding. */
const NOT_EXACT = 2e-7;

/** Combinations told in full; the rest are named. */
const TOLD = 5;

/** A note, with the terms left out: those that do not vary among those at risk, and combinations of terms before them. */
export function leftOutOfCox(constant: readonly string[], combinations: readonly Combination[]): FitWarning {
  const sentences: Phrase[] = [];
  if (constant.length === 1) {
    sentences.push(
      phrase`${listedNames(constant)} never varies among those at risk at an event (is constant, perhaps within each stratum)`,
    );
  } else if (constant.length > 1) {
    sentences.push(
      phrase`${listedNames(constant)} never vary among those at risk at an event (are constant, perhaps within each stratum)`,
    );
  }
  for (const { term, of, remaining } of combinations.slice(0, TOLD)) {
    const terms = of.length === 0 ? phrase`the terms before it` : listedNames(of);
    const what = phrase`${term} is a linear combination of ${terms} among those at risk`;
    const near = phrase`${what}, but for ${remaining.toPrecision(1)} of its size, too little to be told apart: centre or rescale these columns`;
    sentences.push(remaining > NOT_EXACT ? near : what);
  }
  const rest = combinations.slice(TOLD).map(({ term }) => term);
  if (rest.length > 0) sentences.push(phrase`so are ${listedNames(rest)} of the terms before them`);
  const terms = [...constant, ...combinations.map(({ term }) => term)];
  const what = inSeries(sentences, "; ");
  const message =
    terms.length === 1
      ? phrase`${what}. No estimate: leave it out; the others are those of the model without it.`
      : phrase`${what}. No estimate: leave them out; the others are those of the model without them.`;
  return fitWarning("collinear", terms, message);
}

/**
 * @param diverging positions within `estimated`, the terms that were not left out.
 * @param terms names of all terms.
 */
export function monotoneLikelihood(
  diverging: Maximum["diverging"],
  estimated: readonly number[],
  terms: readonly string[],
): FitWarning {
  const towards = (side: number) =>
    diverging.filter(({ sign }) => sign === side).map(({ position }) => terms[estimated[position]]);
  const [up, down] = [towards(1), towards(-1)];
  const infinite = diverging.map(({ position }) => terms[estimated[position]]);
  const remaining = estimated.map((j) => terms[j]).filter((term) => !infinite.includes(term));
  const running = bothWays(up, down);
  const message =
    remaining.length === 0
      ? phrase`The likelihood rises for ever as ${running}: at every event the subject with the most extreme value failed. The log-likelihood is that of the limit; merge categories, leave the term out, or use Firth's penalty.`
      : remaining.length === 1
        ? phrase`The likelihood rises for ever as ${running}: at every event the subject with the most extreme value failed. The log-likelihood and the estimate of ${listedNames(remaining)} are those of the limit; merge categories, leave the term out, or use Firth's penalty.`
        : phrase`The likelihood rises for ever as ${running}: at every event the subject with the most extreme value failed. The log-likelihood and the estimates of ${listedNames(remaining)} are those of the limit; merge categories, leave the term out, or use Firth's penalty.`;
  return fitWarning("monotone-likelihood", infinite, message);
}

/** A note. */
export function oneCluster(): FitWarning {
  return fitWarning(
    "one-cluster",
    [],
    phrase`All rows are in one cluster, whose scores sum to zero at the estimates, so there is no robust covariance; name a finer cluster, or use the standard errors of the model.`,
  );
}

export function notConverged(iterations: number): FitWarning {
  return fitWarning(
    "not-converged",
    [],
    phrase`No maximum was found in ${iterations} iterations; allow more, or start nearer to the estimates.`,
  );
}

export function singularInformation(): FitWarning {
  return fitWarning(
    "singular-hessian",
    [],
    phrase`The information matrix lost its rank on the way to the maximum; start nearer to the estimates, or leave out terms that say almost the same.`,
  );
}

/** `multiplications`: of one evaluation; `most`: the most events at one time. */
export function exactTooCostly(multiplications: number, most: number): FitWarning {
  return fitWarning(
    "exact-too-costly",
    [],
    phrase`With up to ${most} events at one time, the exact method for ties would take ${multiplications.toExponential(1)} multiplications an evaluation and was not tried; use ties "efron", which takes no longer than without ties, or a discrete-time model with a complementary log-log link and one dummy a period.`,
  );
}

/** `tied`: share of events that are tied; `failing`: share of those at risk who fail at one time, over the events. */
export function heavyTies(tied: number, failing: number, ties: "efron" | "breslow"): FitWarning {
  const method = ties === "efron" ? phrase`Efron's` : phrase`Breslow's`;
  return fitWarning(
    "heavy-ties",
    [],
    phrase`${percent(tied)} of the events share their time with another, and on average ${percent(failing)} of those at risk fail at one time, as in yearly data: ${method} approximation pulls the coefficients towards zero. A discrete-time model with a complementary log-log link and one dummy a period estimates the same hazard ratios without that error.`,
  );
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
