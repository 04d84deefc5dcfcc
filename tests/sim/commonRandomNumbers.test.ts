import { describe, expect, it } from "vitest";
import { advance, historyOf, startWorld, yearsOf } from "../../sim/index.ts";
import type { World } from "../../sim/world.ts";
import { busyWorld, key, kinds, type Parameters, quietWorld, values } from "./worlds.ts";

/** Everything that is drawn and depends on no decision. */
function exogenous(world: World) {
  const { firms, firmEffect, fit, captives, demandShock, costShock, provinceCharacteristics } = world;
  return structuredClone({
    firms,
    firmEffect,
    fit,
    captives,
    demandShock,
    costShock,
    provinceCharacteristics,
  });
}

describe.each(kinds)("two %s worlds that differ in one parameter", (kind) => {
  const changes: Parameters[] = [{ imitationSame: 0.4 }, { base: -0.6 }, { destinationChoice: "exclusive" }];

  it.each(changes)("share firms, effects, shocks and captive firms to the last year (%o)", (change) => {
    const left = startWorld(busyWorld(kind), key());
    const right = startWorld(busyWorld(kind, change), key());
    expect(right.pairs.pairEffect).toEqual(left.pairs.pairEffect);
    advance(left, yearsOf(left.scenario));
    advance(right, yearsOf(right.scenario));
    expect(exogenous(right)).toEqual(exogenous(left));
    expect(right.pairs.active).not.toEqual(left.pairs.active);
  });
});

describe.each(kinds)("in a %s world where nobody looks at others", (kind) => {
  const alone: Parameters = {
    base: -0.8,
    stateDependence: 0.8,
    initialEffect: 0.3,
    firmEffectSd: 0.5,
    pairEffectSd: 0.5,
    sortingSd: 0.3,
    provinceDestinationFitSd: 0.3,
    shockSd: 0.3,
    costShockSd: 0.3,
    qualitySd: 0.6,
    optimismBias: 0.3,
    hiddenCost: 0.3,
    "hazard.size": -0.02,
    datedShocks: [{ year: 2009, closure: 0.1 }],
  };
  const depends = /Peers|national|provinceProducers|ProvinceLag1/;

  it("the first firms of a larger world live the lives of the firms of a smaller one", () => {
    const small = startWorld(quietWorld(kind, { ...alone, firms: 25 }), key());
    const large = startWorld(quietWorld(kind, { ...alone, firms: 60 }), key());
    advance(small, yearsOf(small.scenario));
    advance(large, yearsOf(large.scenario));
    const ofSmall = historyOf(small);
    const ofLarge = historyOf(large);
    expect(ofSmall.rows).toBeGreaterThan(0);
    expect(ofSmall.rows).toBeLessThan(25 * 4 * 6);
    for (const { name } of ofSmall.columns) {
      if (depends.test(name)) continue;
      expect(Array.from(values(ofLarge, name)).slice(0, ofSmall.rows), name).toEqual(
        Array.from(values(ofSmall, name)),
      );
    }
  });
});
