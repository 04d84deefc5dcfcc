import { inverseMillsRatio } from "../../numerics/normal.ts";
import type { BinaryProblem } from "../binary/prepareBinary.ts";
import { linearPredictor } from "../splitDesign/products.ts";

/**
 * Derivative of the random-effects log-likelihood with respect to σ² at σ = 0 and the given standardised coefficients:
 * ½ Σ_i [(Σ_t r_it)² − Σ_t d_it], r = qφ/Φ, d = λ(λ + z). At the pooled maximum a value of 0 or less says that σ = 0
 * is itself a maximum (the score test of Chesher 1984, Econometrica 52, 865–872).
 */
export function varianceScoreAtZero(problem: BinaryProblem, point: Float64Array): number {
  const { design, signs, offset, terms } = problem;
  const { groups, start } = design.rowGroups;
  const coefficients = new Float64Array(design.slots);
  terms.forEach((term, i) => {
    coefficients[design.slotOfTerm[term]] = point[i];
  });
  const index = new Float64Array(signs.length);
  linearPredictor(design, coefficients, offset, index);
  let sum = 0;
  for (let group = 0; group < groups; group++) {
    let scores = 0;
    let curvatures = 0;
    for (let p = start[group]; p < start[group + 1]; p++) {
      const z = signs[p] * index[p];
      const lambda = inverseMillsRatio(z);
      scores += signs[p] * lambda;
      curvatures += Math.min(lambda * (lambda + z), 1);
    }
    sum += scores * scores - curvatures;
  }
  return 0.5 * sum;
}
