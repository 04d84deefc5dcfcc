import { describe, expect, it } from "vitest";
import { simulate } from "../../../sim/index.ts";
import { portfolioOf } from "../../../sim/mechanisms/supplierPortfolio.ts";
import { portfoliosOf, quietDistricts } from "../districtWorlds.ts";
import { key, kinds, panelOf, sum, watch } from "../worlds.ts";

const early = { base: -1.2, firstYear: 2016, recordedYears: 6 };

describe.each(kinds)("embeddedness in a %s world", (kind) => {
  const starts = (set: Record<string, unknown>) => {
    const panel = panelOf(simulate(quietDistricts(kind, { ...early, firms: 3000, ...set }), key()));
    const rows = Array.from({ length: panel.yLag.length }, (_, row) => row).filter(
      (row) => panel.yLag[row] === 0 && panel.outsources[row] === 1,
    );
    const rate = (of: number[]) => sum(of.map((row) => panel.active[row])) / of.length;
    const isEmbedded = (row: number) => panel.suppliersDistrictPct[row] > 60 * (1 - 0.3 * panel.active[row]);
    return { embedded: rate(rows.filter(isEmbedded)), loose: rate(rows.filter((row) => !isEmbedded(row))) };
  };

  it("keeps firms with suppliers in the district at home, the more the higher its cost", () => {
    const [none, some, much] = [0, 0.8, 2].map((embeddednessCost) => starts({ embeddednessCost }));
    expect(some.embedded / some.loose).toBeLessThan(none.embedded / none.loose);
    expect(much.embedded / much.loose).toBeLessThan(some.embedded / some.loose);
  });
});

describe("register firms in districts", () => {
  const { world, history, active } = watch(
    quietDistricts("behavioural", { base: -0.5, firms: 600, firstYear: 1990, recordedYears: 10 }),
  );
  const portfolios = portfoliosOf(world);

  it("start nowhere before they are founded, nor where they outsource nothing", () => {
    for (const [year, flags] of active) {
      flags.forEach((flag, pair) => {
        const firm = Math.floor(pair / 4);
        if (flag === 1) expect(world.register?.foundingYear[firm]).toBeLessThanOrEqual(year);
        if (flag === 1) expect(portfolios.outsources[firm]).toBe(1);
      });
    }
    expect(sum(world.pairs.active)).toBeGreaterThan(300);
  });

  it("have shares of suppliers that are shares and add to 1, abroad exactly where they are active", () => {
    const panel = panelOf(history);
    const names = ["suppliersDistrictPct", "suppliersRegionPct", "suppliersItalyPct", "suppliersAbroadPct"];
    const isAbroad = new Map<string, boolean>();
    for (let row = 0; row < history.rows; row++) {
      const firmYear = `${panel.firm[row]} ${panel.year[row]}`;
      isAbroad.set(firmYear, (isAbroad.get(firmYear) ?? false) || panel.active[row] === 1);
    }
    for (let row = 0; row < history.rows; row++) {
      const shares = names.map((name) => panel[name][row]);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      expect(sum(shares)).toBeCloseTo(100, 9);
      expect(shares[3] > 0).toBe(isAbroad.get(`${panel.firm[row]} ${panel.year[row]}`));
    }
  });

  it("have fewer suppliers in the district once abroad than they had before", () => {
    for (let firm = 0; firm < world.firms.count; firm++) {
      const { district, abroad, suppliers } = portfolioOf(world, portfolios, firm);
      if (abroad === 0)
        expect([district, suppliers]).toEqual([portfolios.district[firm], portfolios.suppliers[firm]]);
      else expect(district).toBeLessThan(portfolios.district[firm]);
    }
  });

  it("start more often the larger their class's effect is", () => {
    const activeIn = (turnoverClassEffect: number[]) => {
      const { world: end } = watch(quietDistricts("behavioural", { firms: 600, turnoverClassEffect }));
      const count = [0, 0, 0, 0];
      end.pairs.active.forEach((flag, pair) => {
        count[end.register?.turnoverClass[Math.floor(pair / 4)] ?? 0] += flag;
      });
      return count;
    };
    const [plain, tilted] = [activeIn([0, 0, 0, 0]), activeIn([-0.5, 0, 0.5, 1])];
    expect(tilted[0]).toBeLessThan(plain[0]);
    expect(tilted[1]).toBe(plain[1]);
    expect(tilted[2]).toBeGreaterThan(plain[2]);
    expect(tilted[3]).toBeGreaterThan(plain[3]);
  });
});
