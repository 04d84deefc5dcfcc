import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileLines } from "../../../cli/study/fileLines.ts";
import { logReader, readLogs } from "../../../cli/study/readLogs.ts";
import { storedRows } from "../../../cli/study/storedRows.ts";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { logHeaderLine } from "../../../study/log/logHeader.ts";
import { logLine } from "../../../study/log/logLine.ts";

const design = resolveDesign(
  parseDesign({
    aim: "x",
    dataGenerating: { name: "w", scenario: "canello-2022/return" },
    methods: ["canello-2022/cox-exact"],
    performance: ["bias"],
    replications: 9,
    seed: "1",
  }),
);
const row = {
  method: "canello-2022/cox-exact",
  estimand: "size",
  truth: 0.1,
  estimate: Number.NaN,
  stdError: -0,
  confLow: Number.NEGATIVE_INFINITY,
  confHigh: 0.3,
  pValue: 0.5,
  status: "ok",
  message: "a line\nand »another«",
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bandwagon-logs-"));
  mkdirSync(join(folder, "rows"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const header = logHeaderLine({ log: 1, bandwagon: "1", design: "d" });
const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, "rows", name), text);
const lineOf = (replication: number) => logLine({ cell: "w", replication, rows: [row] });

describe("the logs of a study", () => {
  it("cut at any byte lose the line that was cut, and no other", () => {
    const whole = Buffer.from(header + lineOf(1) + lineOf(2));
    for (let length = 0; length <= whole.length; length++) {
      write("run-0001.jsonl", whole.subarray(0, length));
      const { index, damaged } = readLogs(folder, design, "1");
      // A line whose line feed alone is missing is whole.
      const ends = [header.length + Buffer.byteLength(lineOf(1)) - 1, whole.length - 1];
      expect(index.found, `${length} bytes`).toBe(ends.filter((end) => length >= end).length);
      expect(damaged).toEqual([]);
    }
  });

  it("give back the rows in the order of the replications, whatever the files", () => {
    write("run-0001.jsonl", header + lineOf(3) + lineOf(1));
    write("run-0002.jsonl", header + lineOf(2) + lineOf(3));
    const logs = readLogs(folder, design, "1");
    expect([logs.index.found, logs.index.repeated]).toEqual([3, 1]);
    const stored = storedRows(design, logs);
    for (let time = 0; time < 2; time++) {
      expect([...stored.replicationsOf(0)]).toStrictEqual(
        [1, 2, 3].map((replication) => ({
          replication,
          rows: [{ world: "w", cell: 0, replication, ...row }],
        })),
      );
    }
    stored.close();
  });

  it("that grow are read on from where they were, with the files that are new", () => {
    const read = logReader(folder, design, "1");
    expect([read().index.found, read().files]).toEqual([0, []]);
    const failed = logLine({ cell: "w", replication: 2, rows: [{ ...row, status: "collinear" }] });
    write("run-0002.jsonl", header + lineOf(1) + failed.slice(0, 30));
    expect(read().index.found).toBe(1);
    write("run-0002.jsonl", header + lineOf(1) + failed.slice(0, -1));
    expect(read().index.found).toBe(2);
    write("run-0002.jsonl", `${header}${lineOf(1)}${failed}damaged\n`);
    write("run-0001.jsonl", header + lineOf(3));
    const logs = read();
    expect([logs.index.found, logs.index.repeated, logs.index.foundOf(0)]).toEqual([3, 0, 3]);
    expect(logs.failures).toEqual({ failed: 1, causes: new Map([["collinear", 1]]) });
    expect(logs.damaged).toEqual([`${join(folder, "rows", "run-0002.jsonl")}, line 4`]);
    const stored = storedRows(design, logs);
    expect([...stored.replicationsOf(0)].map(({ replication }) => replication)).toEqual([1, 2, 3]);
    stored.close();
  });

  it("may be more than a process may hold open", () => {
    for (let file = 1; file <= 9; file++) write(`run-${file}.jsonl`, header + lineOf(file));
    const many = Array.from({ length: 200 }, (_, at) => `s${at}.jsonl`);
    for (const name of many) write(name, header + lineOf(1));
    const logs = readLogs(folder, design, "1");
    const stored = storedRows(design, logs);
    expect([...stored.replicationsOf(0)].map(({ replication }) => replication)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    stored.close();
  });
});

describe("the lines of a file", () => {
  it("are found across the pieces in which it is read", () => {
    const long = "é".repeat(700_000);
    write("x", `first\n${long}\n\nlast`);
    const lines = [...fileLines(join(folder, "rows", "x"))];
    expect(
      lines.map(({ text, number, offset, length, ended }) => [text.length, number, offset, length, ended]),
    ).toEqual([
      [5, 1, 0, 5, true],
      [700_000, 2, 6, 1_400_000, true],
      [0, 3, 1_400_007, 0, true],
      [4, 4, 1_400_008, 4, false],
    ]);
  });
});
