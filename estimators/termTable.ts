import type { TermEstimate } from "./fit.ts";
import { termEstimate } from "./termEstimate.ts";

/**
 * The table of a fit: a line for each name, with the standard errors of the covariances' diagonals.
 *
 * @param covariance row-major, of the terms in the order of `names` and then of any further parameters; the robust one too,
 *   with which statistics and limits are made when it is given.
 */
export function termTable(
  names: readonly string[],
  estimates: ArrayLike<number>,
  covariance: Float64Array,
  robustCovariance: Float64Array | undefined,
  confidenceLevel: number,
): TermEstimate[] {
  const width = Math.round(Math.sqrt(covariance.length));
  const stdError = (of: Float64Array, i: number): number => Math.sqrt(of[i * width + i]);
  return names.map((name, i) =>
    termEstimate(
      name,
      estimates[i],
      stdError(covariance, i),
      confidenceLevel,
      robustCovariance && stdError(robustCovariance, i),
    ),
  );
}
