import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CoxData } from "../../../estimators/cox/coxData.ts";
import type { CoxNewData } from "../../../estimators/cox/coxNewData.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { predictCox } from "../../../estimators/cox/predictCox.ts";
import { coxSurvival } from "../../../estimators/cox/survivalCurve.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { diagnosticsCases, expectClose } from "./diagnosticsReference.ts";
import { dataOf } from "./plainDurations.ts";

interface Predicted {
  readonly fit: number[];
  readonly stdError: number[];
}

/** What tests/reference/cox/coxPredictions.R wrote for the first rows of each data set. */
const reference: {
  cases: Record<
    string,
    {
      lp: Record<"strata" | "sample" | "zero", Predicted>;
      risk: number[];
      expected: Predicted;
      survival: Predicted;
      own: { lp: number[]; expected: Predicted; survival: Predicted };
    }
  >;
} = JSON.parse(readFileSync(new URL("../../reference/cox/predictions.json", import.meta.url), "utf8"));

function firstRows(data: CoxData, rows: number): CoxNewData {
  const matrix: ModelMatrix = {
    ...data.matrix,
    rows,
    numeric: data.matrix.numeric.map((term) => ({ ...term, values: term.values.slice(0, rows) })),
    factors: data.matrix.factors.map((factor) => ({ ...factor, codes: factor.codes.slice(0, rows) })),
  };
  const { start, stop, strata, offset } = data;
  return {
    matrix,
    stop: stop.slice(0, rows),
    ...(start && { start: start.slice(0, rows) }),
    ...(strata && { strata: strata.slice(0, rows) }),
    ...(offset && { offset: offset.slice(0, rows) }),
  };
}

describe("predictions equal predict.coxph for new data", () => {
  it.each(diagnosticsCases)("on $title", ({ title, data, expected: { ties } }) => {
    const theirs = reference.cases[`${title.split(" ")[0]} ${ties}`];
    const fit = fitCox(data, { ties, robust: false });
    const rows = firstRows(data, theirs.risk.length);
    for (const from of ["strata", "sample", "zero"] as const) {
      const { linearPredictor, linearPredictorStdError } = predictCox(data, fit, rows, { reference: from });
      expectClose(linearPredictor, theirs.lp[from].fit, 1e-8);
      expectClose(linearPredictorStdError, theirs.lp[from].stdError, 1e-8);
    }
    const ours = predictCox(data, fit, rows);
    expectClose(ours.risk, theirs.risk, 1e-8);
    expectClose(ours.expected ?? [], theirs.expected.fit, 1e-8);
    expectClose(ours.survival ?? [], theirs.survival.fit, 1e-8);
    if (data.start !== undefined) return;
    expectClose(ours.expectedStdError ?? [], theirs.expected.stdError, 1e-8);
    expectClose(ours.survivalStdError ?? [], theirs.survival.stdError, 1e-8);
  });
});

describe("predictions equal predict.coxph without new data", () => {
  it.each(diagnosticsCases)("on $title", ({ title, data, expected: { ties } }) => {
    const { own } = reference.cases[`${title.split(" ")[0]} ${ties}`];
    const fit = fitCox(data, { ties, robust: false });
    const ours = predictCox(data, fit);
    const firstOf = (values: Float64Array | null) => values?.slice(0, own.lp.length) ?? [];
    expectClose(firstOf(ours.linearPredictor), own.lp, 1e-8);
    expectClose(firstOf(ours.expected), own.expected.fit, 1e-8);
    expectClose(firstOf(ours.survival), own.survival.fit, 1e-8);
    const weighted = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, value, row) => sum + value * (data.weights?.[row] ?? 1), 0);
    expect(weighted(ours.expected ?? [])).toBeCloseTo(weighted(data.event), 8);
    if (data.start !== undefined) return;
    expectClose(firstOf(ours.expectedStdError), own.expected.stdError, 1e-8);
    expectClose(firstOf(ours.survivalStdError), own.survival.stdError, 1e-8);
  });
});

describe("a prediction", () => {
  const data = dataOf([1, 3, 6, 6, 8, 9], [1, 0, 1, 1, 0, 1], { x: [1, 2, 1, 0, 3, 0] });
  const fit = fitCox(data);
  const at = (x: number[], times: { start?: number[]; stop?: number[] } = {}): CoxNewData => ({
    matrix: dataOf(
      x.map(() => 1),
      x.map(() => 0),
      { x },
    ).matrix,
    ...times,
  });

  it("of survival is a step of the survival curve, standard error and all", () => {
    const curve = coxSurvival(data, fit, { covariates: [2] });
    const ours = predictCox(data, fit, at([2, 2, 2, 2], { stop: [0.5, 1, 7, 99] }));
    expect(ours.survival?.[0]).toBe(1);
    expect(ours.expectedStdError?.[0]).toBe(0);
    [0, 1, curve.time.length - 1].forEach((step, i) => {
      expect(ours.survival?.[i + 1]).toBeCloseTo(curve.survival[step], 13);
      expect(ours.expectedStdError?.[i + 1]).toBeCloseTo(curve.stdError[step], 13);
    });
  });

  it("over a stretch of time is what is expected until its end less what is until its start", () => {
    const [until, from, between] = [{ stop: [9] }, { stop: [4] }, { start: [4], stop: [9] }].map((times) =>
      predictCox(data, fit, at([1], times)),
    );
    expect(between.expected?.[0]).toBeCloseTo((until.expected?.[0] ?? 0) - (from.expected?.[0] ?? 0), 13);
    // No event before 6 but one: the error is that of the later events alone.
    const early = predictCox(data, fit, at([1], { start: [1], stop: [5] }));
    expect(early.expected?.[0]).toBe(0);
    expect(early.expectedStdError?.[0]).toBe(0);
  });

  it("of the sample's own mean has log hazard 0 and no error", () => {
    const mean = predictCox(data, fit, at([7 / 6]));
    expect(mean.linearPredictor[0]).toBeCloseTo(0, 13);
    expect(mean.risk[0]).toBeCloseTo(1, 13);
    expect(mean.linearPredictorStdError[0]).toBeCloseTo(0, 13);
    expect(mean.expected).toBeNull();
  });

  it("of the fit's rows expects as many events as there were, with Breslow's ties", () => {
    const breslow = fitCox(data, { ties: "breslow" });
    const { expected } = predictCox(data, breslow, { matrix: data.matrix, stop: data.stop });
    expect(expected?.reduce((sum, value) => sum + value, 0)).toBeCloseTo(4, 10);
  });

  it("is refused for other terms, other lengths and strata that are not there", () => {
    const other = dataOf([1], [0], { z: [1] }).matrix;
    expect(() => predictCox(data, fit, { matrix: other })).toThrow(/the terms x/);
    expect(() => predictCox(data, fit, at([1], { stop: [1, 2] }))).toThrow(/stop/);
    const strata = { ...data, strata: Int32Array.of(1, 1, 2, 2, 1, 2) };
    const stratified = fitCox(strata);
    expect(() => predictCox(strata, stratified, at([1]))).toThrow(/a stratum for each row/);
    expect(() => predictCox(strata, stratified, { ...at([1]), strata: [3] })).toThrow(/strata\[0\]/);
  });
});
