import { describe, expect, it } from "vitest";
import { entryLine, readJournal, requestChanges, requestLine } from "../../../study/calibration/journal.ts";

const request = { paper: "canello-2022", scenario: { base: -3 }, histories: 2 };
const entries = [
  {
    values: [0.1, -1 / 3],
    histories: [
      { a: 1e-300, b: Number.NaN },
      { a: 2 / 3, b: 1 },
    ],
  },
  {
    values: [0.2, 0],
    histories: [
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ],
  },
];
const lines = [requestLine(request), ...entries.map(entryLine)];
const text = lines.join("");

describe("the journal of a calibration", () => {
  it("gives back what was written, to the last bit", () => {
    expect(readJournal(text)).toEqual({ request, entries, soundLength: text.length });
  });

  it("loses a torn last line, wherever it was torn, and nothing before it", () => {
    const whole = lines.slice(0, 2).join("");
    for (let cut = whole.length; cut < text.length; cut++) {
      expect(readJournal(text.slice(0, cut))).toEqual({
        request,
        entries: entries.slice(0, 1),
        soundLength: whole.length,
      });
    }
  });

  it("ends before a damaged line", () => {
    const damaged = text.replace("0.1", "0.3");
    expect(readJournal(damaged)?.entries).toEqual([]);
  });

  it("is none where the first line is not one of a calibration", () => {
    expect(readJournal("{}\n")).toBeNull();
    expect(readJournal("")).toBeNull();
    expect(readJournal(lines[1] ?? "")).toBeNull();
  });
});

describe("two requests", () => {
  it("that say the same differ in nothing, whatever the order of their names", () => {
    expect(requestChanges(request, { histories: 2, scenario: { base: -3 }, paper: "canello-2022" })).toEqual(
      [],
    );
  });

  it("that differ are told apart down to single values", () => {
    expect(
      requestChanges(request, { paper: "canello-2022", scenario: { base: -2, firms: 5 }, histories: 2 }),
    ).toEqual([
      { path: "scenario.base", begun: "-3", now: "-2" },
      { path: "scenario.firms", begun: "nothing", now: "5" },
    ]);
  });
});
