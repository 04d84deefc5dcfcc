import type { EstimandSummary } from "../summary.ts";
import type { KeptEstimates } from "./keptEstimates.ts";
import { quantileDots, quantileOf, type Range, rangeAround, shownRange, sortedFinite } from "./quantiles.ts";

/** One dot of a dot plot. */
export interface StackedDot {
  /** Middle of its bin, in the estimand's unit. */
  readonly value: number;
  /** Dots of the same bin below it. */
  readonly level: number;
}

/** The estimates of one group over a common axis. */
export interface DotRow {
  readonly group: EstimandSummary;
  readonly dots: readonly StackedDot[];
  /** Whether the dots are quantiles of more estimates. */
  readonly quantiles: boolean;
  /** Kept estimates outside the axis. */
  readonly below: number;
  readonly above: number;
  /** Of the kept estimates; NaN where there are none. */
  readonly least: number;
  readonly firstQuartile: number;
  readonly median: number;
  readonly thirdQuartile: number;
  readonly most: number;
}

export interface DotRows {
  readonly range: Range;
  readonly rows: readonly DotRow[];
}

/** Dots a row draws; of more estimates it draws as many quantiles. */
export const MOST_DOTS = 150;

/**
 * Dot plots of groups over one axis, which holds the truths too. null where there is no finite estimate.
 *
 * @param bins columns of dots that the axis has room for.
 */
export function dotRows(kept: readonly KeptEstimates[], bins: number): DotRows | null {
  const sorted = kept.map(({ estimate }) => sortedFinite(estimate));
  const range = rangeAround(
    sorted.map(shownRange),
    kept.map(({ group }) => group.truth),
  );
  if (range === null) return null;
  const rows = kept.map(({ group, estimate }, at): DotRow => {
    const values = sorted[at] ?? [];
    const dots = stackDots(quantileDots(values, MOST_DOTS), range, bins);
    return {
      group,
      dots,
      quantiles: values.length > MOST_DOTS,
      below: estimate.filter((value) => value < range.low).length,
      above: estimate.filter((value) => value > range.high).length,
      least: values[0] ?? Number.NaN,
      firstQuartile: quantileOf(values, 0.25),
      median: quantileOf(values, 0.5),
      thirdQuartile: quantileOf(values, 0.75),
      most: values.at(-1) ?? Number.NaN,
    };
  });
  return { range, rows };
}

/** Each value over the middle of its bin, on top of those already there; values outside the range are left out. */
export function stackDots(values: readonly number[], { low, high }: Range, bins: number): StackedDot[] {
  const heights = new Array<number>(bins).fill(0);
  const width = (high - low) / bins;
  const dots: StackedDot[] = [];
  for (const value of values) {
    if (value < low || value > high) continue;
    const bin = Math.min(bins - 1, Math.floor((value - low) / width));
    const level = heights[bin] ?? 0;
    heights[bin] = level + 1;
    dots.push({ value: low + (bin + 0.5) * width, level });
  }
  return dots;
}
