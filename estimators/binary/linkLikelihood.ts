import type { Objective } from "../numerics/newton.ts";
import {
  addCrossProduct,
  createCrossProduct,
  finishCrossProduct,
  startCrossProduct,
} from "../splitDesign/crossProduct.ts";
import { termsFromSlots } from "../splitDesign/estimatedTerms.ts";
import { addWeightedRows, linearPredictor } from "../splitDesign/products.ts";
import { type BinaryLink, CURVATURE, LOG_LIKELIHOOD, SCORE } from "./links/link.ts";
import type { BinaryProblem } from "./prepareBinary.ts";

/**
 * The weighted log-likelihood Σ w ℓ(y, Xb + offset) of any link, its gradient X'(wℓ′) and its Hessian, which is minus the
 * observed information X' diag(−wℓ″) X. The unweighted probit has a faster one of its own (`pooledLikelihood`), which
 * equals this to rounding.
 */
export function linkLikelihood(problem: BinaryProblem, link: BinaryLink): Objective {
  const { design, signs, weights, offset, terms } = problem;
  const { groups, start, largest } = design.rowGroups;
  const crossProduct = createCrossProduct(design);
  const slotGradient = new Float64Array(design.slots);
  const slotCoefficients = new Float64Array(design.slots);
  const index = new Float64Array(signs.length);
  const scores = new Float64Array(largest);
  const curvatures = new Float64Array(largest);
  const row = new Float64Array(3);

  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    for (let i = 0; i < terms.length; i++) slotCoefficients[design.slotOfTerm[terms[i]]] = point[i];
    linearPredictor(design, slotCoefficients, offset, index);
    startCrossProduct(crossProduct);
    slotGradient.fill(0);
    let value = 0;
    for (let group = 0; group < groups; group++) {
      const first = start[group];
      const end = start[group + 1];
      for (let p = first; p < end; p++) {
        const weight = weights === null ? 1 : weights[p];
        if (weight === 0) {
          // A row set aside: its likelihood may be 0, and 0 times minus infinity is not 0.
          scores[p - first] = 0;
          curvatures[p - first] = 0;
          continue;
        }
        link.row(signs[p] > 0 ? 1 : 0, index[p], row);
        value += weight * row[LOG_LIKELIHOOD];
        scores[p - first] = weight * row[SCORE];
        curvatures[p - first] = weight * row[CURVATURE];
      }
      addWeightedRows(design, group, scores, slotGradient, 0);
      addCrossProduct(design, curvatures, true, crossProduct);
    }
    finishCrossProduct(design, crossProduct);
    for (let i = 0; i < terms.length; i++) gradient[i] = slotGradient[design.slotOfTerm[terms[i]]];
    termsFromSlots(design, terms, crossProduct.sums, crossProduct.stride, -1, hessian, terms.length);
    return value;
  };
  return { parameters: terms.length, evaluate };
}
