import { describe, expect, it } from "vitest";
import { turnoverOf } from "../../../sim/firms/turnover.ts";
import { advance, simulate, startWorld, yearsOf } from "../../../sim/index.ts";
import {
  domesticCosts,
  foreignCostShares,
  foreignCosts,
} from "../../../sim/mechanisms/subcontractingCosts.ts";
import {
  busyWorld,
  key,
  kinds,
  type Parameters,
  panelOf,
  quietWorld,
  sum,
  values,
  watch,
} from "../worlds.ts";

const abroad: Parameters = { firms: 400, base: -1, stateDependence: 2, keepsDomesticShare: 0.7 };
const mean = (numbers: ArrayLike<number>) => sum(Array.from(numbers)) / numbers.length;

describe.each(kinds)("costs of subcontracting in a %s world", (kind) => {
  const { world, history } = watch(busyWorld(kind, { ...abroad, volumePeer: 0.2, datedShocks: [] }));
  const panel = panelOf(history);
  const { firms, pairs, scenario } = world;
  const turnover = turnoverOf(firms);

  it("are rates of turnover: of what is made abroad, and of what domestic outsourcing costs the firm", () => {
    const [foreign, domestic, shares] = [foreignCosts(world), domesticCosts(world), foreignCostShares(world)];
    let [replaced, several] = [0, 0];
    for (let firm = 0; firm < firms.count; firm++) {
      const of = [0, 1, 2, 3]
        .map((destination) => 4 * firm + destination)
        .filter((pair) => pairs.active[pair] === 1);
      const volume = Math.min(1, sum(of.map((pair) => pairs.volume[pair])));
      expect(foreign[firm]).toBeCloseTo(scenario.foreignCostRate * turnover[firm] * volume, 8);
      const gaveUp = of.length > 0 && firms.keepsDomesticSuppliers[firm] === 0;
      expect(domestic[firm]).toBeCloseTo(
        gaveUp ? 0 : scenario.domesticCostRate * turnover[firm] * firms.domesticOutsourcingExperience[firm],
        8,
      );
      const all = foreign[firm] + domestic[firm];
      expect(shares[firm]).toBeCloseTo((100 * foreign[firm]) / all, 8);
      if (of.length === 0) expect([foreign[firm], shares[firm]]).toEqual([0, 0]);
      if (gaveUp) expect(shares[firm]).toBe(100);
      replaced += Number(gaveUp);
      several += Number(of.length > 1);
    }
    expect(replaced).toBeGreaterThan(10);
    expect(several).toBeGreaterThan(10);
  });

  it("are in the panel, one a firm and year, the share as it stood the year before", () => {
    const years = 6;
    let seen = 0;
    for (let row = 0; row < history.rows; row++) {
      const [foreign, domestic] = [
        panel.foreignSubcontractingCost[row],
        panel.domesticSubcontractingCost[row],
      ];
      expect(foreign > 0).toBe([0, 1, 2, 3].some((to) => panel.active[rowOf(row, to)] === 1));
      if (panel.year[row] === 2012) continue;
      expect(panel.foreignOutsourcingCostShare[row + 1]).toBeCloseTo(
        foreign === 0 ? 0 : (100 * foreign) / (foreign + domestic),
        8,
      );
      seen += Number(foreign > 0);
    }
    expect(seen).toBeGreaterThan(100);
    function rowOf(row: number, destination: number): number {
      return (4 * (panel.firm[row] - 1) + destination) * years + (panel.year[row] - 2007);
    }
  });

  it("decide nothing by themselves: other rates, the same moves", () => {
    const other = simulate(
      busyWorld(kind, {
        ...abroad,
        volumePeer: 0.2,
        datedShocks: [],
        foreignCostRate: 3,
        domesticCostRate: 0,
      }),
      key(),
    );
    expect(values(other, "active")).toEqual(values(history, "active"));
    expect(mean(values(other, "domesticSubcontractingCost"))).toBe(0);
  });
});

