import { type AveragePartialEffectOptions, averagePartialEffect } from "./averagePartialEffect.ts";
import type { AveragePartialEffect, RandomEffectsFit } from "./fit.ts";
import { isLeftOut, noEffect, withoutLeftOut } from "./leftOutTerms.ts";
import { addWeightedRows } from "./matrixProducts.ts";
import { type ModelMatrix, termNames } from "./modelMatrix.ts";
import { quadraticForm } from "./numerics/symmetric.ts";
import { checkConfidenceLevel, checkFinite, checkFiniteColumn } from "./options.ts";
import { BY_LN_SIGMA, BY_STEP, linkDifferences, MEAN, VARIANCE } from "./randomEffects/groupDifferences.ts";
import { indexedOutcomes } from "./randomEffects/indexedOutcomes.ts";
import { probitDifferences } from "./randomEffects/probitDifferences.ts";
import { groupRows } from "./splitDesign/groupRows.ts";
import { termEstimate } from "./termEstimate.ts";

/** Options of `averageEffectOfGroups`, as those of `averagePartialEffect`. */
export interface AverageEffectOfGroupsOptions
  extends Pick<AveragePartialEffectOptions, "change" | "confidenceLevel" | "offset"> {
  /** The row weights the model was fitted with. Rows count alike in the average. Default none. */
  readonly weights?: ArrayLike<number>;
}

/**
 * The effect of raising a numeric term by `change` on Pr(y = 1), averaged over the rows **with the random effects these
 * groups have**, as far as their outcomes tell:
 *
 *     (1/n) Σ_i Σ_t E[ p(η_it + change · b_j + σu_i) − p(η_it + σu_i) | y_i ]
 *
 * `averagePartialEffect` draws u_i from the population instead, whatever the row. The two differ in a dynamic model: a
 * group that is active has a lagged outcome of 1 and, more often than not, a high effect. It is this one whose mean is the
 * mean of the effects of one more peer that actually were (iterated expectations), so a simulated truth is held against it.
 *
 * The standard error has two parts that do not correlate: the delta method's for the parameters (from the robust covariance
 * when the fit has one), where the posterior moves with them, ∂E[D]/∂θ = E[∂D/∂θ] + Cov(D, score) for a group's D = Σ_t of
 * the differences; and Σ Var(D | y_i)/n² for what the outcomes leave open about u_i.
 *
 * @param matrix of the fit, with its outcome and group columns.
 * @param term name of a numeric term.
 * @returns NaN in every number, with the `reason`, when the term was left out as collinear or another parameter has no finite
 *   estimate; other terms that were left out count as 0. With σ = 0 the population average.
 * @throws RangeError for an unknown term, or one that is not numeric, for lengths that do not match, and for an option that
 *   is not in range (`InvalidInput`).
 */
export function averageEffectOfGroups(
  fit: RandomEffectsFit,
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  group: ArrayLike<number>,
  term: string,
  options: AverageEffectOfGroupsOptions = {},
): AveragePartialEffect {
  const { change = 1, confidenceLevel = 0.95 } = options;
  const { sigma, quadratureNodes } = fit.randomEffect;
  checkFinite("change", change);
  checkConfidenceLevel(confidenceLevel);
  checkFiniteColumn("offset", options.offset);
  if (!matrix.numeric.some(({ name }) => name === term)) throw new RangeError(`no numeric term ${term}`);
  if (sigma === 0) return averagePartialEffect(fit, matrix, term, options);
  const k = termNames(matrix).length;
  const reason = noEffect(fit, term);
  if (reason !== null) {
    return { ...termEstimate(term, Number.NaN, Number.NaN, confidenceLevel), kind: "difference", reason };
  }
  const target = (matrix.intercept ? 1 : 0) + matrix.numeric.findIndex(({ name }) => name === term);
  const step = change * fit.terms[target].estimate;
  const rowGroups = groupRows(group);
  const { groups, start, order } = rowGroups;
  const outcomes = indexedOutcomes(fit, matrix, outcome, rowGroups, options);
  const differences =
    fit.link === "probit" && options.weights === undefined
      ? probitDifferences(outcomes, rowGroups.largest, quadratureNodes, sigma, step)
      : linkDifferences(outcomes, rowGroups.largest, quadratureNodes, sigma, step);
  const { moments, rowWeight } = differences;
  const weightOfRow = new Float64Array(matrix.rows);
  const gradient = new Float64Array(k + 1);
  let effect = 0;
  let leftOpen = 0;
  for (let g = 0; g < groups; g++) {
    const first = start[g];
    const size = start[g + 1] - first;
    differences.find(first, size);
    effect += moments[MEAN];
    leftOpen += moments[VARIANCE];
    gradient[target] += change * moments[BY_STEP];
    gradient[k] += moments[BY_LN_SIGMA];
    for (let t = 0; t < size; t++) weightOfRow[order[first + t]] = rowWeight[t];
  }
  addWeightedRows(matrix, weightOfRow, gradient);
  const n = matrix.rows;
  for (let i = 0; i <= k; i++) gradient[i] /= n;
  const covariance = withoutLeftOut(fit.robustCovariance ?? fit.covariance, fit.terms.map(isLeftOut));
  const variance = quadraticForm(covariance, gradient) + leftOpen / (n * n);
  return { ...termEstimate(term, effect / n, Math.sqrt(variance), confidenceLevel), kind: "difference" };
}
