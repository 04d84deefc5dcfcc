import type { ResolvedDesign } from "./cells.ts";
import { failureRows } from "./failureRows.ts";
import { cellOf, orderRows } from "./orderRows.ts";
import type { EstimateRow } from "./rows.ts";

/** The smallest piece of a study, and all that it takes to repeat it. */
export interface ReplicationJob {
  readonly cell: number;
  /** From 1. */
  readonly replication: number;
}

/** What came of a job: its rows, or why there are none. */
export type ReplicationOutcome =
  | { readonly ok: true; readonly value: readonly EstimateRow[] }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

export interface CollectOptions {
  /** Jobs in flight at once, at least 1. The rows do not depend on it. */
  readonly lanes: number;
  /** Called after each replication: how many are done, and how many of these had a method that failed. */
  readonly onProgress?: (done: number, failures: number) => void;
  /**
   * Whether a failed outcome ends the study (a cancellation, workers that cannot start) instead of becoming rows.
   * Then the promise rejects with what this returns. Default: never.
   */
  readonly fatal?: (error: { readonly code: string; readonly message: string }) => Error | null;
}

/**
 * Every replication of every cell, run by `run` wherever that may be, and their rows in the order of `orderRows`.
 * A job that fails is a failure row a method with the code as its status.
 */
export async function collectRows(
  design: ResolvedDesign,
  run: (job: ReplicationJob) => Promise<ReplicationOutcome>,
  { lanes, onProgress, fatal }: CollectOptions,
): Promise<EstimateRow[]> {
  const rows: EstimateRow[] = [];
  const jobs = replicationJobs(design);
  let done = 0;
  let failures = 0;
  let stopped = false;

  async function lane(): Promise<void> {
    for (const job of jobs) {
      const outcome = await run(job);
      if (stopped) return;
      if (!outcome.ok) {
        const reason = fatal?.(outcome.error) ?? null;
        if (reason !== null) {
          stopped = true;
          throw reason;
        }
      }
      const found = outcome.ok
        ? outcome.value
        : failureRows(cellOf(design, job.cell), job.replication, outcome.error.code, outcome.error.message);
      for (const row of found) rows.push(row);
      done++;
      if (found.some((row) => row.status !== "ok")) failures++;
      onProgress?.(done, failures);
    }
  }

  await Promise.all(Array.from({ length: lanes }, lane));
  return orderRows(design, rows);
}

/** Cells take turns, so that the pace seen so far foretells the time left although cells cost differently. */
export function* replicationJobs(design: ResolvedDesign): Generator<ReplicationJob, void, undefined> {
  for (let replication = 1; replication <= design.design.replications; replication++) {
    for (const { index } of design.cells) yield { cell: index, replication };
  }
}
