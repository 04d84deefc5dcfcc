import type { ResolvedDesign } from "../../study/cells.ts";
import { rowsOfOutcome } from "../../study/failureRows.ts";
import type { ReplicationKey } from "../../study/replicationKeys.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { spawnNodeWorker } from "../../workers/nodeEndpoint.ts";
import { createReplicationPool, runReplications } from "../../workers/runReplications.ts";
import { Interrupted, WorkFailed } from "../failure.ts";
import { progressDisplay } from "../progressDisplay.ts";

/** Bundled beside this file. */
const WORKER = new URL("./worker.js", import.meta.url);

export type NextRound = () => Iterable<ReplicationKey> | null;

export interface StudyWork {
  /** All replications; or those of the next round, once those of the last are kept, null after the last round. */
  readonly keys: Iterable<ReplicationKey> | NextRound;
  /** How many replications there are in all, or at most. */
  readonly count: number;
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
  { keys, count, keep, workers, signal }: StudyWork,
): Promise<void> {
  const pool = createReplicationPool({
    spawn: () => spawnNodeWorker(WORKER),
    size: Math.min(workers, count),
    design,
  });
  const progress = progressDisplay(count);
  let done = 0;
  let failures = 0;
  try {
    for (const round of typeof keys === "function" ? roundsOf(keys) : [keys]) {
      const failure = await runReplications(pool, round, {
        signal,
        secondsPerReplication: design.design.secondsPerReplication,
        async onDone(replication) {
          const found = rowsOfOutcome(design, replication, replication.outcome);
          await keep(replication, found);
          if (found.some(({ status }) => status !== "ok")) failures++;
          done++;
          progress.update(done, failures);
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
