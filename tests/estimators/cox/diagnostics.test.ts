import { describe, expect, it } from "vitest";
import { coxConcordance } from "../../../estimators/cox/concordance.ts";
import { type CoxResidual, coxResiduals } from "../../../estimators/cox/coxResiduals.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { testProportionalHazards } from "../../../estimators/cox/proportionalHazards.ts";
import { schoenfeldResiduals } from "../../../estimators/cox/schoenfeldResiduals.ts";
import { diagnosticsCases, expectClose } from "./diagnosticsReference.ts";
import { dataOf } from "./plainDurations.ts";

describe("as R's survival package on", () => {
  it.each(diagnosticsCases)("$title: residuals by row", ({ data, expected }) => {
    const fit = fitCox(data, { ties: expected.ties });
    expectClose(coxResiduals(data, fit, "martingale"), expected.martingale, 1e-8);
    expectClose(coxResiduals(data, fit, "deviance"), expected.deviance, 1e-6);
    expectClose(coxResiduals(data, fit, "score"), expected.scoreResiduals, 1e-8);
    expectClose(coxResiduals(data, fit, "dfbeta"), expected.dfbeta, 1e-8);
    expectClose(coxResiduals(data, fit, "dfbetas"), expected.dfbetas, 1e-8);
  });

  it.each(diagnosticsCases)("$title: Schoenfeld residuals", ({ data, expected }) => {
    const fit = fitCox(data, { ties: expected.ties });
    const { time, residuals, scaled } = schoenfeldResiduals(data, fit);
    expectClose(time, expected.schoenfeldTimes, 1e-12);
    expectClose(residuals, expected.schoenfeld, 1e-8);
    expectClose(scaled, expected.scaledSchoenfeld, 1e-8);
  });

  it.each(diagnosticsCases)("$title: concordance", ({ data, expected }) => {
    const found = coxConcordance(data, fitCox(data, { ties: expected.ties }));
    for (const name of ["estimate", "stdError", "concordant", "discordant", "tied"] as const) {
      expect(Math.abs(found[name] - expected.concordance[name])).toBeLessThan(
        1e-9 * Math.max(1, expected.concordance[name]),
      );
    }
  });

  for (const transform of ["km", "rank", "identity", "log"] as const) {
    it.each(diagnosticsCases)(`$title: proportional hazards by ${transform}`, ({ data, expected }) => {
      const tests = testProportionalHazards(data, fitCox(data, { ties: expected.ties }), transform);
      const reference = expected.proportionalHazards[transform];
      expect(tests.map((test) => test.term)).toEqual(reference.terms);
      tests.forEach((test, at) => {
        expect(test.df).toBe(reference.df[at]);
        expect(test.statistic / reference.statistic[at]).toBeCloseTo(1, 6);
        expect(test.pValue / reference.pValue[at]).toBeCloseTo(1, 6);
      });
    });
  }
});

describe("residuals", () => {
  const stop = [1, 1, 6, 6, 8, 9];
  const event = [1, 0, 1, 1, 0, 1];
  const data = dataOf(stop, event, { x: [1, 1, 1, 0, 0, 0] });

  it("of the six rows of Therneau and Grambsch are those of their appendix E.1 at zero", () => {
    const atZero = fitCox(dataOf(stop, event, {}), { ties: "breslow" });
    const found = coxResiduals(dataOf(stop, event, {}), atZero, "martingale");
    expectClose(found, [5 / 6, -1 / 6, 1 / 3, 1 / 3, -2 / 3, -2 / 3], 1e-12);
  });

  it("sum to zero at the estimates, and dfbetas square to the robust variance", () => {
    const weighted = { ...data, weights: Float64Array.of(1, 2, 0.5, 3, 1, 2) };
    const fit = fitCox(data, { robust: true });
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(coxResiduals(data, fit, "martingale"))).toBeCloseTo(0, 10);
    expect(sum(coxResiduals(data, fit, "score"))).toBeCloseTo(0, 10);
    expect(sum(schoenfeldResiduals(data, fit).residuals)).toBeCloseTo(0, 10);
    const squares = sum(coxResiduals(data, fit, "dfbeta").map((value) => value * value));
    expect(Math.sqrt(squares)).toBeCloseTo(fit.terms[0].robustStdError ?? 0, 12);
    const ofWeighted = fitCox(weighted, { robust: true });
    const dfbetas = coxResiduals(weighted, ofWeighted, "dfbetas");
    const [{ stdError, robustStdError = 0 }] = ofWeighted.terms;
    expect(Math.sqrt(sum(dfbetas.map((value) => value * value)))).toBeCloseTo(robustStdError / stdError, 12);
  });

  it("and tests of a fit whose estimates are infinite, or with exact ties, are refused", () => {
    const monotone = dataOf([1, 2, 3, 4], [1, 1, 0, 0], { x: [1, 1, 0, 0] });
    expect(() => testProportionalHazards(monotone, fitCox(monotone))).toThrow(/finite estimates/);
    const other = "deviances" as CoxResidual;
    expect(() => coxResiduals(data, fitCox(data), other)).toThrow(/kind.*"deviances".*"dfbeta"/);
    expect(() => coxConcordance(data, fitCox(data, { ties: "exact" }))).toThrow(/fit\.ties/);
    expect(() => coxConcordance(monotone, fitCox(data))).toThrow(/4 rows/);
  });
});
