import { type Share, shareOf } from "../measuresOfMoments.ts";
import type { EstimandSummary } from "../summary.ts";
import type { KeptEstimates } from "./keptEstimates.ts";
import { type Range, rangeAround, shownRange, sortedFinite } from "./quantiles.ts";

/** A confidence interval of a zip plot (Morris, White & Crowther 2019, section 7). */
export interface ZipInterval {
  readonly replication: number;
  /** Rank of |estimate − truth| / standard error among the kept, in per cent: 100 is the furthest from the truth. */
  readonly centile: number;
  /** Limits less the truth of the replication. */
  readonly low: number;
  readonly high: number;
  readonly covers: boolean;
}

export interface ZipPlot {
  readonly group: EstimandSummary;
  /** Of the error axis. */
  readonly range: Range;
  readonly intervals: readonly ZipInterval[];
  /** Share of the intervals that cover the truth, with its 95 % Wilson limits. */
  readonly coverage: Share;
  /** Intervals that were ranked; not all may be drawn. */
  readonly ranked: number;
}

/** Intervals a plot draws; of more it draws as many, evenly over the ranks. */
export const MOST_INTERVALS = 200;

/** null for a group without a truth or a standard error. */
export function zipPlot(kept: KeptEstimates): ZipPlot | null {
  const all: (Omit<ZipInterval, "centile"> & { readonly distance: number })[] = [];
  for (const [at, replication] of kept.replication.entries()) {
    const truth = kept.truth[at] ?? Number.NaN;
    const stdError = kept.stdError[at] ?? Number.NaN;
    const low = (kept.confLow[at] ?? Number.NaN) - truth;
    const high = (kept.confHigh[at] ?? Number.NaN) - truth;
    const distance = Math.abs((kept.estimate[at] ?? Number.NaN) - truth) / stdError;
    if (!Number.isFinite(distance) || !Number.isFinite(high - low)) continue;
    all.push({ replication, distance, low, high, covers: low <= 0 && 0 <= high });
  }
  all.sort((a, b) => a.distance - b.distance || a.replication - b.replication);
  const range = rangeAround(
    [
      shownRange(sortedFinite(all.map(({ low }) => low))),
      shownRange(sortedFinite(all.map(({ high }) => high))),
    ],
    [0],
  );
  if (all.length === 0 || range === null) return null;
  const drawn = Math.min(all.length, MOST_INTERVALS);
  const intervals: ZipInterval[] = [];
  for (let place = 0; place < drawn; place++) {
    const rank = Math.floor(((place + 0.5) * all.length) / drawn);
    const each = all[rank];
    if (each === undefined) continue;
    const { replication, low, high, covers } = each;
    intervals.push({ replication, centile: (100 * (rank + 1)) / all.length, low, high, covers });
  }
  return {
    group: kept.group,
    range,
    intervals,
    coverage: coverageOf(kept, all.filter(({ covers }) => covers).length, all.length),
    ranked: all.length,
  };
}

/** That of all replications where the study has it: the kept may be a part of them. */
function coverageOf({ group }: KeptEstimates, covering: number, ranked: number): Share {
  const { coverage } = group.measures;
  return coverage !== undefined && "low" in coverage ? coverage : shareOf(covering, ranked);
}
