import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidateFirms, everyFirm } from "../../../sim/decisions/candidateFirms.ts";
import { decide } from "../../../sim/decisions/decide.ts";
import { decisionIndex } from "../../../sim/decisions/decisionIndex.ts";
import { exitHazard } from "../../../sim/decisions/entryExit.ts";
import { indexTables } from "../../../sim/decisions/indexTables.ts";
import { advance, startWorld } from "../../../sim/index.ts";
import { observePeers } from "../../../sim/phases/observePeers.ts";
import { drawDecisions } from "../../../sim/random/decisionDraws.ts";
import type { World } from "../../../sim/world.ts";
import { busyWorld, key, kinds, quietWorld } from "../worlds.ts";

/** What firms would do next year, if candidates are asked and if all are. */
function nextYear(world: World) {
  const { uniforms } = world.workspace;
  const year = world.year + 1;
  drawDecisions(world, year);
  const observation = observePeers(world);
  const tables = indexTables(world, observation, year, false);
  const decisionsOf = (firms: Int32Array) => {
    // A firm that is not asked must not live on what was computed for it before.
    world.workspace.index.fill(Number.NaN);
    const index = decisionIndex(world, observation, tables, firms);
    const hazard = world.scenario.decision.kind === "entryExit" ? exitHazard(world) : null;
    return structuredClone(decide(world, index, hazard, uniforms, firms));
  };
  const candidates = candidateFirms(world, observation, tables).slice();
  return { candidates, ofCandidates: decisionsOf(candidates), ofAll: decisionsOf(everyFirm(world)) };
}

describe.each(kinds)("in a %s world", (kind) => {
  it("candidates decide as if all firms had been asked, in every year", () => {
    const settings = fc.record({
      base: fc.double({ min: -6, max: 0, noNaN: true }),
      imitationSame: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
      imitationOther: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
      pairEffectSd: fc.constantFrom(0, 0.5),
      peerMeasure: fc.constantFrom("stock", "flow", "share", "invertedU"),
      peerYears: fc.integer({ min: 1, max: 4 }),
      includeOwnFirm: fc.boolean(),
      imitationFirm: fc.constantFrom(0, -0.1, 0.2),
      optimismBias: fc.constantFrom(-0.5, 0, 0.8),
      birthRate: fc.constantFrom(0, 0.05),
    });
    let asked = 0;
    let all = 0;
    fc.assert(
      fc.property(settings, fc.nat(100), (set, replication) => {
        // Dormant ties, clients and an exclusive choice make candidates of all firms.
        const world = startWorld(
          busyWorld(kind, { clientFollowing: 0, pauseShare: 0, ...set }),
          key(replication),
        );
        for (let year = 0; year < 8; year++) {
          const { candidates, ofCandidates, ofAll } = nextYear(world);
          asked += candidates.length;
          all += world.firms.count;
          expect(ofCandidates).toEqual(ofAll);
          advance(world, 1, { recordTruth: false });
        }
      }),
      { numRuns: 25 },
    );
    expect(asked).toBeLessThan(0.9 * all);
  });
});

describe("candidates", () => {
  it("are sought by the pair effects as they stand, also when those were drawn anew", () => {
    const world = startWorld(busyWorld("dynamicProbit"), key());
    for (let year = 0; year < 6; year++) {
      world.largestPairEffect.forEach((largest, firm) => {
        expect(largest).toBe(Math.max(...world.pairs.pairEffect.slice(4 * firm, 4 * firm + 4)));
      });
      advance(world, 1);
    }
  });

  it.each(kinds)("are few where starts are rare in a %s world", (kind) => {
    const world = startWorld(quietWorld(kind, { firms: 1000, base: -2.5 }), key());
    advance(world, 3);
    expect(nextYear(world).candidates.length).toBeLessThan(100);
  });

  it("are all firms where an index has terms that the tables do not know, and where utilities are compared", () => {
    for (const scenario of [
      quietWorld("behavioural", { pauseShare: 0.4, reentryBoost: 0.8 }),
      quietWorld("behavioural", { clientFollowing: 0.4 }),
      quietWorld("dynamicProbit", { destinationChoice: "exclusive" }),
    ]) {
      expect(nextYear(startWorld(scenario, key())).candidates.length).toBe(scenario.firms);
    }
  });
});
