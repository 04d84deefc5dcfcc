import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averagePartialEffect } from "../../../estimators/averagePartialEffect.ts";
import { fitBinary } from "../../../estimators/binary/fitBinary.ts";
import { linkLikelihood } from "../../../estimators/binary/linkLikelihood.ts";
import { LINKS } from "../../../estimators/binary/links/links.ts";
import { predictBinary } from "../../../estimators/binary/predictBinary.ts";
import { prepareBinary } from "../../../estimators/binary/prepareBinary.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { fitProbit } from "../../../estimators/probit/fitProbit.ts";
import { pooledLikelihood } from "../../../estimators/probit/pooledLikelihood.ts";
import { groupRows } from "../../../estimators/splitDesign/groupRows.ts";
import { loadData } from "../probit/referenceData.ts";

const links = ["probit", "logit", "cloglog"] as const;
const { matrix, outcome, group } = loadData("bacteria");
const n = matrix.rows;

function table(columns: Record<string, ArrayLike<number>>, rows: number): ModelMatrix {
  const numeric = Object.entries(columns).map(([name, values]) => ({
    name,
    values: Float64Array.from(values),
  }));
  return { rows, intercept: true, numeric, factors: [] };
}

describe.each(links)("a tiny table has a closed form: %s", (link) => {
  it("with an intercept alone the estimate is the link's quantile of the mean, and there is nothing to test", () => {
    const fit = fitBinary(table({}, 10), [1, 0, 0, 0, 1, 0, 0, 0, 0, 0], { link });
    expect(fit.terms[0].estimate).toBeCloseTo(LINKS[link].quantile(0.2), 12);
    expect(fit.logLikelihood).toBeCloseTo(fit.logLikelihoodNull, 12);
    expect(fit.tests).toEqual({ likelihoodRatio: null, wald: null, score: null });
  });

  it("a 2 × 2 table is saturated, and its partial effect is the difference of its shares", () => {
    const x = [0, 0, 0, 0, 0, 1, 1, 1, 1];
    const y = [1, 0, 0, 0, 0, 1, 1, 1, 0];
    const fit = fitBinary(table({ x }, 9), y, { link });
    const { probability } = predictBinary(fit, table({ x }, 9));
    expect(probability[0]).toBeCloseTo(1 / 5, 12);
    expect(probability[8]).toBeCloseTo(3 / 4, 12);
    const effect = averagePartialEffect(fit, table({ x }, 9), "x", { rows: x.map((value) => 1 - value) });
    expect(effect.estimate).toBeCloseTo(3 / 4 - 1 / 5, 12);
    // In a saturated model the scores' variance is the information.
    const robust = fitBinary(table({ x }, 9), y, { link, robust: "HC0" });
    expect(robust.terms[1].robustStdError).toBeCloseTo(robust.terms[1].stdError, 5);
  });
});

