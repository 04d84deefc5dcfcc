import { describe, expect, it } from "vitest";
import { testCoxTerms, testNestedCox } from "../../../estimators/cox/coxTests.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { codes, dataOf } from "./plainDurations.ts";

const stop = [2, 3, 5, 6, 7, 8, 9, 11, 12, 13];
const event = [1, 0, 1, 1, 1, 1, 0, 1, 1, 1];
const x = [0.3, 1.2, -0.4, 0.8, 0.1, 1.5, -1.1, 0.6, -0.9, 0.2];
const z = [1, 0, 0, 1, 1, 0, 1, 1, 0, 0];

describe("tests of a Cox fit", () => {
  it("against the model of no terms are its global ones", () => {
    const fit = fitCox(dataOf(stop, event, { x, z }));
    const null_ = fitCox(dataOf(stop, event, {}));
    expect(testNestedCox(null_, fit)).toEqual(fit.tests.likelihoodRatio);
    expect(testCoxTerms(fit, ["x", "z"])).toEqual(fit.tests.wald);
    expect(fit.tests.robustScore).toBeNull();
  });

  it("of one term by Wald is its squared z statistic, with its p-value", () => {
    for (const robust of [false, true]) {
      const fit = fitCox(dataOf(stop, event, { x, z }), { robust });
      const test = testCoxTerms(fit, ["z"]);
      expect(test.statistic).toBeCloseTo(fit.terms[1].statistic ** 2, 10);
      expect(test.pValue).toBeCloseTo(fit.terms[1].pValue, 10);
      expect(test.df).toBe(1);
    }
  });

  it("by score for one group variable is the log-rank test", () => {
    let difference = 0;
    let variance = 0;
    for (let at = 0; at < stop.length; at++) {
      if (event[at] === 0) continue;
      const share = z.slice(at).reduce((sum, value) => sum + value, 0) / (stop.length - at);
      difference += z[at] - share;
      variance += share * (1 - share);
    }
    const fit = fitCox(dataOf(stop, event, { z }));
    expect(fit.tests.score.statistic).toBeCloseTo(difference ** 2 / variance, 10);
  });

  it("count a term that was left out in no degree of freedom", () => {
    const fit = fitCox(dataOf(stop, event, { x, twice: x.map((value) => 2 * value) }));
    expect(codes(fit)).toEqual(["collinear"]);
    expect(fit.tests.likelihoodRatio.df).toBe(1);
    expect(fit.tests).toEqual(fitCox(dataOf(stop, event, { x })).tests);
  });

  it("of models that are not nested are refused", () => {
    const of = (covariates: Record<string, number[]>) => fitCox(dataOf(stop, event, covariates));
    expect(() => testNestedCox(of({ x }), of({ z }))).toThrow(/no x/);
    expect(() => testNestedCox(of({ x }), of({ x }))).toThrow(/larger\.terms/);
    const fewer = fitCox(dataOf(stop.slice(1), event.slice(1), { x: x.slice(1), z: z.slice(1) }));
    expect(() => testNestedCox(of({ x }), fewer)).toThrow(/larger\.observations/);
    expect(() => testCoxTerms(of({ x }), ["y"])).toThrow(/found y/);
  });
});
