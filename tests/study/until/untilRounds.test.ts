import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../../scenarios/index.ts";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { rowsInMemory } from "../../../study/rowSource.ts";
import type { EstimateRow } from "../../../study/rows.ts";
import { watchedErrors } from "../../../study/until/lookAtCell.ts";
import { type UntilRounds, untilRounds } from "../../../study/until/untilRounds.ts";

const designWith = (until: object, more: object = {}) => ({
  aim: "To stop in time",
  dataGenerating: {
    name: "w",
    scenario: "canello-2022/return",
    cells: [{ firms: 100 }, { firms: 200 }],
    methods: ["canello-2022/cox-exact"],
    estimands: ["size"],
  },
  performance: ["bias"],
  replications: 500,
  seed: "2026",
  until,
  ...more,
});
const resolved = (until: object, more: object = {}) => resolveDesign(parseDesign(designWith(until, more)));

/** Errors of ±spread in turn: their standard deviation is the spread but for n / (n − 1). */
function row(cell: number, replication: number, spread: number): EstimateRow {
  const error = replication % 2 === 0 ? spread : -spread;
  return {
    world: "w",
    cell,
    replication,
    method: "canello-2022/cox-exact",
    estimand: "size",
    truth: 0.1,
    estimate: 0.1 + error,
    stdError: 1,
    confLow: -1,
    confHigh: 1,
    pValue: 0.5,
    status: "ok",
    message: "",
  };
}
const spreads = [0.1, 0.3];
const rowsTo = (replications: number) =>
  spreads.flatMap((spread, cell) =>
    Array.from({ length: replications }, (_, at) => row(cell, at + 1, spread)),
  );

function play(design: ReturnType<typeof resolved>, hoursUpAfter = Number.POSITIVE_INFINITY) {
  const { until } = design.design;
  if (until === undefined) throw new Error("no rule");
  const rounds: UntilRounds = untilRounds(design, until);
  const lengths: number[] = [];
  // More rows than the round has must change nothing.
  const source = rowsInMemory(design, rowsTo(design.design.replications));
  for (let keys = rounds.round(); keys !== null; keys = rounds.round()) {
    lengths.push(keys.length);
    rounds.look(source, lengths.length >= hoursUpAfter);
  }
  return { lengths, looks: rounds.looks(), rounds };
}

describe("a study that stops by its errors", () => {
  // 0.1 / √n ≤ 0.01 from n = 101, 0.3 / √n ≤ 0.01 from 901.
  const design = resolved({ mcse: { bias: 0.01 }, minimum: 50, every: 40 });

  it("looks at each cell after the minimum, then after every so many and at the last, and stops each by itself", () => {
    const { lengths, looks, rounds } = play(design);
    expect(
      looks.filter(({ cell }) => cell === "w {firms=100}").map((look) => [look.replications, look.stop]),
    ).toEqual([
      [50, null],
      [90, null],
      [130, "mcse"],
    ]);
    const second = looks.filter(({ cell }) => cell === "w {firms=200}");
    expect(second.map(({ replications }) => replications)).toEqual([
      50, 90, 130, 170, 210, 250, 290, 330, 370, 410, 450, 490, 500,
    ]);
    expect(second.at(-1)).toMatchObject({ look: 13, stop: "replications" });
    expect(second[0]?.errors[0]?.mcse).toBeCloseTo(0.3 / Math.sqrt(49), 12);
    expect(lengths.slice(0, 5)).toEqual([100, 80, 80, 40, 40]);
    expect([rounds.lastOf(0), rounds.lastOf(1)]).toEqual([130, 500]);
  });

  it("stops at the look at which time is up, never before the minimum", () => {
    const { looks } = play(resolved({ hours: 1, minimum: 50, every: 40 }), 2);
    expect(looks.map(({ replications, stop }) => [replications, stop])).toEqual([
      [50, null],
      [50, null],
      [90, "hours"],
      [90, "hours"],
    ]);
  });

  it("goes on to the last replication where an error is not defined, or nothing was estimated", () => {
    const [cell] = design.cells;
    if (cell === undefined) throw new Error("no cell");
    const noTruth = rowsTo(50).map((each) => ({ ...each, truth: Number.NaN }));
    const errors = (rows: EstimateRow[]) =>
      watchedErrors(cell, rowsInMemory(design, rows), 50, { mcse: { bias: 1 }, minimum: 2, every: 1 }, 0.05);
    expect(errors(noTruth)[0]).toMatchObject({ mcse: Number.NaN, estimand: "size" });
    expect(errors([])[0]).toMatchObject({ mcse: Number.NaN, method: "" });
  });

  it("does not take a share of 0 for one without error", () => {
    const [cell] = design.cells;
    if (cell === undefined) throw new Error("no cell");
    const until = { mcse: { rejection: 0.001 }, minimum: 2, every: 1 };
    const [error] = watchedErrors(cell, rowsInMemory(design, rowsTo(50)), 50, until, 0.05);
    // Wilson: z² / (n + z²) / (2 z).
    expect(error?.mcse).toBeCloseTo(1.959963984540054 / (50 + 1.959963984540054 ** 2) / 2, 12);
  });
});

describe("a rule is refused", () => {
  it.each([
    [{}, "until", "neither mcse nor hours"],
    [{ mcse: {} }, "until", "neither mcse nor hours"],
    [{ mcse: { bias: 0 } }, "until.mcse.bias", "0"],
    [{ mcse: { bais: 0.1 } }, "until.mcse.bais", "bais"],
    [{ hours: -1 }, "until.hours", "-1"],
    [{ hours: 1, minimum: 501 }, "until.minimum", "501"],
    [{ hours: 1, every: 0 }, "until.every", "0"],
    [{ mcse: { bias: 1 }, estimands: ["siez"] }, "until.estimands[0]", '"siez"'],
  ])("%j at %s", (until, path, found) => {
    try {
      resolved(until);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      expect(error.path).toBe(path);
      expect(error.found).toContain(found);
      return;
    }
    throw new Error("the design was accepted");
  });
});
