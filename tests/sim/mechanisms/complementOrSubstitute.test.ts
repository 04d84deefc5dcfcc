import { describe, expect, it } from "vitest";
import { simulate } from "../../../sim/index.ts";
import { offshoringEffects, portfolioOf } from "../../../sim/mechanisms/supplierPortfolio.ts";
import { portfoliosOf, quietDistricts } from "../districtWorlds.ts";
import { fingerprint, key, sum, watch } from "../worlds.ts";

const set = { base: -1, firms: 1500, stateDependence: 2, supplierPortfolio: "drawn" };

describe("complement or substitute", () => {
  const effects = (complementShare: number) => {
    const { world } = watch(quietDistricts("behavioural", { ...set, complementShare }));
    const count = [0, 0, 0, 0];
    portfoliosOf(world).effect.forEach((effect) => {
      count[effect] += 1;
    });
    return { world, count };
  };

  it("is asked of firms that were abroad, and of no other", () => {
    const { world, count } = effects(0.47);
    const { startYear, effect } = portfoliosOf(world);
    startYear.forEach((year, firm) => {
      expect(year > 0).toBe(effect[firm] > 0);
    });
    const asked = 1500 - count[0];
    expect(asked).toBeGreaterThan(400);
    // Three standard errors at most.
    expect(Math.abs(count[1] / asked - 0.47)).toBeLessThan(3 * Math.sqrt(0.25 / asked));
    expect(Math.abs(count[2] / (count[2] + count[3]) - 22 / 32)).toBeLessThan(0.06);
  });

  it("has only complements at a share of 1, and only substitutes at 0", () => {
    expect(effects(1).count.slice(2)).toEqual([0, 0]);
    expect(effects(0).count[1]).toBe(0);
  });

  it("takes the suppliers abroad from those of district and region where they replace, from all where they are added", () => {
    const { world } = effects(0.47);
    const portfolios = portfoliosOf(world);
    for (let firm = 0; firm < world.firms.count; firm++) {
      const { district, region, italy, abroad } = portfolioOf(world, portfolios, firm);
      if (abroad === 0) continue;
      const before = [portfolios.district[firm], portfolios.region[firm], portfolios.italy[firm]];
      const replaces = offshoringEffects[portfolios.effect[firm]] === "replacesOtherSuppliers";
      if (replaces && abroad <= before[0] + before[1]) expect(italy).toBe(before[2]);
      if (!replaces) expect(italy / before[2]).toBeCloseTo(1 - abroad, 12);
      expect(district / before[0]).toBeCloseTo(region / before[1], 9);
    }
  });

  it("erodes the supplier base by those who replace, and by them alone", () => {
    const base = (complementShare: number) =>
      sum(
        watch(quietDistricts("behavioural", { ...set, baseErosion: 0.1, complementShare })).world
          .supplierBase,
      );
    expect(base(1)).toBe(1500);
    expect(base(0.47)).toBeLessThan(1500);
    expect(base(0)).toBeLessThan(base(0.47));
  });

  it("leaves the decisions as they are where the supplier base does not matter", () => {
    const columns = (complementShare: number) => {
      const { columns: all } = simulate(quietDistricts("behavioural", { ...set, complementShare }), key());
      return all.find(({ name }) => name === "active")?.values;
    };
    expect(columns(0)).toEqual(columns(1));
    const held = { ...set, reshoringBarrier: 3, baseErosion: 5 };
    const bytes = (complementShare: number) =>
      fingerprint(simulate(quietDistricts("behavioural", { ...held, complementShare, firms: 300 }), key()));
    expect(bytes(0)).not.toBe(bytes(1));
  });
});
