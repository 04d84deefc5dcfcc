import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** What the main threads of the page did meanwhile, in milliseconds. */
export interface MainThreadTasks {
  readonly longest: number;
  /** Tasks over 50 ms, which a reader can feel. */
  readonly long: number;
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
  const lengths = traceEvents
    .filter(
      ({ name, pid, tid }) =>
        (name === "RunTask" || name === "ThreadControllerImpl::RunTask") && mainThreads.has(`${pid} ${tid}`),
    )
    .map(({ dur = 0 }) => dur / 1000);
  return {
    longest: lengths.reduce((most, each) => Math.max(most, each), 0),
    long: lengths.filter((each) => each > 50).length,
  };
}
