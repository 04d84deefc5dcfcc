import type { Measure } from "../measuresOfMoments.ts";

/** Between what a share lies whatever the failed replications would have given, 0 to 1. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** [Σx / n, (Σx + missing) / n]: every replication without an outcome had not x, or had it. */
export function boundsOfShare(count: number, known: number, total: number): Bounds {
  return { low: count / total, high: (count + total - known) / total };
}

/**
 * Why the numbers of a cell are to be read with care: more than 5 % of its replications gave no estimate, or what these
 * could change of a share is more than its Monte Carlo standard error.
 */
export type FailureFlag = "failures" | "rejectionBounds" | "coverageBounds";

export const MOST_FAILURES = 0.05;

/** Whether the bounds of a share are wider than its Monte Carlo standard error; never for a share that is undefined. */
export function wide({ low, high }: Bounds, { mcse }: Measure): boolean {
  return high - low > mcse;
}
