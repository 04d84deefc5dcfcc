import { describe, expect, it } from "vitest";
import { testCoxTerms } from "../../../estimators/cox/coxTests.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { testNested } from "../../../estimators/modelTests.ts";
import { codes, dataOf } from "./plainDurations.ts";

const stop = [2, 3, 5, 6, 7, 8, 9, 11, 12, 13];
const event = [1, 0, 1, 1, 1, 1, 0, 1, 1, 1];
const x = [0.3, 1.2, -0.4, 0.8, 0.1, 1.5, -1.1, 0.6, -0.9, 0.2];
const z = [1, 0, 0, 1, 1, 0, 1, 1, 0, 0];

describe("tests of a Cox fit", () => {
  it("against the model of no terms are its global ones", () => {
    const fit = fitCox(dataOf(stop, event, { x, z }));
    const null_ = fitCox(dataOf(stop, event, {}));
    expect(testNested(null_, fit)).toEqual(fit.tests.likelihoodRatio);
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
    expect(fit.tests.score?.statistic).toBeCloseTo(difference ** 2 / variance, 10);
  });

  it("count a term that was left out in no degree of freedom", () => {
    const fit = fitCox(dataOf(stop, event, { x, twice: x.map((value) => 2 * value) }));
    expect(codes(fit)).toEqual(["collinear"]);
    expect(fit.tests.likelihoodRatio?.df).toBe(1);
    expect(fit.tests).toEqual(fitCox(dataOf(stop, event, { x })).tests);
  });

  it("are none where there is nothing to test", () => {
    const none = { likelihoodRatio: null, wald: null, score: null, robustScore: null };
    expect(fitCox(dataOf(stop, event, {})).tests).toEqual(none);
    expect(fitCox(dataOf(stop, event, { one: stop.map(() => 1) }), { robust: true }).tests).toEqual(none);
    const noEvents = fitCox(
      dataOf(
        stop,
        stop.map(() => 0),
        { x },
      ),
    );
    expect(noEvents.tests).toEqual(none);
    expect([noEvents.aic, noEvents.bic]).toEqual([Number.NaN, Number.NaN]);
    // The first is the only one to fail at risk, and has the largest value: nothing finite is left to Wald.
    const monotone = fitCox(dataOf([1, 2, 3], [1, 0, 0], { x: [1, 0, 0] }));
    expect(monotone.tests.wald).toBeNull();
    expect(monotone.tests.likelihoodRatio?.df).toBe(1);
  });

  it("go with information criteria that count terms, and events as the n of BIC", () => {
    const fit = fitCox(dataOf(stop, event, { x, z, twice: x.map((value) => 2 * value) }));
    expect(fit.aic).toBeCloseTo(-2 * fit.logLikelihood + 4, 12);
    expect(fit.bic).toBeCloseTo(-2 * fit.logLikelihood + 2 * Math.log(8), 12);
  });

  it("of models that are not nested are refused", () => {
    const of = (covariates: Record<string, number[]>) => fitCox(dataOf(stop, event, covariates));
    expect(() => testNested(of({ x }), of({ z }))).toThrow(/no term x/);
    expect(() => testNested(of({ x }), of({ x }))).toThrow(/at least one more/);
    const fewer = fitCox(dataOf(stop.slice(1), event.slice(1), { x: x.slice(1), z: z.slice(1) }));
    expect(() => testNested(of({ x }), fewer)).toThrow(/observations 10, the larger 9/);
    const firth = fitCox(dataOf(stop, event, { x, z }), { penalty: "firth" });
    expect(() => testNested(of({ x }), firth)).toThrow(/penal/);
    expect(() => testCoxTerms(of({ x }), ["y"])).toThrow(/found y/);
  });
});
