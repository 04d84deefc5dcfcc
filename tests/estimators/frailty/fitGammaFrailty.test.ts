import { describe, expect, it } from "vitest";
import { fitBinary } from "../../../estimators/binary/fitBinary.ts";
import {
  fitGammaFrailty,
  type GammaFrailtyFit,
  type GammaFrailtyOptions,
} from "../../../estimators/frailty/fitGammaFrailty.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { personPeriods, type ReferenceName, reference, withIntercept } from "./referenceData.ts";

const codes = (fit: { warnings: readonly { code: string }[] }): string[] =>
  fit.warnings.map(({ code }) => code);
const relative = (value: number, truth: number): number => Math.abs(value / truth - 1);

interface Problem {
  readonly matrix: ModelMatrix;
  readonly outcome: Float64Array;
  readonly group: Float64Array;
  readonly options?: GammaFrailtyOptions;
}

function pick(table: Map<string, Float64Array>, name: string): Float64Array {
  const values = table.get(name);
  if (values === undefined) throw new Error(`no column ${name}`);
  return values;
}

function problems(): Record<ReferenceName, Problem> {
  const kidney = personPeriods("kidney", { last: 600, width: 30 });
  const late = pick(kidney, "period").map((period) => (period > 3 ? 1 : 0));
  const age10 = pick(kidney, "age").map((age) => age / 10);
  const patients = { outcome: pick(kidney, "event"), group: pick(kidney, "id") };
  const female = pick(kidney, "female");
  const n = late.length;

  const cgd = personPeriods("cgd", { last: 480, width: 60 });
  const lung = personPeriods("lung", { last: 1080, width: 60 });
  const lnPeriod = pick(lung, "period").map((period) => Math.log(period));
  const id = pick(lung, "id");
  const period = pick(lung, "period");
  const rows = id.length;
  const institution = pick(lung, "institution");
  const dying = {
    matrix: withIntercept(
      { female: pick(lung, "female"), karnofsky: pick(lung, "karnofsky"), lnPeriod },
      rows,
    ),
    outcome: pick(lung, "event"),
  };

  const reached = new Set(id.filter((_, row) => period[row] > 3));
  const kept = Array.from(id.keys()).filter((row) => id[row] % 3 !== 0 || reached.has(id[row]));
  const chosen = (values: Float64Array) => Float64Array.from(kept, (row) => values[row]);

  return {
    kidney: { ...patients, matrix: withIntercept({ age10, female, late }, n) },
    kidneyNull: { ...patients, matrix: withIntercept({}, n) },
    kidneyWeighted: {
      ...patients,
      matrix: withIntercept({ female }, n),
      options: {
        offset: late.map((value) => 0.1 * value),
        weights: patients.group.map((code) => 1 + (code % 3)),
      },
    },
    cgd: {
      matrix: withIntercept(
        {
          treated: pick(cgd, "treated"),
          age: pick(cgd, "age"),
          time: pick(cgd, "period").map((value) => (value - 1) / 4),
        },
        pick(cgd, "id").length,
      ),
      outcome: pick(cgd, "event"),
      group: pick(cgd, "id"),
      options: { cluster: pick(cgd, "center") },
    },
    lung: { ...dying, group: id, options: { cluster: institution } },
    classes: {
      matrix: withIntercept({ age: pick(lung, "age"), lnPeriod }, rows),
      outcome: dying.outcome,
      group: pick(lung, "karnofsky").map((score, row) => 10 * score + pick(lung, "female")[row]),
    },
    delayed: {
      matrix: withIntercept(
        { female: chosen(pick(lung, "female")), lnPeriod: chosen(lnPeriod) },
        kept.length,
      ),
      outcome: chosen(dying.outcome),
      group: chosen(id),
      options: { beforeEntry: kept.map((row) => (id[row] % 3 === 0 && period[row] <= 3 ? 1 : 0)) },
    },
  };
}

const all = problems();
const fitProblem = (problem: Problem, options: GammaFrailtyOptions = {}): GammaFrailtyFit =>
  fitGammaFrailty(problem.matrix, problem.outcome, problem.group, { ...problem.options, ...options });

