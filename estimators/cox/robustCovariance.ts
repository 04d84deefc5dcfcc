import { type Clusters, numberClusters } from "../covariance/clusters.ts";
import { sandwich, sumOfOuterProducts } from "../covariance/sandwich.ts";
import type { FitWarning, RobustCovarianceType } from "../fit.ts";
import { type CoxProblem, slotsAt } from "./coxProblem.ts";
import { oneCluster } from "./coxWarnings.ts";
import type { Maximum } from "./maximise.ts";
import { scoreResiduals } from "./scoreResiduals.ts";
import type { ApproximateTies } from "./slotSums.ts";

/** What a fit takes from the rows' scores. */
export interface RobustPart {
  /** k × k, in units of the columns. */
  readonly covariance: Float64Array;
  /** Variance of the score at zero coefficients in standardised units: k × k, lower triangle. */
  readonly scoreVarianceAtZero: Float64Array;
  readonly made: RobustCovarianceType;
  readonly warnings: readonly FitWarning[];
}

/**
 * The sandwich covariance of Lin and Wei (1989) at a maximum, in whose standardised coefficients the terms left out are
 * zero: V M V with M = Σ u u' over the clusters' sums u of weighted score residuals, which is the cross-product of
 * their dfbetas. No small-sample factor, as in R's `coxph`.
 */
export function robustPart(
  problem: CoxProblem,
  ties: ApproximateTies,
  maximum: Maximum,
  estimated: readonly number[],
  covariance: Float64Array,
): RobustPart {
  const { scale, size: k } = problem.design;
  const coefficients = new Float64Array(k);
  estimated.forEach((term, position) => {
    coefficients[term] = maximum.coefficients[position];
  });
  const clusters = clustersOf(problem);
  const scoreVariance = (at: Float64Array) => {
    const scores = scoreResiduals(problem, slotsAt(problem, at, ties));
    return sumOfOuterProducts(sumByCluster(clusters, scores, problem.data.weights, k), k);
  };
  const meat = scoreVariance(coefficients);
  for (let j = 0; j < k; j++) for (let m = 0; m <= j; m++) meat[j * k + m] *= scale[j] * scale[m];
  // Terms without a finite variance have no part in the others.
  const bread = covariance.map((value) => (Number.isFinite(value) ? value : 0));
  const robust = sandwich(bread, meat, k).map((value, at) =>
    Number.isFinite(covariance[at]) ? value : covariance[at],
  );
  const named = problem.data.cluster ? clusters.count : null;
  return {
    covariance: named === 1 ? robust.fill(Number.NaN) : robust,
    scoreVarianceAtZero: scoreVariance(new Float64Array(k)),
    made: { type: "HC0", clusters: named },
    warnings: named === 1 ? [oneCluster()] : [],
  };
}

/** The clusters of the rows; every row on its own when the data name none. */
export function clustersOf({ data }: CoxProblem): Clusters {
  if (data.cluster) return numberClusters(data.cluster);
  return { count: data.stop.length, ofRow: Int32Array.from(data.stop.keys()) };
}

/** Sums over clusters of w × the row's entries; `rowEntries` is row-major rows × k, the result clusters × k. */
export function sumByCluster(
  { count, ofRow }: Clusters,
  rowEntries: Float64Array,
  weights: Float64Array | undefined,
  k: number,
): Float64Array {
  const sums = new Float64Array(count * k);
  for (let row = 0; row < ofRow.length; row++) {
    const w = weights ? weights[row] : 1;
    for (let j = 0; j < k; j++) sums[ofRow[row] * k + j] += w * rowEntries[row * k + j];
  }
  return sums;
}
