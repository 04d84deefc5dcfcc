import { describe, expect, it } from "vitest";
import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import { twoSidedPValue } from "../../numerics/normal.ts";

describe("the upper tail of χ²", () => {
  // R 4.2.2: print(pchisq(x, df, lower.tail = FALSE), digits = 17)
  it.each([
    [0.3, 1, 0.58388242077036523],
    [3.84, 1, 0.050043521248705224],
    [70, 1, 5.930445850082488e-17],
    [5, 2, 0.0820849986238988],
    [16.25, 6, 0.012473197103098601],
    [0.01, 5, 0.99999946997299571],
    [100, 7, 1.0787979671702883e-18],
    [55, 46, 0.17060232231411754],
    [1500, 45, 5.3515799337042462e-285],
    [20, 101, 1],
  ])("at %d with %d degrees of freedom is that of R", (x, df, tail) => {
    expect(Math.abs(chiSquaredUpperTail(x, df) / tail - 1)).toBeLessThan(1e-13);
  });

  it("with one degree of freedom is the two-sided tail of the normal, with two e^(−x/2)", () => {
    expect(chiSquaredUpperTail(1.7 ** 2, 1)).toBeCloseTo(twoSidedPValue(1.7), 15);
    expect(chiSquaredUpperTail(3, 2)).toBeCloseTo(Math.exp(-1.5), 15);
  });

  it("is 1 at zero and below, and with nothing tested; NaN for NaN", () => {
    expect([chiSquaredUpperTail(0, 3), chiSquaredUpperTail(-1e-12, 1), chiSquaredUpperTail(5, 0)]).toEqual([
      1, 1, 1,
    ]);
    expect(chiSquaredUpperTail(Number.NaN, 2)).toBeNaN();
  });
});
