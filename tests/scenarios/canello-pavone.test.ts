import { describe, expect, it } from "vitest";
import { column, numericValues, type Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { families, modelSpecification, resolveScenario } from "../../scenarios/index.ts";
import { typicalFirm } from "../../sim/firms/typicalFirm.ts";
import { simulate } from "../../sim/index.ts";
import { firmLevelPanel } from "../../study/firmLevelPanel.ts";
import { industryProfile } from "../../study/industryProfile.ts";
import { fitSpecification } from "../../study/methods.ts";
import { sum } from "../sim/worlds.ts";

const family = families.find(({ name }) => name === "canello-pavone");
const REPLICATIONS = 3;

/** Firm-years of three histories of a world, every draw shared between worlds. */
const known = new Map<string, Table[]>();
function histories(world: string): Table[] {
  const found = known.get(world);
  if (found !== undefined) return found;
  const scenario = resolveScenario(world, { firms: 2500, captiveFirms: 120 });
  const made = Array.from({ length: REPLICATIONS }, (_, at) => {
    const key = { seed: "family b", condition: "common", replication: at + 1 };
    return firmLevelPanel(tableFromColumns(simulate(scenario, key, { recordTruth: false }).columns));
  });
  known.set(world, made);
  return made;
}

type FirmYear = (name: string) => number;

/** Mean of a value over the firm-years of a world that meet a condition. */
function mean(
  world: string,
  value: (of: FirmYear) => number,
  where: (of: FirmYear) => boolean = () => true,
): number {
  let total = 0;
  let count = 0;
  for (const table of histories(world)) {
    const columns = new Map<string, ArrayLike<number>>();
    for (const [name, each] of table.columns) if (each.kind !== "category") columns.set(name, each.values);
    for (let row = 0; row < table.rows; row++) {
      const of = (name: string) => columns.get(name)?.[row] ?? Number.NaN;
      if (!where(of)) continue;
      total += value(of);
      count += 1;
    }
  }
  return total / count;
}

const active = (of: FirmYear) => of("active");
const isAbroad = (of: FirmYear) => of("active") === 1;
const wasAbroad = (of: FirmYear) => of("yLag") === 1;
const left = (of: FirmYear) => 1 - of("active");
const started = (of: FirmYear) => of("yLag") === 0 && of("active") === 1;
const smallSupplier = (of: FirmYear) => Number(of("supplier") === 1 && of("size") < typicalFirm.size);

describe("each mechanism of the family, on and off with the same draws", () => {
  const baseline = "canello-pavone";

  it("B1 local learning: more firms are abroad, and most of all where many are", () => {
    const without = "canello-pavone/no-firm-imitation";
    expect(mean(baseline, active)).toBeGreaterThan(1.2 * mean(without, active));
    const crowded = (of: FirmYear) => of("provinceProducers") > 60;
    expect(mean(baseline, active, crowded) / mean(without, active, crowded)).toBeGreaterThan(
      mean(baseline, active, (of) => !crowded(of)) / mean(without, active, (of) => !crowded(of)),
    );
  });

  it("A3, what is learned of suppliers: better ones hold firms, cured optimism sends them home", () => {
    const exit = (world: string) => mean(world, left, wasAbroad);
    expect(exit(baseline)).toBeLessThan(exit("canello-pavone/no-quality-gain"));
    expect(exit(baseline)).toBeGreaterThan(exit("canello-pavone/no-cure-of-optimism"));
  });

  it("B2 learning by exporting: more of the firms abroad are exporters", () => {
    const exports = (of: FirmYear) => of("exportShare");
    expect(mean("canello-pavone/export-learning", exports, isAbroad)).toBeGreaterThan(
      1.2 * mean(baseline, exports, isAbroad),
    );
  });

  it("B3 followership: more of the firms abroad are suppliers", () => {
    const supplier = (of: FirmYear) => of("supplier");
    expect(mean(baseline, supplier, isAbroad)).toBeGreaterThan(
      1.1 * mean("canello-pavone/no-clients", supplier, isAbroad),
    );
  });

  it("B4 sunk cost: who has sunk much leaves less than who has sunk little, more so than without", () => {
    const ratio = (world: string) => {
      const much = (of: FirmYear) => of("foreignOutsourcingCostShare") > 60;
      return (
        mean(world, left, (of) => wasAbroad(of) && much(of)) /
        mean(world, left, (of) => wasAbroad(of) && !much(of))
      );
    };
    expect(ratio(baseline)).toBeLessThan(0.8);
    expect(ratio(baseline)).toBeLessThan(ratio("canello-pavone/no-sunk-cost"));
  });

  it("B5 reinvestment: stakes are larger, and grow over the years", () => {
    const cost = (of: FirmYear) => of("foreignSubcontractingCost") / of("turnover");
    expect(mean(baseline, cost, isAbroad)).toBeGreaterThan(
      mean("canello-pavone/no-reinvestment", cost, isAbroad),
    );
    expect(mean(baseline, cost, (of) => isAbroad(of) && of("year") === 2012)).toBeGreaterThan(
      1.1 * mean(baseline, cost, (of) => isAbroad(of) && of("year") === 2006),
    );
  });

  it("B6 two waves: small suppliers are few among the starters up to 2007, and more afterwards", () => {
    const share = (world: string, late: boolean) =>
      mean(world, smallSupplier, (of) => started(of) && of("year") > 2007 === late);
    expect(share(baseline, false)).toBeLessThan(0.7 * share("canello-pavone/one-wave", false));
    expect(share(baseline, true)).toBeGreaterThan(1.3 * share(baseline, false));
  });

  it("B7 districts: a little fewer of their firms are abroad", () => {
    const inDistrict = (of: FirmYear) => of("industrialDistrict") === 1;
    expect(mean(baseline, active, inDistrict)).toBeLessThan(
      mean("canello-pavone/no-district-effect", active, inDistrict),
    );
  });

  it("B8 profits: who makes one leaves less", () => {
    const rate = (profits: number) =>
      mean(baseline, left, (of) => wasAbroad(of) && of("profits") === profits);
    expect(rate(1)).toBeLessThan(0.85 * rate(0));
    expect(histories("canello-pavone/no-profits")[0]?.columns.has("profits")).toBe(false);
  });
});

describe("the baseline", () => {
  const replication = { seed: "family b", condition: "common", replication: 1 };
  const scenario = resolveScenario("canello-pavone", { firms: 2500, captiveFirms: 120 });
  const panel = tableFromColumns(simulate(scenario, replication, { recordTruth: false }).columns);
  const firms = firmLevelPanel(panel);
  const of = (name: string) => Array.from(numericValues(column(firms, name), name));
  const year = of("year");

  it("has the years of the draft: 2006 to 2012, after the initial 2005", () => {
    expect([...new Set(year)].sort()).toEqual([2006, 2007, 2008, 2009, 2010, 2011, 2012]);
  });

  it("conserves firms: each has its years in a row, begins each where it ended the last, and is born at home", () => {
    // Nobody is left out of the survey for a year of high turnover.
    const set = { firms: 2500, captiveFirms: 120, turnoverCeiling: 0 };
    const history = simulate(resolveScenario("canello-pavone", set), replication, { recordTruth: false });
    const all = firmLevelPanel(tableFromColumns(history.columns));
    const ofAll = (name: string) => Array.from(numericValues(column(all, name), name));
    const [firm, year, before, now] = [ofAll("firm"), ofAll("year"), ofAll("yLag"), ofAll("active")];
    let [born, closed, stayed] = [0, 0, 0];
    firm.forEach((each, row) => {
      if (firm[row - 1] !== each) {
        if (year[row] === 2006) return;
        born += 1;
        expect(before[row]).toBe(0);
        return;
      }
      expect(year[row]).toBe((year[row - 1] ?? 0) + 1);
      expect(before[row]).toBe(now[row - 1]);
      stayed += 1;
    });
    firm.forEach((each, row) => {
      if (firm[row + 1] !== each && year[row] !== 2012) closed += 1;
    });
    expect(Math.min(born, closed)).toBeGreaterThan(5);
    const firmsIn = (of: number) => year.filter((each) => each === of).length;
    expect(firmsIn(2012)).toBe(firmsIn(2006) + born - closed);
    expect(stayed).toBe(firm.length - firmsIn(2006) - born);
  });

  it("adds up in Table 1: firms abroad of the two industries, year by year", () => {
    const years = { from: 2007, to: 2012 };
    const rows = industryProfile(
      panel,
      ["clothing.offshoreOutsourcing", "footwear.offshoreOutsourcing"],
      years,
    );
    const value = (name: string) =>
      rows.find((row) => row.name === name)?.values.map((each) => each ?? Number.NaN) ?? [];
    const inWindow = of("active").filter((_, row) => (year[row] ?? 0) >= 2007);
    expect(6 * sum(value("firms"))).toBeCloseTo(sum(inWindow), 6);
    for (const years of value("activityDuration")) {
      expect(years).toBeGreaterThanOrEqual(1);
      expect(years).toBeLessThanOrEqual(6);
    }
    for (const share of value("districtSharePct")) expect(share).toBeLessThanOrEqual(100);
  });

  it("has no captive offshorers in the rows of small firms, and the other way round", () => {
    const columns = ["clothing.offshoreOutsourcing", "clothing.captiveOffshoring"];
    const rows = industryProfile(panel, columns, { from: 2007, to: 2012 });
    for (const { name, values } of rows) {
      if (name !== "firms")
        expect(
          values.filter((value) => value !== null),
          name,
        ).toHaveLength(1);
    }
  });

  it("gives every specification of the family that small worlds can bear a maximum", () => {
    for (const name of ["probit-small", "cox-small"]) {
      const { fit } = fitSpecification(panel, modelSpecification(`canello-pavone/${name}`), 0.95);
      expect(fit.converged, name).toBe(true);
    }
  });

  it("has a variant for every hypothesis and for B1 to B8", () => {
    expect(family?.propositions?.map(({ name }) => name)).toEqual(["B-H1", "B-H2"]);
    const summaries = family?.presets.map(({ summary }) => summary).join(" ") ?? "";
    for (const mechanism of ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"])
      expect(summaries).toContain(mechanism);
  });
});

describe("leaving the firm itself among its peers", () => {
  it("would change the coefficient of its own last status, by that of the peers, and nothing else", () => {
    const [table] = histories("canello-pavone");
    if (table === undefined) throw new Error("a history");
    const specification = modelSpecification("canello-pavone/probit-small");
    if (specification.model === "cox") throw new Error("a probit");
    const peers = "mseOffshoreOutsourcingProvinceLag1";
    const counts = numericValues(column(table, peers), peers);
    const own = numericValues(column(table, "yLag"), "yLag");
    const withOwn = new Map(table.columns);
    withOwn.set(peers, {
      kind: "number",
      values: Float64Array.from(counts, (count, row) => count + (own[row] ?? 0)),
    });
    const estimate = (of: Table, name: string) =>
      fitSpecification(of, specification, 0.95).estimates.find(({ term }) => term === name)?.estimate ??
      Number.NaN;
    const counted: Table = { rows: table.rows, columns: withOwn };
    expect(estimate(counted, peers)).toBeCloseTo(estimate(table, peers), 6);
    expect(estimate(counted, "yLag")).toBeCloseTo(estimate(table, "yLag") - estimate(table, peers), 6);
  });
});
