import type {
  FirmDetails,
  ProvinceDetails,
  WatchRequest,
  WatchSnapshot,
  WatchTruth,
  WorldYear,
} from "../../sim/index.ts";
import type { Outcome } from "../outcome.ts";
import type { WorkerEndpoint } from "../workerEndpoint.ts";
import { createLabPool } from "./labPool.ts";
import type { WatchJob, WatchProgress, WatchResult, WorldToWatch } from "./watchJobs.ts";

export interface RunListeners {
  /** Once, before the first year. */
  readonly onWorld: (world: WorldToWatch) => void;
  /** Index of the year on display; see `onFirst`. */
  readonly first?: number;
  /** The year on display in the world with imitation, before all years of both worlds: what a person who moved a control waits for. */
  readonly onFirst?: (index: number, year: WorldYear) => void;
  /** Once a year, in their order. */
  readonly onYear: (snapshot: WatchSnapshot) => void;
}

/**
 * The lab's side of watching. Of each kind of question only the newest matters: an older one that is still open is answered with the
 * failure `cancelled`, and none of its years arrives any more. Nothing rejects; a wrong request is a failure with a code (`invalid-input`,
 * `RangeError`, …), a message and, in `details`, its path.
 */
export interface WatchClient {
  /** Both worlds year by year. @returns the number of years that were sent. */
  run(request: WatchRequest, listeners: RunListeners, signal?: AbortSignal): Promise<Outcome<number>>;
  /** The firms of a province in a year, by its index. */
  province(
    request: WatchRequest,
    province: string,
    index: number,
    options?: { readonly limit?: number; readonly signal?: AbortSignal },
  ): Promise<Outcome<ProvinceDetails>>;
  /** A firm through all years, by its place. */
  firm(request: WatchRequest, place: number, signal?: AbortSignal): Promise<Outcome<FirmDetails>>;
  /** What one more peer would have changed, and what else is true of the world; it takes longer than watching. */
  truth(request: WatchRequest, signal?: AbortSignal): Promise<Outcome<WatchTruth>>;
  /** Ends the thread. */
  dispose(): Promise<void>;
}

/** One thread, which keeps what it has run for the next question. */
export function createWatchClient(spawn: () => WorkerEndpoint): WatchClient {
  const pool = createLabPool("watch", null, { spawn, size: 1 });
  const newest = new Map<WatchJob["kind"], AbortController>();

  async function ask<Kind extends WatchJob["kind"]>(
    job: Extract<WatchJob, { kind: Kind }>,
    signal?: AbortSignal,
    onProgress?: (progress: WatchProgress) => void,
  ): Promise<Outcome<Extract<WatchResult, { kind: Kind }>>> {
    newest.get(job.kind)?.abort(new Error("A newer request took its place."));
    const own = new AbortController();
    newest.set(job.kind, own);
    const outcome = await pool.run(job, {
      signal: signal === undefined ? own.signal : AbortSignal.any([own.signal, signal]),
      cancel: "ask",
      onProgress,
    });
    if (newest.get(job.kind) === own) newest.delete(job.kind);
    if (!outcome.ok) return outcome;
    // The service answers every kind of job with a result of its kind.
    return { ok: true, value: outcome.value as Extract<WatchResult, { kind: Kind }> };
  }

  return {
    async run(request, { onWorld, first, onFirst, onYear }, signal) {
      const outcome = await ask({ kind: "run", request, first }, signal, (progress) => {
        if (progress.kind === "world") onWorld(progress.world);
        else if (progress.kind === "first") onFirst?.(progress.index, progress.with);
        else onYear(progress.snapshot);
      });
      return outcome.ok ? { ok: true, value: outcome.value.years } : outcome;
    },
    async province(request, province, index, { limit, signal } = {}) {
      const outcome = await ask({ kind: "province", request, province, index, limit }, signal);
      return outcome.ok ? { ok: true, value: outcome.value.province } : outcome;
    },
    async firm(request, place, signal) {
      const outcome = await ask({ kind: "firm", request, place }, signal);
      return outcome.ok ? { ok: true, value: outcome.value.firm } : outcome;
    },
    async truth(request, signal) {
      const outcome = await ask({ kind: "truth", request }, signal);
      return outcome.ok ? { ok: true, value: outcome.value.truth } : outcome;
    },
    dispose: () => pool.dispose(),
  };
}
