import { Format, type Options, SingleBar } from "cli-progress";

/** Shows how far the work is, on standard error. */
export interface ProgressDisplay {
  /** `done` and `failures` so far. */
  update(done: number, failures: number): void;
  /** Leaves the last state on the screen. */
  stop(): void;
}

/** A line about some work that changes as the work goes on. */
export interface LiveLine {
  /** Whenever it has another text. */
  changed(): void;
  /** Leaves the last text on the screen. */
  stop(): void;
}

const SECONDS_BETWEEN_LINES = 5;
const BAR = 24;
const LEAST_BAR = 8;
/** Where a terminal does not say how wide it is. */
const COLUMNS = 80;

/**
 * How much of something is done, how many failed, and the time left at the pace so far.
 *
 * @param unit what is counted.
 */
export function progressDisplay(
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
  unit = "replications",
): ProgressDisplay {
  let state = { done: 0, failures: 0 };
  const line = liveLine(stream, {
    share: () => (total === 0 ? 1 : state.done / total),
    text(seconds) {
      const { done, failures } = state;
      const left = done === 0 ? "…" : duration((seconds * (total - done)) / done);
      return `${done}/${total} ${unit} · ${failures} failed · ${duration(seconds)} · ${left} left`;
    },
  });
  return {
    update(done, failures) {
      state = { done, failures };
      line.changed();
    },
    stop: line.stop,
  };
}

export interface LiveText {
  /** Of the work that is done, 0 to 1. */
  share(): number;
  /** @param columns that it should not be longer than. */
  text(seconds: number, columns: number): string;
}

/**
 * A line that is written over on a terminal, with a bar before it where there is room; elsewhere (a log file, a job's
 * output) a line of its own every few seconds and one at the end.
 */
export function liveLine(stream: NodeJS.WriteStream, line: LiveText): LiveLine {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  return stream.isTTY ? overwritten(stream, line, seconds) : written(stream, line, seconds);
}

function overwritten(stream: NodeJS.WriteStream, line: LiveText, seconds: () => number): LiveLine {
  const format = (options: Options) => {
    // The last column is left free: writing there makes some terminals begin another line.
    const room = (stream.columns || COLUMNS) - 1;
    const whole = line.text(seconds(), Number.POSITIVE_INFINITY);
    const barsize = Math.min(BAR, room - whole.length - 1);
    return barsize < LEAST_BAR
      ? line.text(seconds(), room).slice(0, room)
      : `${Format.BarFormat(line.share(), { ...options, barsize })} ${whole}`;
  };
  const display = new SingleBar({
    stream,
    format,
    barsize: BAR,
    barCompleteChar: "\u2588",
    barIncompleteChar: "\u2591",
    hideCursor: true,
    stopOnComplete: false,
    gracefulExit: false,
  });
  display.start(1, 0);
  // The clock goes on while the work takes its time.
  const ticking = setInterval(() => display.update(line.share()), 1000);
  return {
    changed: () => display.update(line.share()),
    stop() {
      clearInterval(ticking);
      display.update(line.share());
      display.stop();
    },
  };
}

function written(stream: NodeJS.WriteStream, line: LiveText, seconds: () => number): LiveLine {
  let lastLine = performance.now();
  let unsaid = true;
  const print = () => {
    lastLine = performance.now();
    stream.write(`${line.text(seconds(), Number.POSITIVE_INFINITY)}\n`);
    unsaid = false;
  };
  return {
    changed() {
      unsaid = true;
      if (performance.now() - lastLine >= SECONDS_BETWEEN_LINES * 1000) print();
    },
    stop() {
      if (unsaid) print();
    },
  };
}

/** `7s`, `3m12s`, `2h05m`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (count: number) => String(count).padStart(2, "0");
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m${two(whole % 60)}s`;
  return `${Math.floor(whole / 3600)}h${two(Math.floor((whole % 3600) / 60))}m`;
}
