import type { Clusters } from "../covariance/clusters.ts";
import type { Orthogonal } from "./orthogonalise.ts";

/** (X'X)⁻¹ = R⁻¹R⁻ᵀ, k × k row-major. */
export function inverseOfCrossProduct({ inverse, kept }: Orthogonal): Float64Array {
  const k = kept.length;
  const identity = new Float64Array(k * k);
  for (let i = 0; i < k; i++) identity[i * k + i] = 1;
  return transformed(inverse, identity, k);
}

/**
 * (X'X)⁻¹ (Σ ss') (X'X)⁻¹ over the scores s = X_r'e_r of rows or of clusters: R⁻¹ (Σ tt') R⁻ᵀ with t = q_r e_r, q_r the
 * rows of the orthonormal basis.
 */
export function linearSandwich(
  { basis, inverse }: Orthogonal,
  residuals: Float64Array,
  clusters: Clusters | null,
): Float64Array {
  const k = basis.length;
  const meat = new Float64Array(k * k);
  const scores = basis.map((direction) => {
    if (clusters === null) return direction.map((value, row) => value * residuals[row]);
    const sums = new Float64Array(clusters.count);
    for (let row = 0; row < residuals.length; row++)
      sums[clusters.ofRow[row]] += direction[row] * residuals[row];
    return sums;
  });
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let c = 0; c < scores[i].length; c++) sum += scores[i][c] * scores[j][c];
      meat[i * k + j] = sum;
      meat[j * k + i] = sum;
    }
  }
  return transformed(inverse, meat, k);
}

/** A M A' for an upper triangular A and a symmetric M. */
function transformed(a: Float64Array, m: Float64Array, k: number): Float64Array {
  const half = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      for (let l = i; l < k; l++) half[i * k + j] += a[i * k + l] * m[l * k + j];
    }
  }
  const result = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let l = j; l < k; l++) sum += half[i * k + l] * a[j * k + l];
      result[i * k + j] = sum;
      result[j * k + i] = sum;
    }
  }
  return result;
}
