import { basename } from "node:path";
import { Presets, SingleBar } from "cli-progress";
import { duration } from "./progressDisplay.ts";
import { restoreTerminalAtEnd } from "./terminalRestored.ts";
import { visibleText } from "./visibleText.ts";

/** Shows how much of a file has been read, on standard error. */
export interface ReadingProgress {
  update(bytesRead: number): void;
  /** Takes the bar away. */
  stop(): void;
}

/** From this size on, in bytes on disk, reading takes long enough to say how far it is. */
const BIG = 20_000_000;
const BETWEEN_LINES = 5000;

/** A bar on a terminal; elsewhere a line every five seconds; nothing for a file that is read in no time. */
export function readingProgress(
  path: string,
  size: number,
  stream: NodeJS.WriteStream = process.stderr,
): ReadingProgress {
  if (size < BIG) return { update() {}, stop() {} };
  return stream.isTTY ? bar(path, size, stream) : lines(path, size, stream);
}

function bar(path: string, size: number, stream: NodeJS.WriteStream): ReadingProgress {
  const display = new SingleBar(
    {
      stream,
      format: "reading {file} {bar} {percentage} % · {elapsed}",
      barsize: 24,
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  const started = Date.now();
  const elapsed = () => duration((Date.now() - started) / 1000);
  const release = restoreTerminalAtEnd(stream);
  display.start(size, 0, { file: visibleText(basename(path)), elapsed: elapsed() });
  return {
    update: (bytesRead) => display.update(bytesRead, { elapsed: elapsed() }),
    stop() {
      release();
      display.stop();
    },
  };
}

function lines(path: string, size: number, stream: NodeJS.WriteStream): ReadingProgress {
  const started = Date.now();
  let last = started;
  return {
    update(bytesRead) {
      const now = Date.now();
      if (now - last < BETWEEN_LINES) return;
      last = now;
      const percent = Math.floor((100 * bytesRead) / size);
      stream.write(
        `reading ${visibleText(basename(path))} · ${percent} % · ${duration((now - started) / 1000)}\n`,
      );
    },
    stop() {},
  };
}
