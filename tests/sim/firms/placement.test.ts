import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareOf } from "../../../sim/firms/placement.ts";

/** Shares that add up to 1 but for rounding. */
const someShares = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 300 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return Float64Array.from(weights, (weight) => weight / total);
  });

describe("a share", () => {
  it("is found where the cumulative sum first exceeds the draw, as by adding up from the first", () => {
    fc.assert(
      fc.property(someShares, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (shares, step) => {
        const uniform = (step + 0.5) / 2 ** 32;
        let sum = 0;
        const expected = shares.findIndex((share) => {
          sum += share;
          return uniform < sum;
        });
        expect(shareOf(shares)(uniform)).toBe(expected < 0 ? shares.length - 1 : expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("is the last one for a draw that rounding leaves above every sum", () => {
    expect(shareOf(Float64Array.of(0.5, 0.4))(0.95)).toBe(1);
  });
});
