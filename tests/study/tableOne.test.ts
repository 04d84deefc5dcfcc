import { describe, expect, it } from "vitest";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { families, resolveScenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { ratesOfTableOne } from "../../study/ratesOfTableOne.ts";
import { NOT_IN_TABLE_ONE, tableOne } from "../../study/tableOne.ts";
import { survivors } from "../../study/targets/survivors.ts";
import { busyWorld, key, panelOf, sum, watch } from "../sim/worlds.ts";

const published = families
  .find(({ name }) => name === "canello-2022")
  ?.published()
  .find(({ id }) => id === "canello2022-table1");
if (published?.kind !== "descriptive") throw new Error("Table 1 is a table of descriptives");

describe("Table 1 of a small world", () => {
  const { world, history, active } = watch(
    busyWorld("behavioural", { firms: 120, base: -1, datedShocks: [] }),
  );
  const { years, rows } = tableOne(tableFromColumns(history.columns));
  const { destinations, firms } = world;
  const row = (name: string) => rows.find((each) => each.name === name)?.values ?? [];
  const status = (firm: number, year: number) =>
    Array.from(active.get(year)?.subarray(firm * destinations, (firm + 1) * destinations) ?? []);
  const abroad = (firm: number, year: number) => status(firm, year).includes(1);
  const ended = (firm: number, year: number) =>
    status(firm, year - 1).some((before, at) => before === 1 && status(firm, year)[at] === 0);
  const all = Array.from({ length: firms.count }, (_, firm) => firm);
  const domestic = (of: readonly number[]) =>
    (100 * sum(of.map((firm) => firms.keepsDomesticSuppliers[firm]))) / of.length;

  it("has the published rows but those it names, in their order, for the same years", () => {
    expect(rows.map(({ name }) => name)).toEqual(
      published.rows.map(({ name }) => name).filter((name) => !(name in NOT_IN_TABLE_ONE)),
    );
    for (const name of Object.keys(NOT_IN_TABLE_ONE))
      expect(published.rows.map((each) => each.name)).toContain(name);
    expect([...years, "average"]).toEqual(published.columns);
  });

  it("counts firms, starters and backshorers as one does by hand", () => {
    years.forEach((year, at) => {
      expect(row("mseTotal")[at]).toBe(120);
      expect(row("mseOffshoreOutsourcing")[at]).toBe(all.filter((firm) => abroad(firm, year)).length);
      if (at === 0) {
        for (const name of ["mseNew", "mseBackshoring", "turnoverAll", "foreignSubcontractingCost"])
          expect(row(name)[0], name).toBeNull();
        return;
      }
      const starters = all.filter((firm) => abroad(firm, year) && !abroad(firm, year - 1));
      const backshorers = all.filter((firm) => ended(firm, year));
      expect(row("mseNew")[at]).toBe(starters.length);
      expect(row("newWithDomesticSubcontractingPct")[at]).toBeCloseTo(domestic(starters), 10);
      expect(row("mseBackshoring")[at]).toBe(backshorers.length);
      expect(row("backshoringWithDomesticSubcontractingPct")[at]).toBeCloseTo(domestic(backshorers), 10);
    });
  });

  it("has the mean costs of the firms that are abroad, as those of the panel are", () => {
    const panel = panelOf(history);
    for (const name of ["foreignSubcontractingCost", "domesticSubcontractingCost"]) {
      years.slice(1).forEach((year, at) => {
        const abroadThen = all.filter((firm) => abroad(firm, year));
        // The first destination of each firm; a row a year.
        const costs = abroadThen.map((firm) => panel[name][24 * firm + at]);
        expect(row(name)[at + 1], name).toBeCloseTo(sum(costs) / abroadThen.length, 8);
      });
    }
  });

  it("has shares of destinations that add up to 100 in every year, the first included", () => {
    const shares = rows.filter(({ name }) => name.startsWith("destination"));
    years.forEach((year, at) => {
      expect(sum(shares.map(({ values }) => values[at] ?? Number.NaN))).toBeCloseTo(100, 10);
      const pairs = sum(active.get(year) ?? []);
      const europe = sum(
        (active.get(year) ?? new Uint8Array()).filter((_, pair) => pair % destinations === 0),
      );
      expect(shares[0]?.values[at]).toBeCloseTo((100 * europe) / pairs, 10);
    });
  });

  it("averages the years that have a value", () => {
    for (const { values, average } of rows) {
      const known = values.filter((value) => value !== null);
      expect(average).toBeCloseTo(sum(known) / known.length, 10);
    }
  });
});

describe("firms of canello-2022, which put back what they won", () => {
  const tableOf = (volumeGrowth: object) => {
    const scenario = resolveScenario("canello-2022", { firms: 8000, ...volumeGrowth });
    const { columns } = simulate(scenario, key(), { recordTruth: false });
    const { rows } = tableOne(tableFromColumns(columns));
    const shares = ratesOfTableOne(rows).foreignShareOfSubcontracting.map((share) => 100 * share);
    return { shares, costs: rows.find(({ name }) => name === "foreignSubcontractingCost")?.values ?? [] };
  };
  const { shares, costs } = tableOf({});

  it("have a foreign share of cost near the printed 50 to 51 %, and growing costs abroad", () => {
    expect(shares[0]).toBeNaN();
    expect(Math.abs((shares[1] ?? 0) - 49.8)).toBeLessThan(5);
    expect(Math.abs((shares[6] ?? 0) - 51.2)).toBeLessThan(5);
    expect(costs[6]).toBeGreaterThan(1.1 * (costs[1] ?? 0));
  });

  it("end with a larger share than where nobody does", () => {
    const still = tableOf({ volumeGrowth: 0 });
    expect(shares[6]).toBeGreaterThan((still.shares[6] ?? 0) + 2);
    expect(costs[6]).toBeGreaterThan(still.costs[6] ?? 0);
  });
});

describe("rates of Table 1", () => {
  it("are, of the printed rows, those derived from them in the published file", () => {
    const rates = ratesOfTableOne(published.rows);
    const derived = published.derived as Record<string, { values: number[] } & number[]>;
    const expectRates = (
      found: readonly number[],
      expected: readonly number[] | undefined,
      digits: number,
    ) => {
      expect(found.length).toBe(expected?.length);
      found.forEach((rate, at) => {
        expect(rate).toBeCloseTo(expected?.[at] ?? Number.NaN, digits);
      });
    };
    expectRates(rates.offshoreOutsourcingShare, derived.offshoreOutsourcingShare, 3);
    expectRates(rates.exitHazard, derived.exitHazard?.values, 3);
    expectRates(rates.entryRate, derived.entryRate?.values, 3);
    expectRates(rates.stockFlowResidual, derived.stockFlowResidual?.values, 9);
    expectRates(rates.populationGrowth, derived.populationGrowth?.values, 3);
    expectRates(rates.foreignShareOfSubcontracting, derived.foreignShareOfSubcontracting, 3);
  });
});

describe("the preset canello-2022 at full size", () => {
  const { rows, columns } = simulate(resolveScenario("canello-2022"), key(), { recordTruth: false });
  const panel = tableFromColumns(columns);

  it("begins with the 19,896 firms of Table 1, nearly all of which are seen in the first year", () => {
    const firms = columns.find(({ name }) => name === "firm")?.values ?? [];
    expect(new Set(Array.from(firms)).size).toBeGreaterThan(19_800);
    expect(new Set(Array.from(firms)).size).toBeLessThanOrEqual(19_896);
  });

  it("has survivors about as many as the 15,902 firms of the regressions", () => {
    const ofSurvivors = survivors(panel);
    expect(Math.abs(ofSurvivors.rows / (4 * 6) / 15_902 - 1)).toBeLessThan(0.02);
    expect(ofSurvivors.rows).toBeLessThan(rows);
  });

  it("has as many firms in Table 1 as are printed, of a mean turnover near the printed 870 thousand", () => {
    const table = tableOne(panel);
    const average = (name: string) => table.rows.find((row) => row.name === name)?.average ?? Number.NaN;
    expect(Math.abs(average("mseTotal") / 17_755 - 1)).toBeLessThan(0.02);
    expect(average("turnoverAll")).toBeGreaterThan(800);
    expect(average("turnoverAll")).toBeLessThan(940);
  });
});
