import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock, and of the thread's processor time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What the main threads of the page did meanwhile, in milliseconds. */
export interface MainThreadTasks {
  /** The longest by the clock: what a reader waits, also for other threads that have the cores. */
  readonly longest: number;
  /** Tasks over 50 ms by the clock, which a reader can feel. */
  readonly long: number;
  /** The longest by processor time: what the page itself does in one go, whatever else runs on the machine. */
  readonly longestOwn: number;
  /** Processor time of all tasks. */
  readonly own: number;
}

/** Runs `work` while Chromium traces, and reads the tasks of its renderers' main threads. */
export async function mainThreadTasks(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<MainThreadTasks> {
  await browser.startTracing(page, {
    categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata"],
  });
  await work();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === "ThreadControllerImpl::RunTask" && mainThreads.has(`${pid} ${tid}`),
  );
  const most = (values: readonly number[]) => values.reduce((most, each) => Math.max(most, each), 0);
  const lengths = tasks.map(({ dur = 0 }) => dur / 1000);
  const own = tasks.map(({ tdur = 0 }) => tdur / 1000);
  return {
    longest: most(lengths),
    long: lengths.filter((each) => each > 50).length,
    longestOwn: most(own),
    own: own.reduce((sum, each) => sum + each, 0),
  };
}
