import { scoresAt } from "../binary/binaryCovariance.ts";
import { complementaryLogLog } from "../binary/links/complementaryLogLog.ts";
import type { RobustRequest } from "../covariance/robustOptions.ts";
import { sandwich, scoresByCluster, sumOfOuterProducts } from "../covariance/sandwich.ts";
import type { NewtonResult } from "../numerics/newton.ts";
import { covarianceOfColumns, inverseInformation } from "../splitDesign/parameterEstimates.ts";
import { frailtyLikelihood } from "./frailtyLikelihood.ts";
import type { FrailtyProblem } from "./frailtyProblem.ts";

/**
 * The sandwich of coefficients and ln θ on the scale of the columns as given; of the pooled cloglog when ln θ was not
 * searched for. NaN where nothing was estimated, throughout when the Hessian is singular; undefined without clusters.
 */
export function robustFrailtyCovariance(
  problem: FrailtyProblem,
  search: NewtonResult,
  request: RobustRequest,
): Float64Array | undefined {
  const { design, terms } = problem.binary;
  const { clusters } = request;
  if (clusters === null) return undefined;
  const n = search.point.length;
  const bread = inverseInformation(search.hessian, n);
  if (bread === null) return new Float64Array((design.slotOfTerm.length + 1) ** 2).fill(Number.NaN);

  let scores: Float64Array;
  if (n === terms.length) {
    const rowScores = scoresAt(problem.binary, complementaryLogLog, search.point);
    scores = scoresByCluster(design, terms, rowScores, clusters, n);
  } else {
    const { row, lnVariance } = frailtyLikelihood(problem).scores(search.point);
    scores = scoresByCluster(design, terms, row, clusters, n);
    const { start, order } = design.rowGroups;
    lnVariance.forEach((score, group) => {
      scores[clusters.ofRow[order[start[group]]] * n + terms.length] += score;
    });
  }
  const factor = request.factor(n);
  const robust = sandwich(bread, sumOfOuterProducts(scores, n), n).map((value) => factor * value);
  return covarianceOfColumns(design, terms, robust, 1);
}
