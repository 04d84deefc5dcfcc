import { type Clusters, numberClusters } from "../covariance/clusters.ts";

/** Projections at most; with acceleration a panel of firms and years needs about ten. */
const MAX_PROJECTIONS = 2000;

/** Factors whose effects are swept out of columns, with what their means need. */
export interface AbsorbedFactors {
  readonly factors: readonly Clusters[];
  /** Sum of the weights by level, factor by factor. */
  readonly levelWeights: readonly Float64Array[];
  readonly weights: Float64Array | null;
}

export function absorbedFactors(
  codes: readonly ArrayLike<number>[],
  weights: Float64Array | null,
): AbsorbedFactors {
  const factors = codes.map(numberClusters);
  const levelWeights = factors.map(({ count, ofRow }) => {
    const sums = new Float64Array(count);
    for (let row = 0; row < ofRow.length; row++) sums[ofRow[row]] += weights === null ? 1 : weights[row];
    return sums;
  });
  return { factors, levelWeights, weights };
}

/** Takes the (weighted) mean of each level of one factor out of `column`. */
function subtractLevelMeans(
  { factors, levelWeights, weights }: AbsorbedFactors,
  f: number,
  column: Float64Array,
): void {
  const { count, ofRow } = factors[f];
  const means = new Float64Array(count);
  for (let row = 0; row < column.length; row++) {
    means[ofRow[row]] += weights === null ? column[row] : weights[row] * column[row];
  }
  for (let level = 0; level < count; level++) means[level] /= levelWeights[f][level];
  for (let row = 0; row < column.length; row++) column[row] -= means[ofRow[row]];
}

/** The symmetric sweep T = M₁ … M_K … M₁, each M_f taking out the means of one factor. */
function sweep(absorbed: AbsorbedFactors, column: Float64Array): void {
  const last = absorbed.factors.length - 1;
  for (let f = 0; f <= last; f++) subtractLevelMeans(absorbed, f, column);
  for (let f = last - 1; f >= 0; f--) subtractLevelMeans(absorbed, f, column);
}

/**
 * Replaces `column` by what is left of it when it is regressed on the dummies of every factor (Frisch & Waugh 1933; Lovell
 * 1963). With one factor these are the deviations from its means, exactly. With more it is the method of alternating
 * projections (Halperin 1962; Gaure 2013, Computational Statistics & Data Analysis 66, 8–18), T^∞ x, accelerated by
 * conjugate gradients: T is symmetric in the weighted inner product, so the part d of x that is to go solves
 * (I − T) d = (I − T) x (Hernández-Ramos, Escalante & Raydan 2011).
 *
 * @param tolerance converged when another sweep would change the result by no more than this share of the column's norm,
 *   ‖(I − T) y‖ ≤ tolerance · ‖x‖. The distance to the limit is at most 1/(1 − c²) times that, c the cosine of the angle
 *   between the factors' spaces (near 1 only where hardly any row ties the levels together).
 * @returns whether it converged.
 */
export function absorb(absorbed: AbsorbedFactors, column: Float64Array, tolerance: number): boolean {
  if (absorbed.factors.length === 0) return true;
  const norm = Math.sqrt(squaredNorm(absorbed, column));
  if (absorbed.factors.length === 1) {
    // The second time takes away what rounding left of a mean far from zero.
    sweep(absorbed, column);
    sweep(absorbed, column);
    return true;
  }
  const n = column.length;
  const swept = column.slice();
  sweep(absorbed, swept);
  const residual = Float64Array.from(column, (value, row) => value - swept[row]);
  const direction = residual.slice();
  let size = squaredNorm(absorbed, residual);
  for (let projection = 0; projection < MAX_PROJECTIONS; projection++) {
    if (!(Math.sqrt(size) > tolerance * norm)) {
      // One plain sweep more: its last factor's means are then zero to rounding.
      sweep(absorbed, column);
      return true;
    }
    // swept becomes (I − T) direction.
    swept.set(direction);
    sweep(absorbed, swept);
    let curvature = 0;
    for (let row = 0; row < n; row++) {
      swept[row] = direction[row] - swept[row];
      const product = direction[row] * swept[row];
      curvature += absorbed.weights === null ? product : absorbed.weights[row] * product;
    }
    const step = size / curvature;
    for (let row = 0; row < n; row++) {
      column[row] -= step * direction[row];
      residual[row] -= step * swept[row];
    }
    const before = size;
    size = squaredNorm(absorbed, residual);
    const share = size / before;
    for (let row = 0; row < n; row++) direction[row] = residual[row] + share * direction[row];
  }
  return false;
}

function squaredNorm({ weights }: AbsorbedFactors, column: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < column.length; row++) {
    const square = column[row] * column[row];
    sum += weights === null ? square : weights[row] * square;
  }
  return sum;
}
