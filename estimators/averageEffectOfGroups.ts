import { exp, log } from "../numerics/elementary.ts";
import { normalCdf, normalDensity } from "../numerics/normal.ts";
import { type AveragePartialEffectOptions, averagePartialEffect } from "./averagePartialEffect.ts";
import type { AveragePartialEffect, RandomEffectsProbitFit } from "./fit.ts";
import { RowOfMatrix } from "./matrixRow.ts";
import { type ModelMatrix, termNames } from "./modelMatrix.ts";
import { gaussHermite } from "./numerics/gaussHermite.ts";
import { quadraticForm } from "./numerics/symmetric.ts";
import { createMode, findMode } from "./randomEffects/mode.ts";
import { createNodeScores, scoreNodes } from "./randomEffects/nodeScores.ts";
import { groupRows } from "./splitDesign/groupRows.ts";
import { termEstimate } from "./termEstimate.ts";

export type AverageEffectOfGroupsOptions = Pick<AveragePartialEffectOptions, "change" | "confidenceLevel">;

/**
 * The effect of raising a numeric term by `change` on Pr(y = 1), averaged over the rows **with the random effects these
 * groups have**, as far as their outcomes tell:
 *
 *     (1/n) Σ_i Σ_t E[ Φ(η_it + change · b_j + σu_i) − Φ(η_it + σu_i) | y_i ]
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
 * @throws RangeError for an unknown term, or one that is not numeric.
 */
export function averageEffectOfGroups(
  fit: RandomEffectsProbitFit,
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  group: ArrayLike<number>,
  term: string,
  options: AverageEffectOfGroupsOptions = {},
): AveragePartialEffect {
  const { change = 1, confidenceLevel = 0.95 } = options;
  const { sigma, quadratureNodes } = fit.randomEffect;
  if (sigma === 0) return averagePartialEffect(fit, matrix, term, options);
  const k = termNames(matrix).length;
  const target = (matrix.intercept ? 1 : 0) + matrix.numeric.findIndex(({ name }) => name === term);
  if (!matrix.numeric.some(({ name }) => name === term)) throw new RangeError(`no numeric term ${term}`);

  const coefficients = Float64Array.from(fit.terms, ({ estimate }) => estimate);
  const step = change * coefficients[target];
  const { groups, start, order, largest } = groupRows(group);
  const row = new RowOfMatrix(matrix);
  const index = new Float64Array(matrix.rows);
  for (let position = 0; position < matrix.rows; position++) {
    row.read(order[position]);
    for (let i = 0; i < row.count; i++) index[position] += row.values[i] * coefficients[row.terms[i]];
  }
  const signs = Float64Array.from(order, (at) => 2 * outcome[at] - 1);

  const posterior = createPosterior(largest, quadratureNodes);
  const difference = new Float64Array(largest * quadratureNodes);
  const slope = new Float64Array(largest * quadratureNodes);
  const gradient = new Float64Array(k + 1);
  let effect = 0;
  let leftOpen = 0;
  for (let g = 0; g < groups; g++) {
    const first = start[g];
    const size = start[g + 1] - first;
    findPosterior(posterior, index, signs, first, size, sigma);
    const { omega, shift, scores } = posterior;
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
        const highDensity = normalDensity(low + step);
        slope[at] = highDensity - normalDensity(low);
        difference[at] = normalCdf(low + step) - normalCdf(low);
        d += difference[at];
        score += scores.score[at];
        ownSlope += omega[node] * highDensity;
        gradient[k] += omega[node] * slope[at] * shift[node];
      }
      posterior.groupDifference[node] = d;
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
        const weighted = omega[node] * scores.score[at];
        meanSlope += omega[node] * slope[at];
        meanScore += weighted;
        meanDScore += weighted * posterior.groupDifference[node];
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

function createPosterior(largest: number, nodeCount: number) {
  return {
    rule: gaussHermite(nodeCount),
    mode: createMode(largest),
    scores: createNodeScores(largest, nodeCount),
    spread: new Float64Array(nodeCount),
    /** σu by node. */
    shift: new Float64Array(nodeCount),
    /** Posterior weight by node, sum 1. */
    omega: new Float64Array(nodeCount),
    groupDifference: new Float64Array(nodeCount),
  };
}

/** The posterior of one group's u on the nodes of the adaptive rule, as in the likelihood. */
function findPosterior(
  posterior: ReturnType<typeof createPosterior>,
  index: Float64Array,
  signs: Float64Array,
  first: number,
  size: number,
  sigma: number,
): void {
  const { rule, mode, scores, spread, shift, omega } = posterior;
  const { nodes, weights } = rule;
  findMode(index, signs, first, size, sigma, 0, mode);
  const [centre, scale] = mode.summary;
  for (let node = 0; node < nodes.length; node++) {
    spread[node] = sigma * Math.SQRT2 * scale * nodes[node];
    shift[node] = sigma * centre + spread[node];
  }
  scoreNodes(index, signs, first, size, sigma * centre, spread, true, scores);
  let top = -Infinity;
  for (let node = 0; node < nodes.length; node++) {
    const u = shift[node] / sigma;
    omega[node] =
      scores.exponent[node] +
      log(scores.ratio[node]) +
      log(weights[node]) +
      nodes[node] * nodes[node] -
      0.5 * u * u;
    top = Math.max(top, omega[node]);
  }
  let total = 0;
  for (let node = 0; node < nodes.length; node++) {
    omega[node] = exp(omega[node] - top);
    total += omega[node];
  }
  for (let node = 0; node < nodes.length; node++) omega[node] /= total;
}
