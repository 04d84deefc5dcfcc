import { describe, expect, it } from "vitest";
import { advance, startWorld } from "../../../sim/index.ts";
import { key, type Parameters, quietWorld, sum } from "../worlds.ts";

const mean = (values: readonly number[]) => sum(values) / values.length;
const variance = (values: readonly number[]) =>
  mean(values.map((value) => value * value)) - mean(values) ** 2;

/** Four standard errors of mean and variance of normal draws. */
function expectNormal(values: readonly number[], centre: number, sd: number): void {
  expect(Math.abs(mean(values) - centre)).toBeLessThan((4 * sd) / Math.sqrt(values.length));
  expect(Math.abs(variance(values) / sd ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / values.length));
}

const world = (set: Parameters) => startWorld(quietWorld("dynamicProbit", set), key());

describe("effects that the statistician does not see", () => {
  it("have the spread the scenario gives them", () => {
    expectNormal(Array.from(world({ firms: 1000, firmEffectSd: 0.7 }).firmEffect), 0, 0.7);
    expectNormal(Array.from(world({ firms: 500, pairEffectSd: 0.5 }).pairs.pairEffect), 0, 0.5);
    expectNormal(Array.from(world({ provinceDestinationFitSd: 0.3 }).fit), 0, 0.3);
  });

  it("are shared by all firms of a province where firms sort", () => {
    const { firms, firmEffect } = world({ firms: 1000, sortingSd: 0.4, provinceSizes: "equal" });
    const ofProvince = new Map<number, number>();
    firmEffect.forEach((effect, firm) => {
      const known = ofProvince.get(firms.province[firm]) ?? effect;
      expect(effect).toBe(known);
      ofProvince.set(firms.province[firm], effect);
    });
    expect(ofProvince.size).toBeGreaterThan(100);
    expectNormal([...ofProvince.values()], 0, 0.4);
  });
});

describe("the pair effect after the first recorded year", () => {
  const set = { firms: 1000, base: -0.5, pairEffectSd: 0.8, initialEffect: 0.6, warmUpYears: 2 };

  it("is initialEffect for pairs active in that year plus noise that knows nothing of the past", () => {
    const now = world(set);
    const before = now.pairs.pairEffect.slice();
    advance(now, 2);
    expect(now.year).toBe(2006);
    const { pairEffect, initial, active } = now.pairs;
    expect(initial).toEqual(active);
    const noise = Array.from(pairEffect, (effect, pair) => effect - 0.6 * initial[pair]);
    for (const state of [0, 1]) {
      expectNormal(
        noise.filter((_, pair) => initial[pair] === state),
        0,
        0.8,
      );
    }
    const covariance = mean(noise.map((value, pair) => value * before[pair]));
    expect(Math.abs(covariance) / 0.64).toBeLessThan(4 / Math.sqrt(noise.length));
  });

  it("is drawn once: it stays what it is, and so does the initial state", () => {
    const now = world(set);
    advance(now, 2);
    const { pairEffect, initial } = structuredClone(now.pairs);
    advance(now, 3);
    expect(now.pairs.pairEffect).toEqual(pairEffect);
    expect(now.pairs.initial).toEqual(initial);
  });

  it("is not drawn anew by other decision models", () => {
    for (const kind of ["entryExit", "behavioural"] as const) {
      const now = startWorld(quietWorld(kind, set), key());
      const before = now.pairs.pairEffect.slice();
      advance(now, 3);
      expect(now.pairs.pairEffect).toEqual(before);
    }
  });
});
