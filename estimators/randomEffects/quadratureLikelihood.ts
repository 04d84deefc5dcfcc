import { exp, log } from "../../numerics/elementary.ts";
import { gaussHermite } from "../numerics/gaussHermite.ts";
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
import { createMode, findMode } from "./mode.ts";
import { addMovementOfNodes } from "./movingNodes.ts";
import { createNodeScores, scoreNodes } from "./nodeScores.ts";
import { createPosteriorMoments, posteriorMoments } from "./posterior.ts";

const HALF_LOG_PI = 0.5723649429247001;

export interface QuadratureLikelihood extends Objective {
  /** The log-likelihood alone. */
  readonly value: (point: Float64Array) => number;
  /** The gradient before it is summed. */
  readonly scores: (point: Float64Array) => QuadratureScores;
}

export interface QuadratureScores {
  /** Derivative of the log-likelihood by the index of each row, by position. */
  readonly row: Float64Array;
  /** Derivative by ln σ, by group. */
  readonly lnSigma: Float64Array;
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
  const { groups, start, largest } = design.rowGroups;
  const { nodes, weights } = gaussHermite(quadratureNodes);
  const logWeights = weights.map((weight, k) => log(weight) + nodes[k] * nodes[k]);
  const lnSigmaSlot = design.slots;
  const crossProduct = createCrossProduct(design, 1);
  const { sums, stride } = crossProduct;
  const slotGradient = new Float64Array(stride);
  const coefficients = new Float64Array(design.slots);
  const index = new Float64Array(signs.length);
  const modes = new Float64Array(groups);
  const groupMode = createMode(largest);
  const nodeScores = createNodeScores(largest, quadratureNodes);
  const moments = createPosteriorMoments(largest, quadratureNodes);
  const spread = new Float64Array(quadratureNodes);
  const shift = new Float64Array(quadratureNodes);
  const omega = new Float64Array(quadratureNodes);

  const sumOverGroups = (
    point: Float64Array,
    derivatives: boolean,
    kept: QuadratureScores | null = null,
  ): number => {
    const sigma = exp(point[terms.length]);
    for (let i = 0; i < terms.length; i++) coefficients[design.slotOfTerm[terms[i]]] = point[i];
    linearPredictor(design, coefficients, offset, index);
    let value = 0;
    for (let group = 0; group < groups; group++) {
      const first = start[group];
      const size = start[group + 1] - first;
      findMode(index, signs, first, size, sigma, modes[group], groupMode);
      const mode = groupMode.summary[0];
      const scale = groupMode.summary[1];
      modes[group] = mode;
      for (let k = 0; k < quadratureNodes; k++) {
        spread[k] = sigma * Math.SQRT2 * scale * nodes[k];
        shift[k] = sigma * mode + spread[k];
      }
      scoreNodes(index, signs, first, size, sigma * mode, spread, derivatives, nodeScores);

      let top = -Infinity;
      for (let k = 0; k < quadratureNodes; k++) {
        const u = mode + Math.SQRT2 * scale * nodes[k];
        const exponent = nodeScores.exponent[k] + logWeights[k] - 0.5 * u * u;
        omega[k] = exponent;
        if (exponent > top) top = exponent;
      }
      let total = 0;
      for (let k = 0; k < quadratureNodes; k++) {
        omega[k] = nodeScores.ratio[k] * exp(omega[k] - top);
        total += omega[k];
      }
      value += log(scale * total) + top - HALF_LOG_PI;
      if (!derivatives) continue;

      for (let k = 0; k < quadratureNodes; k++) omega[k] /= total;
      posteriorMoments(nodeScores, size, omega, shift, moments);
      addMovementOfNodes(groupMode, size, sigma, omega, nodes, moments);
      if (kept !== null) {
        kept.row.set(moments.rowScore.subarray(0, size), first);
        kept.lnSigma[group] = moments.lnSigma[0];
        continue;
      }
      slotGradient[lnSigmaSlot] += moments.lnSigma[0];
      sums[lnSigmaSlot * stride + lnSigmaSlot] += moments.lnSigma[1];
      addWeightedRows(design, group, moments.rowScore, slotGradient, 0);
      addWeightedRows(design, group, moments.rowCross, sums, lnSigmaSlot * stride);
      addCrossProduct(design, moments.within, false, crossProduct);
    }
    if (derivatives && kept === null) finishCrossProduct(design, crossProduct);
    return value;
  };

  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    startCrossProduct(crossProduct);
    slotGradient.fill(0);
    const value = sumOverGroups(point, true);
    const k = terms.length;
    const width = k + 1;
    const lnSigmaRow = lnSigmaSlot * stride;
    for (let i = 0; i < k; i++) {
      gradient[i] = slotGradient[design.slotOfTerm[terms[i]]];
      hessian[k * width + i] = sums[lnSigmaRow + design.slotOfTerm[terms[i]]];
    }
    gradient[k] = slotGradient[lnSigmaSlot];
    hessian[k * width + k] = sums[lnSigmaRow + lnSigmaSlot];
    termsFromSlots(design, terms, sums, stride, 1, hessian, width);
    return value;
  };
  const scores = (point: Float64Array): QuadratureScores => {
    const kept = { row: new Float64Array(signs.length), lnSigma: new Float64Array(groups) };
    sumOverGroups(point, true, kept);
    return kept;
  };
  const value = (point: Float64Array): number => sumOverGroups(point, false);
  return { parameters: terms.length + 1, evaluate, value, scores };
}
