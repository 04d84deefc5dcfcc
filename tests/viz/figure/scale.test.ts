import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tickWriter } from "../../../viz/figure/numbers.ts";
import { axisTicks } from "../../../viz/figure/scale.ts";

describe("ticks", () => {
  it("lie within the range, are told apart in writing, and are not many more than asked for", () => {
    const ends = fc.double({ min: -1e5, max: 1e5, noNaN: true });
    const width = fc.double({ min: 1e-4, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(ends, width, fc.integer({ min: 2, max: 11 }), (min, span, most) => {
        const { values, step } = axisTicks({ min, max: min + span }, most, "number");
        expect(values.length).toBeLessThanOrEqual(most);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(min - step * 1e-6);
          expect(value).toBeLessThanOrEqual(min + span + step * 1e-6);
        }
        const write = tickWriter("en", "number", step);
        expect(new Set(values.map(write)).size).toBe(values.length);
      }),
    );
  });

  it("are as many as fit: a narrow axis from 125 to 8,375 has four of five, not one", () => {
    expect(axisTicks({ min: 125, max: 8375 }, 5, "count").values).toEqual([2000, 4000, 6000, 8000]);
  });

  it("are whole for years and counts", () => {
    expect(axisTicks({ min: 1995, max: 1997 }, 9, "year").values).toEqual([1995, 1996, 1997]);
    expect(axisTicks({ min: 0, max: 2 }, 9, "count").values).toEqual([0, 1, 2]);
  });

  it("are written with the digits that their distance needs, in the language", () => {
    expect(axisTicks({ min: 0, max: 0.2 }, 5, "number").values.map(tickWriter("it", "number", 0.05))).toEqual(
      ["0,00", "0,05", "0,10", "0,15", "0,20"],
    );
    expect([0, 0.1].map(tickWriter("en", "percent", 0.1))).toEqual(["0%", "10%"]);
  });
});
