import { type Endpoint, expose } from "comlink";
import { failureFrom, type Outcome } from "./outcome.ts";

/**
 * What a worker can do. `prepare` runs once per thread, with what all its jobs share, and returns the function that
 * runs a job; `report` sends progress to whoever waits for the job.
 */
export interface JobService<Setup, Job, Result, Progress> {
  prepare(setup: Setup): JobRunner<Job, Result, Progress> | Promise<JobRunner<Job, Result, Progress>>;
}

/**
 * @param signal aborted when nobody waits for the job any more and the pool asks rather than ends the thread (`cancel: "ask"`). A job
 * hears of it only when it lets messages in, on a macrotask (`breathe`); what it returns then is thrown away.
 */
export type JobRunner<Job, Result, Progress> = (
  job: Job,
  report: Report<Progress>,
  signal: AbortSignal,
) => Result | Promise<Result>;

/** Sends progress: at most ten times a second, where only the newest state matters; or always, where every message does. */
export type Report<Progress> = (progress: Progress, when?: "seldom" | "always") => void;

/** The service as the other thread calls it. */
export interface RemoteService<Setup, Job, Result> {
  prepare(setup: Setup): Outcome<null> | Promise<Outcome<null>>;
  run(job: Job): Promise<Outcome<Result>>;
}

/** Sent beside Comlink's own messages, which it ignores because it has no id; a proxied callback would open a port per job. */
export interface ProgressMessage<Progress> {
  readonly progress: Progress;
}

/** Asks the thread to give up the job it runs; sent beside Comlink's messages as well. */
export interface CancelMessage {
  readonly cancel: true;
}

const millisecondsBetweenReports = 100;

/**
 * Answers jobs that arrive on `channel`. Call it synchronously at the top of the worker's module: a message that
 * comes before is lost, and its caller would wait for ever.
 *
 * Results are copied, not transferred: they are small batches of rows, and in V8 11.3 (Node 20) detaching one
 * ArrayBuffer slows the typed-array code of that thread for good.
 */
export function serveJobs<Setup, Job, Result, Progress>(
  service: JobService<Setup, Job, Result, Progress>,
  channel: Endpoint,
): void {
  let runner: JobRunner<Job, Result, Progress> | null = null;
  let lastReport = Number.NEGATIVE_INFINITY;
  let running: AbortController | null = null;

  function report(progress: Progress, when: "seldom" | "always" = "seldom"): void {
    if (when === "seldom") {
      const now = performance.now();
      if (now - lastReport < millisecondsBetweenReports) return;
      lastReport = now;
    }
    channel.postMessage({ progress } satisfies ProgressMessage<Progress>);
  }

  const remote: RemoteService<Setup, Job, Result> = {
    async prepare(setup) {
      try {
        runner = await service.prepare(setup);
        return { ok: true, value: null };
      } catch (thrown) {
        return { ok: false, error: failureFrom(thrown) };
      }
    },
    async run(job) {
      running = new AbortController();
      try {
        if (runner === null) throw new Error("A job arrived before the worker was prepared.");
        return { ok: true, value: await runner(job, report, running.signal) };
      } catch (thrown) {
        return { ok: false, error: failureFrom(thrown) };
      } finally {
        running = null;
      }
    },
  };
  // Messages keep their order, so this is about the job that runs, or about one that has just been answered.
  channel.addEventListener("message", (event) => {
    if (isCancel((event as MessageEvent).data)) running?.abort();
  });
  expose(remote, channel);
}

function isCancel(data: unknown): data is CancelMessage {
  return typeof data === "object" && data !== null && "cancel" in data && data.cancel === true;
}
