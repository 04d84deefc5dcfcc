import { createLabPool } from "../../workers/lab/labPool.ts";
import type { PanelFiles, PanelJob, PanelProgress } from "../../workers/lab/panelService.ts";
import type { Outcome } from "../../workers/outcome.ts";
import { spawnLabWorker } from "./spawnLabWorker.ts";

/** Writes the panel of a history in a thread of its own, which ends with it and gives its memory back. */
export async function panelFiles(
  job: PanelJob,
  onProgress: (progress: PanelProgress) => void,
  signal: AbortSignal,
): Promise<Outcome<PanelFiles>> {
  const pool = createLabPool("panel", null, { spawn: spawnLabWorker, size: 1 });
  try {
    return await pool.run(job, { signal, onProgress });
  } finally {
    await pool.dispose();
  }
}
