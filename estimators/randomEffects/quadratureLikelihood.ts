import { exp } from "../../numerics/elementary.ts";
import type { Objective } from "../numerics/newton.ts";
import { termsFromSlots } from "../splitDesign/estimatedTerms.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import { pairedNodes } from "./pairedNodes.ts";
import type { QuadratureScores } from "./quadratureKernel.ts";
import { groupsRepeat, likelihoodOfRepeatedGroups } from "./repeatedGroups.ts";
import { wholeQuadrature } from "./wholeQuadrature.ts";

export type { QuadratureScores } from "./quadratureKernel.ts";

export interface QuadratureLikelihood extends Objective {
  /** The log-likelihood alone. */
  readonly value: (point: Float64Array) => number;
  /** The gradient before it is summed. */
  readonly scores: (point: Float64Array) => QuadratureScores;
}

/**
 * The random-effects probit log-likelihood by adaptive Gauss–Hermite quadrature, its gradient and Hessian. With nodes a_k
 * and weights w_k of the rule, and a group's mode m and scale c (see `findMode`), u_k = m + √2 c a_k and
 *
 *     log W_k = log w_k + a_k² − u_k²/2 + Σ_t log Φ(q_t (x_t'b + σu_k)),   ℓ = log(c/√π) + log Σ_k W_k.
 *
 * The gradient is that of ℓ itself, the nodes moving with the parameters; the Hessian holds m and c fixed, which differs by
 * the error of the quadrature only and needs no more than a weight for each row and pair of rows of a group
 * (`posteriorMoments`), with which X enters once, not node by node.
 *
 * The point has the standardised coefficients of `terms`, then ln σ. Modes are remembered from one evaluation to the next.
 *
 * @param signs 2y − 1 by position; `offset` by position.
 */
export function quadratureLikelihood(
  design: SplitDesign,
  signs: Float64Array,
  offset: Float64Array | null,
  terms: Int32Array,
  quadratureNodes: number,
): QuadratureLikelihood {
  const whole = wholeQuadrature(design, signs, offset, quadratureNodes);
  const coefficients = new Float64Array(design.slots);
  const k = terms.length;

  /** Fills `coefficients`; returns σ. */
  const place = (point: Float64Array): number => {
    for (let i = 0; i < k; i++) coefficients[design.slotOfTerm[terms[i]]] = point[i];
    return exp(point[k]);
  };
  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    const value = whole.evaluate(coefficients, place(point), true);
    const { gradient: slotGradient, sums } = whole;
    const lnSigmaSlot = design.slots;
    const stride = lnSigmaSlot + 1;
    const width = k + 1;
    for (let i = 0; i < k; i++) {
      gradient[i] = slotGradient[design.slotOfTerm[terms[i]]];
      hessian[k * width + i] = sums[lnSigmaSlot * stride + design.slotOfTerm[terms[i]]];
    }
    gradient[k] = slotGradient[lnSigmaSlot];
    hessian[k * width + k] = sums[lnSigmaSlot * stride + lnSigmaSlot];
    termsFromSlots(design, terms, sums, stride, 1, hessian, width);
    return value;
  };
  const value = (point: Float64Array): number => whole.evaluate(coefficients, place(point), false);
  const scores = (point: Float64Array): QuadratureScores => whole.scores(coefficients, place(point));
  if (groupsRepeat(design, offset)) {
    return { ...likelihoodOfRepeatedGroups(design, signs, terms, pairedNodes(quadratureNodes)), scores };
  }
  return { parameters: k + 1, evaluate, value, scores };
}
