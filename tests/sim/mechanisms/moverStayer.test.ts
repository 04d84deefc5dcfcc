import { describe, expect, it } from "vitest";
import { simulate } from "../../../sim/index.ts";
import { quietDistricts } from "../districtWorlds.ts";
import { key, kinds, panelOf, quietWorld, sum, values, watch } from "../worlds.ts";

const moving = { base: -1, stateDependence: 1.5, exitHazard: 0.3, firms: 400, recordedYears: 12 };

describe.each(kinds)("movers and stayers in a %s world", (kind) => {
  const years = (set: Record<string, unknown>) => {
    const { active } = watch(quietWorld(kind, { ...moving, ...set }));
    const states = [...active.values()];
    let [changed, abroad] = [0, 0];
    for (let year = 1; year < states.length; year++) {
      for (let pair = 0; pair < states[year].length; pair += 4) {
        const [before, after] = [states[year - 1], states[year]].map((flags) =>
          flags.slice(pair, pair + 4).join(""),
        );
        if (before === "0000") continue;
        abroad += 1;
        changed += Number(before !== after);
      }
    }
    return { changed, abroad, rate: changed / abroad };
  };

  it("never change a set-up that stands where all are stayers, or none ever reviews", () => {
    expect(years({ stayerShare: 1 }).changed).toBe(0);
    expect(years({ reviewRate: 0 }).changed).toBe(0);
    expect(years({ stayerShare: 1 }).abroad).toBeGreaterThan(400);
  });

  it("change it the more often the more review, in proportion", () => {
    const always = years({}).rate;
    const half = years({ reviewRate: 0.5 }).rate;
    expect(half / always).toBeGreaterThan(0.35);
    expect(half / always).toBeLessThan(0.65);
    expect(years({ stayerShare: 0.5, reviewRate: 0.5 }).rate).toBeLessThan(half);
  });
});

it("a world of held set-ups has no true coefficients, and one with portfolios no intercept", () => {
  for (const kind of kinds) {
    const { truth } = simulate(quietWorld(kind, { reviewRate: 0.5 }), key());
    expect([truth.coefficients, truth.logHazardRatios]).toEqual([{}, {}]);
  }
  const intercept = (set: Record<string, unknown>) =>
    simulate(quietWorld("dynamicProbit", set), key()).truth.coefficients["(Intercept)"];
  expect(intercept({})).toBe(-1.2);
  expect(intercept({ supplierPortfolio: "drawn" })).toBeUndefined();
});

describe("a review", () => {
  const set = { ...moving, reviewRate: 0.3, stayerShare: 0.4 };

  it("ends in more volume, never above all of it, where the firm does well", () => {
    const volumes = (extensionFactor: number) =>
      watch(quietWorld("behavioural", { ...set, extensionThreshold: 0, extensionFactor })).world.pairs;
    const [plain, grown] = [volumes(1), volumes(1.5)];
    expect(grown.active).toEqual(plain.active);
    const extended = Array.from(grown.volume).filter((volume, pair) => volume > plain.volume[pair]);
    expect(extended.length).toBeGreaterThan(20);
    expect(Math.max(...grown.volume)).toBeLessThanOrEqual(1);
    const rarer = watch(quietWorld("behavioural", { ...set, extensionThreshold: 1.5, extensionFactor: 1.5 }))
      .world.pairs;
    expect(sum(rarer.volume)).toBeLessThan(sum(grown.volume));
  });

  it("is something else than to consider, which decides nothing and comes more often the wider its margin", () => {
    const runs = [-1, 0, 1].map((considerationMargin) =>
      simulate(quietDistricts("behavioural", { ...set, considerationMargin }), key()),
    );
    const considering = runs.map(
      (run) => Array.from(values(run, "considers")).filter((code) => code > 0).length,
    );
    expect(considering[0]).toBeGreaterThan(0);
    expect(considering).toEqual([...considering].sort((a, b) => a - b));
    for (const { name, values: column } of runs[0].columns) {
      if (name !== "considers") expect(values(runs[2], name)).toEqual(column);
    }
  });

  it("may be of a nearer country in a far destination only, and where firms do move nearer", () => {
    const words = (nearshoringRate: number) => {
      const panel = panelOf(
        simulate(quietDistricts("behavioural", { ...set, firms: 800, nearshoringRate }), key()),
      );
      const rows = Array.from({ length: panel.considers.length }, (_, row) => row);
      return rows.filter((row) => panel.considers[row] === 2).map((row) => panel.destination[row]);
    };
    expect(words(0)).toEqual([]);
    expect(new Set(words(0.05))).toEqual(new Set([2, 3]));
  });

  it("leaves panels without its column where every firm looks at everything every year", () => {
    expect(panelOf(simulate(quietDistricts("behavioural"), key())).considers).toBeUndefined();
  });
});
