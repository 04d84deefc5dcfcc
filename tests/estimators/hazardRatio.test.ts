import { expect, it } from "vitest";
import { hazardRatio } from "../../estimators/index.ts";

it("the hazard ratio is the exponential of the coefficient and of its limits", () => {
  const found = hazardRatio({ estimate: Math.LN2, confLow: 0, confHigh: 2 * Math.LN2 });
  expect(found.hazardRatio).toBeCloseTo(2, 14);
  expect(found.hazardRatioConfLow).toBe(1);
  expect(found.hazardRatioConfHigh).toBeCloseTo(4, 14);
});

it("an infinite coefficient multiplies the hazard by 0 or without limit; one left out has none", () => {
  const of = (estimate: number) =>
    hazardRatio({ estimate, confLow: Number.NaN, confHigh: Number.NaN }).hazardRatio;
  expect([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN].map(of)).toEqual([
    0,
    Number.POSITIVE_INFINITY,
    Number.NaN,
  ]);
});
