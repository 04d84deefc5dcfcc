import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../numerics/normal.ts";
import type { Scenario } from "../../../scenarios/index.ts";
import { everyFirm } from "../../../sim/decisions/candidateFirms.ts";
import { decisionIndex } from "../../../sim/decisions/decisionIndex.ts";
import { indexTables } from "../../../sim/decisions/indexTables.ts";
import { advance, simulate, startWorld, yearsOf } from "../../../sim/index.ts";
import { decayTies, emptyTies } from "../../../sim/mechanisms/dormantTie.ts";
import { resumeMatch } from "../../../sim/mechanisms/reentry.ts";
import { observePeers } from "../../../sim/phases/observePeers.ts";
import { fingerprint, key, kinds, type Parameters, panelOf, quietWorld, sum } from "../worlds.ts";

/** A third of the firms abroad, of whom a third return in a year. */
const abroad: Parameters = { firms: 300, base: -1, stateDependence: 1.4, exitHazard: 0.4 };
const pausing: Parameters = { ...abroad, pauseShare: 0.5, tieFloor: 0.3, reentryBoost: 1 };

function panelWith(kind: Scenario["decision"]["kind"], set: Parameters) {
  return panelOf(simulate(quietWorld(kind, set), key()));
}

/** Four standard errors of a share. */
function expectShare(cases: number, count: number, probability: number): void {
  const standardError = Math.sqrt((probability * (1 - probability)) / count);
  expect(Math.abs(cases / count - probability)).toBeLessThan(4 * standardError);
}

describe("a dormant tie", () => {
  it("is halved in the years that follow from its decay, and dead below the floor", () => {
    const scenario = quietWorld("behavioural", { pauseShare: 1, tieDecay: 1 - Math.SQRT1_2, tieFloor: 0.26 });
    const ties = emptyTies(scenario, 3);
    if (ties === null) throw new Error("a world with pauses has ties");
    ties.paused.set([1, 1, 0]);
    ties.strength.set([1, 0.3, 0]);
    decayTies(ties, scenario);
    expect(Array.from(ties.paused)).toEqual([1, 0, 0]);
    decayTies(ties, scenario);
    expect(ties.strength[0]).toBeCloseTo(0.5, 14);
    decayTies(ties, scenario);
    decayTies(ties, scenario);
    expect(Array.from(ties.paused)).toEqual([0, 0, 0]);
    expect(Array.from(ties.strength)).toEqual([0, 0, 0]);
  });

  it("is not there in a world without pauses", () => {
    expect(emptyTies(quietWorld("behavioural"), 3)).toBeNull();
    expect(panelWith("behavioural", abroad)).not.toHaveProperty("paused");
  });
});

