import { describe, expect, it } from "vitest";
import { modelSpecification, modelSpecificationNames, resolveScenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import type { Cell } from "../../study/cells.ts";
import { estimateHistory } from "../../study/estimateHistory.ts";
import { unidentifiedReason } from "../../study/identification.ts";
import { neededColumns } from "../../study/neededColumns.ts";

const key = { seed: "needed columns", condition: "world", replication: 1 };
// Profits are recorded where they matter.
const scenario = resolveScenario("canello-2022/return", { firms: 400, recordedYears: 5, profitEffect: -0.1 });
const everything = simulate(scenario, key);

function rowsOf(method: Cell["methods"][number], columns: readonly string[] | null): unknown {
  const history = columns === null ? everything : simulate(scenario, key, { columns });
  const cell = {
    index: 0,
    world: "w",
    values: {},
    condition: "w",
    key: "w",
    scenario,
    methods: [method],
    estimands: null,
  };
  return estimateHistory(history, cell, 1, 0.95);
}

describe("the columns that a method needs", () => {
  const specifications = modelSpecificationNames()
    .map((name) => modelSpecification(name))
    .filter((method) => unidentifiedReason(method) === null)
    // How exact the integral is changes nothing in what is read.
    .map((method) => (method.model === "cox" ? method : { ...method, quadratureNodes: 3 }));

  it.each(specifications)("$name has the rows of the whole panel from them alone", (method) => {
    const rows = rowsOf(method, neededColumns([method]));
    expect(rows).toEqual(rowsOf(method, null));
    expect(rows).not.toMatchObject([{ status: "error" }]);
  });

  const derived = ["meanOfPair", "lead"] as const;
  it.each(derived)("are with a column derived by %s the source and the years of the pair", (by) => {
    const made = { name: "made", column: "tenure" };
    const each = by === "lead" ? { ...made, by, years: 1 } : { ...made, by };
    const method = {
      ...modelSpecification("canello-2022/C-small"),
      group: "firm",
      factors: [],
      numeric: ["made"],
      derived: [each],
    };
    expect(neededColumns([method])).toEqual(["pair", "firm", "year", "active", "tenure"]);
  });

  it("are those of column C and none that it has no use for", () => {
    expect(neededColumns([modelSpecification("canello-2022/C")])).toEqual([
      "pair",
      "region",
      "industry",
      "year",
      "active",
      "yLag",
      "yInitial",
      "size",
      "labourProductivity",
      "supplier",
      "financialConstraints",
      "capitalIntensiveTechnology",
      "exportingExperience",
      "domesticOutsourcingExperience",
      "government",
      "corruption",
      "infrastructureQuality",
      "averageEmployeeWages",
      "population",
      "migrantFirmShare",
      "msePeersSameDestination",
      "msePeersOtherDestinations",
      "largePeersSameDestination",
      "largePeersOtherDestinations",
    ]);
  });

  it("are of several methods each once, and without a name that no panel has", () => {
    const one = modelSpecification("canello-2022/B");
    const other = modelSpecification("canello-2022/C");
    expect(neededColumns([one, other, one])).toEqual(neededColumns([other, one]));
    expect(neededColumns([{ ...one, numeric: [...one.numeric, "yLagg"] }])).toEqual(neededColumns([one]));
  });
});
