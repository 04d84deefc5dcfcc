import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FitThreads, ThreadSession } from "../estimators/parts/fitThreads.ts";
import { createSignal, FAILED, type FitThreadSetup, REQUESTS_ANSWERED } from "./fitThreadSignal.ts";

export interface FitThreadsOptions {
  /** Milliseconds without an answer, beyond twenty times what the caller's own part took, after which a thread counts as lost. Default 10,000. */
  readonly patience?: number;
  /** The script of a thread. Default: `fitThread.js` beside this file, where the build puts it. */
  readonly script?: URL;
}

/** The calling thread included. */
export const MOST_THREADS = 64;

const DEFAULT_PATIENCE = 10_000;
const PATIENCE_PER_OWN_TIME = 20;
/** Milliseconds after which a waiting caller looks at the clock. */
const LOOK = 100;

/**
 * Threads of Node for a fit: `fitRandomEffects(matrix, outcome, group, { threads: fitThreads(2) })`. Each fit starts them
 * (some 50 ms, while the fit prepares its design) and ends them; they keep no process alive. The calling thread works too, and
 * blocks until the fit is done. Each further thread holds a copy of its share of the design.
 *
 * A thread that dies or does not answer is given up: its part is evaluated by the caller, with the same result.
 *
 * Browsers have no such threads: there a fit runs in the thread it is called from.
 *
 * @param count threads that work at once, the calling one included; 1 to 64.
 * @throws RangeError for another count. @throws Error when the script is missing.
 */
export function fitThreads(count: number, options: FitThreadsOptions = {}): FitThreads {
  if (!Number.isInteger(count) || count < 1 || count > MOST_THREADS) {
    throw new RangeError(`threads: ${count} is not a whole number from 1 to ${MOST_THREADS}`);
  }
  const { patience = DEFAULT_PATIENCE, script = new URL("./fitThread.js", import.meta.url) } = options;
  if (count > 1 && !existsSync(fileURLToPath(script))) {
    throw new Error(`${fileURLToPath(script)} is missing: it is built beside this file (npm run build)`);
  }
  return { count, start: () => startSession(count, script, patience) };
}

function startSession(count: number, script: URL, patience: number): ThreadSession {
  const threads = Array.from({ length: count - 1 }, () => startThread(script, patience));
  return {
    count,
    allocate: (bytes) => new SharedArrayBuffer(bytes),
    open: (part, shared) => threads[part - 1]?.post({ shared }),
    ask: (part, request) => threads[part - 1]?.ask(request),
    wait: (part) => threads[part - 1]?.wait() ?? null,
    end: () => {
      for (const thread of threads) thread.end();
    },
  };
}

function startThread(script: URL, patience: number) {
  const signal = createSignal();
  const { state, value } = signal;
  const setup: FitThreadSetup = { signal };
  const worker = new Worker(script, { workerData: setup });
  worker.unref();
  const lost = () => Atomics.store(state, FAILED, 1);
  worker.on("error", lost);
  worker.on("exit", lost);
  let asked = 0;
  let askedAt = 0;
  return {
    post: (message: unknown) => worker.postMessage(message),
    ask(request: unknown): void {
      asked++;
      askedAt = performance.now();
      worker.postMessage({ request });
    },
    /** Whatever happens to the thread, nobody tells this one while it waits: hence the clock. */
    wait(): number | null {
      const limit = patience + PATIENCE_PER_OWN_TIME * (performance.now() - askedAt);
      const from = performance.now();
      for (;;) {
        const answered = Atomics.load(state, REQUESTS_ANSWERED);
        if (Atomics.load(state, FAILED) !== 0) return null;
        if (answered === asked) return value[0] ?? null;
        if (performance.now() - from > limit) {
          lost();
          return null;
        }
        Atomics.wait(state, REQUESTS_ANSWERED, answered, LOOK);
      }
    },
    end: () => void worker.terminate(),
  };
}