describe("on real durations the gamma frailty equals R's integral over v, maximised", () => {
  it.each(Object.keys(reference).map((name) => name as ReferenceName))(
    "%s: coefficients and log-likelihood to 1e-7, errors to 1e-5",
    (name) => {
      const truth = reference[name];
      const problem = all[name];
      const { options } = problem;
      const ours = fitProblem(problem, options?.cluster === undefined ? { robust: "HC0" } : {});
      expect(ours).toMatchObject({
        converged: true,
        warnings: [],
        observations: truth.rows,
        events: truth.events,
      });
      expect(ours.frailty.groups).toBe(truth.groups);
      expect(ours.robust).toEqual({ type: "HC0", clusters: truth.clusters });
      expect(relative(ours.logLikelihood, truth.logLikelihood)).toBeLessThan(1e-10);
      expect(relative(ours.logLikelihoodPooled, truth.logLikelihoodPooled)).toBeLessThan(1e-10);
      expect(relative(ours.frailty.variance, truth.variance)).toBeLessThan(1e-7);
      expect(
        relative(ours.frailty.varianceStdError / ours.frailty.variance, truth.robustStdError.at(-1) ?? 0),
      ).toBeLessThan(1e-5);
      const k = ours.terms.length;
      const order = [...ours.terms.map(({ term }) => truth.terms.indexOf(term)), k];
      ours.terms.forEach((term, i) => {
        const scale = Math.max(Math.abs(truth.estimate[order[i]]), truth.stdError[order[i]]);
        expect(Math.abs(term.estimate - truth.estimate[order[i]])).toBeLessThan(1e-7 * scale);
        expect(relative(term.stdError, truth.stdError[order[i]])).toBeLessThan(1e-5);
        expect(relative(term.robustStdError ?? 0, truth.robustStdError[order[i]])).toBeLessThan(1e-5);
      });
      for (let i = 0; i <= k; i++) {
        for (let j = 0; j <= k; j++) {
          const there = truth.covariance[order[i]][order[j]];
          const scale = Math.sqrt(
            truth.covariance[order[i]][order[i]] * truth.covariance[order[j]][order[j]],
          );
          expect(Math.abs(ours.covariance[i * (k + 1) + j] - there)).toBeLessThan(1e-5 * scale);
        }
      }
    },
  );
});

describe("a tiny table has a closed form", () => {
  it("two periods and an intercept for each: S₁ and S₂ are the shares that survive", () => {
    // Ten pairs of twin spells of one period each: the shares of pairs with 0, 1, 2 events are matched by b and θ.
    const pairs = [
      ...Array.from({ length: 10 }, () => [0, 0]),
      ...Array.from({ length: 4 }, () => [0, 1]),
      ...Array.from({ length: 6 }, () => [1, 1]),
    ];
    const outcome = Float64Array.from(pairs.flat());
    const group = Float64Array.from(outcome, (_, row) => Math.floor(row / 2));
    const ours = fitGammaFrailty(withIntercept({}, outcome.length), outcome, group);
    const hazard = Math.exp(ours.terms[0].estimate);
    const survival = (hazards: number) =>
      (1 + ours.frailty.variance * hazards) ** (-1 / ours.frailty.variance);
    expect(ours.converged).toBe(true);
    expect(survival(2 * hazard)).toBeCloseTo(10 / 20, 9);
    expect(survival(hazard) - survival(2 * hazard)).toBeCloseTo(4 / 2 / 20, 9);
    expect(ours.logLikelihood).toBeCloseTo(
      10 * Math.log(10 / 20) + 4 * Math.log(2 / 20) + 6 * Math.log(6 / 20),
      10,
    );
    expect(ours.tests).toEqual({ likelihoodRatio: null, wald: null });
    expect(ours.logLikelihoodNull).toBeCloseTo(ours.logLikelihood, 10);
  });
});

