import { normalQuantile, twoSidedPValue } from "../numerics/normal.ts";
import type { TermEstimate } from "./fit.ts";

/**
 * One line of a fit's table from an estimate and its standard error, with a symmetric normal confidence interval.
 *
 * @param confidenceLevel in (0, 1), e.g. 0.95.
 * @param robustStdError when given, statistic, p-value and limits are made with it instead.
 */
export function termEstimate(
  term: string,
  estimate: number,
  stdError: number,
  confidenceLevel: number,
  robustStdError?: number,
): TermEstimate {
  const used = robustStdError ?? stdError;
  const halfWidth = normalQuantile(0.5 + confidenceLevel / 2) * used;
  const statistic = estimate / used;
  return {
    term,
    estimate,
    stdError,
    ...(robustStdError === undefined ? {} : { robustStdError }),
    statistic,
    pValue: twoSidedPValue(statistic),
    confLow: estimate - halfWidth,
    confHigh: estimate + halfWidth,
  };
}
