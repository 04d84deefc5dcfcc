import {
  addCrossProduct,
  createCrossProduct,
  finishCrossProduct,
  startCrossProduct,
} from "../splitDesign/crossProduct.ts";
import { termsFromSlots } from "../splitDesign/estimatedTerms.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import type { Clusters } from "./clusters.ts";

/** V M V for a symmetric n × n "bread" V (in full) and a "meat" M of which the lower triangle is read (Huber 1967). */
export function sandwich(bread: Float64Array, meat: Float64Array, n: number): Float64Array {
  const half = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += bread[i * n + k] * meat[Math.max(k, j) * n + Math.min(k, j)];
      half[i * n + j] = sum;
    }
  }
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += half[i * n + k] * bread[k * n + j];
      result[i * n + j] = sum;
      result[j * n + i] = sum;
    }
  }
  return result;
}

/** X' diag(w) X of the standardised columns of `terms`, lower triangle; w by position. */
export function weightedProduct(design: SplitDesign, terms: Int32Array, weights: Float64Array): Float64Array {
  const { groups, start } = design.rowGroups;
  const crossProduct = createCrossProduct(design);
  startCrossProduct(crossProduct);
  for (let group = 0; group < groups; group++) {
    addCrossProduct(design, weights.subarray(start[group], start[group + 1]), true, crossProduct);
  }
  finishCrossProduct(design, crossProduct);
  const result = new Float64Array(terms.length * terms.length);
  termsFromSlots(design, terms, crossProduct.sums, crossProduct.stride, 1, result, terms.length);
  return result;
}

/** Σ over rows of X' s by cluster: clusters × width row-major, the first columns those of `terms`, the rest 0. */
export function scoresByCluster(
  design: SplitDesign,
  terms: Int32Array,
  rowScores: Float64Array,
  clusters: Clusters,
  width: number,
): Float64Array {
  const { varying, varyingCount, constant, constantCount, varyingCodes, constantCodes } = design;
  const { varyingFactors, constantFactors, slots } = design;
  const { groups, start, order } = design.rowGroups;
  const bySlot = new Float64Array(clusters.count * slots);
  for (let group = 0; group < groups; group++) {
    for (let p = start[group]; p < start[group + 1]; p++) {
      const to = clusters.ofRow[order[p]] * slots;
      const score = rowScores[p];
      for (let j = 0; j < varyingCount; j++) bySlot[to + j] += score * varying[p * varyingCount + j];
      for (let j = 0; j < constantCount; j++) {
        bySlot[to + varyingCount + j] += score * constant[group * constantCount + j];
      }
      for (let f = 0; f < varyingFactors; f++) bySlot[to + varyingCodes[p * varyingFactors + f]] += score;
      for (let f = 0; f < constantFactors; f++) {
        bySlot[to + constantCodes[group * constantFactors + f]] += score;
      }
    }
  }
  const result = new Float64Array(clusters.count * width);
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    for (let i = 0; i < terms.length; i++) {
      result[cluster * width + i] = bySlot[cluster * slots + design.slotOfTerm[terms[i]]];
    }
  }
  return result;
}

/** Σ s s' over the rows s of a row-major matrix with rows of length `width`; lower triangle. */
export function sumOfOuterProducts(rows: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let at = 0; at < rows.length; at += width) {
    for (let i = 0; i < width; i++) {
      const value = rows[at + i];
      for (let j = 0; j <= i; j++) result[i * width + j] += value * rows[at + j];
    }
  }
  return result;
}
