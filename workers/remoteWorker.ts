import { releaseProxy, wrap } from "comlink";
import type { CancelMessage, ProgressMessage } from "./jobService.ts";
import { type Failure, failed, failureFrom, type Outcome } from "./outcome.ts";
import type { WorkerEndpoint } from "./workerEndpoint.ts";

/** A job's answer, or the end of the thread that was to give it. */
export type Answer<Result> =
  | { readonly kind: "answered"; readonly outcome: Outcome<Result> }
  | { readonly kind: "died"; readonly error: Failure };

/** One live worker thread that takes one job at a time. */
export interface RemoteWorker<Job, Result, Progress> {
  readonly alive: () => boolean;
  /**
   * Always settles, whatever becomes of the thread. Never rejects.
   *
   * @param seconds the job may take; then the thread is ended.
   */
  run(job: Job, onProgress?: (progress: Progress) => void, seconds?: number): Promise<Answer<Result>>;
  /** Asks the thread to give up the job it runs, which is then answered as ever, if with nothing of use. */
  askToCancel(): void;
  /** Stops the thread; a job it was running is answered as died. */
  terminate(): Promise<void>;
}

/** `RemoteService` seen from this side, where every call is asynchronous. */
interface ServiceProxy<Setup, Job, Result> {
  prepare(setup: Setup): Promise<Outcome<null>>;
  run(job: Job): Promise<Outcome<Result>>;
  [releaseProxy](): void;
}

/**
 * Starts a thread and prepares it before its first job.
 *
 * A Comlink call that is pending when its thread ends never settles by itself (nor does one to a worker that cannot
 * load), so every call is kept in a set of its own thread and given up when the thread dies.
 */
export function startWorker<Setup, Job, Result, Progress>(
  spawn: () => WorkerEndpoint,
  setup: Setup,
): RemoteWorker<Job, Result, Progress> {
  const pending = new Set<(error: Failure) => void>();
  let endpoint: WorkerEndpoint | null = null;
  let service: ServiceProxy<Setup, Job, Result> | null = null;
  let preparation: Promise<Answer<null>> | null = null;
  let everAnswered = false;
  let death: Failure | null = null;
  let ended = Promise.resolve();
  let progressListener: ((progress: Progress) => void) | undefined;
  let givenUp = false;

  function die(reason: string): void {
    end(
      everAnswered
        ? failed("worker-died", `The worker died: ${reason}.`).error
        : failed("worker-not-started", `The worker could not start: ${reason}.`).error,
    );
  }

  function end(cause: Failure): void {
    if (death !== null) return;
    death = cause;
    for (const giveUp of pending) giveUp(death);
    pending.clear();
    service?.[releaseProxy]();
    service = null;
    ended = endpoint?.terminate() ?? Promise.resolve();
  }

  function call<Value>(send: (to: ServiceProxy<Setup, Job, Result>) => Promise<Outcome<Value>>) {
    return new Promise<Answer<Value>>((resolve) => {
      if (service === null) {
        resolve({ kind: "died", error: death ?? failed("worker-died", "The worker was stopped.").error });
        return;
      }
      const giveUp = (error: Failure) => resolve({ kind: "died", error });
      pending.add(giveUp);
      send(service)
        .then(
          (outcome) => {
            everAnswered = true;
            resolve({ kind: "answered", outcome });
          },
          // The service catches what its jobs throw: what arrives here could not be cloned on its way.
          (thrown) => resolve({ kind: "answered", outcome: { ok: false, error: failureFrom(thrown) } }),
        )
        .finally(() => pending.delete(giveUp));
    });
  }

  try {
    endpoint = spawn();
    endpoint.onDeath(die);
    endpoint.channel.addEventListener("message", (event) => {
      const data: unknown = (event as MessageEvent).data;
      if (isProgress<Progress>(data)) progressListener?.(data.progress);
    });
    // Comlink's mapped types do not resolve over type parameters; `RemoteService` is what the other side exposes.
    service = wrap(endpoint.channel) as unknown as ServiceProxy<Setup, Job, Result>;
  } catch (thrown) {
    die(thrown instanceof Error ? thrown.message : String(thrown));
  }

  return {
    alive: () => death === null,
    async run(job, onProgress, seconds) {
      let limit: ReturnType<typeof setTimeout> | undefined;
      givenUp = false;
      endpoint?.keepProcessAlive(true);
      try {
        preparation ??= call((to) => to.prepare(setup));
        const prepared = await preparation;
        if (prepared.kind === "died") return prepared;
        if (!prepared.outcome.ok) return { kind: "answered", outcome: prepared.outcome };
        if (givenUp) return { kind: "answered", outcome: failed("cancelled", "The job was cancelled.") };
        progressListener = onProgress;
        if (seconds !== undefined) limit = setTimeout(() => end(tooLong(seconds)), 1000 * seconds);
        return await call((to) => to.run(job));
      } finally {
        clearTimeout(limit);
        progressListener = undefined;
        endpoint?.keepProcessAlive(false);
      }
    },
    askToCancel() {
      givenUp = true;
      endpoint?.channel.postMessage({ cancel: true } satisfies CancelMessage);
    },
    async terminate() {
      die("it was stopped");
      await ended;
    },
  };
}

function tooLong(seconds: number): Failure {
  return failed("time-limit", `It took longer than ${seconds} s, the time limit.`).error;
}

function isProgress<Progress>(data: unknown): data is ProgressMessage<Progress> {
  return typeof data === "object" && data !== null && "progress" in data;
}
