import type { RobustRequest } from "../covariance/robustOptions.ts";
import { sandwich, scoresByCluster, sumOfOuterProducts, weightedProduct } from "../covariance/sandwich.ts";
import type { NewtonResult } from "../numerics/newton.ts";
import { covarianceOfColumns, inverseInformation } from "../splitDesign/parameterEstimates.ts";
import { linearPredictor } from "../splitDesign/products.ts";
import { type BinaryLink, SCORE } from "./links/link.ts";
import type { BinaryProblem } from "./prepareBinary.ts";

/** Covariances of the coefficients as given, row-major; null where the information is singular. */
export interface BinaryCovariance {
  /** Inverse of the information that was asked for. */
  readonly model: Float64Array | null;
  /** V (Σ s s') V over rows or clusters, V as in `model`; null too when it was not asked for. */
  readonly robust: Float64Array | null;
}

export function binaryCovariance(
  problem: BinaryProblem,
  link: BinaryLink,
  search: NewtonResult,
  information: "observed" | "expected",
  request: RobustRequest | null,
): BinaryCovariance {
  const { design, terms } = problem;
  const k = terms.length;
  const index = information === "expected" || request !== null ? indexAt(problem, search.point) : null;
  const hessian =
    information === "expected" && index !== null ? expectedHessian(problem, link, index) : search.hessian;
  const bread = inverseInformation(hessian, k);
  if (bread === null) return { model: null, robust: null };
  const model = covarianceOfColumns(design, terms, bread, 0);
  if (request === null || index === null) return { model, robust: null };

  const scores = rowScores(problem, link, index);
  const meat =
    request.clusters === null
      ? weightedProduct(
          design,
          terms,
          scores.map((score) => score * score),
        )
      : sumOfOuterProducts(scoresByCluster(design, terms, scores, request.clusters, k), k);
  const factor = request.factor(k);
  const robust = sandwich(bread, meat, k).map((value) => factor * value);
  return { model, robust: covarianceOfColumns(design, terms, robust, 0) };
}

/** wℓ′ by position at standardised coefficients. */
export function scoresAt(problem: BinaryProblem, link: BinaryLink, point: Float64Array): Float64Array {
  return rowScores(problem, link, indexAt(problem, point));
}

/** Xb + offset by position at standardised coefficients. */
export function indexAt({ design, terms, offset, signs }: BinaryProblem, point: Float64Array): Float64Array {
  const coefficients = new Float64Array(design.slots);
  terms.forEach((term, i) => {
    coefficients[design.slotOfTerm[term]] = point[i];
  });
  const index = new Float64Array(signs.length);
  linearPredictor(design, coefficients, offset, index);
  return index;
}

/** wℓ′ by position. */
function rowScores({ signs, weights }: BinaryProblem, link: BinaryLink, index: Float64Array): Float64Array {
  const row = new Float64Array(3);
  return index.map((eta, p) => {
    if (weights !== null && weights[p] === 0) return 0;
    link.row(signs[p] > 0 ? 1 : 0, eta, row);
    return (weights === null ? 1 : weights[p]) * row[SCORE];
  });
}

/** Minus the expected information X' diag(w p′²/(p(1 − p))) X. */
export function expectedHessian(problem: BinaryProblem, link: BinaryLink, index: Float64Array): Float64Array {
  const { design, terms, weights } = problem;
  const minusInformation = index.map((eta, p) =>
    weights?.[p] === 0 ? 0 : -(weights === null ? 1 : weights[p]) * link.expectedCurvature(eta),
  );
  return weightedProduct(design, terms, minusInformation);
}
