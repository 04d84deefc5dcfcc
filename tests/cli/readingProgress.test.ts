import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readingProgress } from "../../cli/readingProgress.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is written to a stream that says whether it is a terminal. */
function watched(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns: 80,
    rows: 24,
    cursorTo: () => true,
    moveCursor: () => true,
    clearLine: () => true,
    clearScreenDown: () => true,
    getColorDepth: () => 1,
    hasColors: () => false,
    getWindowSize: (): [number, number] => [80, 24],
  });
  const terminal: unknown = stream;
  return { stream: terminal as NodeJS.WriteStream, text: () => String(stream.read() ?? "") };
}

it("a big file has a bar on a terminal, with name, share and time", () => {
  const { stream, text } = watched(true);
  const progress = readingProgress("data/panel.csv", 200_000_000, stream);
  vi.advanceTimersByTime(3000);
  progress.update(50_000_000);
  vi.advanceTimersByTime(1000);
  progress.stop();
  const shown = text();
  expect(shown).toContain("reading panel.csv");
  expect(shown).toMatch(/█+░+/);
  expect(shown).toContain("25 % · 3s");
});

it("elsewhere a big file has a line every five seconds", () => {
  const { stream, text } = watched(false);
  const progress = readingProgress("panel.csv", 200_000_000, stream);
  for (const second of [1, 2, 3, 4, 5, 6]) {
    vi.advanceTimersByTime(1000);
    progress.update(second * 10_000_000);
  }
  progress.stop();
  expect(text()).toBe("reading panel.csv · 25 % · 5s\n");
});

it("a file that is read in no time has neither", () => {
  for (const isTTY of [true, false]) {
    const { stream, text } = watched(isTTY);
    const progress = readingProgress("panel.csv", 1_000_000, stream);
    vi.advanceTimersByTime(10_000);
    progress.update(500_000);
    progress.stop();
    expect(text()).toBe("");
  }
});

it("a process that ends while the bar is shown gives the terminal back as it was", () => {
  const { stream, text } = watched(true);
  const atStart = new Set(process.listeners("exit"));
  const progress = readingProgress("panel.csv", 200_000_000, stream);
  expect(text()).not.toContain("\x1B[?25h");
  const atEnd = process.listeners("exit").filter((each) => !atStart.has(each));
  for (const listener of atEnd) listener.call(process, 130);
  expect(text()).toContain("\x1B[?25h\x1B[?7h");
  progress.stop();
  expect(process.listeners("exit").filter((each) => !atStart.has(each))).toEqual([]);
});

it("the bar takes the keys of a user only while it is shown", () => {
  const before = process.listenerCount("SIGINT");
  const progress = readingProgress("panel.csv", 200_000_000, watched(true).stream);
  expect(process.listenerCount("SIGINT")).toBe(before + 1);
  progress.stop();
  expect(process.listenerCount("SIGINT")).toBe(before);
});
