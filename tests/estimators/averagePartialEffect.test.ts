import { describe, expect, it } from "vitest";
import { averagePartialEffect } from "../../estimators/averagePartialEffect.ts";
import type { Fit, RandomEffectsFit } from "../../estimators/fit.ts";
import { termNames } from "../../estimators/modelMatrix.ts";
import { fitProbit } from "../../estimators/probit/fitProbit.ts";
import { fitRandomEffects } from "../../estimators/randomEffects/fitRandomEffects.ts";
import { fitRandomEffectsProbit } from "../../estimators/randomEffects/fitRandomEffectsProbit.ts";
import { normalCdf } from "../../numerics/normal.ts";
import { loadData } from "./probit/referenceData.ts";

const { matrix, outcome, group } = loadData("verbal");
const pooled = fitProbit(matrix, outcome);
const random = fitRandomEffectsProbit(matrix, outcome, group);
const logit = fitRandomEffects(matrix, outcome, group, { link: "logit" });
const cloglog = fitRandomEffects(matrix, outcome, group, { link: "cloglog" });

/** The fit with its j-th parameter moved by h; j = number of terms is ln σ. */
function moved<F extends Fit | RandomEffectsFit>(fit: F, j: number, h: number): F {
  const terms = fit.terms.map((term, i) => (i === j ? { ...term, estimate: term.estimate + h } : term));
  if (!("randomEffect" in fit) || j < fit.terms.length) return { ...fit, terms };
  return {
    ...fit,
    terms,
    randomEffect: { ...fit.randomEffect, sigma: fit.randomEffect.sigma * Math.exp(h) },
  };
}