describe.each(kinds)("volumes that grow in a %s world", (kind) => {
  const set: Parameters = { ...abroad, volumeGrowth: 0.3 };

  it("grow along the curve of the formula in each further year, and not before their first year", () => {
    const world = startWorld(quietWorld(kind, { ...set, volumeGrowthFrom: 2007, warmUpYears: 5 }), key());
    const expected = [0.3];
    for (let years = 0; years < 12; years++)
      expected.push(expected[years] + 0.3 * expected[years] * (1 - expected[years]));
    let oldest = 0;
    for (let step = 0; step < yearsOf(world.scenario); step++) {
      advance(world, 1);
      world.pairs.active.forEach((active, pair) => {
        if (active === 0) return;
        const grown = Math.min(world.pairs.tenure[pair], Math.max(0, world.year - 2006));
        expect(world.pairs.volume[pair]).toBeCloseTo(expected[grown], 12);
        oldest = Math.max(oldest, grown);
      });
    }
    expect(oldest).toBe(6);
  });

  it("make costs abroad of the firms that stay, and the foreign share, rise year by year", () => {
    const { history } = watch(quietWorld(kind, { ...set, volumeGrowthFrom: 2007, firms: 1500, base: -2 }));
    const panel = panelOf(history);
    const stayers = Array.from({ length: history.rows }, (_, row) => row).filter(
      (row) => panel.active[row] === 1 && panel.tenure[row] >= panel.year[row] - 2007,
    );
    const cost = (year: number) => {
      const rows = stayers.filter((row) => panel.year[row] === year);
      return mean(rows.map((row) => panel.foreignSubcontractingCost[row] / panel.turnover[row]));
    };
    for (const year of [2008, 2009, 2010]) expect(cost(year)).toBeGreaterThan(1.05 * cost(year - 1));
  });

  it("do not grow in bad years, and never beyond all of production", () => {
    const shaken = { ...set, shockSd: 2, volumeGrowth: 5 };
    const { world } = watch(quietWorld(kind, shaken));
    const volumes = Array.from(world.pairs.volume).filter((_, pair) => world.pairs.active[pair] === 1);
    expect(Math.max(...volumes)).toBe(1);
    const stuck = volumes.filter((volume, at) => volume === 0.3 && at >= 0);
    expect(stuck.length).toBeGreaterThan(0);
  });
});

describe.each(kinds)("what holds a firm in a %s world", (kind) => {
  const set: Parameters = { ...abroad, firms: 1500, exitHazard: 0.3, stateDependence: 1.3 };
  const exits = (parameters: Parameters, split: string, high: (value: number) => boolean) => {
    const { history } = watch(quietWorld(kind, { ...set, ...parameters }));
    const panel = panelOf(history);
    const rate = (wanted: boolean) => {
      const rows = Array.from({ length: history.rows }, (_, row) => row).filter(
        (row) => panel.yLag[row] === 1 && high(panel[split][row]) === wanted,
      );
      expect(rows.length).toBeGreaterThan(200);
      return mean(rows.map((row) => 1 - panel.active[row]));
    };
    return { high: rate(true), low: rate(false) };
  };

  it("is sunk cost: those with a large foreign share return less, and as often as others where it is off", () => {
    const large = (share: number) => share > 60;
    const on = exits({ sunkCost: 0.02 }, "foreignOutsourcingCostShare", large);
    expect(on.high).toBeLessThan(0.7 * on.low);
    const off = exits({ sunkCost: 0 }, "foreignOutsourcingCostShare", large);
    expect(Math.abs(off.high / off.low - 1)).toBeLessThan(0.2);
  });

  it("are profits: profitable firms return less, in the wanted share of firm-years", () => {
    const profitable = (made: number) => made === 1;
    const on = exits({ profitEffect: -0.8, profitShare: 0.6 }, "profits", profitable);
    expect(on.high).toBeLessThan(0.75 * on.low);
    const { history } = watch(quietWorld(kind, { ...set, profitEffect: -0.8, profitShare: 0.6 }));
    expect(Math.abs(mean(values(history, "profits")) - 0.6)).toBeLessThan(0.03);
    const invested = values(history, "returnOnInvestment");
    Array.from(values(history, "profits")).forEach((made, row) => {
      expect(made).toBe(Number(invested[row] > 0));
    });
  });
});

describe("profits", () => {
  it("persist: most firms with one had one the year before", () => {
    const { history } = watch(
      quietWorld("behavioural", {
        firms: 1000,
        profitEffect: -0.4,
        profitShare: 0.5,
        profitPersistence: 0.9,
      }),
    );
    const { profits, year } = panelOf(history);
    let [same, all] = [0, 0];
    for (let row = 0; row < history.rows; row++) {
      if (year[row] === 2012) continue;
      same += Number(profits[row] === profits[row + 1]);
      all += 1;
    }
    // Normal deviates with a correlation of 0.9 agree in sign with probability 1/2 + asin(0.9)/π.
    expect(same / all).toBeCloseTo(0.5 + Math.asin(0.9) / Math.PI, 1);
  });

  it("leave no column where they do not matter", () => {
    const names = simulate(quietWorld("behavioural"), key()).columns.map(({ name }) => name);
    expect(names).not.toContain("profits");
    expect(names).not.toContain("returnOnInvestment");
    expect(names).toContain("foreignSubcontractingCost");
  });
});
