import { describe, expect, it } from "vitest";
import { resolveScenario } from "../../../scenarios/index.ts";
import { pairedCounterfactual, withoutImitation } from "../../../sim/counterfactual.ts";
import { advance, simulate, startWorld } from "../../../sim/index.ts";
import { densityDependence } from "../../../sim/mechanisms/densityDependence.ts";
import { returnersLastYear } from "../../../sim/mechanisms/exitDeterrence.ts";
import { marketOf } from "../../../sim/world.ts";
import { fingerprint, key, kinds, type Parameters, quietWorld, sum } from "../worlds.ts";

const crowded: Parameters = { firms: 400, base: -1.4, stateDependence: 1.6, exitHazard: 0.3 };

describe("density dependence", () => {
  it("has its peak at legitimacy / (2 · competition) peers and is zero again at twice that", () => {
    const scenario = resolveScenario("canello-2022", { legitimacy: 0.01, competition: 0.00008 });
    const at = (peers: number) => densityDependence(scenario, peers, 1000);
    expect(at(0)).toBe(0);
    expect(at(62.5)).toBeCloseTo(0.3125, 12);
    for (const step of [0.5, 1, 10]) {
      expect(at(62.5 - step)).toBeCloseTo(at(62.5 + step), 12);
      expect(at(62.5 - step)).toBeLessThan(at(62.5));
    }
    expect(at(125)).toBeCloseTo(0, 12);
  });

  it("competes with the country's firms where congestion is national", () => {
    const scenario = resolveScenario("canello-2022", {
      legitimacy: 0.01,
      competition: 1e-6,
      congestionNational: true,
    });
    expect(densityDependence(scenario, 10, 500)).toBeCloseTo(0.1 - 0.25, 12);
  });

  it("is the inverted U of the peer measure under other names, in worlds that stay by themselves", () => {
    for (const kind of ["entryExit", "behavioural"] as const) {
      const asMeasure = { imitationSame: 0.125, peerMeasure: "invertedU", peerPeak: 4 };
      const asDensity = { legitimacy: 0.125, competition: 0.125 / 8 };
      const active = (set: Parameters) => {
        const history = simulate(quietWorld(kind, { ...crowded, ...set }), key());
        return Array.from(history.columns.find(({ name }) => name === "active")?.values ?? []);
      };
      expect(active(asDensity)).toEqual(active(asMeasure));
      expect(active(asDensity)).not.toEqual(active({}));
    }
  });

  it("of legitimacy fills cells that competition keeps open, every draw shared", () => {
    for (const kind of kinds) {
      const share = (set: Parameters) =>
        simulate(quietWorld(kind, { ...crowded, ...set }), key()).diagnostics.activeShare;
      const nobodyLooks = share({});
      const legitimate = share({ legitimacy: 0.1 });
      const contested = share({ legitimacy: 0.1, competition: 0.02 });
      expect(legitimate).toBeGreaterThan(nobodyLooks + 0.02);
      expect(contested).toBeLessThan(legitimate - 0.02);
    }
  });

  it("is part of the effect of one more peer, which turns negative beyond the peak", () => {
    const effect = (set: Parameters) =>
      simulate(quietWorld("dynamicProbit", { ...crowded, ...set }), key()).truth.peerEffect;
    expect(effect({ legitimacy: 0.1 }).entry).toBeGreaterThan(0);
    expect(effect({ legitimacy: 0.1 }).staying).toBe(0);
    expect(effect({ competition: 0.01 }).entry).toBeLessThan(0);
    expect(effect({ competition: 1e-5, congestionNational: true }).entry).toBeLessThan(0);
  });

  it("leaves no true coefficient to the peers of the panel", () => {
    const truth = simulate(quietWorld("dynamicProbit", { firms: 20, legitimacy: 0.1 }), key()).truth;
    expect(truth.coefficients).not.toHaveProperty("msePeersSameDestination");
  });
});

describe("the counterfactual without imitation", () => {
  it.each([{ legitimacy: 0.1 }, { competition: 0.02 }, { exitDeterrence: 0.5 }])("has no %o", (set) => {
    const scenario = quietWorld("dynamicProbit", { ...crowded, ...set });
    expect(withoutImitation(scenario)).toEqual(withoutImitation(quietWorld("dynamicProbit", crowded)));
    expect(pairedCounterfactual(scenario, key()).flippedDecisions).toBeGreaterThan(0);
  });
});

describe("exits that deter", () => {
  it("are the returns of last year by market, of firms that still exist", () => {
    const world = startWorld(
      quietWorld("dynamicProbit", {
        ...crowded,
        exitDeterrence: 0.1,
        datedShocks: [{ year: 2006, closure: 0.3 }],
      }),
      key(),
    );
    const counted = new Int32Array(world.cellFirms.length * 4);
    for (let year = 0; year < 3; year++) {
      const before = world.pairs.active.slice();
      advance(world, 1);
      counted.fill(0);
      before.forEach((wasActive, pair) => {
        const alive = world.firms.alive[Math.floor(pair / 4)] === 1;
        if (wasActive === 1 && world.pairs.active[pair] === 0 && alive) counted[marketOf(world, pair)] += 1;
      });
      expect(returnersLastYear(world)).toEqual(counted);
    }
    expect(sum(counted)).toBeGreaterThan(20);
    expect(sum(world.firms.alive)).toBeLessThan(400);
  });

  it("keep firms at home, and a firm is not deterred by its own return", () => {
    for (const kind of kinds) {
      const starts = (exitDeterrence: number) =>
        simulate(quietWorld(kind, { ...crowded, exitDeterrence }), key()).diagnostics.entryRate;
      expect(starts(0.5)).toBeLessThan(0.9 * starts(0));
      // A firm alone in its cell has no peers to look at.
      const alone = (exitDeterrence: number) =>
        fingerprint(simulate(quietWorld(kind, { ...crowded, firms: 1, exitDeterrence }), key()));
      expect(alone(3)).toBe(alone(0));
    }
  });
});
