import { describe, expect, it } from "vitest";
import { fitBinary } from "../../../estimators/binary/fitBinary.ts";
import { fitGammaFrailty } from "../../../estimators/frailty/fitGammaFrailty.ts";
import { type ReferenceName, reference, withIntercept } from "./referenceData.ts";
import { all, fitProblem, relative } from "./referenceProblems.ts";

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
      expect(relative(ours.logLikelihoodPooled ?? 0, truth.logLikelihoodPooled)).toBeLessThan(1e-10);
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
    expect(ours.tests).toEqual({ likelihoodRatio: null, wald: null, score: null });
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
    expect(weighted.logLikelihoodNull).toBeCloseTo(written.logLikelihoodNull ?? 0, 9);
    expect(weighted.logLikelihoodPooled).toBeCloseTo(written.logLikelihoodPooled ?? 0, 9);
    expect(weighted.terms[1].stdError).toBeCloseTo(written.terms[1].stdError, 9);
    expect(weighted.frailtyTest?.statistic).toBeCloseTo(written.frailtyTest?.statistic ?? 0, 8);
    expect(weighted.tests.score?.statistic).toBeCloseTo(written.tests.score?.statistic ?? 0, 7);
  });

  it("has more to say than the cloglog without frailty: test, criteria, limits", () => {
    const pooled = fitBinary(matrix, outcome, { link: "cloglog" });
    expect(usual.logLikelihoodPooled).toBeCloseTo(pooled.logLikelihood, 10);
    expect(usual.frailtyTest?.statistic).toBeCloseTo(2 * (usual.logLikelihood - pooled.logLikelihood), 9);
    expect(usual.aic).toBeCloseTo(-2 * usual.logLikelihood + 2 * 5, 10);
    expect(usual.tests.likelihoodRatio).toMatchObject({ df: 3 });
    expect(usual.logLikelihoodNull).toBeCloseTo(reference.kidneyNull.logLikelihood, 8);
    expect(Math.sqrt(usual.frailty.confLow * usual.frailty.confHigh)).toBeCloseTo(usual.frailty.variance, 10);
  });

  it("has a score test: the groups' scores at the model without terms, their outer products as information", () => {
    const { terms, frailty } = fitProblem(all.kidneyNull);
    const point = [terms[0].estimate, 0, 0, 0, Math.log(frailty.variance)];
    const scores = Array.from(new Set(group), (code) => {
      const own = Array.from(group.keys()).filter((row) => group[row] === code);
      return point.map((_, i) => {
        const moved = (by: number) =>
          integralOverFrailty(
            own.map((row) => ({ x: matrix.numeric.map(({ values }) => values[row]), event: outcome[row] })),
            point.map((value, j) => (j === i ? value + by : value)),
          );
        return (moved(1e-4) - moved(-1e-4)) / 2e-4;
      });
    });
    expect(usual.tests.score?.df).toBe(3);
    expect(relative(usual.tests.score?.statistic ?? 0, statisticOf(scores))).toBeLessThan(1e-5);
  });

  it("fits nothing more when tests are not asked for", () => {
    expect(fitProblem(all.kidney, { tests: false })).toMatchObject({
      logLikelihood: usual.logLikelihood,
      logLikelihoodNull: null,
      logLikelihoodPooled: null,
      tests: { likelihoodRatio: null, wald: null, score: null },
      frailtyTest: null,
    });
  });

  it("counts half the χ² with one degree of freedom against θ = 0", () => {
    // Half the probability that |Z| exceeds the root.
    const { statistic, pValue } = usual.frailtyTest ?? { statistic: 0, pValue: 0 };
    expect(statistic).toBeGreaterThan(0);
    expect(pValue).toBeCloseTo(0.5 * (1 - chiSquaredOne(statistic)), 7);
  });
});

/** Log of ∫ Π Pr(y | v) dG(v), G gamma with mean 1, by a sum over an even grid of log v. */
function integralOverFrailty(
  rows: readonly { readonly x: readonly number[]; readonly event: number }[],
  parameters: readonly number[],
): number {
  const shape = Math.exp(-(parameters.at(-1) ?? 0));
  let all = 0;
  let density = 0;
  for (let lnV = -40; lnV < 8; lnV += 0.05) {
    const weight = Math.exp(shape * (lnV - Math.exp(lnV)));
    let likelihood = weight;
    for (const { x, event } of rows) {
      const index = x.reduce((sum, value, i) => sum + value * parameters[i + 1], parameters[0]);
      const survives = Math.exp(-Math.exp(index + lnV));
      likelihood *= event === 1 ? 1 - survives : survives;
    }
    all += likelihood;
    density += weight;
  }
  return Math.log(all / density);
}

/** g'(Σ ss')⁻¹g by elimination, g the sum of the scores s. */
function statisticOf(scores: readonly (readonly number[])[]): number {
  const n = scores[0].length;
  const table = Array.from({ length: n + 1 }, (_, i) =>
    Array.from({ length: n + 1 }, (_, j) =>
      i === n && j === n
        ? 0
        : scores.reduce((sum, score) => sum + (i < n ? score[i] : 1) * (j < n ? score[j] : 1), 0),
    ),
  );
  for (let pivot = 0; pivot < n; pivot++) {
    for (let i = pivot + 1; i <= n; i++) {
      const factor = table[i][pivot] / table[pivot][pivot];
      for (let j = pivot; j <= n; j++) table[i][j] -= factor * table[pivot][j];
    }
  }
  return -table[n][n];
}

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
