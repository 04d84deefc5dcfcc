import type { ResolvedDesign } from "../../study/cells.ts";
import type { ReplicationKey } from "../../study/replicationKeys.ts";
import type { EstimateRow } from "../../study/rows.ts";
import type { UntilRounds } from "../../study/until/untilRounds.ts";
import { liveLine } from "../progressDisplay.ts";
import { countFailures, type FailureCounts, noFailures } from "./failureCounts.ts";
import { progressText, type StudyProgress } from "./progressText.ts";
import type { StudyLogs } from "./readLogs.ts";

/** What the progress of a run is told against. */
export interface StudyExtent {
  /** Replications of each cell that were there before. */
  readonly before: readonly number[];
  /** How they failed. */
  readonly failures: Readonly<FailureCounts>;
  /** Replications that each cell has in the end, or at most, as far as is known now; 0 for one that has no part. */
  wanted(): readonly number[];
  /** Whether these are the most there can be. */
  readonly atMost: boolean;
}

/** A study with all its cells. @param logs what is there before. @param rounds where a rule ends it. */
export function extentOfStudy(
  { design, cells }: ResolvedDesign,
  logs?: StudyLogs,
  rounds?: UntilRounds | null,
): StudyExtent {
  return {
    before: cells.map(({ index }) => logs?.index.foundOf(index) ?? 0),
    failures: logs?.failures ?? noFailures(),
    wanted() {
      if (rounds == null) return cells.map(() => design.replications);
      const stopped = new Set(rounds.looks().flatMap(({ cell, stop }) => (stop === null ? [] : [cell])));
      return cells.map(({ key, index }) => (stopped.has(key) ? rounds.lastOf(index) : design.replications));
    },
    atMost: rounds != null,
  };
}

/** Some replications of a study, e.g. one shard's. @param missing those of them that are not there yet. */
export function extentOfKeys(
  { cells }: ResolvedDesign,
  keys: readonly ReplicationKey[],
  missing: readonly ReplicationKey[],
): StudyExtent {
  const countOf = (of: readonly ReplicationKey[]) => {
    const counts = cells.map(() => 0);
    for (const { cell } of of) counts[cell] = (counts[cell] ?? 0) + 1;
    return counts;
  };
  const wanted = countOf(keys);
  const left = countOf(missing);
  return {
    before: wanted.map((count, cell) => count - (left[cell] ?? 0)),
    failures: noFailures(),
    wanted: () => wanted,
    atMost: false,
  };
}

/** How far a run is. */
export interface StudyCounter {
  /** After each replication. */
  add(cell: number, rows: readonly { readonly status: string }[]): void;
  progress(seconds: number): StudyProgress;
}

/** @param count replications that are to be run, or at most; all that is told where the extent is not known. */
export function studyCounter(count: number, extent: StudyExtent | undefined): StudyCounter {
  const before = extent?.before ?? [];
  const done = [...before];
  const failures = {
    failed: extent?.failures.failed ?? 0,
    causes: new Map(extent?.failures.causes),
  };
  let ran = 0;
  return {
    add(cell, rows) {
      ran++;
      done[cell] = (done[cell] ?? 0) + 1;
      countFailures(failures, rows);
    },
    progress(seconds) {
      const here = { failures, ran, seconds };
      if (extent === undefined) {
        return { done: ran, total: count, atMost: false, cellsDone: 0, cells: 0, ...here };
      }
      const progress = { done: 0, total: 0, cellsDone: 0, cells: 0 };
      for (const [cell, wanted] of extent.wanted().entries()) {
        if (wanted === 0) continue;
        const there = Math.min(done[cell] ?? 0, wanted);
        progress.done += there;
        progress.total += wanted;
        progress.cells++;
        if (there === wanted) progress.cellsDone++;
      }
      return { ...progress, atMost: extent.atMost, ...here };
    },
  };
}

/** The progress of a run, on standard error. */
export function studyProgress(
  count: number,
  extent: StudyExtent | undefined,
  stream: NodeJS.WriteStream = process.stderr,
): { add(cell: number, rows: readonly EstimateRow[]): void; stop(): void } {
  const counter = studyCounter(count, extent);
  const line = liveLine(stream, {
    share() {
      const { done, total } = counter.progress(0);
      return total === 0 ? 1 : done / total;
    },
    text: (seconds, columns) => progressText(counter.progress(seconds), columns),
  });
  return {
    add(cell, rows) {
      counter.add(cell, rows);
      line.changed();
    },
    stop: line.stop,
  };
}
