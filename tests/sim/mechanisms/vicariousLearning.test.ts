import { describe, expect, it } from "vitest";
import { log1p } from "../../../numerics/elementary.ts";
import { normalQuantile } from "../../../numerics/normal.ts";
import { advance, simulate, startWorld } from "../../../sim/index.ts";
import { stream } from "../../../sim/random/streams.ts";
import { key, type Parameters, panelOf, quietWorld } from "../worlds.ts";

describe("a firm that is alone and always abroad", () => {
  const set: Parameters = {
    firms: 1,
    base: 5,
    stateDependence: 5,
    qualityMean: [0.3, 0.3, 0.3, 0.3],
    qualitySd: 0.6,
    signalSd: 0.8,
    optimismBias: 0.5,
    vicariousPrecision: 0.25,
    experiencePrecision: 0.5,
  };
  const world = startWorld(quietWorld("behavioural", set), key());
  const { pairs } = world;
  const prior = { mean: 0.3 + 0.5, precision: 1 / 0.36 };

  it("updates its belief by Bayes' rule from two signals, the second one sharper", () => {
    advance(world, 1);
    const first = world.year;
    const quality = 0.3 + 0.6 * normalQuantile(stream(key(), "match", first)());
    expect(pairs.quality[0]).toBeCloseTo(quality, 12);
    const signal = quality + 0.8 * normalQuantile(stream(key(), "signal", first)());
    const precision = prior.precision + 1 / 0.64;
    const belief = (prior.precision * prior.mean + signal / 0.64) / precision;
    expect(pairs.belief[0]).toBeCloseTo(belief, 12);
    expect(pairs.beliefPrecision[0]).toBeCloseTo(precision, 12);

    advance(world, 1);
    const variance = 0.64 / 1.5;
    const second = quality + Math.sqrt(variance) * normalQuantile(stream(key(), "signal", first + 1)());
    expect(pairs.beliefPrecision[0]).toBeCloseTo(precision + 1 / variance, 12);
    expect(pairs.belief[0]).toBeCloseTo(
      (precision * belief + second / variance) / (precision + 1 / variance),
      12,
    );
    expect(pairs.quality[0]).toBeCloseTo(quality, 12);
  });
});

describe("firms that stay abroad for 150 years", () => {
  it("end up believing the truth, within the spread their signals leave", () => {
    const set = {
      firms: 40,
      base: 5,
      stateDependence: 5,
      qualitySd: 0.6,
      signalSd: 0.8,
      optimismBias: 0.5,
      warmUpYears: 150,
    };
    const world = startWorld(quietWorld("behavioural", set), key());
    advance(world, 150);
    const spread = 1 / Math.sqrt(1 / 0.36 + 150 / 0.64);
    const errors = Array.from(
      world.pairs.belief,
      (belief, pair) => (belief - world.pairs.quality[pair]) / spread,
    );
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(4.5);
    const meanSquare = errors.reduce((total, error) => total + error * error, 0) / errors.length;
    // 160 squared standard errors: mean 1, standard deviation √(2/160).
    expect(Math.abs(meanSquare - 1)).toBeLessThan(4 * Math.sqrt(2 / 160));
  });
});

describe("a prior without spread", () => {
  it("learns nothing and stays a number", () => {
    const world = startWorld(quietWorld("behavioural", { firms: 20, base: 5, optimismBias: 0.5 }), key());
    advance(world, 6);
    expect(world.pairs.belief.every((belief) => belief === 0.5)).toBe(true);
  });
});

describe("more peers before entry", () => {
  const learning: Parameters = {
    firms: 300,
    base: -0.6,
    stateDependence: 0.9,
    qualitySd: 0.6,
    keepsDomesticShare: 1,
  };
  const returnsOf = (set: Parameters) => {
    const panel = panelOf(simulate(quietWorld("behavioural", { ...learning, ...set }), key()));
    const spells = Array.from(panel.active, (active, row) => ({
      atRisk: panel.yLag[row] === 1,
      returned: active === 0,
      peers: panel.msePeersSameDestinationBeforeEntry[row],
    })).filter(({ atRisk }) => atRisk);
    const share = (some: typeof spells) => some.filter(({ returned }) => returned).length / some.length;
    return {
      many: share(spells.filter(({ peers }) => peers >= 3)),
      none: share(spells.filter(({ peers }) => peers < 0.5)),
    };
  };

  it("lower the share that returns when peers help to find better suppliers, and only then", () => {
    const without = returnsOf({});
    const withGain = returnsOf({ vicariousQualityGain: 0.5 });
    expect(withGain.many).toBeLessThan(without.many - 0.08);
    expect(Math.abs(withGain.none - without.none)).toBeLessThan(0.04);
    expect(Math.abs(without.many - without.none)).toBeLessThan(0.05);
  });

  it("move more of the production, up to all of it", () => {
    const set = { ...learning, volumeBase: 0.3, volumePeer: 0.6 };
    const world = startWorld(quietWorld("behavioural", set), key());
    advance(world, 8);
    const { volume, msePeersBeforeEntry, active } = world.pairs;
    const moved = Array.from(volume).filter((_, pair) => active[pair] === 1);
    const expected = Array.from(msePeersBeforeEntry, (peers) => Math.min(1, 0.3 + 0.6 * log1p(peers))).filter(
      (_, pair) => active[pair] === 1,
    );
    expect(moved).toHaveLength(expected.length);
    for (let at = 0; at < moved.length; at++) expect(moved[at]).toBeCloseTo(expected[at], 12);
    expect(Math.max(...moved)).toBe(1);
    expect(Math.min(...moved)).toBe(0.3);
  });
});
