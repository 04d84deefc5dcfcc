import { failed, type Outcome } from "./outcome.ts";
import { type RemoteWorker, startWorker } from "./remoteWorker.ts";
import type { WorkerEndpoint } from "./workerEndpoint.ts";

export interface PoolOptions<Setup> {
  /** Starts one thread, e.g. `() => spawnNodeWorker(url)`. */
  readonly spawn: () => WorkerEndpoint;
  /** Threads at most, at least 1; they start when there is work for them. */
  readonly size: number;
  /** What every thread gets once, before its first job. Structured-cloneable. */
  readonly setup: Setup;
}

export interface RunOptions<Progress> {
  /** Aborting stops the job at once, in the middle of a loop if need be, by ending its thread; see `cancel`. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How an aborted job is stopped. Default `end`: its thread is ended, and the next job starts a fresh one. `ask`: the thread is told and may
   * keep what it has learned for the next job; one that has not given up after a quarter of a second is ended. Either way the
   * job is settled at once.
   */
  readonly cancel?: "end" | "ask";
  /** Seconds the job may take once its thread is ready; one that takes longer fails with `time-limit`. Default: no limit. */
  readonly seconds?: number | undefined;
  /** At most ten calls a second, unless the job sends every message; never called after the job has settled. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Threads that run jobs, first come first served, one job at a time each. */
export interface Pool<Job, Result, Progress = never> {
  readonly size: number;
  /**
   * Runs one job. The promise never rejects: an exception of the job, a thread that died under it twice, a time limit, a
   * cancellation and the end of the pool are failures with a code (see `PoolFailureCode`).
   */
  run(job: Job, options?: RunOptions<Progress>): Promise<Outcome<Result>>;
  /** Stops every thread; what is queued or running fails with `pool-disposed`. Resolves when the threads have ended. */
  dispose(): Promise<void>;
}

const attemptsPerJob = 2;

/** Milliseconds that a thread which was asked to give up has for it. */
const patience = 250;

/**
 * A pool of workers. A thread that dies (crash, out of memory, killed) costs its job a second attempt on a fresh
 * thread; if that dies as well the job fails with `worker-died`. A job that throws is not tried again: it would
 * throw again. Idle threads do not keep a Node process alive.
 */
export function createPool<Setup, Job, Result, Progress = never>(
  options: PoolOptions<Setup>,
): Pool<Job, Result, Progress> {
  type Worker = RemoteWorker<Job, Result, Progress>;
  interface Task {
    readonly job: Job;
    readonly seconds: number | undefined;
    readonly onProgress: ((progress: Progress) => void) | undefined;
    readonly settle: (outcome: Outcome<Result>) => void;
    settled: boolean;
    worker: Worker | null;
    /** Runs while a thread is asked to give up. */
    grace: ReturnType<typeof setTimeout> | undefined;
  }

  const queue = new Set<Task>();
  const running = new Set<Task>();
  const workers = new Set<Worker>();
  const idle: Worker[] = [];
  let disposed = false;

  function freshWorker(): Worker {
    const worker = startWorker<Setup, Job, Result, Progress>(options.spawn, options.setup);
    workers.add(worker);
    return worker;
  }

  function idleWorker(): Worker | undefined {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      if (worker.alive()) return worker;
      workers.delete(worker);
    }
    return undefined;
  }

  function startQueued(): void {
    for (const task of queue) {
      if (running.size >= options.size) return;
      queue.delete(task);
      running.add(task);
      void work(task);
    }
  }

  async function work(task: Task): Promise<void> {
    for (let attempt = 1; !task.settled; attempt++) {
      const worker = (attempt === 1 ? idleWorker() : undefined) ?? freshWorker();
      task.worker = worker;
      const answer = await worker.run(task.job, task.onProgress, task.seconds);
      clearTimeout(task.grace);
      if (answer.kind === "answered") {
        idle.push(worker);
        task.settle(answer.outcome);
      } else {
        workers.delete(worker);
        // What took too long once would again.
        const last = attempt === attemptsPerJob || answer.error.code === "time-limit";
        if (last) task.settle({ ok: false, error: answer.error });
      }
    }
    running.delete(task);
    startQueued();
  }

  function abandon(task: Task, outcome: Outcome<Result>, how: "end" | "ask" = "end"): void {
    const waiting = queue.delete(task);
    task.settle(outcome);
    const { worker } = task;
    if (waiting || worker === null) return;
    clearTimeout(task.grace);
    if (how === "end") {
      void worker.terminate();
      return;
    }
    worker.askToCancel();
    task.grace = setTimeout(() => void worker.terminate(), patience);
  }

  return {
    size: options.size,
    run(job, { signal, cancel: how = "end", seconds, onProgress } = {}) {
      if (disposed) return Promise.resolve(failed("pool-disposed", "The pool of workers is closed."));
      if (signal?.aborted) return Promise.resolve(cancelled(signal));
      return new Promise((resolve) => {
        const cancel = () => signal && abandon(task, cancelled(signal), how);
        const task: Task = {
          job,
          settled: false,
          worker: null,
          grace: undefined,
          seconds,
          onProgress: onProgress && ((progress) => task.settled || onProgress(progress)),
          settle(outcome) {
            if (task.settled) return;
            task.settled = true;
            signal?.removeEventListener("abort", cancel);
            resolve(outcome);
          },
        };
        signal?.addEventListener("abort", cancel);
        queue.add(task);
        startQueued();
      });
    },
    async dispose() {
      disposed = true;
      const closed = failed("pool-disposed", "The pool of workers was closed before the job was done.");
      for (const task of [...queue, ...running]) abandon(task, closed);
      await Promise.all([...workers].map((worker) => worker.terminate()));
      workers.clear();
    },
  };
}

function cancelled(signal: AbortSignal) {
  const reason: unknown = signal.reason;
  return failed("cancelled", reason instanceof Error ? reason.message : "The job was cancelled.");
}
