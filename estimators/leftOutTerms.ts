import { inSeries, phrase } from "../scenarios/phrase.ts";
import type { Fit, FitWarning, RandomEffectsFit, TermEstimate } from "./fit.ts";
import { fitWarning, listedNames } from "./fitWarning.ts";

/**
 * Whether a warning is a note that terms were left out ("collinear", "empty-category"). The model without them is what was
 * fitted, and `converged` is that of its search, as in R and Stata.
 */
export function leavesOutTerms({ code }: FitWarning): boolean {
  return code === "collinear" || code === "empty-category";
}

/** A coefficient that a separated likelihood leaves without a limit is NaN too, but its standard error is infinite. */
export function isLeftOut({ estimate, stdError }: TermEstimate): boolean {
  return Number.isNaN(estimate) && Number.isNaN(stdError);
}

/** The covariance with 0 instead of NaN for the terms left out, by index; parameters after the terms are kept. */
export function withoutLeftOut(covariance: Float64Array, leftOut: readonly boolean[]): Float64Array {
  if (!leftOut.includes(true)) return covariance;
  const width = Math.round(Math.sqrt(covariance.length));
  return covariance.map((value, at) => (leftOut[Math.floor(at / width)] || leftOut[at % width] ? 0 : value));
}

/** Why a term of a fit has no average effect; null when it has one. */
export function noEffect(
  fit: Fit | RandomEffectsFit,
  term: string,
): "left-out" | "no-finite-estimate" | null {
  // Where nothing was estimated nothing was left out of it.
  const estimated = ({ estimate }: TermEstimate): boolean => Number.isFinite(estimate);
  if (!fit.terms.some(estimated)) return "no-finite-estimate";
  if ("randomEffect" in fit && !Number.isFinite(fit.randomEffect.sigma)) return "no-finite-estimate";
  if (fit.terms.some((each) => each.term === term && isLeftOut(each))) return "left-out";
  return fit.terms.every((each) => estimated(each) || isLeftOut(each)) ? null : "no-finite-estimate";
}

/** A term that the terms before it explain, in the order of the formula. */
export interface Combination {
  readonly term: string;
  /** The terms it is a combination of; the intercept is named only to a constant. Empty when that is not known. */
  readonly of: readonly string[];
  /** What the others leave of its column, as a share of its norm: rounding when it is a combination exactly. */
  readonly remaining: number;
}

/** Above it a column is no exact combination: doubles leave about 1e-15, and more where the others are badly scaled. */
const EXACT = 1e-8;

/** Terms told in full; the rest are named. */
const TOLD = 5;

/**
 * "collinear", with the terms left out.
 *
 * @param others further terms left out, of which nothing else is said.
 */
export function collinearWarning(
  combinations: readonly Combination[],
  others: readonly string[] = [],
): FitWarning {
  const told = combinations.slice(0, TOLD);
  const terms = [...combinations.map(({ term }) => term), ...others];
  const rest = terms.slice(told.length);
  const sentences = told.map(({ term, of: all, remaining }) => {
    const slopes = all.filter((other) => other !== "(Intercept)");
    const of = slopes.length === 0 ? all : slopes;
    if (of.length === 0) return phrase`${term} is a linear combination of the terms before it`;
    if (remaining > EXACT) {
      const share = remaining.toPrecision(1);
      return phrase`${term} is a linear combination of ${listedNames(of)} but for ${share} of its size, too little to be told apart: centre or rescale these columns`;
    }
    return of.length === 1 && of[0] === "(Intercept)"
      ? phrase`${term} does not vary`
      : phrase`${term} is a linear combination of ${listedNames(of)}`;
  });
  if (rest.length > 0) sentences.push(phrase`and so are ${listedNames(rest)} of the terms before them`);
  const what = inSeries(sentences, "; ");
  const message =
    terms.length === 1
      ? phrase`${what}. No estimate: drop it; the others are those of the model without it`
      : phrase`${what}. No estimate: drop them; the others are those of the model without them`;
  return fitWarning("collinear", terms, message);
}
