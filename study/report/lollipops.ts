import type { ResolvedDesign } from "../cells.ts";
import type { PerformanceName } from "../design.ts";
import type { Measure, Share } from "../measuresOfMoments.ts";
import type { EstimandSummary } from "../summary.ts";

/** A performance measure of one group, and between what its Monte Carlo error leaves it. */
export interface Lollipop {
  readonly group: EstimandSummary;
  readonly value: number;
  /** Value − 1.96 MCSE, for a share the 95 % Wilson limit. */
  readonly low: number;
  readonly high: number;
  /** What it would be of a perfect method; null for power, which has no target. */
  readonly target: number | null;
}

/** One measure of several groups over one axis. */
export interface Lollipops {
  readonly measure: PerformanceName;
  /** Shares are shown in per cent, from 0 to 100. */
  readonly isShare: boolean;
  readonly sticks: readonly Lollipop[];
}

/** 97.5 % point of the standard normal. */
const NORMAL_975 = 1.959963984540054;

/** Measures that a figure of this kind is for: those with a target, and the rejections. */
const DRAWN: readonly PerformanceName[] = [
  "bias",
  "relativeBias",
  "relativeError",
  "coverage",
  "biasEliminatedCoverage",
  "rejection",
  "typeM",
];

/** Measures in the unit of the estimand: other estimands are not on their axis. */
export function hasUnit(measure: PerformanceName): boolean {
  return measure === "bias";
}

/** The measures of the design that are drawn, in its order. */
export function drawnMeasures({ design }: ResolvedDesign): PerformanceName[] {
  return design.performance.filter((name) => DRAWN.includes(name));
}

/** null where the measure is defined for none of the groups. */
export function lollipops(
  { design }: ResolvedDesign,
  measure: PerformanceName,
  groups: readonly EstimandSummary[],
): Lollipops | null {
  const sticks: Lollipop[] = [];
  let isShare = false;
  for (const group of groups) {
    const found = group.measures[measure];
    if (found === undefined || !Number.isFinite(found.value)) continue;
    isShare ||= "low" in found;
    const target = targetOf(measure, design.alpha, group.truth);
    sticks.push({ group, value: found.value, ...limitsOf(found), target });
  }
  return sticks.length === 0 ? null : { measure, isShare, sticks };
}

/** Between what the Monte Carlo error leaves a measure; NaN where it is unknown. */
export function limitsOf(measure: Measure | Share): { low: number; high: number } {
  if ("low" in measure) return { low: measure.low, high: measure.high };
  const margin = NORMAL_975 * measure.mcse;
  return { low: measure.value - margin, high: measure.value + margin };
}

function targetOf(measure: PerformanceName, alpha: number, truth: number): number | null {
  switch (measure) {
    case "coverage":
    case "biasEliminatedCoverage":
      return 1 - alpha;
    case "rejection":
      // The size of a test has a target, its power has none.
      return truth === 0 ? alpha : null;
    case "typeM":
      return 1;
    default:
      return 0;
  }
}
