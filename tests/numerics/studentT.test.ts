import { describe, expect, it } from "vitest";
import { exactBinomialInterval } from "../../numerics/binomialInterval.ts";
import { incompleteBeta } from "../../numerics/incompleteBeta.ts";
import { twoSidedPValue } from "../../numerics/normal.ts";
import { studentTwoSidedPValue, studentTwoSidedQuantile } from "../../numerics/studentT.ts";
import { reference } from "../estimators/groupTests/reference.ts";

const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

describe("the regularised incomplete beta function", () => {
  it.each(reference.beta)("at $x with $a and $b is that of R", ({ a, b, x, lower }) => {
    // Far down the tail R's own last digits go.
    if (lower > 1e-280) expect(relative(incompleteBeta(x, a, b), lower)).toBeLessThan(1e-12);
    else expect(incompleteBeta(x, a, b)).toBeLessThan(1e-270);
  });

  it("is x^a for b = 1, and 1 − (1 − x)^b for a = 1", () => {
    expect(relative(incompleteBeta(0.3, 4, 1), 0.3 ** 4)).toBeLessThan(1e-14);
    expect(relative(incompleteBeta(0.3, 1, 4), 1 - 0.7 ** 4)).toBeLessThan(1e-14);
  });

  it("goes from 0 to 1, and is NaN outside its domain", () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    const outside: readonly (readonly [number, number, number])[] = [
      [-0.1, 1, 1],
      [1.1, 1, 1],
      [0.5, 0, 1],
      [0.5, 1, Number.NaN],
    ];
    for (const [x, a, b] of outside) expect(incompleteBeta(x, a, b)).toBeNaN();
  });
});

describe("Student's t", () => {
  it.each(reference.student)("has R's two-sided tail at $t with $df degrees of freedom", ({ t, df, p }) => {
    expect(relative(studentTwoSidedPValue(t, df), p)).toBeLessThan(1e-12);
    expect(studentTwoSidedPValue(-t, df)).toBe(studentTwoSidedPValue(t, df));
  });

  it.each(reference.quantile)("has R's quantile at $p with $df", ({ p, df, t }) => {
    expect(relative(studentTwoSidedQuantile(p, df), t)).toBeLessThan(1e-11);
  });

  it("is the normal in the limit, and Cauchy with one degree of freedom", () => {
    expect(relative(studentTwoSidedPValue(1.96, 1e9), twoSidedPValue(1.96))).toBeLessThan(1e-8);
    expect(relative(studentTwoSidedPValue(3, 1), 1 - (2 / Math.PI) * Math.atan(3))).toBeLessThan(1e-14);
  });

  it("is 1 at zero, 0 at infinity, NaN for what is no number or has no degrees of freedom", () => {
    expect([studentTwoSidedPValue(0, 5), studentTwoSidedPValue(Infinity, 5)]).toEqual([1, 0]);
    expect([studentTwoSidedPValue(Number.NaN, 5), studentTwoSidedPValue(1, 0)]).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
    expect([studentTwoSidedQuantile(0, 5), studentTwoSidedQuantile(1, 5)]).toEqual([Infinity, 0]);
    expect(studentTwoSidedQuantile(2, 5)).toBeNaN();
  });
});

describe("the exact limits of a binomial share", () => {
  it.each(reference.binomial)("of $count of $total are R's", ({ count, total, level, low, high }) => {
    const found = exactBinomialInterval(count, total, level);
    expect(Math.abs(found.low - low)).toBeLessThan(1e-12);
    expect(Math.abs(found.high - high)).toBeLessThan(1e-12);
  });

  it("are refused for what is no share", () => {
    expect(() => exactBinomialInterval(3, 2)).toThrow("3 of 2");
    expect(() => exactBinomialInterval(1.5, 2)).toThrow("whole numbers");
    expect(() => exactBinomialInterval(1, 2, 95)).toThrow("level 95");
  });
});
