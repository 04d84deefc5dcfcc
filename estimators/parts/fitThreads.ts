import type { PartRequest, SharedPart } from "./sharedPart.ts";

/**
 * Threads for the fit of a random-effects probit without weights to many rows. The groups are divided once; a
 * thread has the rows of its part, and evaluates it while the calling thread evaluates the first. Partial sums are added in
 * the order of the parts, so results are the same bytes for the same number of threads, whichever thread was faster, and
 * equal to those of another number but for rounding.
 *
 * `fitThreads` of "bandwagon/threads" makes them in Node. Estimators know only this.
 */
export interface FitThreads {
  /** Threads that work at once, the calling one included. */
  readonly count: number;
  /** Starts `count` − 1 threads for one fit, which ends them. */
  readonly start: () => ThreadSession;
}

/** The threads of one fit, by the number of their part: 1, 2, …; part 0 is the caller's own. */
export interface ThreadSession {
  /** Parts, the caller's own included. */
  readonly count: number;
  /** Memory that other threads see too. */
  readonly allocate: (bytes: number) => ArrayBufferLike;
  /** Gives a thread its part; returns at once. */
  readonly open: (part: number, shared: SharedPart) => void;
  /** Asks a thread to evaluate its part; returns at once. Its exchange is the thread's until `wait` has returned. */
  readonly ask: (part: number, request: PartRequest) => void;
  /** Waits for the answer: its value, or null when the thread is lost and will be for good. */
  readonly wait: (part: number) => number | null;
  readonly end: () => void;
}

export interface ThreadOption {
  /**
   * Threads for a probit without weights of 50,000 rows or more. Fewer rows are fitted by the calling thread alone, and so are
   * other links and weighted rows: they are ready before a second thread would be, or have no use for it. Default: the calling
   * thread alone, so that no byte depends on the machine.
   */
  readonly threads?: FitThreads;
}

/** Rows from which a second thread wins back the time to start it and to copy its part. */
const ROWS_WORTH_A_THREAD = 50_000;

/** Does `work` with threads where they are given and worth their while, and ends them. */
export function withThreads<Value>(
  threads: FitThreads | undefined,
  rows: number,
  work: (session: ThreadSession | null) => Value,
): Value {
  if (threads === undefined || threads.count < 2 || rows < ROWS_WORTH_A_THREAD) return work(null);
  const session = threads.start();
  try {
    return work(session);
  } finally {
    session.end();
  }
}