describe.each(links)("%s: the fit", (link) => {
  it("takes whole weights as rows written several times, robust scores apart", () => {
    const weights = Uint8Array.from({ length: n }, (_, row) => 1 + (row % 3));
    const copies = Array.from(weights).flatMap((weight, row) => Array<number>(weight).fill(row));
    const written: ModelMatrix = {
      rows: copies.length,
      intercept: true,
      numeric: matrix.numeric.map(({ name, values }) => ({
        name,
        values: Float64Array.from(copies, (row) => values[row]),
      })),
      factors: matrix.factors.map((term) => ({
        ...term,
        codes: Uint16Array.from(copies, (row) => term.codes[row]),
      })),
    };
    const weighted = fitBinary(matrix, outcome, {
      link,
      weights,
      cluster: Int32Array.from(outcome, (_, row) => row),
    });
    const repeated = fitBinary(
      written,
      Uint8Array.from(copies, (row) => outcome[row]),
      { link, cluster: copies },
    );
    expect(weighted.logLikelihood).toBeCloseTo(repeated.logLikelihood, 9);
    expect(weighted.logLikelihoodNull).toBeCloseTo(repeated.logLikelihoodNull, 9);
    weighted.terms.forEach((term, i) => {
      expect(term.estimate).toBeCloseTo(repeated.terms[i].estimate, 8);
      expect(term.stdError).toBeCloseTo(repeated.terms[i].stdError, 8);
      expect(term.robustStdError).toBeCloseTo(repeated.terms[i].robustStdError ?? 0, 8);
    });
  });

  it("clusters of one row are the robust covariance, up to the factor n/(n − 1)", () => {
    const cluster = Int32Array.from(outcome, (_, row) => 7 * row - 100);
    const clustered = fitBinary(matrix, outcome, { link, cluster, clusterAdjustment: false, group });
    const robust = fitBinary(matrix, outcome, { link, robust: "HC0" });
    clustered.robustCovariance?.forEach((value, at) => {
      expect(value).toBeCloseTo(robust.robustCovariance?.[at] ?? 0, 10);
    });
    const adjusted = fitBinary(matrix, outcome, { link, cluster });
    const ratio = (adjusted.robustCovariance?.[0] ?? 0) / (robust.robustCovariance?.[0] ?? 0);
    expect(ratio).toBeCloseTo(n / (n - 1), 7);
  });

  it("makes statistics, limits and effects with the robust covariance, and keeps the model's own", () => {
    const plain = fitBinary(matrix, outcome, { link });
    const robust = fitBinary(matrix, outcome, { link, cluster: group });
    expect(plain.robustCovariance).toBeUndefined();
    expect(robust.covariance).toEqual(plain.covariance);
    robust.terms.forEach((term, i) => {
      expect(term.stdError).toBe(plain.terms[i].stdError);
      expect(term.statistic).toBe(term.estimate / (term.robustStdError ?? 0));
      expect((term.confHigh - term.confLow) / (term.robustStdError ?? 0)).toBeCloseTo(3.919927969080108, 10);
    });
    const effectOf = (fit: typeof plain) => averagePartialEffect(fit, matrix, "late");
    expect(effectOf(robust).estimate).toBe(effectOf(plain).estimate);
    expect(effectOf(robust).stdError).not.toBeCloseTo(effectOf(plain).stdError, 4);
  });

  it("finds the same from far away", () => {
    const usual = fitBinary(matrix, outcome, { link });
    for (const start of [
      [-3, 1, 1, -1],
      [2, 2, 2, 2],
    ]) {
      const far = fitBinary(matrix, outcome, { link, start });
      expect(far.converged).toBe(true);
      far.terms.forEach((term, i) => {
        expect(term.estimate).toBeCloseTo(usual.terms[i].estimate, 8);
      });
    }
  });

  it("names what cannot be estimated", () => {
    const x = Float64Array.from({ length: 40 }, (_, i) => Math.sin(i * 1.7));
    const w = Float64Array.from({ length: 40 }, (_, i) => Math.cos(i * 2.3));
    const y = Uint8Array.from({ length: 40 }, (_, i) => Number(Math.sin(i * i) > 0));
    const named = (
      columns: Record<string, ArrayLike<number>>,
      outcomes: ArrayLike<number>,
      cluster?: number[],
    ) => {
      const { warnings, converged } = fitBinary(table(columns, 40), outcomes, {
        link,
        ...(cluster && { cluster }),
      });
      return [converged, ...warnings.map(({ code, terms }) => `${code} ${terms.join()}`)];
    };
    expect(named({ x, w }, y)).toEqual([true]);
    expect(named({ x, twice: x.map((v) => 2 * v) }, y)).toEqual([true, "collinear twice"]);
    expect(
      named(
        { x, w },
        x.map((v) => Number(v > 0.3)),
      ),
    ).toEqual([false, "separation x"]);
    expect(
      named(
        { x, w },
        x.map((v, i) => Number(v + w[i] > 0.1)),
      ),
    ).toEqual([false, "separation x,w"]);
    expect(named({ x }, new Uint8Array(40))).toEqual([false, "constant-outcome "]);
    expect(named({ x }, y, Array<number>(40).fill(3))).toEqual([true, "one-cluster "]);
  });
});

