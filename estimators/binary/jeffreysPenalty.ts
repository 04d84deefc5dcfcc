import { log } from "../../numerics/elementary.ts";
import { weightedProduct } from "../covariance/sandwich.ts";
import type { Objective } from "../numerics/newton.ts";
import { choleskyInPlace, inverseFromCholesky } from "../numerics/symmetric.ts";
import { indexAt } from "./binaryCovariance.ts";
import { designRows } from "./designRows.ts";
import { type BinaryLink, LOG_LIKELIHOOD, SCORE } from "./links/link.ts";
import type { BinaryProblem } from "./prepareBinary.ts";

/**
 * ℓ(b) + ½ log |I(b)|, I = X' diag(w e) X the expected information of the columns as given, e = p′²/(p(1 − p)): the
 * log-likelihood with Jeffreys' prior as its penalty. For the logit its maximum is that of Firth (1993, Biometrika 80,
 * 27–38), without the bias of order 1/n; for the other links it is finite too when the columns are independent (Kosmidis &
 * Firth 2021, Biometrika 108, 71–82).
 *
 * The gradient is X'(w(ℓ′ + ½ e′x'I⁻¹x)), e′/e = 2p″/p′ − p′/p + p′/(1 − p). In the place of the Hessian stands
 * −X' diag(w e (1 + h)) X, h = w e x'I⁻¹x: exact when the leverages h stand still, negative definite in any case.
 *
 * @param free the places in the problem's terms that the point has coefficients of; the others are 0. The penalty is that
 *   of all terms in any case, so that restricted and full maxima compare.
 */
export function penalizedLikelihood(
  problem: BinaryProblem,
  link: BinaryLink,
  free: readonly number[],
): Objective {
  const { design, terms, signs, weights } = problem;
  const k = terms.length;
  const rows = signs.length;
  const cellsOf = designRows(design, terms);
  const cells = new Float64Array(k);
  const row = new Float64Array(3);
  const other = new Float64Array(3);
  let unitOfColumns = 0;
  for (const term of terms) unitOfColumns += log(design.scale[term]);

  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    const coefficients = new Float64Array(k);
    free.forEach((place, i) => {
      coefficients[place] = point[i];
    });
    const index = indexAt(problem, coefficients);
    const weighted = index.map((eta, p) => (weights === null ? 1 : weights[p]) * link.expectedCurvature(eta));
    const factor = weightedProduct(design, terms, weighted);
    if (choleskyInPlace(factor, k).length > 0) return Number.NaN;
    let value = unitOfColumns;
    for (let i = 0; i < k; i++) value += log(factor[i * k + i]);
    const inverse = inverseFromCholesky(factor, k);

    const sums = new Float64Array(k);
    for (let p = 0; p < rows; p++) {
      cellsOf(p, cells);
      const leverage = weighted[p] * quadraticFormOfSparse(inverse, cells, k);
      const eta = index[p];
      link.row(signs[p] > 0 ? 1 : 0, eta, row);
      link.row(signs[p] > 0 ? 0 : 1, eta, other);
      const weight = weights === null ? 1 : weights[p];
      value += weight * row[LOG_LIKELIHOOD];
      const growth = 2 * link.relativeSlope(eta) - row[SCORE] - other[SCORE];
      // Where the curvature is 0 its relative growth may be infinite, and the leverage is 0.
      const score = weight * row[SCORE] + (leverage > 0 ? 0.5 * leverage * growth : 0);
      for (let i = 0; i < k; i++) sums[i] += score * cells[i];
      weighted[p] *= -(1 + leverage);
    }
    const curvature = weightedProduct(design, terms, weighted);
    free.forEach((place, i) => {
      gradient[i] = sums[place];
      for (let j = 0; j <= i; j++) hessian[i * free.length + j] = curvature[place * k + free[j]];
    });
    return value;
  };
  return { parameters: free.length, evaluate };
}

/** x'Ax of a full symmetric matrix, most of x being 0. */
function quadraticFormOfSparse(a: Float64Array, x: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    if (x[i] === 0) continue;
    let half = 0.5 * a[i * n + i] * x[i];
    for (let j = 0; j < i; j++) half += a[i * n + j] * x[j];
    sum += 2 * x[i] * half;
  }
  return sum;
}
