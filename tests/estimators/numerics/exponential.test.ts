import { expect, it } from "vitest";
import { exponential } from "../../../estimators/numerics/exponential.ts";

it("equals Math.exp to 1e-15 relative over the whole range of normal results", () => {
  for (let x = -708; x < 709.7; x += 0.0137) {
    expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
  }
});

it("passes gradually to 0 below and to Infinity above", () => {
  for (let x = -750; x < -708; x += 0.00137) {
    expect(Math.abs(exponential(x) - Math.exp(x))).toBeLessThanOrEqual(Math.max(2 ** -1074, 1e-15 * Math.exp(x)));
  }
  expect(exponential(-1e5)).toBe(0);
  expect(exponential(-Infinity)).toBe(0);
  expect(exponential(710)).toBe(Infinity);
  expect(exponential(0)).toBe(1);
  expect(exponential(Number.NaN)).toBeNaN();
});
