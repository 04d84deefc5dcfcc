import { describe, expect, it } from "vitest";
import type { Fit, RandomEffectsFit } from "../../estimators/index.ts";
import { column, numericValues } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { modelSpecification, resolveScenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { fitSpecification } from "../../study/methods.ts";
import { distinctGroups, GROUPS_ALIKE } from "../../study/repeatedPairs.ts";
import { key } from "../sim/worlds.ts";

function tableOf(pairs: readonly (readonly [number, number])[][]) {
  const rows = pairs.flatMap((pair, at) => pair.map(([x, y]) => ({ pair: at + 1, x, y })));
  return tableFromColumns([
    { name: "pair", values: Int32Array.from(rows, ({ pair }) => pair) },
    { name: "x", values: Float64Array.from(rows, ({ x }) => x) },
    { name: "y", values: Uint8Array.from(rows, ({ y }) => y) },
  ]);
}
const values = (table: ReturnType<typeof tableOf>, name: string) =>
  Array.from(numericValues(column(table, name), name));

describe("groups that are alike", () => {
  const quiet: [number, number][] = [
    [0, 0],
    [0.5, 0],
  ];

  it("are one, counted as often as they occur", () => {
    const found = distinctGroups(
      tableOf([
        quiet,
        quiet,
        [
          [0, 0],
          [0.5, 1],
        ],
        quiet,
        quiet,
      ]),
      "pair",
    );
    expect(found && values(found, "pair")).toEqual([1, 1, 3, 3]);
    expect(found && values(found, GROUPS_ALIKE)).toEqual([4, 4, 1, 1]);
  });

  it("have as many rows, in one order", () => {
    const found = distinctGroups(
      tableOf([quiet, quiet, quiet, quiet, quiet, [[0, 0]], [...quiet].reverse()]),
      "pair",
    );
    expect(found && values(found, GROUPS_ALIKE)).toEqual([5, 5, 1, 1, 1]);
  });

  it("are left as they are where fewer than half repeat another", () => {
    expect(distinctGroups(tableOf([quiet, quiet, [[1, 0]], [[2, 0]]]), "pair")).toBeNull();
  });
});

describe("a model in which pairs are alike", () => {
  const scenario = resolveScenario("canello-2022/W2", { firms: 1500 });
  const panel = tableFromColumns(simulate(scenario, key(), { recordTruth: false }).columns);
  const bare = modelSpecification("canello-2022/D-bare");
  if (bare.model !== "randomEffectsProbit") throw new Error("D-bare has a random effect");
  const { cluster: _province, ...unclustered } = bare;

  it.each([
    ["the model's own errors", unclustered],
    ["errors clustered by province", { ...bare, cluster: "province" }],
    ["errors clustered by pair", { ...bare, cluster: "pair" }],
  ])("has the estimates, %s and likelihood of all pairs one by one", (_, specification) => {
    const once = fitSpecification(panel, specification, 0.95);
    // Average effects need every row, so that asking for one has all pairs fitted.
    const whole = fitSpecification(
      panel,
      { ...specification, averagePartialEffects: ["msePeersSameDestination"] },
      0.95,
    );
    expect(once.fit.observations).toBe(whole.fit.observations);
    expect(once.fit.logLikelihood).toBeCloseTo(whole.fit.logLikelihood, 6);
    for (const number of [groupsOf, bicOf, clustersOf])
      expect(number(once.fit)).toBeCloseTo(number(whole.fit), 5);
    expect(6 * groupsOf(once.fit)).toBe(once.fit.observations);
    once.estimates.forEach((estimate, at) => {
      const other = whole.estimates[at];
      expect(estimate.term).toBe(other?.term);
      expect(estimate.estimate / (other?.estimate ?? 0)).toBeCloseTo(1, 7);
      expect(estimate.stdError / (other?.stdError ?? 0)).toBeCloseTo(1, 6);
    });
  });
});

const groupsOf = (fit: Fit) =>
  "randomEffect" in fit ? (fit as RandomEffectsFit).randomEffect.groups : Number.NaN;
const bicOf = (fit: Fit) => ("bic" in fit ? (fit as RandomEffectsFit).bic : Number.NaN);
const clustersOf = ({ robust }: Fit) => robust?.clusters ?? 0;
