import type { ResolvedDesign } from "../study/cells.ts";
import type { ReplicationKey } from "../study/replicationKeys.ts";
import type { Failure } from "./outcome.ts";
import { createPool, type Pool } from "./pool.ts";
import type { ReplicationDone } from "./replicationService.ts";
import type { WorkerEndpoint } from "./workerEndpoint.ts";

export type ReplicationPool = Pool<readonly ReplicationKey[], readonly ReplicationDone[], number>;

/** A pool whose threads run replications of `design`, which each thread gets once. */
export function createReplicationPool(options: {
  readonly spawn: () => WorkerEndpoint;
  readonly size: number;
  readonly design: ResolvedDesign;
}): ReplicationPool {
  return createPool({ spawn: options.spawn, size: options.size, setup: options.design });
}

export interface RunReplicationsOptions {
  /** Stops at once; replications under way are given up, not reported. */
  readonly signal?: AbortSignal;
  /** Time limit of one replication; one that takes longer is reported with `time-limit`, and its thread is ended. */
  readonly secondsPerReplication?: number | undefined;
  /**
   * Called once for each replication as it is done, in no fixed order (`orderRows` gives the rows theirs). No new
   * work is handed to a thread while its last call is pending; an exception stops the run.
   */
  readonly onDone: (done: ReplicationDone) => void | Promise<void>;
}

/** A message costs about a quarter of a millisecond; batches of this length make that small and stay quick to stop. */
const millisecondsPerBatch = 25;
const replicationsPerBatchAtMost = 64;

/**
 * Runs the replications named by `keys`, which are taken as threads become free, so that the list may be long or
 * made on the way. Short replications travel in batches. When a thread dies under a batch twice, or a batch takes longer
 * than one replication may, its replications are run one by one, and only the guilty one is reported as failed.
 *
 * @returns null when every replication was reported; else why the run stopped: `cancelled`, `pool-disposed`,
 * `worker-not-started`, or the code with which the service refused the design.
 * @throws what `onDone` throws, once no replication is running any more.
 */
export async function runReplications(
  pool: ReplicationPool,
  keys: Iterable<ReplicationKey>,
  { signal, secondsPerReplication, onDone }: RunReplicationsOptions,
): Promise<Failure | null> {
  const remaining = keys[Symbol.iterator]();
  const stopping = new AbortController();
  const stopped = signal === undefined ? stopping.signal : AbortSignal.any([signal, stopping.signal]);
  let failure: Failure | null = null;

  /** True when the batch was reported, false when the run has to stop. */
  async function runBatch(batch: readonly ReplicationKey[]): Promise<boolean> {
    const outcome = await pool.run(batch, { signal: stopped, seconds: secondsPerReplication });
    if (outcome.ok) {
      for (const done of outcome.value) await onDone(done);
      return true;
    }
    if (outcome.error.code !== "worker-died" && outcome.error.code !== "time-limit") {
      failure ??= outcome.error;
      stopping.abort();
      return false;
    }
    for (const key of batch) {
      if (batch.length === 1) await onDone({ ...key, outcome });
      else if (!(await runBatch([key]))) return false;
    }
    return true;
  }

  async function feedOneThread(): Promise<void> {
    let batchSize = 1;
    for (;;) {
      const batch = take(remaining, batchSize);
      if (batch.length === 0) return;
      const start = performance.now();
      if (!(await runBatch(batch))) return;
      const millisecondsEach = (performance.now() - start) / batch.length;
      batchSize = Math.round(millisecondsPerBatch / millisecondsEach);
      batchSize = Math.max(1, Math.min(replicationsPerBatchAtMost, batchSize));
    }
  }

  const feeders = Array.from({ length: pool.size }, async () => {
    try {
      await feedOneThread();
    } catch (thrown) {
      stopping.abort();
      throw thrown;
    }
  });
  for (const feeder of await Promise.allSettled(feeders)) {
    if (feeder.status === "rejected") throw feeder.reason;
  }
  return failure;
}

function take<Value>(iterator: Iterator<Value>, count: number): Value[] {
  const taken: Value[] = [];
  while (taken.length < count) {
    const next = iterator.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
