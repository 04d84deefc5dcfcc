import type { ResolvedDesign } from "../study/cells.ts";
import { rowsOfOutcome } from "../study/failureRows.ts";
import { orderRows } from "../study/orderRows.ts";
import { replicationKeys } from "../study/replicationKeys.ts";
import type { EstimateRow } from "../study/rows.ts";
import { spawnNodeWorker } from "../workers/nodeEndpoint.ts";
import { createReplicationPool, runReplications } from "../workers/runReplications.ts";
import { Interrupted, WorkFailed } from "./failure.ts";
import { progressDisplay } from "./progressDisplay.ts";

/** Bundled beside this file. */
const WORKER = new URL("./worker.js", import.meta.url);

/**
 * All replications of a study on `workers` threads, with progress on standard error. The rows come in their one
 * order, whatever the number of threads.
 *
 * @throws Interrupted when `signal` aborts; WorkFailed when no thread can be started.
 */
export async function runStudy(
  design: ResolvedDesign,
  workers: number,
  signal: AbortSignal,
): Promise<EstimateRow[]> {
  const total = design.cells.length * design.design.replications;
  const pool = createReplicationPool({
    spawn: () => spawnNodeWorker(WORKER),
    size: Math.min(workers, total),
    design,
  });
  const progress = progressDisplay(total);
  const rows: EstimateRow[] = [];
  let done = 0;
  let failures = 0;
  try {
    const failure = await runReplications(pool, replicationKeys(design), {
      signal,
      onDone(replication) {
        const found = rowsOfOutcome(design, replication, replication.outcome);
        for (const row of found) rows.push(row);
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
  return orderRows(design, rows);
}
