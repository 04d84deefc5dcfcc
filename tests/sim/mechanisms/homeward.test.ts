import { describe, expect, it } from "vitest";
import { simulate } from "../../../sim/index.ts";
import { madeInPremium } from "../../../sim/mechanisms/madeIn.ts";
import { quietDistricts, started } from "../districtWorlds.ts";
import { key, panelOf, quietWorld, sum, watch } from "../worlds.ts";

const set = { base: -1, stateDependence: 2, firms: 1500, firstYear: 2005, recordedYears: 11 };

/** Returns over the chances to return of some rows. */
function returnRate(
  parameters: Record<string, unknown>,
  among: (row: number, panel: Record<string, ArrayLike<number>>) => boolean,
) {
  const panel = panelOf(simulate(quietDistricts("behavioural", { ...set, ...parameters }), key()));
  const rows = Array.from({ length: panel.year.length }, (_, row) => row).filter(
    (row) => panel.yLag[row] === 1 && among(row, panel),
  );
  return 1 - sum(rows.map((row) => panel.active[row])) / rows.length;
}

describe("partial backshoring", () => {
  const history = (partialReturnShare: number) =>
    watch(quietDistricts("behavioural", { ...set, firms: 500, partialReturnShare, returnFraction: 0.4 }));

  it("keeps abroad whoever would have left, with a smaller volume", () => {
    const { active, world } = history(1);
    const states = [...active.values()];
    for (let year = 1; year < states.length; year++) {
      states[year].forEach((flag, pair) => {
        expect(flag).toBeGreaterThanOrEqual(states[year - 1][pair]);
      });
    }
    const steps = new Set(
      Array.from(world.pairs.volume)
        .filter((_, pair) => world.pairs.active[pair] === 1)
        .map((volume) => Math.round(Math.log(volume / 0.3) / Math.log(0.6))),
    );
    expect([...steps].sort((a, b) => a - b).slice(0, 3)).toEqual([0, 1, 2]);
    for (const volume of world.pairs.volume) {
      const step = Math.log(volume / 0.3) / Math.log(0.6);
      if (volume > 0) expect(step).toBeCloseTo(Math.round(step), 9);
    }
  });

  it("makes returns rarer, the rarer the larger its share", () => {
    const rates = [0, 0.5, 1].map((partialReturnShare) => returnRate({ partialReturnShare }, () => true));
    expect(rates[1] / rates[0]).toBeGreaterThan(0.3);
    expect(rates[1] / rates[0]).toBeLessThan(0.7);
    expect(rates[2]).toBe(0);
  });

  it("is a return to the peers, though nobody has left", () => {
    const { world } = history(1);
    expect(sum(world.markets.returns)).toBeGreaterThan(100);
    expect(sum(world.pairs.returns)).toBe(sum(world.markets.returns));
  });

  it("leaves the year of it with the firm, in recorded years", () => {
    const { history: recorded } = history(0.5);
    const panel = panelOf(recorded);
    const found = Array.from(panel.partialReturnYear).filter((year) => year > 0);
    expect(found.length).toBeGreaterThan(100);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(2005);
    for (let row = 0; row < recorded.rows; row++) {
      expect(panel.partialReturnYear[row]).toBeLessThanOrEqual(panel.year[row]);
    }
  });
});

describe("demand for what is made in Italy", () => {
  it("rises from 2008 on to its full height", () => {
    const world = started(quietDistricts("behavioural", { madeInWeight: 0.3 }));
    const premium = (year: number) => madeInPremium({ ...world, year: year - 1 });
    expect([2000, 2008, 2009, 2010, 2013, 2020].map(premium)).toEqual([0, 0, 0.2, 0.4, 1, 1]);
  });

  it("brings makers of consumer goods home after 2008, and nobody else", () => {
    const rate = (madeInWeight: number, consumer: number, late: boolean) =>
      returnRate(
        { madeInWeight },
        (row, panel) => panel.consumerGoods[row] === consumer && panel.year[row] > 2008 === late,
      );
    expect(rate(1, 1, true)).toBeGreaterThan(1.3 * rate(0, 1, true));
    expect(rate(1, 1, false)).toBe(rate(0, 1, false));
    expect(rate(1, 0, true)).toBe(rate(0, 0, true));
  });

  it("is felt by every firm of clothing and footwear", () => {
    const active = (madeInWeight: number) =>
      sum(watch(quietWorld("behavioural", { ...set, firms: 300, madeInWeight })).world.pairs.active);
    expect(active(1)).toBeLessThan(active(0));
  });
});

describe("R&D", () => {
  it("comes home from afar more than from near, where firms have a department", () => {
    const rate = (distancePenalty: number, research: number, destination: number) =>
      returnRate(
        { distancePenalty },
        (row, panel) => panel.research[row] === research && panel.destination[row] === destination,
      );
    expect(rate(0.5, 0, 2)).toBe(rate(0, 0, 2));
    const far = rate(0.5, 1, 2) / rate(0, 1, 2);
    const near = rate(0.5, 1, 0) / rate(0, 1, 0);
    expect(near).toBeGreaterThan(1);
    expect(far).toBeGreaterThan(near);
  });
});
