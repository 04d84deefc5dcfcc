import { log } from "../../numerics/elementary.ts";
import { requireLength } from "../binary/prepareBinary.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { standardise } from "../splitDesign/estimatedTerms.ts";
import { groupRows } from "../splitDesign/groupRows.ts";
import type { GammaFrailtyFit } from "./fitGammaFrailty.ts";
import { frailtyLikelihood } from "./frailtyLikelihood.ts";
import { prepareFrailty } from "./frailtyProblem.ts";
import { requireSameTerms } from "./predictGammaFrailty.ts";

/**
 * E(v | rows of the group) at the estimates: above 1 for groups with more events than their covariates let expect. One number a
 * row, that of its group. 1 throughout when θ = 0.
 *
 * @param matrix the one that was fitted, and so outcome, group, offset and rows before entry.
 * @throws RangeError as `fitGammaFrailty`, and when the terms are not those of the fit
 *   or its estimates are not finite.
 */
export function posteriorFrailty(
  fit: GammaFrailtyFit,
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  group: ArrayLike<number>,
  options: { readonly offset?: ArrayLike<number>; readonly beforeEntry?: ArrayLike<number> } = {},
): Float64Array {
  requireLength("the group column", group, matrix.rows);
  requireSameTerms(fit, matrix);
  const { variance } = fit.frailty;
  if (variance === 0) return new Float64Array(matrix.rows).fill(1);
  if (!(variance > 0) || fit.terms.some(({ estimate }) => Math.abs(estimate) === Infinity)) {
    throw new RangeError("the fit has no finite estimates to take the frailty from; see its warnings");
  }
  const rowGroups = groupRows(group);
  const problem = prepareFrailty(matrix, outcome, rowGroups, options);
  const { design, terms } = problem.binary;
  const estimates = Float64Array.from(terms, (term) => fit.terms[term].estimate);
  const point = Float64Array.of(...standardise(design, terms, estimates), log(variance));
  const { meanFrailty } = frailtyLikelihood(problem).scores(point);
  const result = new Float64Array(matrix.rows);
  for (let g = 0; g < rowGroups.groups; g++) {
    for (let p = rowGroups.start[g]; p < rowGroups.start[g + 1]; p++)
      result[rowGroups.order[p]] = meanFrailty[g];
  }
  return result;
}
