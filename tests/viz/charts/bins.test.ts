import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binValues } from "../../../viz/charts/bins.ts";

const values = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY) },
  ),
  { maxLength: 60 },
);
const mostBins = fc.integer({ min: 1, max: 50 });

describe("bins", () => {
  it("hold every finite value once and no other", () => {
    fc.assert(
      fc.property(values, mostBins, (drawn, most) => {
        const { counts, binOf } = binValues(drawn, most);
        const finite = drawn.filter(Number.isFinite).length;
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(finite);
        expect(binOf).toHaveLength(drawn.length);
        for (const [at, bin] of binOf.entries()) expect(bin === -1).toBe(!Number.isFinite(drawn[at]));
      }),
    );
  });

  it("contain their values, but for the rounding of an edge", () => {
    fc.assert(
      fc.property(values, mostBins, (drawn, most) => {
        const { start, width, binOf } = binValues(drawn, most);
        for (const [at, bin] of binOf.entries()) {
          if (bin < 0) continue;
          const within = ((drawn[at] ?? Number.NaN) - start) / width - bin;
          expect(within).toBeGreaterThanOrEqual(-1e-6);
          expect(within).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
    );
  });

  it("are no more than asked for and the two at the ends", () => {
    fc.assert(
      fc.property(values, mostBins, (drawn, most) => {
        expect(binValues(drawn, most).counts.length).toBeLessThanOrEqual(most + 2);
      }),
    );
  });

  it("put equal values into one bin, and nothing into none", () => {
    expect(binValues([0.3, 0.3, 0.3], 30).counts).toEqual([3]);
    expect(binValues([0, 0], 30).counts).toEqual([2]);
    expect(binValues([Number.NaN], 30)).toMatchObject({ counts: [], binOf: [-1] });
  });

  it("have round widths", () => {
    expect(binValues([0, 0.61, 1.99], 10)).toMatchObject({ start: 0, width: 0.2 });
  });
});
