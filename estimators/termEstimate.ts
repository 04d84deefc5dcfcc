import { normalQuantile, twoSidedPValue } from "../numerics/normal.ts";
import type { TermEstimate } from "./fit.ts";

/**
 * One line of a fit's table from an estimate and its standard error, with a symmetric normal confidence interval.
 *
 * @param confidenceLevel in (0, 1), e.g. 0.95.
 */
export function termEstimate(
  term: string,
  estimate: number,
  stdError: number,
  confidenceLevel: number,
): TermEstimate {
  const halfWidth = normalQuantile(0.5 + confidenceLevel / 2) * stdError;
  const statistic = estimate / stdError;
  return {
    term,
    estimate,
    stdError,
    statistic,
    pValue: twoSidedPValue(statistic),
    confLow: estimate - halfWidth,
    confHigh: estimate + halfWidth,
  };
}