describe("one cluster", () => {
  it("has no robust covariance: NaN, and the estimates stand", () => {
    const fit = fitBinary(matrix, outcome, { cluster: new Int32Array(n) });
    expect(fit.converged).toBe(true);
    expect(fit.terms.every(({ robustStdError }) => Number.isNaN(robustStdError))).toBe(true);
    expect(fit.tests.wald?.statistic).toBeNaN();
    expect(fit.terms[0].stdError).toBeGreaterThan(0);
  });
});

describe("fewer clusters than terms", () => {
  it("give standard errors, but no Wald test: the covariance is singular", () => {
    const cluster = Int32Array.from(outcome, (_, row) => row % 3);
    const fit = fitBinary(matrix, outcome, { cluster });
    expect(fit.terms.every(({ robustStdError }) => (robustStdError ?? 0) > 0)).toBe(true);
    expect(fit.tests.wald?.statistic).toBeNaN();
    expect(fit.tests.wald?.pValue).toBeNaN();
    expect(fit.tests.likelihoodRatio?.pValue).toBeLessThan(0.05);
  });
});

describe("what is refused", () => {
  it("weights that are not positive, columns of another length, terms of another model", () => {
    expect(() => fitBinary(matrix, outcome, { weights: new Float64Array(n) })).toThrow(/weights, row 0: 0/);
    expect(() => fitBinary(matrix, outcome, { weights: [1] })).toThrow(/weights/);
    expect(() => fitBinary(matrix, outcome, { cluster: [1] })).toThrow(/cluster column/);
    const fit = fitProbit(matrix, outcome);
    expect(() => predictBinary(fit, table({ other: [1] }, 1))).toThrow(/other/);
    expect(() => averagePartialEffect({ ...fit, model: "cox" }, matrix, "late")).toThrow(/link/);
  });
});

describe("the likelihood", () => {
  const { terms } = prepareBinary(matrix, outcome, groupRows(group), undefined);
  const aPoint = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
    minLength: terms.length,
    maxLength: terms.length,
  });
  const weights = Float64Array.from(outcome, (_, row) => 0.5 + (row % 4));

  it.each(links)("of the %s has the gradient and Hessian that its numerical derivatives have", (link) => {
    const problem = prepareBinary(matrix, outcome, groupRows(group), undefined, weights);
    const { evaluate } = linkLikelihood(problem, LINKS[link]);
    const k = terms.length;
    const at = (point: number[]) => {
      const gradient = new Float64Array(k);
      const hessian = new Float64Array(k * k);
      return { value: evaluate(Float64Array.from(point), gradient, hessian), gradient, hessian };
    };
    fc.assert(
      fc.property(aPoint, (point) => {
        const here = at(point);
        const h = 1e-5;
        for (let j = 0; j < k; j++) {
          const up = at(point.map((value, i) => value + (i === j ? h : 0)));
          const down = at(point.map((value, i) => value - (i === j ? h : 0)));
          const scale = 1 + Math.abs(here.value);
          expect(Math.abs((up.value - down.value) / (2 * h) - here.gradient[j])).toBeLessThan(1e-6 * scale);
          for (let i = j; i < k; i++) {
            const numeric = (up.gradient[i] - down.gradient[i]) / (2 * h);
            expect(Math.abs(numeric - here.hessian[i * k + j])).toBeLessThan(1e-6 * scale);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("of the probit is that of its fast kernel", () => {
    const problem = prepareBinary(matrix, outcome, groupRows(group), undefined);
    const k = terms.length;
    const kernels = [
      linkLikelihood(problem, LINKS.probit),
      pooledLikelihood(problem.design, problem.signs, null, terms),
    ];
    fc.assert(
      fc.property(aPoint, (point) => {
        const [general, fast] = kernels.map(({ evaluate }) => {
          const derivatives = [new Float64Array(k), new Float64Array(k * k)] as const;
          const value = evaluate(Float64Array.from(point), ...derivatives);
          return [value, ...derivatives[0], ...derivatives[1]];
        });
        general.forEach((value, i) => {
          expect(Math.abs(value - fast[i])).toBeLessThan(1e-11 * (1 + Math.abs(value)));
        });
      }),
    );
  });
});
