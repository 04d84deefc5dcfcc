import { expect, it } from "vitest";
import { resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import { heldRows } from "../../study/heldRows.ts";
import type { RowSource } from "../../study/rowSource.ts";
import type { EstimateRow } from "../../study/rows.ts";

const design = resolveDesign(
  parseDesign({
    aim: "To be read often",
    dataGenerating: { name: "w", scenario: "canello-2022/return", vary: { firms: [100, 200, 300] } },
    methods: ["canello-2022/cox-exact"],
    performance: ["bias"],
    replications: 200,
    seed: "1",
  }),
);

function row(cell: number, replication: number, at: number): EstimateRow {
  const place = { world: "w", cell, replication, method: `method${at % 2}`, estimand: `term${at}` };
  if (at === 2) {
    const none = { truth: Number.NaN, estimate: Number.NaN, stdError: Number.NaN, confLow: Number.NaN };
    const cause = { status: "collinear", message: `no column ${replication % 7}` };
    return { ...place, ...none, confHigh: Number.NEGATIVE_INFINITY, pValue: Number.NaN, ...cause };
  }
  const estimate = replication / 3 + at;
  const numbers = { truth: -0, estimate, stdError: 1 / at, confLow: -1e300, confHigh: 5e-324, pValue: 0.1 };
  return { ...place, ...numbers, status: "ok", message: "" };
}

/** Replications 1, 3, 5 … of each cell, with one to three rows. */
function counting(): RowSource & { readonly read: number[] } {
  const read = [0, 0, 0];
  return {
    read,
    *replicationsOf(cell) {
      read[cell] = (read[cell] ?? 0) + 1;
      for (let replication = 1; replication <= 199; replication += 2) {
        const count = 1 + (replication % 3);
        yield { replication, rows: Array.from({ length: count }, (_, at) => row(cell, replication, at)) };
      }
    },
  };
}
const allOf = (source: RowSource) => [0, 1, 2].map((cell) => [...source.replicationsOf(cell)]);

it("rows that are held are the rows, to the last bit, and are read once", () => {
  const source = counting();
  const held = heldRows(design, source);
  const truth = allOf(counting());
  expect(allOf(held)).toStrictEqual(truth);
  expect(allOf(held)).toStrictEqual(truth);
  expect(source.read).toEqual([1, 1, 1]);
});

it("cells that do not fit together make place for one another; one that does not fit alone is read each time", () => {
  const truth = allOf(counting());
  const bytesOfACell = 40_000;
  const source = counting();
  const held = heldRows(design, source, bytesOfACell);
  for (const cell of [0, 0, 1, 1, 2, 2, 0, 0]) {
    expect([...held.replicationsOf(cell)]).toStrictEqual(truth[cell]);
  }
  expect(source.read).toEqual([2, 1, 1]);
  const none = counting();
  const nothing = heldRows(design, none, 1000);
  expect(allOf(nothing)).toStrictEqual(truth);
  expect(allOf(nothing)).toStrictEqual(truth);
  expect(none.read).toEqual([2, 2, 2]);
});

it("a reader that stops on the way leaves nothing half held, and two may read at once", () => {
  const truth = allOf(counting());
  const source = counting();
  const held = heldRows(design, source);
  for (const { replication } of held.replicationsOf(0)) if (replication > 9) break;
  const [one, other] = [held.replicationsOf(0), held.replicationsOf(0)];
  expect([...one]).toStrictEqual(truth[0]);
  expect([...other]).toStrictEqual(truth[0]);
  expect([...held.replicationsOf(0)]).toStrictEqual(truth[0]);
  expect(source.read[0]).toBe(3);
});
