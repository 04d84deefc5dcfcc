import type { EstimandSummary } from "../summary.ts";
import type { KeptEstimates } from "./keptEstimates.ts";
import { type Range, rangeAround, shownRange, sortedFinite } from "./quantiles.ts";

/** An estimate and its standard error. */
export interface EstimatePoint {
  readonly replication: number;
  readonly estimate: number;
  readonly stdError: number;
  readonly rejects: boolean;
}

export interface EstimatePoints {
  readonly group: EstimandSummary;
  readonly estimates: Range;
  readonly stdErrors: Range;
  readonly points: readonly EstimatePoint[];
  /** Points beyond the axes. */
  readonly outside: number;
}

/** Points a scatter draws; of more it draws every k-th. */
export const MOST_POINTS = 300;

/**
 * Estimate against standard error of one group. null where no estimate has a standard error.
 *
 * @param alpha level of the tests.
 */
export function estimatePoints(kept: KeptEstimates, alpha: number): EstimatePoints | null {
  const every = Math.max(1, Math.ceil(kept.replication.length / MOST_POINTS));
  const points: EstimatePoint[] = [];
  for (let at = 0; at < kept.replication.length; at += every) {
    const estimate = kept.estimate[at] ?? Number.NaN;
    const stdError = kept.stdError[at] ?? Number.NaN;
    if (!Number.isFinite(estimate) || !Number.isFinite(stdError)) continue;
    const rejects = (kept.pValue[at] ?? Number.NaN) <= alpha;
    points.push({ replication: kept.replication[at] ?? 0, estimate, stdError, rejects });
  }
  const estimates = rangeAround(
    [shownRange(sortedFinite(points.map(({ estimate }) => estimate)))],
    [kept.group.truth],
  );
  const stdErrors = rangeAround([shownRange(sortedFinite(points.map(({ stdError }) => stdError)))]);
  if (estimates === null || stdErrors === null) return null;
  const inside = points.filter(
    ({ estimate, stdError }) => within(estimate, estimates) && within(stdError, stdErrors),
  );
  return { group: kept.group, estimates, stdErrors, points: inside, outside: points.length - inside.length };
}

function within(value: number, { low, high }: Range): boolean {
  return low <= value && value <= high;
}
