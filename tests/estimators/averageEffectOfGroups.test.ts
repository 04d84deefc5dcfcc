import { describe, expect, it } from "vitest";
import { averageEffectOfGroups } from "../../estimators/averageEffectOfGroups.ts";
import { LINKS } from "../../estimators/binary/links/links.ts";
import type { RandomEffectsFit } from "../../estimators/fit.ts";
import { type ModelMatrix, termNames } from "../../estimators/modelMatrix.ts";
import { fitRandomEffects } from "../../estimators/randomEffects/fitRandomEffects.ts";
import { loadData } from "./probit/referenceData.ts";

const { matrix, outcome, group } = loadData("bacteria");
const fitted = (link: "probit" | "logit" | "cloglog") =>
  fitRandomEffects(matrix, outcome, group, { link, quadratureNodes: 32, tests: false });
const probit = fitted("probit");
const term = matrix.numeric[0].name;

/** The fit with its j-th parameter moved by h; j = number of terms is ln σ. */
function moved(fit: RandomEffectsFit, j: number, h: number): RandomEffectsFit {
  const { sigma } = fit.randomEffect;
  return {
    ...fit,
    terms: fit.terms.map((each, i) => (i === j ? { ...each, estimate: each.estimate + h } : each)),
    randomEffect: { ...fit.randomEffect, sigma: j === fit.terms.length ? sigma * Math.exp(h) : sigma },
  };
}

/** Cells of the dense model matrix: intercept, numeric columns, dummies. */
function denseRow(of: ModelMatrix, row: number): number[] {
  const cells = of.intercept ? [1] : [];
  for (const { values } of of.numeric) cells.push(values[row]);
  for (const { codes, levels } of of.factors) {
    for (let level = 1; level < levels.length; level++) cells.push(codes[row] === level ? 1 : 0);
  }
  return cells;
}

/** Mean and variance given the outcomes of a group's summed differences, on a fine grid of the random effect. */
function onGrid(fit: RandomEffectsFit, rows: readonly number[]): { mean: number; variance: number } {
  const { probability } = LINKS[fit.link];
  const coefficients = fit.terms.map(({ estimate }) => estimate);
  const { sigma } = fit.randomEffect;
  const slope = coefficients[termNames(matrix).indexOf(term)];
  let [weightSum, sum, squares] = [0, 0, 0];
  for (let u = -9; u <= 9; u += 0.1) {
    let logWeight = -0.5 * u * u;
    let difference = 0;
    for (const row of rows) {
      const index = denseRow(matrix, row).reduce((total, x, i) => total + x * coefficients[i], sigma * u);
      const ofOne = probability(index);
      logWeight += Math.log(outcome[row] === 1 ? ofOne : 1 - ofOne);
      difference += probability(index + slope) - ofOne;
    }
    const weight = Math.exp(logWeight);
    weightSum += weight;
    sum += weight * difference;
    squares += weight * difference * difference;
  }
  const mean = sum / weightSum;
  return { mean, variance: squares / weightSum - mean * mean };
}

function rowsByGroup(): number[][] {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < matrix.rows; row++) {
    const own = rows.get(group[row]) ?? [];
    own.push(row);
    rows.set(group[row], own);
  }
  return [...rows.values()];
}

describe("the average effect of the groups at hand", () => {
  it.each([
    ["probit", probit],
    ["logit", fitted("logit")],
    ["cloglog", fitted("cloglog")],
  ] as const)(
    "is the posterior mean on a fine grid, with the delta method's and the posterior's variance: %s",
    (_, fit) => {
      const effect = averageEffectOfGroups(fit, matrix, outcome, group, term);
      const grid = rowsByGroup().map((rows) => onGrid(fit, rows));
      const n = matrix.rows;
      expect(effect.estimate).toBeCloseTo(grid.reduce((sum, { mean }) => sum + mean, 0) / n, 9);

      const parameters = fit.terms.length + 1;
      const gradient = Array.from({ length: parameters }, (_, j) => {
        const h = 1e-4;
        const up = averageEffectOfGroups(moved(fit, j, h), matrix, outcome, group, term).estimate;
        const down = averageEffectOfGroups(moved(fit, j, -h), matrix, outcome, group, term).estimate;
        return (up - down) / (2 * h);
      });
      let variance = grid.reduce((sum, each) => sum + each.variance, 0) / (n * n);
      for (let i = 0; i < parameters; i++) {
        for (let j = 0; j < parameters; j++)
          variance += gradient[i] * gradient[j] * fit.covariance[i * parameters + j];
      }
      expect(effect.stdError / Math.sqrt(variance) - 1).toBeLessThan(1e-5);
      expect(effect.stdError / Math.sqrt(variance) - 1).toBeGreaterThan(-1e-5);
    },
  );

  it("does not depend on the order of the rows", () => {
    const rows = Array.from({ length: matrix.rows }, (_, at) => (at * 7919) % matrix.rows);
    expect(new Set(rows).size).toBe(matrix.rows);
    const shuffled: ModelMatrix = {
      ...matrix,
      numeric: matrix.numeric.map((each) => ({
        ...each,
        values: Float64Array.from(rows, (row) => each.values[row]),
      })),
      factors: matrix.factors.map((each) => ({
        ...each,
        codes: Uint16Array.from(rows, (row) => each.codes[row]),
      })),
    };
    const effect = averageEffectOfGroups(probit, matrix, outcome, group, term);
    const again = averageEffectOfGroups(
      probit,
      shuffled,
      rows.map((row) => outcome[row]),
      rows.map((row) => group[row]),
      term,
    );
    expect(again.estimate).toBeCloseTo(effect.estimate, 12);
    expect(again.stdError).toBeCloseTo(effect.stdError, 12);
  });

  it("stands beside a term that was left out, which has none", () => {
    const numeric = [...matrix.numeric, { name: "one", values: new Float64Array(matrix.rows).fill(1) }];
    const wider = { ...matrix, numeric };
    const fit = fitRandomEffects(wider, outcome, group, { quadratureNodes: 32, tests: false });
    const [found, expected] = [
      averageEffectOfGroups(fit, wider, outcome, group, term),
      averageEffectOfGroups(probit, matrix, outcome, group, term),
    ];
    expect(found.estimate).toBeCloseTo(expected.estimate, 10);
    expect(found.stdError).toBeCloseTo(expected.stdError, 10);
    expect(averageEffectOfGroups(fit, wider, outcome, group, "one")).toMatchObject({
      estimate: Number.NaN,
      reason: "left-out",
    });
  });

  it("refuses a term that is not numeric", () => {
    expect(() => averageEffectOfGroups(probit, matrix, outcome, group, "(Intercept)")).toThrow(
      /no numeric term/,
    );
  });
});
