import { type Endpoint, expose } from "comlink";
import { failureFrom, type Outcome } from "./outcome.ts";

/**
 * What a worker can do. `prepare` runs once per thread, with what all its jobs share, and returns the function that
 * runs a job; `report` sends progress to whoever waits for the job.
 */
export interface JobService<Setup, Job, Result, Progress> {
  prepare(setup: Setup): JobRunner<Job, Result, Progress>;
}
export type JobRunner<Job, Result, Progress> = (
  job: Job,
  report: (progress: Progress) => void,
) => Result | Promise<Result>;

/** The service as the other thread calls it. */
export interface RemoteService<Setup, Job, Result> {
  prepare(setup: Setup): Outcome<null>;
  run(job: Job): Promise<Outcome<Result>>;
}

/** Sent beside Comlink's own messages, which it ignores because it has no id; a proxied callback would open a port per job. */
export interface ProgressMessage<Progress> {
  readonly progress: Progress;
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

  /** At most ten a second; what comes between is dropped, since only the newest state matters. */
  function report(progress: Progress): void {
    const now = performance.now();
    if (now - lastReport < millisecondsBetweenReports) return;
    lastReport = now;
    channel.postMessage({ progress } satisfies ProgressMessage<Progress>);
  }

  const remote: RemoteService<Setup, Job, Result> = {
    prepare(setup) {
      try {
        runner = service.prepare(setup);
        return { ok: true, value: null };
      } catch (thrown) {
        return { ok: false, error: failureFrom(thrown) };
      }
    },
    async run(job) {
      try {
        if (runner === null) throw new Error("A job arrived before the worker was prepared.");
        return { ok: true, value: await runner(job, report) };
      } catch (thrown) {
        return { ok: false, error: failureFrom(thrown) };
      }
    },
  };
  expose(remote, channel);
}
