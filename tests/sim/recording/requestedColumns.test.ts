import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidInput, type Scenario } from "../../../scenarios/index.ts";
import { advance, historyOf, simulate, startWorld, yearsOf } from "../../../sim/index.ts";
import { panelColumns } from "../../../sim/recording/panelColumns.ts";
import type { SimulatedHistory } from "../../../sim/run.ts";
import { busyWorld, columnChecksum, key, kinds, quietWorld } from "../worlds.ts";

const names = panelColumns.map(({ name }) => name);

const worlds: [string, Scenario][] = [
  ...kinds.map((kind): [string, Scenario] => [kind, busyWorld(kind, { firms: 40 })]),
  [
    "surveyed",
    busyWorld("dynamicProbit", {
      firms: 40,
      surveyRule: "unbalanced",
      closureSeenAs: "backshoring",
      turnoverCeiling: 1.5,
    }),
  ],
];

/** With a checksum of each column for its values. */
function told(history: SimulatedHistory) {
  const columns = history.columns.map((column) => ({ ...column, values: columnChecksum(column.values) }));
  return { ...history, columns };
}

describe.each(worlds)("a panel of some columns of a %s world", (_, scenario) => {
  const full = told(simulate(scenario, key()));

  it("has these columns of the full panel, bit by bit, with the same rows, truth and diagnostics", () => {
    expect(full.rows).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.subarray(names), (columns) => {
        const part = simulate(scenario, key(), { columns });
        expect(told(part)).toEqual({
          ...full,
          columns: full.columns.filter(({ name }) => columns.includes(name)),
        });
      }),
      { numRuns: 10, seed: 1 },
    );
  });

  it("is the same column by column", () => {
    for (const column of full.columns) {
      expect(told(simulate(scenario, key(), { columns: [column.name] })).columns).toEqual([column]);
    }
  });
});

describe("the columns asked for", () => {
  const scenario = quietWorld("dynamicProbit", { firms: 30 });

  it("do not hide a survey that leaves firms out", () => {
    const surveyed = worlds[worlds.length - 1][1];
    expect(simulate(surveyed, key(), { columns: ["year"] }).columns[0].values.length).toBeLessThan(
      40 * 4 * 6,
    );
  });

  it("stand in the order of the panel, each once, however they are asked for", () => {
    const { columns } = simulate(scenario, key(), { columns: ["size", "year", "size", "pair"] });
    expect(columns.map(({ name }) => name)).toEqual(["pair", "year", "size"]);
  });

  it("may be none, and all are asked for by default", () => {
    const none = simulate(scenario, key(), { columns: [] });
    expect(none.columns).toEqual([]);
    expect(none.rows).toBe(30 * 4 * 6);
    expect(simulate(scenario, key(), { columns: names })).toEqual(simulate(scenario, key()));
  });

  it("are left out where they are of a mechanism that is off", () => {
    const { columns } = simulate(scenario, key(), { columns: ["tieStrength", "year"] });
    expect(columns.map(({ name }) => name)).toEqual(["year"]);
  });

  it("are the only ones a world makes room for, with the one by which survivors are told", () => {
    const world = startWorld(scenario, key(), { columns: ["size", "yLag"] });
    advance(world, yearsOf(scenario));
    expect(scenario.surveyRule).toBe("balanced");
    expect(world.recording.values).toHaveLength(3);
    expect(historyOf(world).columns.map(({ name }) => name)).toEqual(["yLag", "size"]);
  });

  it("are refused before the first year where no panel has one, with the list and the nearest name", () => {
    const ask = () => startWorld(scenario, key(), { columns: ["size", "msePeersSameDestinaton"] });
    expect(ask).toThrow(InvalidInput);
    expect(ask).toThrow(
      /^columns\[1\]: found "msePeersSameDestinaton"; expected columns of the panel: pair, /,
    );
    expect(ask).toThrow('Did you mean "msePeersSameDestination"?');
  });
});
