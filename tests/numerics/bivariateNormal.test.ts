import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bivariateNormalCdf, logBivariateNormalCdf } from "../../numerics/bivariateNormal.ts";
import { logNormalCdf, normalCdf } from "../../numerics/normal.ts";

/** See tests/reference/selectionDuration/bivariateNormal.R. */
const truth: Record<"h" | "k" | "rho" | "logCdf", number[]> = JSON.parse(
  readFileSync(new URL("../reference/selectionDuration/bivariateNormal.json", import.meta.url), "utf8"),
);

const limit = fc.double({ min: -9, max: 9, noNaN: true });
const correlation = fc.double({ min: -0.9999, max: 0.9999, noNaN: true });

describe("the bivariate normal distribution function", () => {
  it("has the logarithm of R's quadrature to 1e-12, far into the tails and near ρ = ±1", () => {
    truth.logCdf.forEach((expected, i) => {
      const found = logBivariateNormalCdf(truth.h[i], truth.k[i], truth.rho[i]);
      expect(Math.abs(found - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(1e-12);
    });
    expect(truth.logCdf.length).toBe(432);
  });

  it("at (0, 0) is 1/4 + asin ρ / 2π", () => {
    for (const rho of [-1, -0.95, -0.5, -1e-9, 0, 0.3, 0.8999, 0.9001, 0.999999, 1]) {
      expect(bivariateNormalCdf(0, 0, rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 13);
    }
  });

  it("is the product at ρ = 0, the smaller at ρ = 1, the overlap at ρ = −1", () => {
    expect(logBivariateNormalCdf(-7, 1.3, 0)).toBeCloseTo(logNormalCdf(-7) + logNormalCdf(1.3), 14);
    expect(bivariateNormalCdf(-0.4, 1.3, 1)).toBeCloseTo(normalCdf(-0.4), 15);
    expect(bivariateNormalCdf(0.4, 1.3, -1)).toBeCloseTo(normalCdf(0.4) - normalCdf(-1.3), 15);
    expect(bivariateNormalCdf(-0.4, 0.3, -1)).toBe(0);
  });

  it("keeps its digits at ρ = −1 where both limits are large, or hardly overlap", () => {
    // Φ(9) − Φ(8) = Φ(−8) − Φ(−9), by R: pnorm(-8) - pnorm(-9).
    expect(bivariateNormalCdf(9, -8, -1) / 6.2198319858658314e-16 - 1).toBeCloseTo(0, 12);
    expect(bivariateNormalCdf(-8, 9, -1)).toBe(bivariateNormalCdf(9, -8, -1));
    for (const at of [0, 0.3, -2, 5, -30]) {
      for (const width of [1e-9, 1e-3, 0.2]) {
        // φ is nearly a parabola of so short an interval: Simpson's rule of 256 panels.
        const panels = 256;
        let simpson = 0;
        for (let i = 0; i <= panels; i++) {
          const x = at + (width * i) / panels;
          const weight = i === 0 || i === panels ? 1 : i % 2 === 1 ? 4 : 2;
          simpson += weight * Math.exp(-0.5 * (x - at) * (x + at));
        }
        const logTruth =
          Math.log((simpson * width) / (3 * panels)) - 0.5 * at * at - 0.5 * Math.log(2 * Math.PI);
        const found = logBivariateNormalCdf(at + width, -at, -1);
        const tolerance = (width === 0.2 ? 1e-8 : 1e-11) + 1e-15 / width;
        expect(Math.abs(found - logTruth)).toBeLessThan(tolerance);
      }
    }
  });

  it("knows infinite limits, and NaN where there is no answer", () => {
    expect(bivariateNormalCdf(Infinity, -1, 0.4)).toBeCloseTo(normalCdf(-1), 15);
    expect(bivariateNormalCdf(2, Infinity, -0.4)).toBeCloseTo(normalCdf(2), 15);
    expect(bivariateNormalCdf(-Infinity, 3, 0.4)).toBe(0);
    expect(bivariateNormalCdf(1, 1, 1.1)).toBeNaN();
    expect(bivariateNormalCdf(Number.NaN, 1, 0.1)).toBeNaN();
    expect(bivariateNormalCdf(1, Number.NaN, 0.1)).toBeNaN();
  });

  it("is symmetric in its limits", () => {
    fc.assert(
      fc.property(limit, limit, correlation, (h, k, rho) => {
        const one = logBivariateNormalCdf(h, k, rho);
        const other = logBivariateNormalCdf(k, h, rho);
        expect(Math.abs(one - other)).toBeLessThan(2e-12 * Math.max(1, Math.abs(one)));
      }),
      { numRuns: 500 },
    );
  });

  it("and its complement in one limit add up to the marginal", () => {
    fc.assert(
      fc.property(limit, limit, correlation, (h, k, rho) => {
        const sum = bivariateNormalCdf(h, k, rho) + bivariateNormalCdf(h, -k, -rho);
        expect(Math.abs(sum / normalCdf(h) - 1)).toBeLessThan(2e-12);
      }),
      { numRuns: 500 },
    );
  });
});
