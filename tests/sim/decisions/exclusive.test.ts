import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../numerics/normal.ts";
import { bestDestination } from "../../../sim/decisions/exclusive.ts";
import { stream } from "../../../sim/random/streams.ts";
import { busyWorld, key, kinds, watch } from "../worlds.ts";

describe.each(kinds)("an exclusive choice in a %s world", (kind) => {
  const { world, active } = watch(busyWorld(kind, { destinationChoice: "exclusive", base: -0.8 }));

  it("starts at most one destination, and none by a firm that is abroad", () => {
    let starts = 0;
    for (const [year, now] of active) {
      const before = active.get(year - 1) ?? new Uint8Array(now.length);
      for (let pair = 0; pair < now.length; pair += world.destinations) {
        const wasAbroad = before.subarray(pair, pair + world.destinations).some((status) => status === 1);
        let started = 0;
        for (let at = pair; at < pair + world.destinations; at++) started += Number(now[at] > before[at]);
        expect(started).toBeLessThanOrEqual(wasAbroad ? 0 : 1);
        starts += started;
      }
    }
    expect(starts).toBeGreaterThan(50);
  });
});

describe("the best destination", () => {
  const nowhere = Uint8Array.of(0, 0, 0, 0);
  const pick = (index: number[], uniforms: number[], gaining = -1, gain = 0, active = nowhere) =>
    bestDestination(active, Float64Array.from(index), Float64Array.from(uniforms), 0, 4, gaining, gain);

  it("is the one with the highest utility, or none when no utility is positive", () => {
    expect(pick([1, 2, 1, 0], [0.5, 0.5, 0.5, 0.5])).toBe(1);
    expect(pick([-1, -2, -1, -3], [0.5, 0.5, 0.5, 0.5])).toBe(-1);
    // A small draw favours a start: −1 + Φ⁻¹(1 − 0.01) = 1.33.
    expect(pick([-1, -2, -1, -3], [0.5, 0.5, 0.01, 0.5])).toBe(2);
    expect(pick([1, 2, 1, 0], [0.5, 0.5, 0.5, 0.5], 3, 2.5)).toBe(3);
    expect(pick([1, 2, 1, 0], [0.5, 0.5, 0.5, 0.5], -1, 0, Uint8Array.of(0, 0, 1, 0))).toBe(-1);
  });

  it("is one whose own yes–no choice is yes, whatever the draws", () => {
    const numbers = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 4, maxLength: 4 });
    const draws = fc.array(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(numbers, draws, (index, uniforms) => {
        const best = pick(index, uniforms);
        // Within rounding of Φ⁻¹.
        if (best >= 0) expect(uniforms[best]).toBeLessThan(normalCdf(index[best]) + 1e-12);
        for (let at = 0; best < 0 && at < 4; at++) {
          expect(uniforms[at]).toBeGreaterThan(normalCdf(index[at]) - 1e-12);
        }
      }),
    );
  });

  it("is chosen as often as the integral says, with and without one more peer", () => {
    const index = [-0.5, -0.2, -1, -0.7];
    const draw = stream(key(), "decision", 1);
    const count = 20_000;
    let before = 0;
    let after = 0;
    for (let at = 0; at < count; at++) {
      const uniforms = [draw(), draw(), draw(), draw()];
      before += Number(pick(index, uniforms) === 0);
      after += Number(pick(index, uniforms, 0, 0.4) === 0);
    }
    const near = (frequency: number, probability: number) =>
      expect(Math.abs(frequency - probability)).toBeLessThan(
        4 * Math.sqrt((probability * (1 - probability)) / count),
      );
    near(before / count, firstIsBest(-0.5, index.slice(1)));
    near(after / count, firstIsBest(-0.1, index.slice(1)));
  });
});

/** Pr(u₁ > 0 and u₁ > all others), u = index + N(0, 1): ∫₀^∞ φ(u − index₁) Π Φ(u − indexₗ) du by the midpoint rule. */
function firstIsBest(first: number, others: number[]): number {
  const step = 1e-3;
  let total = 0;
  for (let u = step / 2; u < 8; u += step) {
    const density = Math.exp(-((u - first) ** 2) / 2) / Math.sqrt(2 * Math.PI);
    total += density * others.reduce((product, other) => product * normalCdf(u - other), 1) * step;
  }
  return total;
}
