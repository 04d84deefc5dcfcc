import { describe, expect, test } from "vitest";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { failureRow } from "../../../study/failureRows.ts";
import { growingRows } from "../../../study/repeat/growingRows.ts";
import { rowsInMemory } from "../../../study/rowSource.ts";
import type { EstimateRow } from "../../../study/rows.ts";
import { summariseSource } from "../../../study/summary.ts";

const design = resolveDesign(
  parseDesign({
    aim: "Rows in any order.",
    dataGenerating: { name: "w", scenario: "canello-2022/eq1", vary: { firms: [100, 200] } },
    methods: ["canello-2022/B-small", "canello-2022/C-small"],
    performance: ["bias", "coverage"],
    replications: 4,
    seed: "1",
  }),
);

/** Estimates that differ by cell and replication; the methods in the wrong order. */
function rowsOf(cell: number, replication: number): EstimateRow[] {
  const of = design.cells[cell];
  if (of === undefined) throw new Error("no such cell");
  return ["canello-2022/C-small", "canello-2022/B-small"].map((method) => ({
    ...failureRow(of, replication, method, "ok", ""),
    estimand: "yLag",
    truth: 2,
    estimate: 2 + Math.sin(10 * cell + replication),
    stdError: 0.5,
    confLow: 1.5,
    confHigh: 2.5,
    pValue: 0.01,
  }));
}

describe("rows that grow", () => {
  test("summarise as all rows at once do, in whatever order they came", () => {
    const keys = [0, 1].flatMap((cell) => [1, 2, 3, 4].map((replication) => ({ cell, replication })));
    const growing = growingRows(design);
    for (const at of [5, 0, 7, 2, 6, 1, 3, 4]) {
      const key = keys[at] ?? { cell: 0, replication: 1 };
      growing.add(key, rowsOf(key.cell, key.replication));
    }
    const all = keys.flatMap(({ cell, replication }) => rowsOf(cell, replication));
    expect(summariseSource(design, growing.upTo(4))).toEqual(
      summariseSource(design, rowsInMemory(design, all)),
    );
  });

  test("know how many replications every cell has without a gap, and how many there are", () => {
    const growing = growingRows(design);
    expect(growing.complete()).toBe(0);
    for (const [cell, replication] of [
      [0, 1],
      [0, 2],
      [0, 4],
      [1, 1],
      [1, 3],
    ] as const)
      growing.add({ cell, replication }, rowsOf(cell, replication));
    expect(growing.complete()).toBe(1);
    expect(growing.count(0)).toBe(3);
    expect(growing.count(0, 2)).toBe(2);
    expect([...growing.upTo(3).replicationsOf(1)].map(({ replication }) => replication)).toEqual([1, 3]);
    expect(growing.rowsOf({ cell: 1, replication: 2 })).toBeNull();
  });

  test("keep the first rows of a replication that comes twice", () => {
    const growing = growingRows(design);
    growing.add({ cell: 0, replication: 1 }, rowsOf(0, 1));
    growing.add({ cell: 0, replication: 1 }, rowsOf(0, 2));
    expect(growing.count(0)).toBe(1);
    expect(growing.rowsOf({ cell: 0, replication: 1 })?.[0]?.estimate).toBe(2 + Math.sin(1));
  });

  test("refuse what is no replication of the study", () => {
    const growing = growingRows(design);
    expect(() => growing.add({ cell: 2, replication: 1 }, [])).toThrow(/2 cells and no cell 2/);
    expect(() => growing.add({ cell: 0, replication: 0 }, [])).toThrow(/numbered 1, 2, 3/);
  });
});
