import { describe, expect, it } from "vitest";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { coxDataOf, readReference } from "./referenceFits.ts";

const cases = [
  { name: "lung", stop: "time", terms: ["age", "sex", "ecog", "karno", "weightLoss"] },
  { name: "lungStrata", stop: "time", terms: ["age", "sex", "ecog"], strata: "inst" },
  { name: "lungQuarters", stop: "quarter", terms: ["age", "sex", "ecog", "karno"] },
  { name: "heart", start: "start", stop: "stop", terms: ["age", "year", "surgery", "transplant"] },
  { name: "heartAge", start: "start", stop: "stop", terms: ["surgery", "transplant"] },
  {
    name: "cgd",
    start: "start",
    stop: "stop",
    terms: ["treat", "age", "steroids", "factor(centre)"],
    strata: "enum",
  },
  { name: "veteran", stop: "time", terms: ["karno", "age", "factor(trt)", "factor(celltype)"] },
  { name: "exactQuarters", stop: "quarter", terms: ["age", "sex", "ecog", "karno"] },
  { name: "exactDays", stop: "time", terms: ["karno", "age", "factor(trt)", "factor(celltype)"] },
];

describe("fitCox equals coxph of R's survival package", () => {
  for (const roles of cases) {
    const reference = readReference(roles.name);
    for (const expected of reference.fits) {
      it(`on ${roles.name} with ${expected.ties} ties: ${reference.call}`, () => {
        const fit = fitCox(coxDataOf(reference, roles), { ties: expected.ties });
        expect(fit.converged).toBe(true);
        expect(fit.observations).toBe(expected.observations);
        expect(fit.events).toBe(expected.events);
        expect(fit.terms.map((term) => term.term)).toEqual(expected.terms);
        expectClose(
          fit.terms.map((term) => term.estimate),
          expected.estimate,
          1e-9,
        );
        expectClose(
          fit.terms.map((term) => term.stdError),
          expected.stdError,
          1e-9,
        );
        expectClose([...fit.covariance], expected.covariance, 1e-8);
        expectClose(
          [fit.logLikelihoodNull, fit.logLikelihood],
          [expected.logLikelihoodNull, expected.logLikelihood],
          1e-12,
        );
      });
    }
  }
});

function expectClose(found: readonly number[], expected: readonly number[], relative: number): void {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, index) => {
    expect(Math.abs(found[index] - value) / Math.abs(value)).toBeLessThan(relative);
  });
}
