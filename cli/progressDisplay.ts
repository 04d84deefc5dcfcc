import { Presets, SingleBar } from "cli-progress";

/** Shows how far the work is, on standard error. */
export interface ProgressDisplay {
  /** `done` and `failures` so far. */
  update(done: number, failures: number): void;
  /** Leaves the last state on the screen. */
  stop(): void;
}

const secondsBetweenLines = 5;

/**
 * A bar on a terminal; elsewhere (a log file, a job's output) a plain line every few seconds and one at the end.
 *
 * @param unit what is counted.
 */
export function progressDisplay(
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
  unit = "replications",
): ProgressDisplay {
  return stream.isTTY ? bar(total, stream, unit) : lines(total, stream, unit);
}

function bar(total: number, stream: NodeJS.WriteStream, unit: string): ProgressDisplay {
  const display = new SingleBar(
    {
      stream,
      format: `{bar} {value}/{total} ${unit} · {failures} failed · {elapsed} · {left} left`,
      barsize: 24,
      hideCursor: true,
      stopOnComplete: false,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  const started = performance.now();
  let state = { done: 0, failures: 0 };
  const show = () => {
    const seconds = (performance.now() - started) / 1000;
    const times = { elapsed: duration(seconds), left: timeLeft(seconds, state.done, total) };
    display.update(state.done, { failures: state.failures, ...times });
  };
  display.start(total, 0, { failures: 0, elapsed: "0s", left: "…" });
  // The clock goes on while replications take their time.
  const ticking = setInterval(show, 1000);
  return {
    update(done, failures) {
      state = { done, failures };
      show();
    },
    stop() {
      clearInterval(ticking);
      show();
      display.stop();
    },
  };
}

function lines(total: number, stream: NodeJS.WriteStream, unit: string): ProgressDisplay {
  const started = performance.now();
  let lastLine = started;
  let state = { done: 0, failures: 0 };
  let shown = -1;
  const print = () => {
    const seconds = (performance.now() - started) / 1000;
    const { done, failures } = state;
    stream.write(
      `${done}/${total} ${unit} · ${failures} failed · ${duration(seconds)} · ${timeLeft(seconds, done, total)} left\n`,
    );
    shown = state.done;
  };
  return {
    update(done, failures) {
      state = { done, failures };
      if (performance.now() - lastLine < secondsBetweenLines * 1000) return;
      lastLine = performance.now();
      print();
    },
    stop() {
      if (shown !== state.done) print();
    },
  };
}

/** At the pace so far; `…` before there is one. */
function timeLeft(seconds: number, done: number, total: number): string {
  return done === 0 ? "…" : duration((seconds * (total - done)) / done);
}

/** `7s`, `3m12s`, `2h05m`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (count: number) => String(count).padStart(2, "0");
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m${two(whole % 60)}s`;
  return `${Math.floor(whole / 3600)}h${two(Math.floor((whole % 3600) / 60))}m`;
}
