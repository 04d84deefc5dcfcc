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

export { separationOfSearch } from "./separation.ts";

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