describe("the average partial effect", () => {
  it("of the only regressor of a 2 × 2 table is the difference of its two shares", () => {
    const x = [0, 0, 0, 0, 0, 1, 1, 1, 1];
    const y = [1, 0, 0, 0, 0, 1, 1, 1, 0];
    const table = {
      rows: 9,
      intercept: true,
      numeric: [{ name: "x", values: Uint8Array.from(x) }],
      factors: [],
    };
    const effect = averagePartialEffect(fitProbit(table, y), table, "x", {
      rows: x.map((value) => 1 - value),
    });
    expect(effect.estimate).toBeCloseTo(3 / 4 - 1 / 5, 12);
    // The shares of the two columns are independent binomial proportions.
    expect(effect.stdError).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 5 + (0.75 * 0.25) / 4), 7);
    expect(effect.kind).toBe("difference");
  });

  it("of a factor's level is its difference from the reference level, for every row", () => {
    const codes = [0, 0, 0, 1, 1, 1, 1, 2, 2];
    const y = [1, 0, 0, 1, 1, 0, 1, 0, 1];
    const table = {
      rows: 9,
      intercept: true,
      numeric: [],
      factors: [{ name: "k", levels: ["a", "b", "c"], codes: Uint16Array.from(codes) }],
    };
    const effect = averagePartialEffect(fitProbit(table, y), table, "kb");
    expect(effect.estimate).toBeCloseTo(3 / 4 - 1 / 3, 12);
    expect(effect.stdError).toBeCloseTo(Math.sqrt((0.75 * 0.25) / 4 + 2 / 9 / 3), 7);
  });

  it("is averaged over the population of groups: the index is divided by √(1 + σ²)", () => {
    const { sigma } = random.randomEffect;
    const beta = random.terms.map(({ estimate }) => estimate);
    let sum = 0;
    for (let row = 0; row < matrix.rows; row++) {
      const level = matrix.factors[0].codes[row];
      let index = beta[0] + (level > 0 ? beta[3 + level] : 0);
      matrix.numeric.forEach(({ values }, j) => {
        index += beta[1 + j] * values[row];
      });
      sum +=
        normalCdf((index + 2 * beta[1]) / Math.hypot(1, sigma)) - normalCdf(index / Math.hypot(1, sigma));
    }
    const effect = averagePartialEffect(random, matrix, "anger", { change: 2 });
    expect(effect.estimate).toBeCloseTo(sum / matrix.rows, 12);
  });

  it.each([
    ["pooled", pooled, "anger", "difference"],
    ["pooled", pooled, "anger", "derivative"],
    ["pooled", pooled, "btypescold", "difference"],
    ["random effects", random, "anger", "difference"],
    ["random effects", random, "anger", "derivative"],
    ["random effects", random, "btypescold", "difference"],
    ["random-effects logit", logit, "anger", "difference"],
    ["random-effects logit", logit, "self", "derivative"],
    ["random-effects logit", logit, "btypescold", "difference"],
    ["random-effects cloglog", cloglog, "anger", "difference"],
    ["random-effects cloglog", cloglog, "self", "derivative"],
    ["random-effects cloglog", cloglog, "btypescold", "difference"],
  ] as const)("has the delta-method standard error of numerical derivatives: %s", (_, fit, term, kind) => {
    const parameters = Math.round(Math.sqrt(fit.covariance.length));
    const h = 1e-5;
    const rows = Uint8Array.from(outcome, (_, row) => Number(row % 16 === 0));
    const gradient = Array.from({ length: parameters }, (_, j) => {
      const at = (step: number) =>
        averagePartialEffect(moved(fit, j, step), matrix, term, { kind, rows }).estimate;
      return (at(h) - at(-h)) / (2 * h);
    });
    let variance = 0;
    for (let i = 0; i < parameters; i++) {
      for (let j = 0; j < parameters; j++)
        variance += gradient[i] * gradient[j] * fit.covariance[i * parameters + j];
    }
    const { stdError } = averagePartialEffect(fit, matrix, term, { kind, rows });
    expect(Math.abs(stdError / Math.sqrt(variance) - 1)).toBeLessThan(1e-6);
  });

  it("as a difference tends to the derivative as the change tends to 0", () => {
    const change = 1e-5;
    const difference = averagePartialEffect(random, matrix, "anger", { change });
    const derivative = averagePartialEffect(random, matrix, "anger", { kind: "derivative" });
    expect(difference.estimate / change / derivative.estimate).toBeCloseTo(1, 5);
    expect(difference.stdError / change / derivative.stdError).toBeCloseTo(1, 5);
  });

  it("over all rows is the average of the effects over a part and the rest", () => {
    const part = Uint8Array.from(outcome, (_, row) => Number(row % 3 === 0));
    const rest = part.map((value) => 1 - value);
    const size = part.reduce((sum, value) => sum + value, 0);
    const [ofPart, ofRest, ofAll] = [part, rest, undefined].map(
      (rows) => averagePartialEffect(random, matrix, "self", rows === undefined ? {} : { rows }).estimate,
    );
    expect((size * ofPart + (matrix.rows - size) * ofRest) / matrix.rows).toBeCloseTo(ofAll, 13);
  });

  it("with σ = 0 is the pooled one, though ln σ has no variance", () => {
    const k = pooled.terms.length;
    const covariance = new Float64Array((k + 1) ** 2).fill(Number.NaN);
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++) covariance[i * (k + 1) + j] = pooled.covariance[i * k + j];
    const zero = {
      ...random,
      terms: pooled.terms,
      covariance,
      randomEffect: { ...random.randomEffect, sigma: 0 },
    };
    expect(averagePartialEffect(zero, matrix, "anger")).toEqual(
      averagePartialEffect(pooled, matrix, "anger"),
    );
  });

  it("is NaN, not a number that means nothing, without rows or estimates", () => {
    const none = averagePartialEffect(pooled, matrix, "anger", { rows: new Uint8Array(matrix.rows) });
    expect([none.estimate, none.stdError, none.pValue]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("says why it is NaN", () => {
    const names = termNames(matrix);
    const with2 = {
      ...matrix,
      numeric: [...matrix.numeric, { name: "one", values: matrix.numeric[0].values.map(() => 1) }],
    };
    const fit = fitProbit(with2, outcome);
    expect(averagePartialEffect(fit, with2, "one")).toMatchObject({
      estimate: Number.NaN,
      reason: "left-out",
    });
    // The others are those of the model without it.
    for (const name of names.slice(1)) {
      const effect = averagePartialEffect(fit, with2, name);
      expect(effect).not.toHaveProperty("reason");
      expect(effect.estimate).toBeCloseTo(averagePartialEffect(pooled, matrix, name).estimate, 12);
      expect(effect.stdError).toBeCloseTo(averagePartialEffect(pooled, matrix, name).stdError, 12);
    }
    const constant = fitProbit(matrix, new Uint8Array(matrix.rows));
    const decided = {
      ...matrix,
      numeric: [...matrix.numeric, { name: "itself", values: Float64Array.from(outcome) }],
    };
    for (const [separated, rows] of [
      [constant, matrix],
      [fitProbit(decided, outcome), decided],
    ] as const) {
      expect(averagePartialEffect(separated, rows, "anger")).toMatchObject({
        estimate: Number.NaN,
        stdError: Number.NaN,
        reason: "no-finite-estimate",
      });
    }
    const none = averagePartialEffect(pooled, matrix, "anger", { rows: new Uint8Array(matrix.rows) });
    expect(none).toMatchObject({ estimate: Number.NaN, reason: "no-rows" });
  });

  it("refuses what has no partial effect", () => {
    expect(() => averagePartialEffect(pooled, matrix, "angr")).toThrow(
      /no term angr; there are \(Intercept\), anger/,
    );
    expect(() => averagePartialEffect(pooled, matrix, "(Intercept)")).toThrow(/intercept/);
    expect(() => averagePartialEffect(pooled, matrix, "btypescold", { kind: "derivative" })).toThrow(
      /level of a factor/,
    );
    expect(() => averagePartialEffect(pooled, matrix, "anger", { rows: [1] })).toThrow(/rows/);
    const bigger = {
      ...matrix,
      numeric: [...matrix.numeric, { name: "more", values: matrix.numeric[0].values }],
    };
    expect(termNames(bigger)).toHaveLength(7);
    expect(() => averagePartialEffect(pooled, bigger, "anger")).toThrow(/7/);
  });
});
