import type { Cell } from "../cells.ts";
import type { Until } from "../designParts.ts";
import { isOfInterest } from "../estimands.ts";
import type { Measure, Share } from "../measuresOfMoments.ts";
import { talliesOfCell } from "../methodTally.ts";
import type { PerformanceName } from "../performanceNames.ts";
import type { RowSource } from "../rowSource.ts";

/** The largest error of one measure at a look. */
export interface WatchedError {
  readonly measure: PerformanceName;
  readonly target: number;
  /** NaN where it is not defined for one that is looked at, or where nothing is. */
  readonly mcse: number;
  /** Where it is largest, or first undefined; "" where nothing was estimated. */
  readonly method: string;
  readonly estimand: string;
}

/**
 * The largest Monte Carlo standard errors of a cell, one for each measure of `until.mcse`, over its first `replications`.
 * Of a share of 0 or 1, whose error would be 0, it is the half width of the 95 % Wilson interval over 1.96.
 */
export function watchedErrors(
  cell: Cell,
  source: RowSource,
  replications: number,
  { mcse = {}, estimands }: Until,
  alpha: number,
): WatchedError[] {
  const tallies = talliesOfCell(
    cell,
    firstReplications(source, () => replications),
    alpha,
  );
  const watching = { ...cell, estimands: estimands ?? cell.estimands };
  return Object.entries(mcse).map(([name, target]) => {
    const measure = name as PerformanceName;
    let worst: WatchedError = { measure, target, mcse: Number.NaN, method: "", estimand: "" };
    for (const { summary, estimands: found } of tallies) {
      for (const [estimand, { caseWise }] of found) {
        if (!isOfInterest(watching, summary.method, estimand)) continue;
        const error = errorToWatch(caseWise.measures(summary.replications)[measure]());
        const here = { measure, target, mcse: error, method: summary.method, estimand };
        if (Number.isNaN(error)) return here;
        if (worst.method === "" || error > worst.mcse) worst = here;
      }
    }
    return worst;
  });
}

/** 97.5 % point of the standard normal. */
const NORMAL_975 = 1.959963984540054;

function errorToWatch(measure: Measure | Share): number {
  if (!("low" in measure) || (measure.value > 0 && measure.value < 1)) return measure.mcse;
  return (measure.high - measure.low) / (2 * NORMAL_975);
}

/** The same rows up to a replication of each cell. */
export function firstReplications(source: RowSource, lastOf: (cell: number) => number): RowSource {
  return {
    *replicationsOf(cell) {
      const last = lastOf(cell);
      for (const each of source.replicationsOf(cell)) if (each.replication <= last) yield each;
    },
  };
}
