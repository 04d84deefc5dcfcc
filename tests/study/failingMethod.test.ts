import { describe, expect, it } from "vitest";
import { resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import { failureRow } from "../../study/failureRows.ts";
import { cellOf } from "../../study/orderRows.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { summarise } from "../../study/summary.ts";

const GOOD = "canello-2022/C";
const BAD = "canello-2022/B";
const replications = [1, 2, 3, 4];
const design = resolveDesign(
  parseDesign({
    aim: "What is told where one method never works?",
    dataGenerating: { name: "w", scenario: "canello-2022" },
    methods: [BAD, GOOD],
    estimands: ["size"],
    performance: ["bias", "coverage", "rejection", "convergence"],
    replications: replications.length,
    seed: "1",
  }),
);

const good = (replication: number): EstimateRow => ({
  world: "w",
  cell: 0,
  replication,
  method: GOOD,
  estimand: "size",
  truth: 1,
  estimate: replication / 2,
  stdError: 1,
  confLow: replication / 2 - 1,
  confHigh: replication / 2 + 1,
  pValue: replication === 4 ? 0.01 : 0.5,
  status: "ok",
  message: "",
});
const bad = (replication: number) =>
  failureRow(cellOf(design, 0), replication, BAD, replication < 3 ? "separation" : "collinear", "size");

describe("a method that always fails beside one that never does", () => {
  const both = summarise(
    design,
    replications.flatMap((each) => [bad(each), good(each)]),
  );
  const [failing, working] = both.methods;

  it("has every replication as failed, by cause, with the flag and no estimand", () => {
    expect(failing).toMatchObject({ method: BAD, replications: 4, failed: 4, flags: ["failures"] });
    expect(failing?.failure).toMatchObject({ value: 1, mcse: 0, high: 1 });
    expect(failing?.causes).toEqual([
      { status: "separation", count: 2, firstReplication: 1, message: "size" },
      { status: "collinear", count: 2, firstReplication: 3, message: "size" },
    ]);
    expect(both.estimands.map(({ method, estimand }) => [method, estimand])).toEqual([[GOOD, "size"]]);
  });

  it("takes nothing from the other's own results, whose bounds are the shares themselves", () => {
    const alone = summarise(design, replications.map(good));
    const [beside, own] = [both.estimands[0], alone.estimands[0]];
    expect(working).toMatchObject({ method: GOOD, replications: 4, failed: 0, flags: [], causes: [] });
    expect(beside).toMatchObject({ valid: 4, replications: 4, flags: [] });
    expect(beside?.measures).toStrictEqual(own?.measures);
    expect(beside?.bounds).toStrictEqual({
      rejection: { low: 0.25, high: 0.25 },
      coverage: { low: 1, high: 1 },
    });
    expect(beside?.measures.bias).toMatchObject({ value: 0.25 });
  });

  it("leaves no replication in which both are valid, and nothing to compare", () => {
    expect(both.estimands[0]?.listWise).toMatchObject({ valid: 0 });
    expect(both.estimands[0]?.listWise?.measures.bias?.value).toBeNaN();
    expect(both.comparisons.map(({ method, pairs }) => [method, pairs])).toEqual([[GOOD, 0]]);
    expect(both.comparisons[0]?.difference.value).toBeNaN();
    expect(both.neverEstimated).toEqual([]);
  });
});