describe.each(kinds)("pauses in a %s world", (kind) => {
  const panel = panelWith(kind, pausing);
  const rows = Array.from({ length: panel.active.length }, (_, row) => row);

  it("are the share pauseShare of all returns, and nobody is paused and active at once", () => {
    const returns = rows.filter((row) => panel.yLag[row] === 1 && panel.active[row] === 0);
    expect(returns.length).toBeGreaterThan(200);
    expectShare(sum(returns.map((row) => panel.paused[row])), returns.length, 0.5);
    for (const row of rows) expect(panel.paused[row] * panel.active[row]).toBe(0);
  });

  it("keep a tie of 1 in their first year, then of 0.7, 0.49 and 0.343, until it is below 0.3", () => {
    const strengths = new Set(rows.map((row) => panel.tieStrength[row].toFixed(3)));
    expect([...strengths].sort()).toEqual(["0.000", "0.343", "0.490", "0.700", "1.000"]);
    for (const row of rows) {
      if (panel.year[row] === 2012) continue;
      const next = row + 1;
      expect(panel.tieStrength[next] > 0).toBe(panel.paused[row] === 1);
      if (panel.paused[row] === 1 && panel.tieStrength[row] > 0)
        expect(panel.tieStrength[next]).toBeCloseTo(0.7 * panel.tieStrength[row], 14);
    }
  });

  it("end in exactly one way: still paused, active again or forgotten", () => {
    const before = rows.filter((row) => panel.tieStrength[row] > 0);
    const paused = before.filter((row) => panel.paused[row] === 1);
    const back = before.filter((row) => panel.active[row] === 1);
    const forgotten = before.filter((row) => panel.paused[row] === 0 && panel.active[row] === 0);
    expect(paused.length + back.length + forgotten.length).toBe(before.length);
    expect(sum(panel.reentered as ArrayLike<number> & Iterable<number>)).toBe(back.length);
    for (const row of back) expect(panel.reentered[row]).toBe(1);
    for (const row of forgotten) expect(panel.tieStrength[row]).toBeLessThan(0.3 / 0.7);
  });

  it("leave every other draw alone: without a boost, status and start are those of a world without pauses", () => {
    const without = panelWith(kind, abroad);
    const unmoved = panelWith(kind, { ...pausing, reentryBoost: 0 });
    // Why a spell ended is all that differs.
    for (const name of Object.keys(without).filter((each) => each !== "ending"))
      expect(unmoved[name], name).toEqual(without[name]);
  });
});

describe("re-entry", () => {
  it("has the probability of a start with the boost times the tie in the index, falling with the years of silence", () => {
    const panel = panelWith("dynamicProbit", { ...pausing, firms: 1500 });
    for (const strength of [1, 0.7, 0.49, 0.343]) {
      const rows = Array.from(panel.tieStrength, (tie, row) => ({ tie, row })).filter(
        ({ tie }) => Math.abs(tie - strength) < 1e-9,
      );
      expect(rows.length).toBeGreaterThan(100);
      expectShare(sum(rows.map(({ row }) => panel.active[row])), rows.length, normalCdf(-1 + strength));
    }
  });

  it("brings more firms abroad than the same world without it, every draw shared", () => {
    for (const kind of kinds) {
      const active = (reentryBoost: number) =>
        Array.from(panelWith(kind, { ...pausing, reentryBoost }).active);
      const [cold, warm] = [active(0), active(2)];
      expect(sum(warm)).toBeGreaterThan(1.05 * sum(cold));
    }
  });

  it("has the weight of the tie as a true coefficient where the start is a probit", () => {
    const truthOf = (kind: Scenario["decision"]["kind"]) =>
      simulate(quietWorld(kind, { ...pausing, firms: 20 }), key()).truth.coefficients;
    expect(truthOf("dynamicProbit").tieStrength).toBe(1);
    expect(truthOf("entryExit").tieStrength).toBe(1);
    expect(truthOf("behavioural")).toEqual({});
    const inward = simulate(quietWorld("dynamicProbit", { ...pausing, firms: 20, inwardSwitch: 0.1 }), key());
    const boosted = { ...pausing, firms: 20, inwardSwitch: 0.1, inwardBoost: 0.5 };
    expect(inward.truth.coefficients.tieStrength).toBe(1);
    expect(simulate(quietWorld("dynamicProbit", boosted), key()).truth.coefficients).not.toHaveProperty(
      "tieStrength",
    );
  });

  it("leads back to the supplier that was left, with part of what was known of it", () => {
    const world = startWorld(
      quietWorld("behavioural", { ...pausing, qualitySd: 0.6, optimismBias: 0.3, knowledgeKept: 0.5 }),
      key(),
    );
    let back = 0;
    for (let year = 0; year < yearsOf(world.scenario); year++) {
      const before = structuredClone({ pairs: world.pairs, ties: world.ties });
      advance(world, 1);
      world.ties?.reentered.forEach((reentered, pair) => {
        if (reentered === 0) return;
        back += 1;
        expect(before.ties?.paused[pair]).toBe(1);
        expect(world.pairs.quality[pair]).toBe(before.pairs.quality[pair]);
        // Half of what was known, and the signal of the first year.
        expect(world.pairs.beliefPrecision[pair]).toBeCloseTo(
          before.pairs.beliefPrecision[pair] / 2 + 1 / 0.64,
          10,
        );
      });
    }
    expect(back).toBeGreaterThan(50);
  });
});

