import { describe, expect, it } from "vitest";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { coxBaseline, coxSurvival } from "../../../estimators/cox/survivalCurve.ts";
import { diagnosticsCases, expectClose } from "./diagnosticsReference.ts";
import { dataOf } from "./plainDurations.ts";

describe("survival curves equal survfit.coxph", () => {
  it.each(diagnosticsCases)("on $title", ({ data, expected }) => {
    const fit = fitCox(data, { ties: expected.ties, robust: true });
    for (const reference of expected.curves) {
      const { covariates, row } = reference;
      const who = {
        covariates,
        ...(data.strata ? { stratum: data.strata[row] } : {}),
        ...(data.offset ? { offset: data.offset[row] } : {}),
      };
      const curve = coxSurvival(data, fit, who);
      expectClose(curve.time, reference.time, 1e-12);
      expectClose(curve.survival, reference.survival, 1e-9);
      expectClose(curve.cumulativeHazard, reference.cumulativeHazard, 1e-9);
      expectClose(curve.stdError, reference.stdError, 1e-8);
      for (const [limits, theirs] of [
        ["log", reference.log],
        ["log-log", reference.loglog],
        ["plain", reference.plain],
      ] as const) {
        const { confLow, confHigh } = coxSurvival(data, fit, { ...who, limits });
        expectClose(confLow, theirs.low, 1e-8);
        expectClose(confHigh, theirs.high, 1e-8);
      }
    }
  });
});

describe("a survival curve", () => {
  const data = dataOf([1, 1, 6, 6, 8, 9], [1, 0, 1, 1, 0, 1], { x: [1, 1, 1, 0, 0, 0] });

  it("without covariates is the Nelson-Aalen estimate, with its variance", () => {
    const none = dataOf([1, 1, 6, 6, 8, 9], [1, 0, 1, 1, 0, 1], {});
    const curve = coxBaseline(none, fitCox(none, { ties: "breslow" }));
    expectClose(curve.time, [1, 6, 9], 1e-15);
    expect([...curve.atRisk]).toEqual([6, 4, 1]);
    expect([...curve.events]).toEqual([1, 2, 1]);
    expectClose(curve.cumulativeHazard, [1 / 6, 1 / 6 + 2 / 4, 1 / 6 + 2 / 4 + 1], 1e-14);
    const variances = [1 / 36, 1 / 36 + 2 / 16, 1 / 36 + 2 / 16 + 1];
    expectClose(curve.stdError, variances.map(Math.sqrt), 1e-14);
  });

  it("is the baseline to the power of the hazard ratio", () => {
    const fit = fitCox(data);
    const baseline = coxBaseline(data, fit);
    const curve = coxSurvival(data, fit, { covariates: [2] });
    const ratio = Math.exp(2 * fit.terms[0].estimate);
    expectClose(
      curve.survival,
      [...baseline.survival].map((value) => value ** ratio),
      1e-12,
    );
  });

  it("has wider limits at a higher confidence level, within 0 and 1", () => {
    const fit = fitCox(data);
    for (const limits of ["plain", "log", "log-log"] as const) {
      const usual = coxSurvival(data, fit, { covariates: [0], limits });
      const wide = coxSurvival(data, fit, { covariates: [0], limits, confidenceLevel: 0.99 });
      usual.survival.forEach((value, at) => {
        expect(wide.confLow[at]).toBeLessThanOrEqual(usual.confLow[at]);
        expect(usual.confLow[at]).toBeLessThan(value);
        expect(usual.confHigh[at]).toBeGreaterThan(value);
        expect(wide.confHigh[at]).toBeLessThanOrEqual(1);
        expect(wide.confLow[at]).toBeGreaterThanOrEqual(0);
      });
    }
  });

  it("is refused for covariates that do not fit the terms, and for a stratum that does not occur", () => {
    const fit = fitCox(data);
    expect(() => coxSurvival(data, fit, { covariates: [1, 2] })).toThrow(/covariates/);
    expect(() => coxSurvival(data, fit, { covariates: [1], stratum: 3 })).toThrow(/stratum/);
  });
});
