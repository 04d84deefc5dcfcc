import { phrase } from "../../scenarios/phrase.ts";
import type { FitWarning } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import type { KernelName } from "../kernels/kernelOption.ts";
import { type Combination, collinearWarning } from "../leftOutTerms.ts";
import { type ModelMatrix, NO_LEVEL, termNames, termOrder } from "../modelMatrix.ts";
import { checkFiniteColumn } from "../options.ts";
import type { ThreadSession } from "../parts/fitThreads.ts";
import { divideGroups } from "../parts/groupParts.ts";
import { checkWeights } from "../rowWeights.ts";
import { type EstimatedTerms, findEstimatedTerms } from "../splitDesign/estimatedTerms.ts";
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
  /** Collinear terms, levels without rows, constant outcome, separation by one term; each rules out a unique finite maximum. */
  readonly warnings: readonly FitWarning[];
}

/**
 * Throws a RangeError for lengths that do not match, an outcome that is not 0 or 1, a cell or an offset that is not
 * finite, a weight that is not positive.
 */
export function prepareBinary(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  rowGroups: RowGroups,
  offset: ArrayLike<number> | undefined,
  weights?: ArrayLike<number>,
  kernel?: KernelName,
  session: ThreadSession | null = null,
): BinaryProblem {
  checkBinaryOutcome(outcome, matrix.rows);
  if (offset !== undefined) requireLength("the offset", offset, matrix.rows);
  checkFiniteColumn("offset", offset);
  if (weights !== undefined) checkWeights(weights, matrix.rows);
  const names = termNames(matrix);
  const whole = splitDesign(matrix, rowGroups, kernel);
  const design = session === null ? whole : { ...whole, parts: divideGroups(whole, session) };
  const { estimated: terms, dependent, combinations } = findEstimatedTerms(design, termOrder(matrix));
  const share = shareOfOnes(outcome);
  const searchable = !matrix.intercept || (share > 0 && share < 1);

  const warnings: FitWarning[] = [];
  if (dependent.length > 0) warnings.push(...dependentTerms(matrix, names, dependent, combinations));
  if (searchable) {
    warnings.push(...separationByOneTerm(matrix, outcome));
  } else {
    const message =
      matrix.rows === 0
        ? phrase`there are no rows: nothing can be estimated`
        : phrase`the outcome is ${share} in every row: nothing can be estimated`;
    warnings.push(fitWarning("constant-outcome", [], message));
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

/** Terms that are not estimated: levels without rows by that name, the others as linear combinations of those before. */
function dependentTerms(
  matrix: ModelMatrix,
  names: readonly string[],
  dependent: readonly number[],
  combinations: EstimatedTerms["combinations"],
): FitWarning[] {
  const warnings: FitWarning[] = [];
  const explained = new Set<string>();
  for (const { name, codes, levels } of matrix.factors) {
    const rows = new Float64Array(levels.length);
    for (let row = 0; row < matrix.rows; row++) rows[codes[row]]++;
    const ofFactor = (code: number): boolean => dependent.some((term) => names[term] === name + levels[code]);
    const empty = levels.flatMap((_, code) => (code > 0 && rows[code] === 0 && ofFactor(code) ? [code] : []));
    // Without a row in the reference level the others add up to the intercept, and the last one is left out for it.
    const last = levels.findLastIndex((_, code) => code > 0 && rows[code] > 0 && ofFactor(code));
    const hasReference = levels[0] !== NO_LEVEL;
    const inPlace = hasReference && matrix.intercept && rows[0] === 0 && last > 0 ? [last] : [];
    const affected = [...empty, ...inPlace].map((code) => name + levels[code]);
    if (affected.length === 0) continue;
    for (const term of affected) explained.add(term);
    if (!hasReference) {
      const message =
        affected.length === 1
          ? phrase`no row is in ${affected.join(", ")}, so nothing can be said about it; merge levels, or leave the interaction out`
          : phrase`no row is in ${affected.join(", ")}, so nothing can be said about them; merge levels, or leave the interaction out`;
      warnings.push(fitWarning("empty-category", affected, message));
      continue;
    }
    const without = [...(inPlace.length > 0 ? [0] : []), ...empty].map((code) => levels[code]);
    const message =
      inPlace.length > 0
        ? phrase`${name} has no rows with ${without.join(", ")}, so nothing can be said about it; ${name + levels[last]} stands in as the reference level and has no estimate; drop the level`
        : phrase`${name} has no rows with ${without.join(", ")}, so nothing can be said about it; drop the level`;
    warnings.push(fitWarning("empty-category", affected, message));
  }
  const affected = dependent.map((term) => names[term]).filter((name) => !explained.has(name));
  if (affected.length > 0) {
    const told = combinations.flatMap(({ term, of, remaining }): Combination[] =>
      explained.has(names[term])
        ? []
        : [{ term: names[term], of: of.map((other) => names[other]), remaining }],
    );
    const others = affected.filter((name) => !told.some(({ term }) => term === name));
    warnings.push(collinearWarning(told, others));
  }
  return warnings;
}

export function requireLength(what: string, values: ArrayLike<number>, length: number): void {
  if (values.length !== length) {
    throw new RangeError(`${what} has ${values.length} numbers where ${length} are needed`);
  }
}
