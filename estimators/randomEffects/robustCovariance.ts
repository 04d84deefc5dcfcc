import { scoresAt } from "../binary/binaryCovariance.ts";
import type { Clusters } from "../covariance/clusters.ts";
import type { RobustRequest } from "../covariance/robustOptions.ts";
import { sandwich, scoresByCluster, sumOfOuterProducts } from "../covariance/sandwich.ts";
import type { NewtonResult } from "../numerics/newton.ts";
import type { RowGroups } from "../splitDesign/groupRows.ts";
import { covarianceOfColumns, inverseInformation } from "../splitDesign/parameterEstimates.ts";
import { type RandomEffectsProblem, randomEffectsLikelihood } from "./randomEffectsProblem.ts";

/** Throws a RangeError when a group has rows in two clusters: its score cannot be divided between them. */
export function checkWholeGroups({ groups, start, order }: RowGroups, { ofRow }: Clusters): void {
  for (let group = 0; group < groups; group++) {
    const first = order[start[group]];
    for (let p = start[group] + 1; p < start[group + 1]; p++) {
      if (ofRow[order[p]] !== ofRow[first]) {
        throw new RangeError(
          `rows ${first} and ${order[p]} are of one group and of two clusters; clusters must hold whole groups`,
        );
      }
    }
  }
}

/**
 * The sandwich of coefficients and ln σ on the scale of the columns as given, with the scores of the quadrature at the
 * estimates; of the pooled model when ln σ was not searched for. NaN where nothing was estimated, throughout when the
 * Hessian is singular; undefined without clusters.
 */
export function robustCovarianceOfGroups(
  problem: RandomEffectsProblem,
  search: NewtonResult,
  quadratureNodes: number,
  request: RobustRequest,
): Float64Array | undefined {
  const { pooled, link } = problem;
  const { design, terms } = pooled;
  const { clusters } = request;
  if (clusters === null) return undefined;
  const n = search.point.length;
  const bread = inverseInformation(search.hessian, n);
  if (bread === null) return new Float64Array((design.slotOfTerm.length + 1) ** 2).fill(Number.NaN);

  let scores: Float64Array;
  if (n === terms.length) {
    scores = scoresByCluster(design, terms, scoresAt(pooled, link, search.point), clusters, n);
  } else {
    const { row, lnSigma } = randomEffectsLikelihood(problem, quadratureNodes).scores(search.point);
    scores = scoresByCluster(design, terms, row, clusters, n);
    const { start, order } = design.rowGroups;
    lnSigma.forEach((score, group) => {
      scores[clusters.ofRow[order[start[group]]] * n + terms.length] += score;
    });
  }
  const factor = request.factor(n);
  const robust = sandwich(bread, sumOfOuterProducts(scores, n), n).map((value) => factor * value);
  return covarianceOfColumns(design, terms, robust, 1);
}
