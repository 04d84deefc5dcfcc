import type { RowSource } from "../rowSource.ts";
import type { EstimandSummary } from "../summary.ts";

/** Estimates of a group that a figure draws, in the order of the replications. */
export interface KeptEstimates {
  readonly group: EstimandSummary;
  /** Every how many-th valid replication is kept: 1 is all of them. */
  readonly every: number;
  readonly replication: readonly number[];
  readonly truth: readonly number[];
  readonly estimate: readonly number[];
  readonly stdError: readonly number[];
  readonly confLow: readonly number[];
  readonly confHigh: readonly number[];
  readonly pValue: readonly number[];
}

/** Estimates of a group that a report keeps. */
export const MOST_KEPT = 2000;

/**
 * Reads the estimates of the groups, in one round over the rows of their cells. Of a group with more than `most` every
 * k-th is kept, the first among them, with the smallest k that will do: memory does not grow with the replications.
 */
export function keepEstimates(
  source: RowSource,
  groups: readonly EstimandSummary[],
  most: number = MOST_KEPT,
): KeptEstimates[] {
  const kept = groups.map((group) => emptyKept(group, Math.max(1, Math.ceil(group.valid / most))));
  const byCell = new Map<number, Map<string, ReturnType<typeof emptyKept>>>();
  for (const each of kept) {
    const { cell, method, estimand } = each.group;
    const ofCell = byCell.get(cell) ?? new Map();
    byCell.set(cell, ofCell);
    ofCell.set(keyOf(method, estimand), each);
  }
  for (const [cell, ofCell] of byCell) {
    for (const { rows } of source.replicationsOf(cell)) {
      for (const row of rows) {
        const found = row.status === "ok" ? ofCell.get(keyOf(row.method, row.estimand)) : undefined;
        if (found === undefined || found.seen++ % found.every !== 0) continue;
        found.replication.push(row.replication);
        found.truth.push(row.truth);
        found.estimate.push(row.estimate);
        found.stdError.push(row.stdError);
        found.confLow.push(row.confLow);
        found.confHigh.push(row.confHigh);
        found.pValue.push(row.pValue);
      }
    }
  }
  return kept;
}

function keyOf(method: string, estimand: string): string {
  return JSON.stringify([method, estimand]);
}

function emptyKept(group: EstimandSummary, every: number) {
  const column = (): number[] => [];
  return {
    group,
    every,
    seen: 0,
    replication: column(),
    truth: column(),
    estimate: column(),
    stdError: column(),
    confLow: column(),
    confHigh: column(),
    pValue: column(),
  };
}
