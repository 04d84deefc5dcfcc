import { describe, expect, it } from "vitest";
import { advance, simulate, startWorld, yearsOf } from "../../../sim/index.ts";
import { marketOf } from "../../../sim/world.ts";
import { key, kinds, type Parameters, panelOf, quietWorld, sum } from "../worlds.ts";

/** Two provinces' worth of districts are enough: paused firms must have paused rivals. */
const rivals: Parameters = {
  firms: 600,
  base: -1.3,
  stateDependence: 1.2,
  exitHazard: 0.5,
  pauseShare: 1,
  tieFloor: 0,
  reentryBoost: 0.5,
};

/** Re-entries of one year in which everybody else decided the same: the second world alone has joint entry. */
function lastYear(jointEntry: number, set: Parameters = {}, kind: (typeof kinds)[number] = "dynamicProbit") {
  const scenario = quietWorld(kind, { ...rivals, ...set });
  const world = startWorld(scenario, key());
  advance(world, yearsOf(scenario) - 1);
  const before = structuredClone(world);
  const joint = structuredClone({ ...world, scenario: { ...scenario, jointEntry } });
  advance(world, 1);
  advance(joint, 1);
  return { before, alone: world, joint };
}

describe.each(kinds)("joint entry in a %s world", (kind) => {
  it("brings back paused rivals with its probability where one comes back by itself, and changes nobody else", () => {
    const { before, alone, joint } = lastYear(0.5, {}, kind);
    const called = new Set<number>();
    alone.ties?.reentered.forEach((reentered, pair) => {
      if (reentered === 1) called.add(marketOf(alone, pair));
    });
    let asked = 0;
    let joined = 0;
    joint.pairs.active.forEach((active, pair) => {
      const changed = active !== alone.pairs.active[pair];
      const waits = before.ties?.paused[pair] === 1 && alone.pairs.active[pair] === 0;
      if (waits && called.has(marketOf(alone, pair))) asked += 1;
      else expect(changed).toBe(false);
      if (!changed) return;
      joined += 1;
      expect(joint.ties?.reentered[pair]).toBe(1);
      expect(joint.ties?.paused[pair]).toBe(0);
      expect(joint.pairs.tenure[pair]).toBe(0);
    });
    expect(asked).toBeGreaterThan(100);
    expect(Math.abs(joined / asked - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / asked));
  });
});

describe("joint entry", () => {
  it("clusters re-entries in markets and years, without any imitation", () => {
    const spread = (jointEntry: number) => {
      const panel = panelOf(simulate(quietWorld("dynamicProbit", { ...rivals, jointEntry }), key()));
      const counts = new Map<string, number>();
      for (let row = 0; row < panel.active.length; row++) {
        if (panel.reentered[row] === 0) continue;
        const market = [
          panel.province[row],
          panel.industry[row],
          panel.destination[row],
          panel.year[row],
        ].join();
        counts.set(market, (counts.get(market) ?? 0) + 1);
      }
      return sum(counts.values()) / counts.size;
    };
    expect(spread(0.5)).toBeGreaterThan(1.3 * spread(0));
  });

  it("sends no firm to a second destination where the choice is exclusive", () => {
    const { joint } = lastYear(1, { destinationChoice: "exclusive" });
    for (let pair = 0; pair < joint.pairs.active.length; pair += 4) {
      expect(sum(joint.pairs.active.slice(pair, pair + 4))).toBeLessThanOrEqual(1);
    }
  });
});
