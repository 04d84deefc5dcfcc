import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, startWorld, yearsOf } from "../../sim/index.ts";
import type { World } from "../../sim/world.ts";
import { key, type Parameters, quietWorld } from "./worlds.ts";

function addsOnly(fewer: World, more: World): boolean {
  return fewer.pairs.active.every((status, pair) => status <= more.pairs.active[pair]);
}

/** Whether, year by year, whoever is abroad in the first world is abroad in the second. */
function staysBelow(low: Parameters, high: Parameters, replication: number): boolean {
  const fewer = startWorld(quietWorld("dynamicProbit", { firms: 60, ...low }), key(replication));
  const more = startWorld(quietWorld("dynamicProbit", { firms: 60, ...high }), key(replication));
  for (let year = 0; year < yearsOf(fewer.scenario); year++) {
    advance(fewer, 1, { recordTruth: false });
    advance(more, 1, { recordTruth: false });
    if (!addsOnly(fewer, more)) return false;
  }
  return true;
}

const world = fc.record({
  replication: fc.nat(50),
  base: fc.double({ min: -2.5, max: -0.5, noNaN: true }),
  stateDependence: fc.double({ min: 0, max: 2, noNaN: true }),
  initialEffect: fc.double({ min: 0, max: 1, noNaN: true }),
  pairEffectSd: fc.constantFrom(0, 0.6),
  imitationSame: fc.double({ min: 0, max: 0.3, noNaN: true }),
  imitationStay: fc.constantFrom(0, 0.1),
  // Starters and the inverted U are left out: more firms abroad can mean fewer starters, or too many.
  peerMeasure: fc.constantFrom("stock", "log", "share", "threshold"),
  peerYears: fc.integer({ min: 1, max: 3 }),
  includeOwnFirm: fc.boolean(),
});
const raise = fc.double({ min: 0, max: 0.8, noNaN: true });

describe("with every draw shared and no diversion", () => {
  it("a higher base only adds active pairs", () => {
    fc.assert(
      fc.property(world, raise, ({ replication, ...set }, by) =>
        staysBelow(set, { ...set, base: set.base + by }, replication),
      ),
      { numRuns: 25 },
    );
  });

  it("more imitation only adds active pairs", () => {
    fc.assert(
      fc.property(world, raise, ({ replication, ...set }, by) =>
        staysBelow(set, { ...set, imitationSame: set.imitationSame + by }, replication),
      ),
      { numRuns: 25 },
    );
  });

  it("diversion breaks this: it can take pairs away", () => {
    const set = { base: -1, imitationSame: 0, imitationOther: -0.3 };
    expect(staysBelow(set, { ...set, base: -0.7 }, 0)).toBe(false);
  });
});
