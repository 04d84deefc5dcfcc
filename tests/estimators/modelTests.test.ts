import { describe, expect, it } from "vitest";
import { fitBinary } from "../../estimators/binary/fitBinary.ts";
import { fitCox } from "../../estimators/cox/fitCox.ts";
import type { Fit } from "../../estimators/fit.ts";
import { fitLinear } from "../../estimators/linear/fitLinear.ts";
import type { ModelMatrix } from "../../estimators/modelMatrix.ts";
import { testNested } from "../../estimators/modelTests.ts";
import { fitRandomEffectsProbit } from "../../estimators/randomEffects/fitRandomEffectsProbit.ts";
import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import { loadData } from "./probit/referenceData.ts";

const bacteria = loadData("bacteria");
const without = (matrix: ModelMatrix, name: string): ModelMatrix => ({
  ...matrix,
  numeric: matrix.numeric.filter((column) => column.name !== name),
  factors: matrix.factors.filter((factor) => factor.name !== name),
});
const withoutTreatment = without(bacteria.matrix, "trt");

describe("the likelihood-ratio test of nested models", () => {
  it.each(["probit", "logit", "cloglog"] as const)(
    "against the intercept alone is the fit's own: %s",
    (link) => {
      const { matrix, outcome } = bacteria;
      const null0 = fitBinary({ ...matrix, numeric: [], factors: [] }, outcome, { link });
      const fit = fitBinary(matrix, outcome, { link });
      const test = testNested(null0, fit);
      expect(test.df).toBe(3);
      expect(test.statistic).toBeCloseTo(fit.tests.likelihoodRatio?.statistic ?? 0, 9);
      expect(test.pValue).toBeCloseTo(fit.tests.likelihoodRatio?.pValue ?? 0, 9);
    },
  );

  it("counts the parameters estimated: infinite ones, not those left out", () => {
    const x = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1);
    const w = Float64Array.of(1, 2, 3, 4, 4, 3, 2, 1);
    const outcome = [0, 1, 0, 1, 1, 1, 1, 1];
    const table = (numeric: ModelMatrix["numeric"]): ModelMatrix => ({
      rows: 8,
      intercept: true,
      numeric,
      factors: [],
    });
    const twice = w.map((value) => 2 * value);
    const smaller = fitBinary(table([{ name: "w", values: w }]), outcome);
    const larger = fitBinary(
      table([
        { name: "w", values: w },
        { name: "twice", values: twice },
        { name: "x", values: x },
      ]),
      outcome,
    );
    expect(larger.terms[3].estimate).toBe(Infinity);
    expect(testNested(smaller, larger).df).toBe(1);
  });

  it("of σ = 0 halves the p-value: the pooled model lies on the boundary", () => {
    const { matrix, outcome, group } = bacteria;
    const larger = fitRandomEffectsProbit(matrix, outcome, group);
    const pooled = fitBinary(matrix, outcome, { link: "probit" });
    const test = testNested(pooled, larger);
    expect(test.df).toBe(1);
    expect(test.statistic).toBeCloseTo(2 * (larger.logLikelihood - pooled.logLikelihood), 10);
    expect(test.pValue).toBeCloseTo(0.5 * chiSquaredUpperTail(test.statistic, 1), 12);
    // With terms left out as well: half of χ² with 2 and half of χ² with 3 degrees of freedom.
    const both = testNested(fitBinary(withoutTreatment, outcome, { link: "probit" }), larger);
    expect(both.df).toBe(3);
    expect(both.pValue).toBeCloseTo(
      0.5 * chiSquaredUpperTail(both.statistic, 2) + 0.5 * chiSquaredUpperTail(both.statistic, 3),
      12,
    );
    const ordinary = testNested(fitRandomEffectsProbit(withoutTreatment, outcome, group), larger);
    expect(ordinary.df).toBe(2);
    expect(ordinary.pValue).toBe(chiSquaredUpperTail(ordinary.statistic, 2));
    expect(() => testNested(fitBinary(matrix, outcome, { link: "logit" }), larger)).toThrow(
      /"logit" is not contained in a model "randomEffectsProbit"/,
    );
    expect(() => testNested(larger, pooled)).toThrow(/not contained/);
  });

  it("at σ = 0 has p = 1", () => {
    const pooled = fitBinary(bacteria.matrix, bacteria.outcome, { link: "probit" });
    const larger = fitRandomEffectsProbit(bacteria.matrix, bacteria.outcome, bacteria.group);
    expect(testNested(pooled, { ...larger, logLikelihood: pooled.logLikelihood }).pValue).toBe(1);
  });

  it("takes Cox models with the same events and ties, and linear ones by their degrees of freedom", () => {
    const { matrix, outcome } = bacteria;
    const stop = Float64Array.from(outcome, (_, row) => 1 + ((row * 7) % 11));
    const cox = (columns: ModelMatrix, ties: "efron" | "breslow" = "efron", event = outcome) =>
      fitCox({ matrix: { ...columns, intercept: false }, stop, event }, { ties });
    const test = testNested(cox(withoutTreatment), cox(matrix));
    expect(test.df).toBe(2);
    expect(test.statistic).toBeCloseTo(
      2 * (cox(matrix).logLikelihood - cox(withoutTreatment).logLikelihood),
      12,
    );
    expect(() => testNested(cox(withoutTreatment), cox(matrix, "breslow"))).toThrow(/ties efron, .* breslow/);
    const fewer = outcome.map((y, row) => (row === 0 ? 1 - y : y));
    expect(() => testNested(cox(withoutTreatment), cox(matrix, "efron", fewer))).toThrow(/events/);
    expect(testNested(fitLinear(withoutTreatment, outcome), fitLinear(matrix, outcome)).df).toBe(2);
  });

  it("refuses what has no such test, by name", () => {
    const { matrix, outcome, group } = bacteria;
    const smaller = fitBinary(withoutTreatment, outcome);
    const larger = fitBinary(matrix, outcome);
    const short = { ...matrix, rows: 10, numeric: [], factors: [] };
    expect(() => testNested(fitBinary(short, outcome.slice(0, 10)), larger)).toThrow(
      /observations 10, the larger 220/,
    );
    expect(() => testNested(larger, smaller)).toThrow(
      /larger model has 2 parameters and the smaller 4|no term/,
    );
    expect(() => testNested(larger, larger)).toThrow(/at least one more/);
    expect(() => testNested(smaller, fitBinary(matrix, outcome, { link: "logit" }))).toThrow(/not contained/);
    expect(() => testNested(smaller, fitBinary(matrix, outcome, { cluster: group }))).toThrow(/robust/);
    expect(() => testNested(smaller, fitBinary(matrix, outcome, { penalty: "firth" }))).toThrow(/penalis/);
    const numeric = [{ name: "drug", values: Float64Array.from(matrix.factors[0].codes) }];
    const other = fitBinary({ ...withoutTreatment, numeric }, outcome);
    expect(() => testNested(other, larger)).toThrow(/no term drug; .* termsByName: false/);
    // The codes 0, 1 and 2 are a combination of the levels.
    expect(testNested(other, larger, { termsByName: false }).df).toBe(2);
    const worse: Fit = { ...larger, logLikelihood: smaller.logLikelihood - 1 };
    expect(() => testNested(smaller, worse)).toThrow(/lower log-likelihood .* not nested/);
  });
});
