import type { FitWarning } from "../fit.ts";
import {
  maximizeByNewton,
  type NewtonOptions,
  type NewtonResult,
  type Objective,
} from "../numerics/newton.ts";
import { pooledLikelihood } from "../probit/pooledLikelihood.ts";
import { standardise } from "../splitDesign/estimatedTerms.ts";
import { linkLikelihood } from "./linkLikelihood.ts";
import type { BinaryLink } from "./links/link.ts";
import { probit } from "./links/probit.ts";
import { type BinaryProblem, requireLength } from "./prepareBinary.ts";
import { isDirectionOfSeparation } from "./separation.ts";

/**
 * Maximises the pooled likelihood over the standardised coefficients of `problem.terms`, from `start` or, when that is
 * null, from zero with the intercept where the link has the share of ones.
 */
export function maximizePooled(
  problem: BinaryProblem,
  start: Float64Array | null,
  options: NewtonOptions,
  link: BinaryLink = probit,
): NewtonResult {
  return maximizeByNewton(likelihoodOf(problem, link), start ?? defaultStart(problem, link), options);
}

function likelihoodOf(problem: BinaryProblem, link: BinaryLink): Objective {
  const { design, signs, offset, weights, terms } = problem;
  return link === probit && weights === null
    ? pooledLikelihood(design, signs, offset, terms)
    : linkLikelihood(problem, link);
}

function defaultStart({ design, terms, shareOfOnes }: BinaryProblem, link: BinaryLink): Float64Array {
  const start = new Float64Array(terms.length);
  if (design.interceptTerm >= 0) start[design.interceptTerm] = link.quantile(shareOfOnes);
  return start;
}

/** Standardised start of the estimated terms from one number a term on the scale of the columns as given. */
export function givenStart({ design, terms, names }: BinaryProblem, start: ArrayLike<number>): Float64Array {
  requireLength("the start vector", start, names.length);
  return standardise(
    design,
    terms,
    Float64Array.from(terms, (term) => start[term]),
  );
}

/** The warning that a search ended along a direction of separation, unless one term was already named for it. */
export function separationOfSearch(problem: BinaryProblem, search: NewtonResult): FitWarning[] {
  const { design, signs, terms, names, warnings } = problem;
  if (warnings.some(({ code }) => code === "separation")) return [];
  const direction = new Float64Array(design.slots);
  terms.forEach((term, i) => {
    direction[design.slotOfTerm[term]] = search.step[i];
  });
  if (!isDirectionOfSeparation(design, direction, signs)) return [];
  const largest = direction.reduce((most, step) => Math.max(most, Math.abs(step)), 0);
  const separating = Array.from(terms)
    .filter((term) => Math.abs(direction[design.slotOfTerm[term]]) > 1e-3 * largest)
    .map((term) => names[term]);
  const message = `a combination of ${separating.join(", ")} predicts the outcome perfectly: no finite estimate exists; drop one of them`;
  return [{ code: "separation", terms: separating, message }];
}
