import { LINKS } from "../binary/links/links.ts";
import { requireLength } from "../binary/prepareBinary.ts";
import type { RandomEffectsFit } from "../fit.ts";
import { addTimesCoefficients } from "../matrixProducts.ts";
import { type ModelMatrix, termNames } from "../modelMatrix.ts";
import { type RowGroups, sortedByGroup } from "../splitDesign/groupRows.ts";
import type { IndexedOutcomes } from "./linkMode.ts";

/** Throws a RangeError unless the columns of `matrix` are the terms of the fit. */
export function requireTerms({ terms }: RandomEffectsFit, matrix: ModelMatrix): void {
  const names = termNames(matrix);
  if (names.length !== terms.length || names.some((name, i) => name !== terms[i].term)) {
    throw new RangeError(
      `the fit has the terms ${terms.map(({ term }) => term).join(", ")}, not ${names.join(", ")}`,
    );
  }
}

/** x'b + offset of each row at u = 0. A term that was left out as collinear counts as 0. */
export function indexOfRows(
  { terms }: RandomEffectsFit,
  matrix: ModelMatrix,
  offset: ArrayLike<number> | undefined,
): Float64Array {
  if (offset !== undefined) requireLength("the offset", offset, matrix.rows);
  const coefficients = terms.map(({ estimate }) => (Number.isNaN(estimate) ? 0 : estimate));
  const index = offset === undefined ? new Float64Array(matrix.rows) : Float64Array.from(offset);
  addTimesCoefficients(matrix, coefficients, index);
  return index;
}

/** What the outcomes of a fit say of its groups' random effects, by position of `rowGroups`. */
export function indexedOutcomes(
  fit: RandomEffectsFit,
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  rowGroups: RowGroups,
  { offset, weights }: { readonly offset?: ArrayLike<number>; readonly weights?: ArrayLike<number> },
): IndexedOutcomes {
  requireTerms(fit, matrix);
  requireLength("the outcome", outcome, matrix.rows);
  requireLength("the group column", rowGroups.order, matrix.rows);
  if (weights !== undefined) requireLength("the weights", weights, matrix.rows);
  return {
    link: LINKS[fit.link],
    index: sortedByGroup(indexOfRows(fit, matrix, offset), rowGroups),
    signs: sortedByGroup(outcome, rowGroups).map((y) => 2 * y - 1),
    weights: weights === undefined ? null : sortedByGroup(weights, rowGroups),
  };
}
