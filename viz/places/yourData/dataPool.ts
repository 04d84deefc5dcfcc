import type { DataJob, DataProgress, DataResult } from "../../../workers/lab/dataJobs.ts";
import { createLabPool } from "../../../workers/lab/labPool.ts";
import type { Outcome } from "../../../workers/outcome.ts";
import type { Pool } from "../../../workers/pool.ts";
import { spawnLabWorker } from "../../engine/spawnLabWorker.ts";

type Ask = <Kind extends DataJob["kind"]>(
  job: Extract<DataJob, { kind: Kind }>,
  onProgress: (progress: DataProgress) => void,
  signal: AbortSignal,
) => Promise<Outcome<Extract<DataResult, { kind: Kind }>>>;

/** One thread that reads and fits. A cancelled job ends it; the next one reads the file again. */
export function createDataThread(): { readonly ask: Ask } {
  let pool: Pool<DataJob, DataResult, DataProgress> | null = null;
  return {
    async ask(job, onProgress, signal) {
      pool ??= createLabPool("data", null, { spawn: spawnLabWorker, size: 1 });
      const outcome = await pool.run(job, { onProgress, signal });
      // The service answers every kind of job with a result of its kind.
      return outcome as Outcome<Extract<DataResult, { kind: typeof job.kind }>>;
    },
  };
}
