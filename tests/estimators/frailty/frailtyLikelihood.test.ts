import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complementaryLogLog } from "../../../estimators/binary/links/complementaryLogLog.ts";
import { maximizePooled } from "../../../estimators/binary/maximizePooled.ts";
import { frailtyLikelihood } from "../../../estimators/frailty/frailtyLikelihood.ts";
import { prepareFrailty } from "../../../estimators/frailty/frailtyProblem.ts";
import { frailtyScoreAtZero } from "../../../estimators/frailty/zeroFrailty.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { groupRows } from "../../../estimators/splitDesign/groupRows.ts";

/** 60 rows of 14 groups, 0 to 6 events in a group, some rows before entry; one factor, two columns. */
const rows = 60;
const wave = (row: number, by: number): number => Math.sin(1 + row * by);
const group = Int32Array.from({ length: rows }, (_, row) => Math.floor((row * row) / 260));
const outcome = Uint8Array.from({ length: rows }, (_, row) => (wave(row, 1.7) > 0.3 ? 1 : 0));
const matrix: ModelMatrix = {
  rows,
  intercept: true,
  numeric: [
    { name: "x", values: Float64Array.from({ length: rows }, (_, row) => wave(row, 0.7)) },
    { name: "z", values: Float64Array.from(group, (code) => wave(code, 2.3)) },
  ],
  factors: [
    {
      name: "k",
      codes: Uint16Array.from({ length: rows }, (_, row) => row % 3),
      levels: ["a", "b", "c"],
    },
  ],
};
const beforeEntry = Uint8Array.from(outcome, (event, row) => (event === 0 && row % 4 === 0 ? 1 : 0));
const weights = Float64Array.from(group, (code) => 1 + (code % 4) / 2);
const offset = Float64Array.from({ length: rows }, (_, row) => 0.2 * wave(row, 3.1));
const problem = prepareFrailty(matrix, outcome, groupRows(group), {
  offset,
  groupWeights: weights,
  beforeEntry,
});
const likelihood = frailtyLikelihood(problem);
const n = likelihood.parameters;

function at(point: ArrayLike<number>) {
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  return { value: likelihood.evaluate(Float64Array.from(point), gradient, hessian), gradient, hessian };
}

const point = fc
  .tuple(
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n - 1, maxLength: n - 1 }),
    fc.double({ min: -6, max: 2, noNaN: true }),
  )
  .map(([coefficients, lnVariance]) => [coefficients[0] - 1, ...coefficients.slice(1), lnVariance]);

describe("the likelihood of all groups, with offset, weights and delayed entry", () => {
  it("has the derivatives that differences of it have", () => {
    fc.assert(
      fc.property(point, (here) => {
        const { gradient, hessian } = at(here);
        const step = 1e-4;
        for (let i = 0; i < n; i++) {
          const up = at(here.map((value, j) => (j === i ? value + step : value)));
          const down = at(here.map((value, j) => (j === i ? value - step : value)));
          const slope = (up.value - down.value) / (2 * step);
          expect(Math.abs(gradient[i] - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
          for (let j = 0; j < n; j++) {
            const bend = (up.gradient[j] - down.gradient[j]) / (2 * step);
            const ours = hessian[Math.max(i, j) * n + Math.min(i, j)];
            expect(Math.abs(ours - bend)).toBeLessThan(1e-5 * (1 + Math.abs(bend)));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("has the same Hessian for a group too large for a block of rows × rows", () => {
    // A group of weight 1 with rows of weight 0 in all but name: hazards of e^−700 fill it up to 200 rows.
    const padded = 200;
    const filled = (values: ArrayLike<number>, rest = 0): number[] =>
      Array.from({ length: padded }, (_, row) => (row < 20 ? values[40 + row] : rest));
    const large = {
      ...matrix,
      rows: padded,
      numeric: matrix.numeric.map(({ name, values }) => ({
        name,
        values: Float64Array.from(filled(values)),
      })),
      factors: matrix.factors.map((factor) => ({
        ...factor,
        codes: Uint16Array.from(filled(factor.codes)),
      })),
    };
    const parts = {
      outcome: filled(outcome),
      offset: filled(offset, -700),
      beforeEntry: filled(beforeEntry),
    };
    const here = Float64Array.from({ length: n }, (_, i) => (i === 0 ? -1 : 0.2 * i));
    const hessians = [[0], [1, 2, 3, 4]].map((shares) => {
      const codes = Int32Array.from({ length: padded }, (_, row) =>
        row < 20 ? 0 : shares[row % shares.length],
      );
      const of = prepareFrailty(large, parts.outcome, groupRows(codes), parts);
      const [gradient, hessian] = [new Float64Array(n), new Float64Array(n * n)];
      const value = frailtyLikelihood(of).evaluate(here, gradient, hessian);
      return [value, ...gradient, ...hessian];
    });
    hessians[0].forEach((value, i) => {
      expect(Math.abs(value - hessians[1][i])).toBeLessThan(1e-11 * (1 + Math.abs(value)));
    });
  });

  it("has scores of rows and groups that add up to its gradient", () => {
    const here = Float64Array.from({ length: n }, (_, i) => (i === 0 ? -1 : 0.1 * i));
    const { gradient } = at(here);
    const scores = likelihood.scores(here);
    expect(scores.lnVariance.reduce((sum, score) => sum + score, 0)).toBeCloseTo(gradient[n - 1], 10);
    // The intercept's column is 1 throughout.
    expect(scores.row.reduce((sum, score) => sum + score, 0)).toBeCloseTo(gradient[0], 10);
  });

  it("grows from θ = 0 as the score there says", () => {
    const pooled = maximizePooled(
      problem.binary,
      null,
      { maxIterations: 50, tolerance: 1e-16 },
      complementaryLogLog,
    );
    const score = frailtyScoreAtZero(problem, pooled.point);
    const gain = (variance: number) => at([...pooled.point, Math.log(variance)]).value - pooled.value;
    // Two points take out the second order.
    const slope = (4 * gain(5e-5) - gain(1e-4)) / 1e-4;
    expect(Math.abs(slope / score - 1)).toBeLessThan(1e-5);
  });

  it("of a group seen late is that of a gamma frailty with the mean and variance of those who remain", () => {
    // Given no event under hazard A0, v is gamma with mean 1/(1 + θA0) and the same shape; θ stays and hazards shrink.
    const entry = { rows: 3, intercept: true, numeric: [], factors: [] };
    const codes = groupRows([1, 1, 1]);
    const late = prepareFrailty(entry, [0, 0, 1], codes, { beforeEntry: [1, 0, 0] });
    const lnVariance = Math.log(0.8);
    const shrunk = -0.4 - Math.log(1 + 0.8 * Math.exp(-0.4));
    const [gradient, hessian] = [new Float64Array(2), new Float64Array(4)];
    const value = frailtyLikelihood(late).evaluate(Float64Array.of(-0.4, lnVariance), gradient, hessian);
    const seen = prepareFrailty({ ...entry, rows: 2 }, [0, 1], groupRows([1, 1]), {});
    const same = frailtyLikelihood(seen).evaluate(Float64Array.of(shrunk, lnVariance), gradient, hessian);
    expect(value).toBeCloseTo(same, 13);
  });
});
