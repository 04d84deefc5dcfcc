import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LINKS } from "../../../estimators/binary/links/links.ts";
import { linkDifferences } from "../../../estimators/randomEffects/groupDifferences.ts";
import { probitDifferences } from "../../../estimators/randomEffects/probitDifferences.ts";

const nodes = 12;

/** Moments and weights of the rows, by both. */
function bothWays(index: readonly number[], outcome: readonly number[], sigma: number, step: number) {
  const outcomes = {
    link: LINKS.probit,
    index: Float64Array.from(index),
    signs: Float64Array.from(outcome, (y) => 2 * y - 1),
    weights: null,
  };
  return [linkDifferences, probitDifferences].map((differencesBy) => {
    const differences = differencesBy(outcomes, index.length, nodes, sigma, step);
    differences.find(0, index.length);
    return [...differences.moments, ...differences.rowWeight];
  });
}

function expectTheSame([general, ofProbit]: readonly number[][]) {
  // Moments are differences of sums over nodes; their size is that of the sums.
  const size = general.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-3);
  general.forEach((value, i) => {
    expect(Math.abs(ofProbit[i] - value)).toBeLessThan(1e-10 * size);
  });
}

describe("the probit's differences of a group are those of the general link", () => {
  it("for groups as they come", () => {
    const row = fc.tuple(fc.double({ min: -6, max: 6, noNaN: true }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0.05, max: 2, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (rows, sigma, step) => {
          const index = rows.map(([eta]) => eta);
          const outcome = rows.map(([, y]) => y);
          expectTheSame(bothWays(index, outcome, sigma, step));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("for a group of 3,000 rows, whose likelihood is smaller than any number", () => {
    const index = Array.from({ length: 3000 }, (_, t) => (t % 7) / 10 - 0.3);
    const outcome = index.map((_, t) => (t % 3 === 0 ? 1 : 0));
    expectTheSame(bothWays(index, outcome, 0.8, 0.1));
  });

  it("where an infinite estimate decides some outcomes", () => {
    const [general, ofProbit] = bothWays([Number.NEGATIVE_INFINITY, 0.3, -0.4], [0, 1, 0], 0.5, 0.2);
    expect(ofProbit.every(Number.isFinite)).toBe(true);
    expectTheSame([general, ofProbit]);
  });

  it("for outcomes that are next to impossible", () => {
    const [general, ofProbit] = bothWays([-45, 38, 1e9, -1e9], [1, 0, 1, 0], 0.5, 0.2);
    expect(ofProbit.every(Number.isFinite)).toBe(true);
    expectTheSame([general, ofProbit]);
  });
});
