import { exp, log } from "../../numerics/elementary.ts";
import { millsDenominator, millsNumerator } from "../../numerics/millsRatio.ts";
import type { Objective } from "../numerics/newton.ts";
import {
  addCrossProduct,
  createCrossProduct,
  finishCrossProduct,
  startCrossProduct,
} from "../splitDesign/crossProduct.ts";
import { termsFromSlots } from "../splitDesign/estimatedTerms.ts";
import { addWeightedRows, linearPredictor } from "../splitDesign/products.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
const LOG_SQRT_TWO_PI = 0.9189385332046728;

/**
 * The probit log-likelihood Σ log Φ(q η), q = 2y − 1, η = Xb + offset, with its gradient X'r, r = qφ/Φ, and its
 * observed information X' diag(d) X, d = λ(λ + z) with z = qη, λ = φ(z)/Φ(z).
 *
 * @param signs q by position (sorted by group).
 * @param terms the terms to estimate; the point has their standardised coefficients.
 */
export function pooledLikelihood(
  design: SplitDesign,
  signs: Float64Array,
  offset: Float64Array | null,
  terms: Int32Array,
): Objective {
  const { groups, start, largest } = design.rowGroups;
  const crossProduct = createCrossProduct(design);
  const slotGradient = new Float64Array(design.slots);
  const slotCoefficients = new Float64Array(design.slots);
  const index = new Float64Array(signs.length);
  const scores = new Float64Array(largest);
  const curvatures = new Float64Array(largest);

  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    for (let i = 0; i < terms.length; i++) slotCoefficients[design.slotOfTerm[terms[i]]] = point[i];
    linearPredictor(design, slotCoefficients, offset, index);
    startCrossProduct(crossProduct);
    slotGradient.fill(0);
    let value = 0;
    // log Φ of several rows is one logarithm of a product of Φ's parts.
    let product = 1;
    for (let group = 0; group < groups; group++) {
      const first = start[group];
      const end = start[group + 1];
      for (let p = first; p < end; p++) {
        const sign = signs[p];
        const z = sign * index[p];
        const a = Math.min(Math.abs(z), 1e15);
        const numerator = millsNumerator(a);
        const denominator = millsDenominator(a);
        let lambda: number;
        if (z < 0) {
          lambda = denominator / numerator;
          value -= LOG_SQRT_TWO_PI + 0.5 * z * z;
          product /= lambda;
        } else {
          const e = INVERSE_SQRT_TWO_PI * exp(-0.5 * a * a);
          const remainder = denominator - e * numerator;
          lambda = (e * denominator) / remainder;
          product *= remainder / denominator;
        }
        if (!(product > 1e-200)) {
          value += log(product);
          product = 1;
        }
        scores[p - first] = sign * lambda;
        // λ(λ + z) loses digits for z far below 0, where it tends to 1 from below.
        curvatures[p - first] = Math.min(lambda * (lambda + z), 1);
      }
      addWeightedRows(design, group, scores, slotGradient, 0);
      addCrossProduct(design, curvatures, true, crossProduct);
    }
    finishCrossProduct(design, crossProduct);
    for (let i = 0; i < terms.length; i++) gradient[i] = slotGradient[design.slotOfTerm[terms[i]]];
    termsFromSlots(design, terms, crossProduct.sums, crossProduct.stride, -1, hessian, terms.length);
    return value + log(product);
  };
  return { parameters: terms.length, evaluate };
}
