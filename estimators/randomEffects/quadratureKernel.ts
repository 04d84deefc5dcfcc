import type { KernelMemory } from "../kernels/kernelMemory.ts";
import {
  addCrossProduct,
  createCrossProduct,
  finishCrossProduct,
  startCrossProduct,
} from "../splitDesign/crossProduct.ts";
import { addWeightedRows, linearPredictor } from "../splitDesign/products.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import type { PairedNodes } from "./pairedNodes.ts";
import { createQuadratureGroups } from "./quadratureGroups.ts";

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
  /** By group: where the next evaluation looks for the mode. */
  readonly modes: Float64Array;
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
  return { evaluateRange, gradient, sums, modes };
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
  return { evaluateRange, gradient: memory.gradient, sums: memory.sums, modes };
}
