import { describe, expect, it } from "vitest";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import type { FitTest } from "../../../estimators/fit.ts";
import { diagnosticsCases, expectClose } from "./diagnosticsReference.ts";
import { codes, dataOf, estimates } from "./plainDurations.ts";
import { rowsAt } from "./randomDurations.ts";

describe("fitCox equals coxph with case weights, offset, robust variance and clusters", () => {
  it.each(diagnosticsCases)("on $title", ({ data, expected }) => {
    const fit = fitCox(data, { ties: expected.ties, robust: true });
    expect(fit.converged).toBe(true);
    expect(fit.terms.map((term) => term.term)).toEqual(expected.terms);
    estimates(fit).forEach((estimate, j) => {
      expect(Math.abs(estimate / expected.estimate[j] - 1)).toBeLessThan(1e-8);
    });
    fit.terms.forEach((term, j) => {
      expect(Math.abs(term.stdError / expected.stdError[j] - 1)).toBeLessThan(1e-8);
      expect(Math.abs((term.robustStdError ?? 0) / expected.robustStdError[j] - 1)).toBeLessThan(1e-8);
      expect(term.statistic).toBe(term.estimate / (term.robustStdError ?? 0));
    });
    expectClose(fit.covariance, expected.covariance, 1e-8);
    expectClose(fit.robustCovariance ?? [], expected.robustCovariance, 1e-8);
    expect(Math.abs(fit.logLikelihoodNull / expected.logLikelihoodNull - 1)).toBeLessThan(1e-11);
    expect(Math.abs(fit.logLikelihood / expected.logLikelihood - 1)).toBeLessThan(1e-11);
  });

  it.each(diagnosticsCases)("in its global tests on $title", ({ data, expected }) => {
    const { tests } = fitCox(data, { ties: expected.ties, robust: true });
    for (const name of ["likelihoodRatio", "score", "robustScore"] as const) {
      expectTest(tests[name], expected[name]);
    }
    // summary.coxph prints the Wald test's statistic; its p-value is made from it as the others are.
    expect((tests.wald?.statistic ?? 0) / expected.wald.statistic).toBeCloseTo(1, 7);
    expect(tests.wald?.df).toBe(expected.wald.df);
  });
});

function expectTest(found: FitTest | null, expected: FitTest): void {
  if (found === null) throw new Error("the test is missing");
  expect(found.statistic / expected.statistic).toBeCloseTo(1, 7);
  expect(found.df).toBe(expected.df);
  expect(found.pValue / expected.pValue).toBeCloseTo(1, 6);
}

describe("case weights", () => {
  const stop = [2, 3, 5, 5, 7, 8, 9, 11, 12, 13];
  const event = [1, 0, 1, 0, 1, 1, 0, 1, 1, 1];
  const x = [0.3, 1.2, -0.4, 0.8, 0.1, 1.5, -1.1, 0.6, -0.9, 0.2];
  const weights = Float64Array.from([1, 2, 3, 1, 1, 2, 1, 3, 1, 2]);

  it("that are whole numbers stand for repeated rows (Breslow: copies of an event are ties)", () => {
    const data = dataOf(stop, event, { x });
    const weighted = fitCox({ ...data, weights }, { ties: "breslow" });
    const copies = [...weights.keys()].flatMap((row) => Array<number>(weights[row]).fill(row));
    const repeated = fitCox(rowsAt(data, copies), { ties: "breslow" });
    expect(weighted.terms[0].estimate).toBeCloseTo(repeated.terms[0].estimate, 10);
    expect(weighted.terms[0].stdError).toBeCloseTo(repeated.terms[0].stdError, 10);
    expect(weighted.logLikelihood).toBeCloseTo(repeated.logLikelihood, 10);
  });

  it("as clusters of repeated rows have the robust error of the weighted rows", () => {
    const data = dataOf(stop, event, { x });
    const weighted = fitCox({ ...data, weights }, { ties: "breslow", robust: true });
    const copies = [...weights.keys()].flatMap((row) => Array<number>(weights[row]).fill(row));
    const repeated = fitCox(
      { ...rowsAt(data, copies), cluster: Int32Array.from(copies) },
      { ties: "breslow" },
    );
    expect(repeated.robust).toEqual({ type: "HC0", clusters: 10 });
    expect(weighted.robust).toEqual({ type: "HC0", clusters: null });
    expect(weighted.terms[0].robustStdError).toBeCloseTo(repeated.terms[0].robustStdError ?? 0, 10);
  });

  it("that are zero, negative or not finite are refused with the row", () => {
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const given = weights.with(3, bad);
      expect(() => fitCox({ ...dataOf(stop, event, { x }), weights: given })).toThrow(/weights\[3\]/);
    }
  });

  it("are not needed for all rows to be one cluster, which has a name and no robust covariance", () => {
    const fit = fitCox({ ...dataOf(stop, event, { x }), cluster: new Int32Array(stop.length) });
    expect(codes(fit)).toEqual(["one-cluster"]);
    expect(fit.converged).toBe(true);
    expect(fit.tests.robustScore).toBeNull();
    expect(fit.terms[0].robustStdError).toBeNaN();
  });
});

describe("an offset", () => {
  const stop = [2, 3, 5, 5, 7, 8, 9, 11, 12, 13];
  const event = [1, 0, 1, 0, 1, 1, 0, 1, 1, 1];
  const x = [0.3, 1.2, -0.4, 0.8, 0.1, 1.5, -1.1, 0.6, -0.9, 0.2];

  it("that is b times a column takes b from its coefficient, and a constant in it changes nothing", () => {
    const data = dataOf(stop, event, { x });
    const plain = fitCox(data);
    const offset = Float64Array.from(x, (value) => 900 + 0.25 * value);
    const shifted = fitCox({ ...data, offset });
    expect(shifted.terms[0].estimate).toBeCloseTo(plain.terms[0].estimate - 0.25, 9);
    expect(shifted.logLikelihood).toBeCloseTo(plain.logLikelihood, 9);
  });

  it("is the whole model when there are no terms", () => {
    const offset = Float64Array.of(Math.log(2), 0, 0);
    const fit = fitCox({ ...dataOf([1, 2, 3], [1, 1, 0], {}), offset });
    expect(fit.logLikelihood).toBeCloseTo(Math.log(2 / 4) - Math.log(2), 14);
  });
});
