import type { ResolvedDesign } from "../../study/cells.ts";
import { rowsOfOutcome } from "../../study/failureRows.ts";
import type { ReplicationKey } from "../../study/replicationKeys.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { spawnNodeWorker } from "../../workers/nodeEndpoint.ts";
import { createReplicationPool, runReplications } from "../../workers/runReplications.ts";
import { Interrupted, WorkFailed } from "../failure.ts";
import { type StudyExtent, studyProgress } from "./studyProgress.ts";

/** Bundled beside this file. */
const WORKER = new URL("./worker.js", import.meta.url);

export type NextRound = () => Iterable<ReplicationKey> | null;

export interface StudyWork {
  /** All replications; or those of the next round, once those of the last are kept, null after the last round. */
  readonly keys: Iterable<ReplicationKey> | NextRound;
  /** How many replications are to be run, or at most. */
  readonly count: number;
  /** What its progress is told against; these replications alone when left out. */
  readonly extent?: StudyExtent;
  /** Takes the rows of a replication, in no fixed order of replications. */
  readonly keep: (key: ReplicationKey, rows: readonly EstimateRow[]) => void | Promise<void>;
  readonly workers: number;
  readonly signal: AbortSignal;
}

/**
 * Replications of a study on `workers` threads, with progress on standard error.
 *
 * @throws Interrupted when `signal` aborts; WorkFailed when no thread can be started; what `keep` throws.
 */
export async function runStudy(
  design: ResolvedDesign,
  { keys, count, extent, keep, workers, signal }: StudyWork,
): Promise<void> {
  const pool = createReplicationPool({
    spawn: () => spawnNodeWorker(WORKER),
    size: Math.min(workers, count),
    design,
  });
  const progress = studyProgress(count, extent);
  try {
    for (const round of typeof keys === "function" ? roundsOf(keys) : [keys]) {
      const failure = await runReplications(pool, round, {
        signal,
        secondsPerReplication: design.design.secondsPerReplication,
        async onDone(replication) {
          const found = rowsOfOutcome(design, replication, replication.outcome);
          await keep(replication, found);
          progress.add(replication.cell, found);
        },
      });
      if (signal.aborted) throw new Interrupted();
      if (failure !== null) throw new WorkFailed(failure.message);
    }
  } finally {
    progress.stop();
    await pool.dispose();
  }
}

function* roundsOf(next: NextRound): Generator<Iterable<ReplicationKey>, void, undefined> {
  for (let round = next(); round !== null; round = next()) yield round;
}
