import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../numerics/normal.ts";
import { fillWithDraws, stream } from "../../../sim/random/streams.ts";
import { isPositive, negativeFrom } from "../../../sim/random/threshold.ts";
import { key } from "../worlds.ts";

/** Draws are the middles of 2³² equal steps. */
const steps = 2 ** 32;
const draw = (step: number) => (step + 0.5) / steps;
const lastStep = steps - 1;

const anyDraw = fc.integer({ min: 0, max: lastStep }).map(draw);
const anyIndex = fc.oneof(
  fc.double({ min: -12, max: 12, noNaN: true }),
  fc.integer({ min: -800, max: 800 }).map((at) => at / 64),
  fc.constantFrom(
    0,
    -0,
    8,
    -8,
    1e300,
    -1e300,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
  ),
);

describe("isPositive", () => {
  it("is the comparison of the draw with Φ(index)", () => {
    fc.assert(
      fc.property(anyIndex, anyDraw, (index, uniform) => {
        expect(isPositive(index, uniform)).toBe(uniform < normalCdf(index));
      }),
      { numRuns: 2000 },
    );
  });

  it("is so for the draws nearest to Φ(index), on both sides", () => {
    fc.assert(
      fc.property(anyIndex, fc.integer({ min: -2, max: 2 }), (index, away) => {
        const nearest = Math.floor(normalCdf(index) * steps) + away;
        const uniform = draw(Math.min(lastStep, Math.max(0, Number.isNaN(nearest) ? 0 : nearest)));
        expect(isPositive(index, uniform)).toBe(uniform < normalCdf(index));
      }),
      { numRuns: 2000 },
    );
  });

  it("cannot go wrong at an edge of its table: no draw lies within rounding of Φ there", () => {
    // Rounding of index + 8 may take the bracket beside the right one, which matters only for a draw this near.
    for (let at = -8 * 64; at <= 8 * 64; at++) {
      const probability = normalCdf(at / 64);
      const nearest = draw(Math.min(lastStep, Math.max(0, Math.floor(probability * steps))));
      expect(Math.abs(nearest - probability)).toBeGreaterThan(8 * Number.EPSILON * probability);
    }
  });

  it("turns from no to yes once as the index rises", () => {
    fc.assert(
      fc.property(
        anyDraw,
        fc.array(
          anyIndex.filter((x) => !Number.isNaN(x)),
          { minLength: 2 },
        ),
        (uniform, some) => {
          const answers = [...some].sort((a, b) => a - b).map((index) => Number(isPositive(index, uniform)));
          expect(answers).toEqual([...answers].sort((a, b) => a - b));
        },
      ),
    );
  });
});

describe("negativeFrom", () => {
  it("is a draw from which the answer is no, for the index itself and any below it", () => {
    fc.assert(
      fc.property(anyIndex, anyIndex, anyDraw, (one, other, uniform) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        if (uniform >= negativeFrom(high)) expect(isPositive(low, uniform)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it("is at most 1/64 of the index away from the probability", () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 7.9, noNaN: true }), (index) => {
        expect(negativeFrom(index)).toBeGreaterThan(normalCdf(index));
        expect(negativeFrom(index)).toBeLessThanOrEqual(normalCdf(index + 1 / 64));
      }),
    );
  });
});

describe("a stream", () => {
  it("gives the same draws for the same name and others for another purpose, year or replication", () => {
    const first = (next: () => number) => Array.from({ length: 5 }, next);
    const draws = first(stream(key(), "decision", 2007));
    expect(first(stream(key(), "decision", 2007))).toEqual(draws);
    const others = [
      stream(key(), "signal", 2007),
      stream(key(), "decision", 2008),
      stream(key(1), "decision", 2007),
      stream({ ...key(), seed: "testsworld", condition: "" }, "decision", 2007),
    ];
    for (const other of others) expect(first(other)).not.toEqual(draws);
  });

  it("gives the same draws one at a time and all at once", () => {
    // Long enough for the carry to lift many a fraction to 1.
    const draws = new Float64Array(100_000);
    fillWithDraws(draws, key(), "decision", 2007);
    const next = stream(key(), "decision", 2007);
    expect(draws.findIndex((draw) => draw !== next())).toBe(-1);
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(300), (seed, replication, count) => {
        const some = new Float64Array(count);
        const runKey = { seed, condition: "any", replication };
        fillWithDraws(some, runKey, "match");
        expect(Array.from(some)).toEqual(Array.from({ length: count }, stream(runKey, "match")));
      }),
    );
  });

  it("draws the middles of 2³² steps, never 0 or 1, evenly", () => {
    const next = stream(key(), "decision", 2007);
    const count = 20_000;
    let total = 0;
    for (let at = 0; at < count; at++) {
      const uniform = next();
      expect((uniform * steps) % 1).toBe(0.5);
      total += uniform;
    }
    // Four standard errors of the mean of uniforms.
    expect(Math.abs(total / count - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / count));
  });
});
