import { describe, expect, it } from "vitest";
import { fitBinary } from "../../../estimators/binary/fitBinary.ts";
import { fitGammaFrailty, type GammaFrailtyOptions } from "../../../estimators/frailty/fitGammaFrailty.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { withIntercept } from "./referenceData.ts";
import { all, codes, fitProblem, relative } from "./referenceProblems.ts";

describe("what cannot be fitted is named", () => {
  it("θ = 0 is the maximum: the cloglog's estimates, and no error of ln θ", () => {
    // Every pair has one event and one survivor: more alike than chance.
    const outcome = Float64Array.from({ length: 40 }, (_, row) => row % 2);
    const x = Float64Array.from(outcome, (_, row) => Math.sin(row));
    const matrix = withIntercept({ x }, 40);
    const group = Float64Array.from(outcome, (_, row) => Math.floor(row / 2));
    const ours = fitGammaFrailty(matrix, outcome, group);
    const pooled = fitBinary(matrix, outcome, { link: "cloglog" });
    expect(codes(ours)).toEqual(["sigma-at-boundary"]);
    expect(ours.converged).toBe(true);
    expect(ours.frailty).toMatchObject({ variance: 0, confLow: 0 });
    expect(ours.frailtyTest).toEqual({ statistic: 0, df: 1, pValue: 1 });
    ours.terms.forEach((term, i) => {
      expect(term.estimate).toBeCloseTo(pooled.terms[i].estimate, 9);
      expect(term.stdError).toBeCloseTo(pooled.terms[i].stdError, 9);
    });
    expect(ours.covariance[8]).toBeNaN();
    expect(ours.aic).toBeCloseTo(pooled.aic, 8);
    const clustered = fitGammaFrailty(matrix, outcome, group, { robust: "HC0" });
    const same = fitBinary(matrix, outcome, { link: "cloglog", cluster: group });
    expect(clustered.terms[1].robustStdError).toBeCloseTo(same.terms[1].robustStdError ?? 0, 9);
  });

  it("θ of one row a group cannot be told from the link", () => {
    const { matrix, outcome } = all.kidney;
    const single = fitGammaFrailty(matrix, outcome, Float64Array.from(outcome.keys()));
    expect(codes(single)).toEqual(["singular-hessian"]);
    expect(single.converged).toBe(false);
  });

  it("θ of single spells with a free hazard in each period and no covariate", () => {
    // 100 spells, ended 30 in the first, 20 in the second, 10 in the third period: any θ fits these shares.
    const rows: { id: number; period: number; event: number }[] = [];
    for (let id = 0; id < 100; id++) {
      const last = id < 30 ? 1 : id < 50 ? 2 : id < 60 ? 3 : 4;
      for (let period = 1; period <= Math.min(last, 3); period++) {
        rows.push({ id, period, event: last === period ? 1 : 0 });
      }
    }
    const matrix: ModelMatrix = {
      rows: rows.length,
      intercept: true,
      numeric: [],
      factors: [
        {
          name: "factor(period)",
          codes: Uint16Array.from(rows, ({ period }) => period - 1),
          levels: ["1", "2", "3"],
        },
      ],
    };
    const ours = fitGammaFrailty(
      matrix,
      rows.map(({ event }) => event),
      rows.map(({ id }) => id),
    );
    expect(codes(ours)).toEqual(["singular-hessian"]);
    expect(ours.converged).toBe(false);
    const pooled = fitBinary(
      matrix,
      rows.map(({ event }) => event),
      { link: "cloglog" },
    );
    expect(ours.logLikelihood).toBeCloseTo(pooled.logLikelihood, 8);
    expect(ours.frailtyTest).toBeNull();
  });

  it("collinear terms, an outcome without events, one cluster", () => {
    const { matrix, outcome, group } = all.kidney;
    const twice = {
      ...matrix,
      numeric: [...matrix.numeric, { name: "again", values: matrix.numeric[0].values }],
    };
    const collinear = fitGammaFrailty(twice, outcome, group);
    expect(codes(collinear)).toEqual(["collinear"]);
    expect(collinear.terms[4].estimate).toBeNaN();
    expect(collinear.terms[1].estimate).toBeCloseTo(fitProblem(all.kidney).terms[1].estimate, 8);
    const none = fitGammaFrailty(matrix, new Uint8Array(matrix.rows), group);
    expect(codes(none)).toEqual(["constant-outcome"]);
    expect(none.terms[0].estimate).toBeNaN();
    const together = fitGammaFrailty(matrix, outcome, group, { cluster: new Int32Array(matrix.rows) });
    expect(codes(together)).toEqual(["one-cluster"]);
  });

  it.each([
    ["alone", 2],
    ["with the coefficients, a creeping search", 1],
  ])("θ that grows without limit, %s", (_, pace) => {
    // 12 single spells of up to four periods.
    const rows = Array.from({ length: 12 }, (_, id) => id).flatMap((id) => {
      const length = 1 + ((id * pace + Math.floor(id / 3)) % 5);
      return Array.from({ length: Math.min(length, 4) }, (_, t) => ({
        id,
        t,
        event: length === t + 1 ? 1 : 0,
      }));
    });
    const x = rows.map(({ id }) => Math.sin(id * 1.3));
    const ours = fitGammaFrailty(
      withIntercept({ x, time: rows.map(({ t }) => t) }, rows.length),
      rows.map(({ event }) => event),
      rows.map(({ id }) => id),
    );
    expect(codes(ours)).toEqual(["sigma-at-boundary"]);
    expect(ours.warnings[0].message).toContain("without limit");
    expect(ours.converged).toBe(false);
    expect(ours.frailty.variance).toBeGreaterThan(50);
  });

  it("periods without an event: their coefficients are −∞, all else is the fit of the other rows", () => {
    const { matrix, outcome, group } = all.kidney;
    const never = Float64Array.from(outcome, (event, row) => (event === 0 && row % 3 === 0 ? 1 : 0));
    const separated = fitGammaFrailty(
      { ...matrix, numeric: [...matrix.numeric, { name: "never", values: never }] },
      outcome,
      group,
      { robust: "HC0" },
    );
    expect(codes(separated)).toEqual(["quasi-separation"]);
    expect(separated.warnings[0].terms).toEqual(["never"]);
    expect(separated.converged).toBe(false);
    expect(separated.terms[4]).toMatchObject({ estimate: -Infinity, stdError: Infinity });

    const kept = Array.from(outcome.keys()).filter((row) => never[row] === 0);
    const chosen = (values: ArrayLike<number>) => Float64Array.from(kept, (row) => values[row]);
    const others = fitGammaFrailty(
      {
        ...matrix,
        rows: kept.length,
        numeric: matrix.numeric.map((term) => ({ ...term, values: chosen(term.values) })),
      },
      chosen(outcome),
      chosen(group),
      { robust: "HC0" },
    );
    expect(others.frailty.variance).toBeGreaterThan(0.1);
    expect(separated.logLikelihood).toBeCloseTo(others.logLikelihood, 9);
    expect(separated.logLikelihoodPooled).toBeCloseTo(others.logLikelihoodPooled ?? 0, 9);
    expect(relative(separated.frailty.variance, others.frailty.variance)).toBeLessThan(1e-8);
    others.terms.forEach((term, i) => {
      expect(separated.terms[i].estimate).toBeCloseTo(term.estimate, 8);
      expect(separated.terms[i].stdError).toBeCloseTo(term.stdError, 8);
      expect(separated.terms[i].robustStdError).toBeCloseTo(term.robustStdError ?? 0, 8);
    });
  });

  it("rows that are sure of their outcome: the fit of the others, on the edge of θ = 0 too", () => {
    // Every pair has one event and one survivor, so θ = 0; further rows of some pairs have none because of `sure`.
    const rows = Array.from({ length: 20 }, (_, pair) => pair).flatMap((pair) => [
      { pair, x: Math.sin(2 * pair), event: 0, sure: 0 },
      { pair, x: Math.sin(2 * pair + 1), event: 1, sure: 0 },
      ...Array.from({ length: pair < 9 ? 6 : 0 }, () => ({ pair, x: 0.3, event: 0, sure: 1 })),
    ]);
    const of = (kept: typeof rows, columns: ("x" | "sure")[]) =>
      fitGammaFrailty(
        withIntercept(
          Object.fromEntries(columns.map((name) => [name, kept.map((row) => row[name])])),
          kept.length,
        ),
        kept.map(({ event }) => event),
        kept.map(({ pair }) => pair),
      );
    const separated = of(rows, ["x", "sure"]);
    const others = of(
      rows.filter(({ sure }) => sure === 0),
      ["x"],
    );
    expect(codes(others)).toEqual(["sigma-at-boundary"]);
    expect(codes(separated)).toEqual(["quasi-separation", "sigma-at-boundary"]);
    expect(separated.terms[2].estimate).toBe(-Infinity);
    expect(separated.frailty.variance).toBe(0);
    expect(separated.logLikelihood).toBeCloseTo(others.logLikelihood, 9);
    expect(separated.terms[1].estimate).toBeCloseTo(others.terms[1].estimate, 8);

    const { matrix, outcome, group } = all.kidney;
    const sure = outcome.map((event, row) => (event === 1 && row % 5 === 0 ? 1 : 0));
    const patients = fitGammaFrailty(
      { ...matrix, numeric: [...matrix.numeric.slice(0, 2), { name: "sure", values: sure }] },
      outcome,
      group,
    );
    const kept = Array.from(outcome.keys()).filter((row) => sure[row] === 0);
    const rest = fitGammaFrailty(
      withIntercept(
        Object.fromEntries(
          matrix.numeric.slice(0, 2).map(({ name, values }) => [name, kept.map((row) => values[row])]),
        ),
        kept.length,
      ),
      kept.map((row) => outcome[row]),
      kept.map((row) => group[row]),
    );
    expect(rest.converged).toBe(true);
    expect(patients.logLikelihood).toBeCloseTo(rest.logLikelihood, 9);
    expect(relative(patients.frailty.variance, rest.frailty.variance)).toBeLessThan(1e-8);
  });

  it("a column that decides every row", () => {
    const { matrix, outcome, group } = all.kidney;
    const complete = fitGammaFrailty(withIntercept({ x: outcome }, matrix.rows), outcome, group);
    expect(codes(complete)).toEqual(["separation"]);
    expect(complete.terms[1].estimate).toBe(Infinity);
    expect(complete.logLikelihood).toBe(0);
    expect(complete.frailty.variance).toBeNaN();
    expect(complete).toMatchObject({
      logLikelihoodNull: null,
      logLikelihoodPooled: null,
      tests: { likelihoodRatio: null, wald: null, score: null },
      frailtyTest: null,
    });
  });

  it("arguments that do not fit together are refused", () => {
    const { matrix, outcome, group } = all.kidney;
    const bad = (options: GammaFrailtyOptions) => () => fitGammaFrailty(matrix, outcome, group, options);
    expect(() => fitGammaFrailty(matrix, outcome, group.slice(1))).toThrow(RangeError);
    expect(bad({ groupWeights: outcome.map((_, row) => row + 1) })).toThrow(/share a frailty/);
    expect(bad({ beforeEntry: outcome })).toThrow(/before entry/);
    expect(bad({ beforeEntry: outcome.map(() => 0.5) })).toThrow(/neither 0 nor 1/);
    expect(bad({ cluster: Float64Array.from(outcome.keys()) })).toThrow(/whole groups/);
    expect(bad({ start: [0, 0] })).toThrow(RangeError);
  });
});
