import { type AveragePartialEffectOptions, averagePartialEffect } from "./averagePartialEffect.ts";
import { LINKS } from "./binary/links/links.ts";
import type { AveragePartialEffect, RandomEffectsFit } from "./fit.ts";
import { RowOfMatrix } from "./matrixRow.ts";
import { type ModelMatrix, termNames } from "./modelMatrix.ts";
import { quadraticForm } from "./numerics/symmetric.ts";
import { createGroupPosterior, findGroupPosterior } from "./randomEffects/groupPosterior.ts";
import { indexedOutcomes } from "./randomEffects/indexedOutcomes.ts";
import { responseOf } from "./randomEffects/linkResponse.ts";
import { groupRows } from "./splitDesign/groupRows.ts";
import { termEstimate } from "./termEstimate.ts";

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
 * @returns NaN in every number when the fit has a parameter that is not finite; with σ = 0 the population average.
 * @throws RangeError for an unknown term, or one that is not numeric, and for lengths that do not match.
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
  if (!matrix.numeric.some(({ name }) => name === term)) throw new RangeError(`no numeric term ${term}`);
  if (sigma === 0) return averagePartialEffect(fit, matrix, term, options);
  const k = termNames(matrix).length;
  const target = (matrix.intercept ? 1 : 0) + matrix.numeric.findIndex(({ name }) => name === term);
  const response = responseOf(LINKS[fit.link]);
  const here = new Float64Array(3);
  const raised = new Float64Array(3);
  const step = change * fit.terms[target].estimate;
  const rowGroups = groupRows(group);
  const { groups, start, order, largest } = rowGroups;
  const outcomes = indexedOutcomes(fit, matrix, outcome, rowGroups, options);
  const { index } = outcomes;
  const row = new RowOfMatrix(matrix);

  const posterior = createGroupPosterior(largest, quadratureNodes);
  const { omega, shift, score: rowScore } = posterior;
  const slope = new Float64Array(largest * quadratureNodes);
  const groupDifference = new Float64Array(quadratureNodes);
  const gradient = new Float64Array(k + 1);
  let effect = 0;
  let leftOpen = 0;
  for (let g = 0; g < groups; g++) {
    const first = start[g];
    const size = start[g + 1] - first;
    findGroupPosterior(outcomes, first, size, sigma, 0, posterior);
    // D, its part of ∂/∂ln σ, and the score of ln σ, by node.
    let meanD = 0;
    let meanSquare = 0;
    let meanH = 0;
    let meanDH = 0;
    let ownSlope = 0;
    for (let node = 0; node < quadratureNodes; node++) {
      let d = 0;
      let score = 0;
      for (let t = 0; t < size; t++) {
        const at = t * quadratureNodes + node;
        const low = index[first + t] + shift[node];
        response(low, here);
        response(low + step, raised);
        d += raised[0] - here[0];
        slope[at] = raised[1] - here[1];
        score += rowScore[at];
        ownSlope += omega[node] * raised[1];
        gradient[k] += omega[node] * slope[at] * shift[node];
      }
      groupDifference[node] = d;
      const h = shift[node] * score;
      meanD += omega[node] * d;
      meanSquare += omega[node] * d * d;
      meanH += omega[node] * h;
      meanDH += omega[node] * d * h;
    }
    gradient[target] += change * ownSlope;
    gradient[k] += meanDH - meanD * meanH;
    for (let t = 0; t < size; t++) {
      let meanSlope = 0;
      let meanScore = 0;
      let meanDScore = 0;
      for (let node = 0; node < quadratureNodes; node++) {
        const at = t * quadratureNodes + node;
        const weighted = omega[node] * rowScore[at];
        meanSlope += omega[node] * slope[at];
        meanScore += weighted;
        meanDScore += weighted * groupDifference[node];
      }
      const weight = meanSlope + meanDScore - meanD * meanScore;
      row.read(order[first + t]);
      for (let i = 0; i < row.count; i++) gradient[row.terms[i]] += weight * row.values[i];
    }
    effect += meanD;
    leftOpen += meanSquare - meanD * meanD;
  }
  const n = matrix.rows;
  for (let i = 0; i <= k; i++) gradient[i] /= n;
  const variance = quadraticForm(fit.robustCovariance ?? fit.covariance, gradient) + leftOpen / (n * n);
  return { ...termEstimate(term, effect / n, Math.sqrt(variance), confidenceLevel), kind: "difference" };
}