describe("what is remembered of a supplier", () => {
  const scenario = quietWorld("behavioural", {
    ...pausing,
    qualitySd: 0.6,
    optimismBias: 0.8,
    vicariousPrecision: 0.6,
    knowledgeKept: 0.7,
  });

  it("is mixed with what a stranger would expect", () => {
    const world = startWorld(scenario, key());
    world.pairs.belief[3] = -0.5;
    world.pairs.beliefPrecision[3] = 10;
    resumeMatch(world, 3, 0.4);
    expect(world.pairs.belief[3]).toBeCloseTo(0.7 * -0.5 + 0.3 * 0.4, 14);
    expect(world.pairs.beliefPrecision[3]).toBe(7);
  });

  it("leaves a belief without doubt as it is, and one without memory open", () => {
    const world = startWorld({ ...scenario, knowledgeKept: 0 }, key());
    world.pairs.beliefPrecision.set([Number.POSITIVE_INFINITY, 10]);
    resumeMatch(world, 0, 0.4);
    resumeMatch(world, 1, 0.4);
    expect(Array.from(world.pairs.beliefPrecision.slice(0, 2))).toEqual([Number.POSITIVE_INFINITY, 0]);
  });

  it("leaves peers only the rest to teach", () => {
    const world = startWorld(scenario, key());
    advance(world, 6);
    const gains = () => {
      const observation = observePeers(world);
      const tables = indexTables(world, observation, world.year + 1, true);
      return decisionIndex(world, observation, tables, everyFirm(world)).gain;
    };
    const paused = world.ties?.paused.slice() ?? [];
    const knowing = gains();
    world.ties?.paused.fill(0);
    const strangers = gains();
    let compared = 0;
    knowing.forEach((gain, pair) => {
      expect(gain).toBeCloseTo((paused[pair] === 1 ? 0.3 : 1) * strangers[pair], 14);
      compared += Number(paused[pair] === 1 && gain !== 0);
    });
    expect(compared).toBeGreaterThan(20);
  });
});

it("firms with old ties are asked although they have not been abroad for long", () => {
  const scenario = quietWorld("dynamicProbit", { ...pausing, base: -2.5, tieDecay: 0, tieFloor: 0 });
  const seen = simulate(scenario, key(), { recordTruth: true });
  const unseen = simulate(scenario, key(), { recordTruth: false });
  expect(panelOf(unseen)).toEqual(panelOf(seen));
});

describe("a firm that closes", () => {
  it("has no tie left", () => {
    const world = startWorld(
      quietWorld("behavioural", { ...pausing, tieFloor: 0, datedShocks: [{ year: 2009, closure: 1 }] }),
      key(),
    );
    advance(world, 5);
    expect(sum(world.ties?.paused ?? [])).toBeGreaterThan(0);
    advance(world, 1);
    expect(sum(world.ties?.paused ?? [])).toBe(0);
    expect(sum(world.ties?.strength ?? [])).toBe(0);
  });
});

it("a world with pauses is the same in one go and in steps", () => {
  const scenario = quietWorld("behavioural", { ...pausing, qualitySd: 0.6 });
  const world = startWorld(scenario, key());
  advance(world, 4);
  const copy = structuredClone(world);
  advance(copy, yearsOf(scenario) - 4);
  expect(fingerprint(simulate(scenario, key()))).toBe(fingerprint(simulate(scenario, key())));
  const whole = startWorld(scenario, key());
  advance(whole, yearsOf(scenario));
  expect(copy.ties).toEqual(whole.ties);
});
