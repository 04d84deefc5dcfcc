import { exp, log } from "../../numerics/elementary.ts";
import type { KernelMemory } from "../kernels/kernelMemory.ts";
import {
  addCrossProduct,
  createCrossProduct,
  finishCrossProduct,
  startCrossProduct,
} from "../splitDesign/crossProduct.ts";
import { addWeightedRows, linearPredictor } from "../splitDesign/products.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import { createMode, findMode } from "./mode.ts";
import { addMovementOfNodes } from "./movingNodes.ts";
import { createNodeScores, scoreNodes } from "./nodeScores.ts";
import type { PairedNodes } from "./pairedNodes.ts";
import { createPosteriorMoments, posteriorMoments } from "./posterior.ts";

const HALF_LOG_PI = 0.5723649429247001;

/** The gradient before it is summed. */
export interface QuadratureScores {
  /** Derivative of the log-likelihood by the index of each row, by position. */
  readonly row: Float64Array;
  /** Derivative by ln σ, by group. */
  readonly lnSigma: Float64Array;
}

/**
 * Sums over a range of groups, by slot, ln σ after the last of them. Ranges may be evaluated by different kernels and their
 * sums added up: in one order they give one result.
 */
export interface QuadratureKernel {
  /**
   * The log-likelihood of the groups `from` to `to` − 1. With `derivatives` its gradient and Hessian are left in `gradient`
   * and `sums`.
   *
   * @param coefficients by slot.
   */
  readonly evaluateRange: (
    coefficients: Float64Array,
    sigma: number,
    from: number,
    to: number,
    derivatives: boolean,
  ) => number;
  readonly gradient: Float64Array;
  /** (slots + 1) square, row-major; see `CrossProduct` for which triangle holds what. */
  readonly sums: Float64Array;
}

/** What is known of one group after `QuadratureGroups.evaluate`. */
export function createQuadratureGroups(
  signs: Float64Array,
  index: Float64Array,
  largest: number,
  rule: PairedNodes,
) {
  const { count, nodes, logWeights } = rule;
  const groupMode = createMode(largest);
  const scores = createNodeScores(largest, count);
  const moments = createPosteriorMoments(largest, count);
  const spread = new Float64Array(count);
  const shift = new Float64Array(count);
  const omega = new Float64Array(count);

  /** log ∫ of one group; with `derivatives` fills `moments`. `modes` are where to start, and are updated. */
  const evaluate = (
    group: number,
    first: number,
    size: number,
    sigma: number,
    modes: Float64Array,
    derivatives: boolean,
  ): number => {
    findMode(index, signs, first, size, sigma, modes[group], groupMode);
    const mode = groupMode.summary[0];
    const scale = groupMode.summary[1];
    modes[group] = mode;
    for (let k = 0; k < count; k++) {
      spread[k] = sigma * Math.SQRT2 * scale * nodes[k];
      shift[k] = sigma * mode + spread[k];
    }
    scoreNodes(index, signs, first, size, sigma * mode, spread, derivatives, scores);

    let top = -Infinity;
    for (let k = 0; k < count; k++) {
      const u = mode + Math.SQRT2 * scale * nodes[k];
      const exponent = scores.exponent[k] + logWeights[k] - 0.5 * u * u;
      omega[k] = exponent;
      if (exponent > top) top = exponent;
    }
    let even = 0;
    let odd = 0;
    for (let k = 0; k < count; k += 2) {
      omega[k] = scores.ratio[k] * exp(omega[k] - top);
      omega[k + 1] = scores.ratio[k + 1] * exp(omega[k + 1] - top);
      even += omega[k];
      odd += omega[k + 1];
    }
    const total = even + odd;
    if (derivatives) {
      for (let k = 0; k < count; k++) omega[k] /= total;
      posteriorMoments(scores, size, omega, shift, moments);
      addMovementOfNodes(groupMode, size, sigma, omega, nodes, scores.scoreSum, moments);
    }
    return log(scale * total) + top - HALF_LOG_PI;
  };
  return { evaluate, moments };
}

/** The kernel in plain TypeScript. */
export function plainQuadratureKernel(
  design: SplitDesign,
  signs: Float64Array,
  offset: Float64Array | null,
  rule: PairedNodes,
): QuadratureKernel {
  const { groups, start, largest } = design.rowGroups;
  const lnSigmaSlot = design.slots;
  const crossProduct = createCrossProduct(design, 1);
  const { sums, stride } = crossProduct;
  const gradient = new Float64Array(stride);
  const index = new Float64Array(signs.length);
  const modes = new Float64Array(groups);
  const { evaluate, moments } = createQuadratureGroups(signs, index, largest, rule);

  const evaluateRange: QuadratureKernel["evaluateRange"] = (coefficients, sigma, from, to, derivatives) => {
    linearPredictor(design, coefficients, offset, index, from, to);
    if (derivatives) {
      startCrossProduct(crossProduct, from);
      gradient.fill(0);
    }
    let value = 0;
    for (let group = from; group < to; group++) {
      const first = start[group];
      value += evaluate(group, first, start[group + 1] - first, sigma, modes, derivatives);
      if (!derivatives) continue;
      gradient[lnSigmaSlot] += moments.lnSigma[0];
      sums[lnSigmaSlot * stride + lnSigmaSlot] += moments.lnSigma[1];
      addWeightedRows(design, group, moments.rowScore, gradient, 0);
      addWeightedRows(design, group, moments.rowCross, sums, lnSigmaSlot * stride);
      addCrossProduct(design, moments.within, false, crossProduct);
    }
    if (derivatives) finishCrossProduct(design, crossProduct);
    return value;
  };
  return { evaluateRange, gradient, sums };
}

/** The kernel for WebAssembly, in the memory of the design. */
export function wasmQuadratureKernel(
  memory: KernelMemory,
  signs: Float64Array,
  offset: Float64Array | null,
  rule: PairedNodes,
): QuadratureKernel {
  const modes = new Float64Array(memory.modes.length);
  const evaluateRange: QuadratureKernel["evaluateRange"] = (coefficients, sigma, from, to, derivatives) => {
    // Other likelihoods of the design use the same memory.
    memory.describe({ hasOffset: offset !== null, further: 1, half: rule.half });
    memory.signs.set(signs);
    if (offset !== null) memory.offset.set(offset);
    memory.nodes.set(rule.nodes);
    memory.logWeights.set(rule.logWeights);
    memory.modes.set(modes);
    memory.coefficients.set(coefficients);
    const value = memory.quadratureRange(sigma, from, to, derivatives);
    modes.set(memory.modes);
    return value;
  };
  return { evaluateRange, gradient: memory.gradient, sums: memory.sums };
}
