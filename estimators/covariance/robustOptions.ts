import { phrase } from "../../scenarios/phrase.ts";
import type { FitWarning, RobustCovarianceType } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import { checkBoolean, oneOf } from "../options.ts";
import { type Clusters, numberClusters } from "./clusters.ts";

/** What a robust covariance is asked for with. */
export interface RobustOptions {
  /**
   * The sandwich covariance and its small-sample factor, as R's `sandwich` names them: "HC0" none, "HC1" n/(n − k) or,
   * with clusters, (n − 1)/(n − k). Default: with `cluster` the default of the model, else no robust covariance.
   */
  readonly robust?: "HC0" | "HC1";
  /** A cluster for each row (any integers): rows of a cluster may depend on each other. */
  readonly cluster?: ArrayLike<number>;
  /** Whether G clusters bring the factor G/(G − 1), `cadjust` of R's `vcovCL`. Default true. */
  readonly clusterAdjustment?: boolean;
}

/** A robust covariance as it was asked for. */
export interface RobustRequest {
  readonly description: RobustCovarianceType;
  readonly clusters: Clusters | null;
  /** The factor of the sandwich by number of parameters. */
  readonly factor: (parameters: number) => number;
  /** Names a single cluster, of which no covariance can be made. */
  readonly warnings: readonly FitWarning[];
}

/**
 * Null when nothing robust was asked for. Throws a RangeError for a cluster column of the wrong length and for
 * a type that is not known.
 *
 * @param clusteredType the type when clusters are given without one.
 */
export function robustRequest(
  options: RobustOptions,
  rows: number,
  clusteredType: "HC0" | "HC1",
): RobustRequest | null {
  const { robust, cluster, clusterAdjustment = true } = options;
  oneOf("robust", robust, ["HC0", "HC1"]);
  checkBoolean("clusterAdjustment", options.clusterAdjustment);
  if (robust === undefined && cluster === undefined) return null;
  if (cluster !== undefined && cluster.length !== rows) {
    throw new RangeError(`the cluster column has ${cluster.length} numbers where ${rows} are needed`);
  }
  const clusters = cluster === undefined ? null : numberClusters(cluster);
  const type = robust ?? clusteredType;
  const count = clusters?.count ?? null;
  const message = phrase`all rows are in one cluster: its scores sum to zero, so there is no cluster-robust covariance`;
  return {
    description: { type, clusters: count },
    clusters,
    factor: (parameters) => {
      if (count === 1) return Number.NaN;
      const ofClusters = count === null || !clusterAdjustment ? 1 : count / (count - 1);
      const ofParameters = type === "HC0" ? 1 : (count === null ? rows : rows - 1) / (rows - parameters);
      return ofClusters * ofParameters;
    },
    warnings: count === 1 ? [fitWarning("one-cluster", [], message)] : [],
  };
}
