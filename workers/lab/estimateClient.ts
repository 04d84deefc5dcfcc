import type { LabFit } from "../../study/lab/labFit.ts";
import type { Outcome } from "../outcome.ts";
import type { WorkerEndpoint } from "../workerEndpoint.ts";
import type {
  EstimateFile,
  EstimateJob,
  EstimateRequest,
  EstimateResult,
  Survey,
  TakenFile,
} from "./estimateJobs.ts";
import { createLabPool } from "./labPool.ts";

/**
 * The lab's side of estimating: one thread, which keeps the panel it has. Nothing rejects; a wrong request is a failure with a code
 * (`invalid-input`, …), a message and, in `details`, its path. Aborting a fit ends the thread; the next request starts another, which
 * makes the panel anew.
 */
export interface EstimateClient {
  survey(request: EstimateRequest, signal?: AbortSignal): Promise<Outcome<Survey>>;
  fit(request: EstimateRequest, specification: string, signal?: AbortSignal): Promise<Outcome<LabFit>>;
  file(
    request: EstimateRequest,
    file: EstimateFile,
    signal?: AbortSignal,
  ): Promise<Outcome<readonly TakenFile[]>>;
  dispose(): Promise<void>;
}

export function createEstimateClient(spawn: () => WorkerEndpoint): EstimateClient {
  const pool = createLabPool("estimate", null, { spawn, size: 1 });

  async function ask<Kind extends EstimateJob["kind"]>(
    job: Extract<EstimateJob, { kind: Kind }>,
    signal: AbortSignal | undefined,
  ): Promise<Outcome<Extract<EstimateResult, { kind: Kind }>>> {
    const outcome = await pool.run(job, { signal });
    if (!outcome.ok) return outcome;
    // The service answers every kind of job with a result of its kind.
    return { ok: true, value: outcome.value as Extract<EstimateResult, { kind: Kind }> };
  }

  return {
    async survey(request, signal) {
      const outcome = await ask({ kind: "survey", request }, signal);
      return outcome.ok ? { ok: true, value: outcome.value.survey } : outcome;
    },
    async fit(request, specification, signal) {
      const outcome = await ask({ kind: "fit", request, specification }, signal);
      return outcome.ok ? { ok: true, value: outcome.value.fit } : outcome;
    },
    async file(request, file, signal) {
      const outcome = await ask({ kind: "file", request, file }, signal);
      return outcome.ok ? { ok: true, value: outcome.value.files } : outcome;
    },
    dispose: () => pool.dispose(),
  };
}