describe("the fit", () => {
  const { matrix, outcome, group } = all.kidney;
  const usual = fitProblem(all.kidney);

  it("depends neither on the order of rows nor on the names of groups", () => {
    const order = Array.from(outcome.keys()).sort((a, b) => Math.sin(a * 7.7) - Math.sin(b * 7.7));
    const shuffled = fitGammaFrailty(
      {
        ...matrix,
        numeric: matrix.numeric.map(({ name, values }) => ({
          name,
          values: Float64Array.from(order, (row) => values[row]),
        })),
      },
      order.map((row) => outcome[row]),
      order.map((row) => 1000 - 7 * group[row]),
    );
    shuffled.terms.forEach((term, i) => {
      expect(relative(term.estimate, usual.terms[i].estimate)).toBeLessThan(1e-9);
    });
    expect(relative(shuffled.frailty.variance, usual.frailty.variance)).toBeLessThan(1e-9);
  });

  it("finds the same from far away", () => {
    for (const start of [
      [-6, 1, 1, 1, -5],
      [0, 0, 0, 0, 3],
    ]) {
      const far = fitProblem(all.kidney, { start });
      expect(far.converged).toBe(true);
      expect(relative(far.frailty.variance, usual.frailty.variance)).toBeLessThan(1e-8);
    }
  });

  it("takes a whole weight as groups written several times", () => {
    const copies = Array.from(group).flatMap((code, row) =>
      Array.from({ length: 1 + (code % 3) }, (_, copy) => ({ row, copy })),
    );
    const written = fitGammaFrailty(
      withIntercept({ female: copies.map(({ row }) => matrix.numeric[1].values[row]) }, copies.length),
      copies.map(({ row }) => outcome[row]),
      copies.map(({ row, copy }) => 10 * group[row] + copy),
      { offset: copies.map(({ row }) => 0.1 * matrix.numeric[2].values[row]) },
    );
    const weighted = fitProblem(all.kidneyWeighted);
    expect(weighted.logLikelihood).toBeCloseTo(written.logLikelihood, 9);
    expect(weighted.logLikelihoodNull).toBeCloseTo(written.logLikelihoodNull, 9);
    expect(weighted.logLikelihoodPooled).toBeCloseTo(written.logLikelihoodPooled, 9);
    expect(weighted.terms[1].stdError).toBeCloseTo(written.terms[1].stdError, 9);
    expect(weighted.frailtyTest.statistic).toBeCloseTo(written.frailtyTest.statistic, 8);
  });

  it("has more to say than the cloglog without frailty: test, criteria, limits", () => {
    const pooled = fitBinary(matrix, outcome, { link: "cloglog" });
    expect(usual.logLikelihoodPooled).toBeCloseTo(pooled.logLikelihood, 10);
    expect(usual.frailtyTest.statistic).toBeCloseTo(2 * (usual.logLikelihood - pooled.logLikelihood), 9);
    expect(usual.aic).toBeCloseTo(-2 * usual.logLikelihood + 2 * 5, 10);
    expect(usual.tests.likelihoodRatio).toMatchObject({ df: 3 });
    expect(usual.logLikelihoodNull).toBeCloseTo(reference.kidneyNull.logLikelihood, 8);
    expect(Math.sqrt(usual.frailty.confLow * usual.frailty.confHigh)).toBeCloseTo(usual.frailty.variance, 10);
  });

  it("counts half the χ² with one degree of freedom against θ = 0", () => {
    // Half the probability that |Z| exceeds the root.
    const { statistic, pValue } = usual.frailtyTest;
    expect(statistic).toBeGreaterThan(0);
    expect(pValue).toBeCloseTo(0.5 * (1 - chiSquaredOne(statistic)), 7);
  });
});

/** Pr(χ²₁ < x) by Simpson's rule on the normal density. */
function chiSquaredOne(x: number): number {
  const steps = 2000;
  const width = Math.sqrt(x) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-0.5 * (i * width) ** 2);
  }
  return ((2 / Math.sqrt(2 * Math.PI)) * (sum * width)) / 3;
}

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
    expect(ours.logLikelihood).toBeCloseTo(ours.logLikelihoodPooled, 8);
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
    expect(separated.logLikelihoodPooled).toBeCloseTo(others.logLikelihoodPooled, 9);
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
  });

  it("arguments that do not fit together are refused", () => {
    const { matrix, outcome, group } = all.kidney;
    const bad = (options: GammaFrailtyOptions) => () => fitGammaFrailty(matrix, outcome, group, options);
    expect(() => fitGammaFrailty(matrix, outcome, group.slice(1))).toThrow(RangeError);
    expect(bad({ weights: outcome.map((_, row) => row + 1) })).toThrow(/share a frailty/);
    expect(bad({ beforeEntry: outcome })).toThrow(/before entry/);
    expect(bad({ beforeEntry: outcome.map(() => 0.5) })).toThrow(/neither 0 nor 1/);
    expect(bad({ cluster: Float64Array.from(outcome.keys()) })).toThrow(/whole groups/);
    expect(bad({ start: [0, 0] })).toThrow(RangeError);
  });
});
