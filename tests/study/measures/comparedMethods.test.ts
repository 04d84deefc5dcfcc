import { describe, expect, it } from "vitest";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { comparedMethods } from "../../../study/measures/comparedMethods.ts";
import type { EstimateRow } from "../../../study/rows.ts";
import { summarise } from "../../../study/summary.ts";

const design = resolveDesign(
  parseDesign({
    aim: "Which is compared with which?",
    dataGenerating: { name: "w", scenario: "canello-2022" },
    methods: [
      "canello-2022/cox-yearly",
      "canello-2022/C",
      "canello-pavone/probit",
      "canello-2022/B",
      "canello-2022/D",
    ],
    performance: ["bias"],
    replications: 2,
    seed: "7",
  }),
);
const [cell] = design.cells;

describe("the methods that are compared", () => {
  const find = comparedMethods(cell);

  it("are probits of pairs with probits of pairs, with and without a random effect; the first is the reference", () => {
    const probits = ["canello-2022/C", "canello-2022/B", "canello-2022/D"];
    for (const method of probits) expect(find(method, "size")?.methods).toEqual(probits);
    expect(find("canello-2022/cox-yearly", "size")?.methods).toEqual(["canello-2022/cox-yearly"]);
    expect(find("canello-pavone/probit", "yLag")?.methods).toEqual(["canello-pavone/probit"]);
  });

  it("are those that can give the estimand", () => {
    expect(find("canello-2022/D", "nothing of the kind")).toBeNull();
    expect(find("canello-2022/cox-yearly", "yLag")).toBeNull();
  });
});

it("list-wise results need all compared methods, not two of them", () => {
  const row = (method: string, replication: number): EstimateRow => ({
    ...{ world: "w", cell: 0, replication, method: `canello-2022/${method}`, estimand: "size", truth: 0 },
    ...{ estimate: 1, stdError: 1, confLow: -1, confHigh: 3, pValue: 0.5, status: "ok", message: "" },
  });
  const rows = [row("C", 1), row("B", 1), row("D", 1), row("C", 2), row("B", 2)];
  const { estimands, comparisons } = summarise(design, rows);
  expect(estimands.map(({ valid, listWise }) => [valid, listWise?.valid])).toEqual([
    [2, 1],
    [2, 1],
    [1, 1],
  ]);
  expect(comparisons.map(({ method, reference, pairs }) => [method, reference, pairs])).toEqual([
    ["canello-2022/B", "canello-2022/C", 2],
    ["canello-2022/D", "canello-2022/C", 1],
  ]);
});
