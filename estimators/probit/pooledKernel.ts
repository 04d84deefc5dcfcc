import { exp, log } from "../../numerics/elementary.ts";
import { millsDenominator, millsNumerator } from "../../numerics/millsRatio.ts";
import type { KernelMemory } from "../kernels/kernelMemory.ts";
import {
  addCrossProduct,
  createCrossProduct,
  finishCrossProduct,
  startCrossProduct,
} from "../splitDesign/crossProduct.ts";
import { addWeightedRows, linearPredictor } from "../splitDesign/products.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
const LOG_SQRT_TWO_PI = 0.9189385332046728;

/**
 * Sums over a range of groups, by slot. Ranges may be evaluated by different kernels and their sums added up: in one order
 * they give one result.
 */
export interface PooledKernel {
  /** The log-likelihood of the groups `from` to `to` − 1; leaves its gradient and information in the arrays below. */
  readonly evaluateRange: (coefficients: Float64Array, from: number, to: number) => number;
  readonly gradient: Float64Array;
  /** X' diag(d) X, slots × slots, row-major; see `CrossProduct` for which triangle holds what. */
  readonly sums: Float64Array;
}

/** The kernel in plain TypeScript. */
export function plainPooledKernel(
  design: SplitDesign,
  signs: Float64Array,
  offset: Float64Array | null,
): PooledKernel {
  const { start, largest } = design.rowGroups;
  const crossProduct = createCrossProduct(design);
  const gradient = new Float64Array(design.slots);
  const index = new Float64Array(signs.length);
  const scores = new Float64Array(largest);
  const curvatures = new Float64Array(largest);

  const evaluateRange: PooledKernel["evaluateRange"] = (coefficients, from, to) => {
    linearPredictor(design, coefficients, offset, index, from, to);
    startCrossProduct(crossProduct, from);
    gradient.fill(0);
    let value = 0;
    // log Φ of several rows is one logarithm of a product of Φ's parts.
    let product = 1;
    for (let group = from; group < to; group++) {
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
      addWeightedRows(design, group, scores, gradient, 0);
      addCrossProduct(design, curvatures, true, crossProduct);
    }
    finishCrossProduct(design, crossProduct);
    return value + log(product);
  };
  return { evaluateRange, gradient, sums: crossProduct.sums };
}

/** The kernel for WebAssembly, in the memory of the design. */
export function wasmPooledKernel(
  memory: KernelMemory,
  signs: Float64Array,
  offset: Float64Array | null,
): PooledKernel {
  const evaluateRange: PooledKernel["evaluateRange"] = (coefficients, from, to) => {
    // Other likelihoods of the design use the same memory.
    memory.describe({ hasOffset: offset !== null, further: 0, half: 0 });
    memory.signs.set(signs);
    if (offset !== null) memory.offset.set(offset);
    memory.coefficients.set(coefficients);
    return memory.pooledRange(from, to);
  };
  return { evaluateRange, gradient: memory.gradient, sums: memory.sums };
}
