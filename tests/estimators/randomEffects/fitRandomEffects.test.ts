import { describe, expect, it } from "vitest";
import { fitBinary } from "../../../estimators/binary/fitBinary.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { fitRandomEffects } from "../../../estimators/randomEffects/fitRandomEffects.ts";
import { fitRandomEffectsProbit } from "../../../estimators/randomEffects/fitRandomEffectsProbit.ts";
import { chiSquaredUpperTail } from "../../../numerics/chiSquared.ts";
import { loadData } from "../probit/referenceData.ts";

const links = ["probit", "logit", "cloglog"] as const;
const { matrix, outcome, group } = loadData("bacteria");

it("the random-effects probit is the default, and has a function of its own", () => {
  const usual = fitRandomEffects(matrix, outcome, group);
  expect(usual.model).toBe("randomEffectsProbit");
  expect(fitRandomEffectsProbit(matrix, outcome, group)).toEqual(usual);
});

describe.each(links)("the random-effects %s", (link) => {
  const fit = fitRandomEffects(matrix, outcome, group, { link });
  const model = {
    probit: "randomEffectsProbit",
    logit: "randomEffectsLogit",
    cloglog: "randomEffectsCloglog",
  }[link];

  it("says which model it is, and needs no more than 7 Newton steps on any of the data", () => {
    expect(fit).toMatchObject({ model, link });
    for (const name of ["bacteria", "verbal", "males"] as const) {
      const data = loadData(name);
      const { iterations, converged } = fitRandomEffects(data.matrix, data.outcome, data.group, {
        link,
        tests: false,
      });
      expect(converged).toBe(true);
      expect(iterations).toBeLessThanOrEqual(7);
    }
  });

  it("tests σ = 0 on its boundary: half the p-value of χ² with one degree of freedom", () => {
    const pooled = fitBinary(matrix, outcome, { link });
    expect(fit.logLikelihoodPooled).toBeCloseTo(pooled.logLikelihood, 9);
    const statistic = 2 * (fit.logLikelihood - pooled.logLikelihood);
    expect(fit.sigmaTest?.statistic).toBeCloseTo(statistic, 8);
    expect(fit.sigmaTest?.pValue).toBeCloseTo(chiSquaredUpperTail(statistic, 1) / 2, 10);
  });

  it("with σ at 0 gives the pooled fit, a test statistic of 0 and its p-value of 1", () => {
    const half = Uint8Array.from(outcome, (_, row) => row % 2);
    const zero = fitRandomEffects(matrix, half, group, { link });
    const pooled = fitBinary(matrix, half, { link });
    expect(zero.warnings.map(({ code }) => code)).toEqual(["sigma-at-boundary"]);
    expect(zero.warnings[0].message).toContain(`pooled ${link}`);
    expect(zero).toMatchObject({ converged: true, sigmaTest: { statistic: 0, pValue: 1 } });
    zero.terms.forEach(({ estimate, stdError }, i) => {
      expect(estimate).toBeCloseTo(pooled.terms[i].estimate, 7);
      expect(stdError).toBeCloseTo(pooled.terms[i].stdError, 6);
    });
  });

  it("compares with the model of intercept and random effect, fitted alone; of that model there is nothing to test", () => {
    const alone: ModelMatrix = { rows: matrix.rows, intercept: true, numeric: [], factors: [] };
    const empty = fitRandomEffects(alone, outcome, group, { link });
    expect(fit.logLikelihoodNull).toBeCloseTo(empty.logLikelihood, 9);
    expect(empty.tests).toEqual({ likelihoodRatio: null, wald: null, score: null });
    expect(empty.logLikelihoodNull).toBe(empty.logLikelihood);
    expect(empty.sigmaTest?.pValue).toBeLessThan(0.05);
  });

  it("without intercept compares with the random effect alone", () => {
    const through = fitRandomEffects({ ...matrix, intercept: false }, outcome, group, { link });
    const nothing: ModelMatrix = { rows: matrix.rows, intercept: false, numeric: [], factors: [] };
    const empty = fitRandomEffects(nothing, outcome, group, { link });
    expect(empty.terms).toEqual([]);
    expect(through.logLikelihoodNull).toBeCloseTo(empty.logLikelihood, 8);
    expect(through.tests.likelihoodRatio?.df).toBe(3);
  });

  it("leaves the tests out when asked to, and nothing else", () => {
    const quick = fitRandomEffects(matrix, outcome, group, { link, tests: false });
    const { tests, sigmaTest, logLikelihoodNull, logLikelihoodPooled, ...rest } = fit;
    expect(quick).toMatchObject({
      ...rest,
      sigmaTest: null,
      logLikelihoodNull: null,
      logLikelihoodPooled: null,
    });
    expect([tests.likelihoodRatio, sigmaTest, logLikelihoodNull, logLikelihoodPooled].includes(null)).toBe(
      false,
    );
  });

  it("does not depend on the start, nor on where a constant is put", () => {
    const away = fitRandomEffects(matrix, outcome, group, { link, start: [-3, 2, -2, 2, 1.5] });
    const offset = new Float64Array(matrix.rows).fill(0.7);
    const shifted = fitRandomEffects(matrix, outcome, group, { link, offset });
    fit.terms.forEach(({ estimate }, i) => {
      expect(away.terms[i].estimate).toBeCloseTo(estimate, 6);
      expect(shifted.terms[i].estimate).toBeCloseTo(estimate - (i === 0 ? 0.7 : 0), 6);
    });
    expect(away.randomEffect.sigma).toBeCloseTo(fit.randomEffect.sigma, 6);
  });

  it("is the same with a row that counts twice and with two rows", () => {
    const twice = Array.from(outcome, (_, row) => row).flatMap((row) => (row % 5 === 0 ? [row, row] : [row]));
    const table: ModelMatrix = {
      ...matrix,
      rows: twice.length,
      numeric: matrix.numeric.map((term) => ({
        ...term,
        values: Float64Array.from(twice, (r) => term.values[r]),
      })),
      factors: matrix.factors.map((term) => ({
        ...term,
        codes: Uint16Array.from(twice, (r) => term.codes[r]),
      })),
    };
    const expanded = fitRandomEffects(
      table,
      twice.map((row) => outcome[row]),
      Int32Array.from(twice, (row) => group[row]),
      { link },
    );
    const weights = Float64Array.from(outcome, (_, row) => (row % 5 === 0 ? 2 : 1));
    const weighted = fitRandomEffects(matrix, outcome, group, { link, weights });
    expect(weighted.logLikelihood).toBeCloseTo(expanded.logLikelihood, 8);
    expect(weighted.observations).toBe(matrix.rows);
    weighted.terms.forEach(({ estimate, stdError }, i) => {
      expect(estimate).toBeCloseTo(expanded.terms[i].estimate, 6);
      expect(stdError).toBeCloseTo(expanded.terms[i].stdError, 6);
    });
  });

  it("names groups of one row, and outcomes that never change within groups", () => {
    const single = fitRandomEffects(
      matrix,
      outcome,
      Int32Array.from(outcome, (_, row) => row),
      { link },
    );
    expect(single.warnings.map(({ code }) => code)).toEqual(["singular-hessian"]);
    expect(single.warnings[0].message).toContain(`pooled ${link}`);
    expect(single).toMatchObject({ converged: false, sigmaTest: null });
    const constant = fitRandomEffects(
      matrix,
      Uint8Array.from(group, (child) => child % 2),
      group,
      { link },
    );
    expect(constant.warnings.map(({ code }) => code)).toContain("sigma-at-boundary");
    expect(constant.converged).toBe(false);
  });
});

it("a maximum below that of σ = 0 is not the maximum: of two, the higher one is given", () => {
  // Fourteen rows whose cloglog likelihood has a maximum of −2.80997 at σ = 0.86, and −2.80726 at σ = 0.
  const x = Float64Array.of(-2, 4, 0, -4, -1, -4, 0, -1, -4, 4, 1, 0, -4, -4);
  const y = [0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0];
  const groups = Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4);
  const table: ModelMatrix = { rows: 14, intercept: true, numeric: [{ name: "x", values: x }], factors: [] };
  const fit = fitRandomEffects(table, y, groups, { link: "cloglog", quadratureNodes: 30 });
  expect(fit.warnings.map(({ code }) => code)).toEqual(["sigma-at-boundary"]);
  expect(fit.randomEffect.sigma).toBe(0);
  expect(fit.logLikelihood).toBeCloseTo(-2.807264, 6);
  const local = fitRandomEffects(table, y, groups, {
    link: "cloglog",
    quadratureNodes: 30,
    start: [...fit.terms.map(({ estimate }) => 1.2 * estimate), Math.log(0.8)],
  });
  expect(local.logLikelihood).toBeCloseTo(-2.809969, 6);
});
