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

export interface StudyWork {
  readonly keys: Iterable<ReplicationKey>;
  /** How many keys there are. */
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
    const failure = await runReplications(pool, keys, {
      signal,
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
  } finally {
    progress.stop();
    await pool.dispose();
  }
}
