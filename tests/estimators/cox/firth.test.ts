import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareCox } from "../../../estimators/cox/coxProblem.ts";
import { firthLikelihood } from "../../../estimators/cox/firthLikelihood.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { partialLikelihood } from "../../../estimators/cox/partialLikelihood.ts";
import { coxSurvival } from "../../../estimators/cox/survivalCurve.ts";
import { expectClose } from "./diagnosticsReference.ts";
import { codes, dataOf, estimates } from "./plainDurations.ts";
import { durations } from "./randomDurations.ts";

/** What `tests/reference/cox/firth.R` wrote. */
interface FirthReference {
  readonly columns: Readonly<Record<string, number[]>>;
  readonly fits: readonly {
    readonly ties: "efron" | "breslow";
    readonly estimate: number[];
    readonly covariance: number[];
    readonly logLikelihood: number;
    readonly logLikelihoodNull: number;
  }[];
}

describe("Firth's penalty", () => {
  for (const name of ["ovarian", "monotone"]) {
    const url = new URL(`../../reference/cox/firth-${name}.json`, import.meta.url);
    const reference: FirthReference = JSON.parse(readFileSync(url, "utf8"));
    const { time, event, ...covariates } = reference.columns;
    for (const expected of reference.fits) {
      it(`gives the maximum found by brute force in R on ${name} with ${expected.ties} ties`, () => {
        const fit = fitCox(dataOf(time, event, covariates), { ties: expected.ties, penalty: "firth" });
        expect(fit.converged).toBe(true);
        expect(fit.penalty).toBe("firth");
        estimates(fit).forEach((estimate, j) => {
          expect(Math.abs(estimate / expected.estimate[j] - 1)).toBeLessThan(1e-7);
        });
        expectClose(fit.covariance, expected.covariance, 1e-7);
        expect(Math.abs(fit.logLikelihood / expected.logLikelihood - 1)).toBeLessThan(1e-11);
        expect(Math.abs(fit.logLikelihoodNull / expected.logLikelihoodNull - 1)).toBeLessThan(1e-11);
        const gain = 2 * (expected.logLikelihood - expected.logLikelihoodNull);
        expect(fit.tests.likelihoodRatio?.statistic).toBeCloseTo(gain, 9);
      });
    }
  }

  it("makes a monotone likelihood's estimate finite: log 3n₀/n₁ for one event among n₁ of n", () => {
    // p = n₁ r / (n₁ r + n₀); log p + ½ log p (1 − p) is largest at p = 3/4.
    const treated = [1, 1, 0, 0, 0, 0, 0];
    const data = dataOf([1, 2, 2, 2, 2, 2, 2], [1, 0, 0, 0, 0, 0, 0], { treated });
    expect(codes(fitCox(data))).toEqual(["monotone-likelihood"]);
    const fit = fitCox(data, { penalty: "firth" });
    expect(fit.warnings).toEqual([]);
    expect(fit.terms[0].estimate).toBeCloseTo(Math.log((3 * 5) / 2), 8);
    expect(fit.covariance[0]).toBeCloseTo(1 / (0.75 * 0.25), 7);
    expect(fit.logLikelihood).toBeCloseTo(Math.log(0.75 / 2) + Math.log(0.75 * 0.25) / 2, 10);
    expect(coxSurvival(data, fit, { covariates: [1] }).survival[0]).toBeLessThan(1);
  });

  for (const ties of ["efron", "breslow"] as const) {
    it(`has the score that differences of its value give, with weights and strata (${ties})`, () => {
      fc.assert(
        fc.property(durations, (data) => {
          const weights = data.stop.map((time, row) => 0.5 + ((time + row) % 4) / 2);
          const problem = prepareCox({ ...data, weights });
          const plain = partialLikelihood(problem.riskSets, problem.design, data.event, ties);
          const evaluate = firthLikelihood(problem, plain, ties, [0, 1]);
          const at = Float64Array.of(0.4, -0.7, 0, 0);
          const { score, logLikelihood } = evaluate(at);
          fc.pre(Number.isFinite(logLikelihood));
          const h = 1e-4;
          for (const j of [0, 1]) {
            const above = evaluate(at.with(j, at[j] + h)).logLikelihood;
            const below = evaluate(at.with(j, at[j] - h)).logLikelihood;
            expect((above - below) / (2 * h)).toBeCloseTo(score[j], 5);
          }
        }),
        { numRuns: 30 },
      );
    });
  }

  it("does not go with a robust covariance or exact ties", () => {
    const data = dataOf([1, 2, 3], [1, 1, 0], { x: [0, 1, 0] });
    expect(() => fitCox(data, { penalty: "firth", robust: true })).toThrow(/robust/);
    expect(() => fitCox(data, { penalty: "firth", ties: "exact" })).toThrow(/penalty/);
  });
});
