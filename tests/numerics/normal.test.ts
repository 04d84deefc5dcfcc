import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  inverseMillsRatio,
  logNormalCdf,
  normalCdf,
  normalDensity,
  normalQuantile,
  twoSidedPValue,
} from "../../numerics/normal.ts";

/** Made by tests/reference/probitNormal.py with 50 digits. */
const reference: { normal: [number, number, number, number][]; quantiles: [number, number][] } = JSON.parse(
  readFileSync(new URL("../reference/probitNormal.json", import.meta.url), "utf8"),
);

function relativeError(value: number, truth: number): number {
  return value === truth ? 0 : Math.abs(value - truth) / Math.abs(truth);
}

function worst(errors: number[]): number {
  expect(errors.length).toBeGreaterThan(50);
  expect(errors.some(Number.isNaN)).toBe(false);
  return Math.max(...errors);
}

describe("the standard normal distribution", () => {
  it("has Φ to 1e-15 relative from −37.5 upwards", () => {
    const points = reference.normal.filter(([z]) => z >= -37.5);
    expect(worst(points.map(([z, cdf]) => relativeError(normalCdf(z), cdf)))).toBeLessThan(1e-15);
  });

  it("has Φ within two units of the smallest double where Φ is subnormal", () => {
    const points = reference.normal.filter(([z]) => z < -37.5);
    for (const [z, cdf] of points) {
      expect(Math.abs(normalCdf(z) - cdf)).toBeLessThanOrEqual(Math.max(2 * 2 ** -1074, 1e-13 * cdf));
    }
    expect(normalCdf(-38.4)).toBeGreaterThan(0);
  });

  it("has log Φ to 2e-15 relative, as far down as −1e9 and as far up as log Φ is a normal number", () => {
    const points = reference.normal.filter(([z, , log]) => z < 0 || Math.abs(log) > 1e-300);
    expect(worst(points.map(([z, , log]) => relativeError(logNormalCdf(z), log)))).toBeLessThan(2e-15);
  });

  it("has the inverse Mills ratio to 2e-15 relative, as far down as −1e9", () => {
    const points = reference.normal.filter(([z]) => z <= 37.5);
    expect(worst(points.map(([z, , , mills]) => relativeError(inverseMillsRatio(z), mills)))).toBeLessThan(
      2e-15,
    );
  });

  it("has Φ(0) exactly one half, and limits at the ends", () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(-0)).toBe(0.5);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(logNormalCdf(-Infinity)).toBe(-Infinity);
    expect(Math.abs(logNormalCdf(Infinity))).toBe(0);
    expect(inverseMillsRatio(-1e300)).toBe(1e300);
    expect(inverseMillsRatio(Infinity)).toBe(0);
    expect(inverseMillsRatio(-Infinity)).toBe(Infinity);
  });

  it("answers NaN with NaN", () => {
    for (const f of [
      normalCdf,
      logNormalCdf,
      inverseMillsRatio,
      normalQuantile,
      twoSidedPValue,
      normalDensity,
    ]) {
      expect(f(Number.NaN)).toBeNaN();
    }
  });

  it("has quantiles to 2e-15 relative from 1e-300 upwards", () => {
    expect(worst(reference.quantiles.map(([p, z]) => relativeError(normalQuantile(p), z)))).toBeLessThan(
      2e-15,
    );
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 15);
  });

  it("has infinite quantiles at 0 and 1 and none outside", () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
  });

  it("keeps all digits of a tiny two-sided p-value, and is even", () => {
    const [z, cdf] = reference.normal.find(([point]) => point === -20) ?? [0, 0];
    expect(relativeError(twoSidedPValue(z), 2 * cdf)).toBeLessThan(1e-15);
    expect(twoSidedPValue(-z)).toBe(twoSidedPValue(z));
    expect(twoSidedPValue(0)).toBe(1);
  });
});
