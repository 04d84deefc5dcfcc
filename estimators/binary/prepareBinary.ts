import type { FitWarning } from "../fit.ts";
import { type ModelMatrix, termNames } from "../modelMatrix.ts";
import { checkWeights } from "../rowWeights.ts";
import { findEstimatedTerms } from "../splitDesign/estimatedTerms.ts";
import { type RowGroups, sortedByGroup } from "../splitDesign/groupRows.ts";
import { type SplitDesign, splitDesign } from "../splitDesign/splitDesign.ts";
import { checkBinaryOutcome, shareOfOnes } from "./binaryOutcome.ts";
import { separationByOneTerm } from "./separation.ts";

/** A problem with a binary outcome as its likelihoods want it, and what can be said against it before any search. */
export interface BinaryProblem {
  readonly names: readonly string[];
  readonly design: SplitDesign;
  /** 2y − 1, by position. */
  readonly signs: Float64Array;
  /** By position. */
  readonly offset: Float64Array | null;
  /** Prior weights by position; null when every row counts once. */
  readonly weights: Float64Array | null;
  /** Indices of the terms that can be estimated; searches run over their standardised coefficients. */
  readonly terms: Int32Array;
  readonly shareOfOnes: number;
  /** False when the outcome is constant beside an intercept: there is nothing to search. */
  readonly searchable: boolean;
  /** Collinear terms, constant outcome, separation by one term; each rules out a unique finite maximum. */
  readonly warnings: readonly FitWarning[];
}

/**
 * Throws a RangeError for lengths that do not match, an outcome that is not 0 or 1, a cell that is not finite, a weight
 * that is not positive.
 */
export function prepareBinary(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  rowGroups: RowGroups,
  offset: ArrayLike<number> | undefined,
  weights?: ArrayLike<number>,
): BinaryProblem {
  checkBinaryOutcome(outcome, matrix.rows);
  if (offset !== undefined) requireLength("the offset", offset, matrix.rows);
  if (weights !== undefined) checkWeights(weights, matrix.rows);
  const names = termNames(matrix);
  const design = splitDesign(matrix, rowGroups);
  const { estimated: terms, dependent } = findEstimatedTerms(design);
  const share = shareOfOnes(outcome);
  const searchable = !matrix.intercept || (share > 0 && share < 1);

  const warnings: FitWarning[] = [];
  if (dependent.length > 0) {
    const affected = dependent.map((term) => names[term]);
    const message = `${affected.join(", ")}: a linear combination of the terms before, or a level without rows; not estimated, so drop it`;
    warnings.push({ code: "collinear", terms: affected, message });
  }
  if (searchable) {
    warnings.push(...separationByOneTerm(matrix, outcome));
  } else {
    const found = matrix.rows === 0 ? "there are no rows" : `the outcome is ${share} in every row`;
    warnings.push({ code: "constant-outcome", terms: [], message: `${found}: nothing can be estimated` });
  }
  return {
    names,
    design,
    signs: sortedByGroup(outcome, rowGroups).map((y) => 2 * y - 1),
    offset: offset === undefined ? null : sortedByGroup(offset, rowGroups),
    weights: weights === undefined ? null : sortedByGroup(weights, rowGroups),
    terms,
    shareOfOnes: share,
    searchable,
    warnings,
  };
}

export function requireLength(what: string, values: ArrayLike<number>, length: number): void {
  if (values.length !== length) {
    throw new RangeError(`${what} has ${values.length} numbers where ${length} are needed`);
  }
}
