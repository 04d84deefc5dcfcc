import { indexAt } from "../binary/binaryCovariance.ts";
import { CURVATURE, SCORE } from "../binary/links/link.ts";
import type { RandomEffectsProblem } from "./randomEffectsProblem.ts";

/**
 * Derivative of the random-effects log-likelihood with respect to σ² at σ = 0 and the given standardised coefficients:
 * ½ Σ_i [(Σ_t r_it)² − Σ_t d_it], r = ℓ′ and d = −ℓ″. At the pooled maximum a value of 0 or less says that σ = 0
 * is itself a maximum (the score test of Chesher 1984, Econometrica 52, 865–872).
 */
export function varianceScoreAtZero(
  { pooled, link, rowWeights, groupWeights }: RandomEffectsProblem,
  point: Float64Array,
): number {
  const { signs } = pooled;
  const { groups, start } = pooled.design.rowGroups;
  const index = indexAt(pooled, point);
  const row = new Float64Array(3);
  let sum = 0;
  for (let group = 0; group < groups; group++) {
    let scores = 0;
    let curvatures = 0;
    for (let p = start[group]; p < start[group + 1]; p++) {
      const weight = rowWeights === null ? 1 : rowWeights[p];
      link.row(signs[p] > 0 ? 1 : 0, index[p], row);
      scores += weight * row[SCORE];
      curvatures += weight * row[CURVATURE];
    }
    sum += (groupWeights === null ? 1 : groupWeights[group]) * (scores * scores - curvatures);
  }
  return 0.5 * sum;
}
