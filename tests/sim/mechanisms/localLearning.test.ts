import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../numerics/normal.ts";
import { advance, startWorld, yearsOf } from "../../../sim/index.ts";
import { stream } from "../../../sim/random/streams.ts";
import { key, kinds, type Parameters, panelOf, quietWorld, sum, watch } from "../worlds.ts";

describe.each(kinds)("firms that learn from the offshorers of their province, in a %s world", (kind) => {
  const set: Parameters = { firms: 150, base: -1.4, imitationFirm: 0.3, stateDependence: 1 };

  it("start where their draw is below Φ(base + imitationFirm · log(1 + offshorers of the province but themselves))", () => {
    const world = startWorld(quietWorld(kind, set), key());
    let [starts, learned] = [0, 0];
    for (let step = 0; step < yearsOf(world.scenario); step++) {
      const { firms, pairs } = structuredClone(world);
      const abroad = Array.from({ length: 150 }, (_, firm) =>
        Number(pairs.active.subarray(4 * firm, 4 * firm + 4).includes(1)),
      );
      advance(world, 1);
      const draw = stream(key(), "decision", world.year);
      for (let pair = 0; pair < pairs.active.length; pair++) {
        const uniform = draw();
        const firm = Math.floor(pair / 4);
        if (pairs.active[pair] === 1) continue;
        const others = abroad.filter((_, at) => at !== firm && firms.province[at] === firms.province[firm]);
        const index = -1.4 + 0.3 * Math.log(1 + sum(others));
        expect(world.pairs.active[pair]).toBe(Number(uniform < normalCdf(index)));
        starts += world.pairs.active[pair];
        learned += sum(others);
      }
    }
    expect(starts).toBeGreaterThan(100);
    expect(learned).toBeGreaterThan(1000);
  });

  it("start more the more they learn, and the effect of a peer is seen by intervening", () => {
    const entry = (imitationFirm: number) => watch(quietWorld(kind, { ...set, imitationFirm })).history;
    expect(entry(0).truth.peerEffect.entry).toBe(0);
    expect(entry(0.3).truth.peerEffect.entry).toBeGreaterThan(0.005);
    expect(entry(0.3).diagnostics.entryRate).toBeGreaterThan(1.3 * entry(0).diagnostics.entryRate);
    expect(entry(-0.3).diagnostics.entryRate).toBeLessThan(entry(0).diagnostics.entryRate);
  });
});

describe("industrial districts", () => {
  const { world, history } = watch(quietWorld("behavioural", { firms: 4000, districtDummy: 0.5 }));
  const panel = panelOf(history);
  const rows = Array.from({ length: history.rows }, (_, row) => row);

  it("have the wanted shares of the firms of their industry, to half a province", () => {
    const share = (industry: number) => {
      const cells = Array.from(world.firms.cell).filter((cell) => cell % 2 === industry);
      return sum(cells.map((cell) => world.districts[cell])) / cells.length;
    };
    expect(Math.abs(share(0) - 0.22)).toBeLessThan(0.05);
    expect(Math.abs(share(1) - 0.47)).toBeLessThan(0.05);
  });

  it("are in the panel, and their firms are abroad as the probit says", () => {
    const active = (inside: number) => {
      const of = rows.filter((row) => panel.industrialDistrict[row] === inside);
      return sum(of.map((row) => panel.active[row])) / of.length;
    };
    for (const row of rows.slice(0, 2000))
      expect(panel.industrialDistrict[row]).toBe(world.districts[world.firms.cell[panel.firm[row] - 1]]);
    expect(active(0)).toBeCloseTo(normalCdf(-1.2), 2);
    expect(active(1)).toBeCloseTo(normalCdf(-0.7), 2);
  });

  it("are nowhere, or everywhere, where the shares say so", () => {
    const districts = (share: number) =>
      startWorld(
        quietWorld("behavioural", { firms: 10, districtShareClothing: share, districtShareFootwear: share }),
        key(),
      ).districts;
    expect(districts(0).every((is) => is === 0)).toBe(true);
    expect(districts(1).every((is) => is === 1)).toBe(true);
  });
});

describe.each(kinds)("the early cost of starting in a %s world", (kind) => {
  const set: Parameters = { firms: 1500, base: -1.3, stateDependence: 1, recordedYears: 6 };
  const { world, active } = watch(quietWorld(kind, { ...set, earlyEntryCost: 0.8, firstMoverShare: 0.3 }));
  const free = watch(quietWorld(kind, set));
  const { firms, firstMovers } = world;
  const all = Array.from({ length: firms.count }, (_, firm) => firm);
  const small = (firm: number) => firms.supplier[firm] === 1 && firms.size[firm] < 8;
  const starts = (statuses: typeof active, year: number, of: (firm: number) => boolean) => {
    const [now, before] = [statuses.get(year) ?? [], statuses.get(year - 1) ?? []];
    return sum(
      Array.from(now, (is, pair) => (of(Math.floor(pair / 4)) && is === 1 && before[pair] === 0 ? 1 : 0)),
    );
  };

  it("is borne by small suppliers but for the share that moves first", () => {
    for (const firm of all) if (!small(firm)) expect(firstMovers[firm]).toBe(1);
    const ofSmall = all.filter(small).map((firm) => firstMovers[firm]);
    expect(Math.abs(sum(ofSmall) / ofSmall.length - 0.3)).toBeLessThan(0.08);
  });

  it("keeps those out until 2007, and lets them in afterwards", () => {
    const borne = (firm: number) => firstMovers[firm] === 0;
    for (const year of [2005, 2006, 2007])
      expect(starts(active, year, borne)).toBeLessThan(0.5 * starts(free.active, year, borne));
    // More of them are still at home, so more than as many start.
    expect(starts(active, 2008, borne)).toBeGreaterThan(starts(free.active, 2008, borne));
  });

  it("raises the share of small starters after 2007", () => {
    const share = (years: number[]) =>
      sum(years.map((year) => starts(active, year, small))) /
      sum(years.map((year) => starts(active, year, () => true)));
    expect(share([2008, 2009, 2010])).toBeGreaterThan(1.5 * share([2005, 2006, 2007]));
  });
});
