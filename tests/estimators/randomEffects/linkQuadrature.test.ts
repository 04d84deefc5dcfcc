import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LinkName } from "../../../estimators/binary/links/link.ts";
import { LINKS } from "../../../estimators/binary/links/links.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { linkQuadrature } from "../../../estimators/randomEffects/linkQuadrature.ts";
import type { QuadratureLikelihood } from "../../../estimators/randomEffects/quadratureLikelihood.ts";
import { quadratureLikelihood } from "../../../estimators/randomEffects/quadratureLikelihood.ts";
import {
  prepareRandomEffects,
  type RandomEffectsProblem,
} from "../../../estimators/randomEffects/randomEffectsProblem.ts";
import { standardise } from "../../../estimators/splitDesign/estimatedTerms.ts";
import { groupRows } from "../../../estimators/splitDesign/groupRows.ts";
import { type GridPanel, gridLikelihood } from "./gridLikelihood.ts";

const links = ["probit", "logit", "cloglog"] as const;
const COEFFICIENTS = [0.3, -0.5, 0.4, 0.6];

interface Panel {
  readonly matrix: ModelMatrix;
  readonly grid: Required<GridPanel>;
}

/** A varying and a constant column, a varying factor, unequal groups whose rows lie apart, row and group weights. */
const aPanel: fc.Arbitrary<Panel> = fc
  .array(
    fc.record({
      constant: fc.integer({ min: -8, max: 8 }),
      groupWeight: fc.integer({ min: 1, max: 5 }),
      rows: fc.array(
        fc.record({
          x: fc.integer({ min: -16, max: 16 }),
          level: fc.integer({ min: 0, max: 1 }),
          y: fc.integer({ min: 0, max: 1 }),
          weight: fc.integer({ min: 1, max: 6 }),
          offset: fc.integer({ min: -4, max: 4 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
    { minLength: 6, maxLength: 10 },
  )
  .map((groups) => {
    const rows = groups
      .flatMap(({ constant, groupWeight, rows: own }, g) =>
        own.map((row, t) => ({
          ...row,
          x: row.x / 8,
          constant: constant / 4,
          groupWeight: groupWeight / 2,
          g,
          t,
        })),
      )
      .sort((a, b) => a.t - b.t);
    return {
      matrix: {
        rows: rows.length,
        intercept: true,
        numeric: [
          { name: "x", values: Float64Array.from(rows, ({ x }) => x) },
          { name: "constant", values: Float64Array.from(rows, ({ constant }) => constant) },
        ],
        factors: [{ name: "level", levels: ["a", "b"], codes: Uint16Array.from(rows, ({ level }) => level) }],
      },
      grid: {
        x: rows.map(({ x, constant, level }) => [1, x, constant, level]),
        y: rows.map(({ y }) => y),
        group: rows.map(({ g }) => g),
        weights: rows.map(({ weight }) => weight / 3),
        groupWeights: rows.map(({ groupWeight }) => groupWeight),
        offset: rows.map(({ offset }) => offset / 4),
      },
    };
  });

function prepared({ matrix, grid }: Panel, link: LinkName): RandomEffectsProblem {
  const { y, group, offset, weights, groupWeights } = grid;
  return prepareRandomEffects(matrix, y, groupRows(group), LINKS[link], offset, { weights, groupWeights });
}

function likelihoodOf(problem: RandomEffectsProblem, nodes: number): QuadratureLikelihood {
  const { pooled, link, rowWeights, groupWeights } = problem;
  const { design, signs, offset, terms } = pooled;
  return linkQuadrature({ design, signs, offset, rowWeights, groupWeights, terms }, link, nodes);
}

function pointOf({ pooled }: RandomEffectsProblem, lnSigma: number): Float64Array {
  const own = Float64Array.from(pooled.terms, (term) => COEFFICIENTS[term]);
  return Float64Array.of(...standardise(pooled.design, pooled.terms, own), lnSigma);
}

function derivatives({ parameters, evaluate }: QuadratureLikelihood, at: Float64Array) {
  const gradient = new Float64Array(parameters);
  const hessian = new Float64Array(parameters ** 2);
  return { value: evaluate(at, gradient, hessian), gradient, hessian };
}

function checkDerivatives(
  objective: QuadratureLikelihood,
  point: Float64Array,
  tolerance: number,
  second: boolean,
): void {
  const n = objective.parameters;
  const { gradient, hessian } = derivatives(objective, point);
  const h = 1e-3;
  for (let j = 0; j < n; j++) {
    const [far, near, after, farAfter] = [-2 * h, -h, h, 2 * h].map((step) =>
      derivatives(
        objective,
        point.map((value, i) => (i === j ? value + step : value)),
      ),
    );
    const slope = (of: (at: typeof far) => number) =>
      (8 * (of(after) - of(near)) - (of(farAfter) - of(far))) / (12 * h);
    const error = Math.abs(slope(({ value }) => value) - gradient[j]);
    expect(error).toBeLessThan(tolerance * (1 + Math.abs(gradient[j])));
    for (let i = j; second && i < n; i++) {
      const numerical = slope((at) => at.gradient[i]);
      expect(Math.abs(numerical - hessian[i * n + j])).toBeLessThan(
        10 * tolerance * (1 + Math.abs(numerical)),
      );
    }
  }
}

describe.each(links)(
  "the quadrature likelihood with link %s, row weights, group weights and offset",
  (link) => {
    it("equals the integral by its definition to 1e-9", () => {
      fc.assert(
        fc.property(aPanel, fc.double({ min: -2, max: 0.2, noNaN: true }), (panel, lnSigma) => {
          const problem = prepared(panel, link);
          const coefficients = COEFFICIENTS.map((value, i) => (problem.pooled.terms.includes(i) ? value : 0));
          const truth = gridLikelihood(panel.grid, link, coefficients, Math.exp(lnSigma));
          const likelihood = likelihoodOf(problem, 120);
          const value = likelihood.value(pointOf(problem, lnSigma));
          expect(Math.abs(value - truth)).toBeLessThan(1e-9 * (1 + Math.abs(truth)));
          expect(derivatives(likelihood, pointOf(problem, lnSigma)).value).toBeCloseTo(value, 10);
        }),
        { numRuns: 12 },
      );
    });

    it("has the gradient and the Hessian of numerical differences", () => {
      fc.assert(
        fc.property(aPanel, fc.double({ min: -1.5, max: 0, noNaN: true }), (panel, lnSigma) => {
          const problem = prepared(panel, link);
          checkDerivatives(likelihoodOf(problem, 60), pointOf(problem, lnSigma), 1e-7, true);
        }),
        { numRuns: 8 },
      );
    });

    it("has the gradient of its own value, nodes moving, however few they are", () => {
      fc.assert(
        fc.property(
          aPanel,
          fc.double({ min: -1, max: 1, noNaN: true }),
          fc.constantFrom(1, 2, 3, 5),
          (panel, lnSigma, nodes) => {
            const problem = prepared(panel, link);
            checkDerivatives(likelihoodOf(problem, nodes), pointOf(problem, lnSigma), 1e-5, false);
          },
        ),
        { numRuns: 15 },
      );
    });

    it("sums the scores of rows and groups to its gradient", () => {
      fc.assert(
        fc.property(aPanel, (panel) => {
          const problem = prepared(panel, link);
          const likelihood = likelihoodOf(problem, 9);
          const point = pointOf(problem, -0.4);
          const { gradient } = derivatives(likelihood, point);
          const { row, lnSigma } = likelihood.scores(point);
          const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
          expect(total(row)).toBeCloseTo(gradient[0], 10);
          expect(total(lnSigma)).toBeCloseTo(gradient[gradient.length - 1], 10);
        }),
        { numRuns: 10 },
      );
    });

    it("stays finite, and its own gradient's, far from any sensible parameter", () => {
      const rows = 24;
      const matrix: ModelMatrix = {
        rows,
        intercept: true,
        numeric: [{ name: "x", values: Float64Array.from({ length: rows }, (_, i) => (i % 7) - 3) }],
        factors: [],
      };
      const y = Uint8Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? 1 : 0));
      const group = Int32Array.from({ length: rows }, (_, i) => i % 4);
      const problem = prepareRandomEffects(matrix, y, groupRows(group), LINKS[link], undefined, {});
      const likelihood = likelihoodOf(problem, 12);
      for (const [intercept, slope, lnSigma] of [
        [0, 100, 0],
        [-600, 1, 1],
        [300, -50, 3],
        [1000, 0, -3],
      ]) {
        const { value, gradient, hessian } = derivatives(
          likelihood,
          Float64Array.of(intercept, slope, lnSigma),
        );
        expect(value).toBeLessThan(0);
        expect([value, ...gradient, hessian[0], hessian[4], hessian[8]].every(Number.isFinite)).toBe(true);
      }
    });
  },
);

describe("the general likelihood", () => {
  it("without weights is the faster one of the probit", () => {
    fc.assert(
      fc.property(aPanel, fc.integer({ min: 1, max: 24 }), ({ matrix, grid }, nodes) => {
        const problem = prepareRandomEffects(
          matrix,
          grid.y,
          groupRows(grid.group),
          LINKS.probit,
          grid.offset,
          {},
        );
        const { design, signs, offset, terms } = problem.pooled;
        const point = pointOf(problem, -0.3);
        const general = derivatives(likelihoodOf(problem, nodes), point);
        const fast = derivatives(quadratureLikelihood(design, signs, offset, terms, nodes), point);
        expect(general.value).toBeCloseTo(fast.value, 10);
        general.gradient.forEach((slope, i) => {
          expect(slope).toBeCloseTo(fast.gradient[i], 8);
        });
        const n = general.gradient.length;
        for (let i = 0; i < n; i++) {
          for (let j = 0; j <= i; j++) {
            expect(general.hessian[i * n + j]).toBeCloseTo(fast.hessian[i * n + j], 8);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each(links)("counts a row twice as two rows, and a group twice as two groups: %s", (link) => {
    fc.assert(
      fc.property(aPanel, ({ matrix, grid }) => {
        const take = (
          rows: readonly number[],
          weights: object,
          groups: (row: number, at: number) => number,
        ) => {
          const table: ModelMatrix = {
            ...matrix,
            rows: rows.length,
            numeric: matrix.numeric.map((term) => ({
              ...term,
              values: Float64Array.from(rows, (r) => term.values[r]),
            })),
            factors: matrix.factors.map((term) => ({
              ...term,
              codes: Uint16Array.from(rows, (r) => term.codes[r]),
            })),
          };
          const group = groupRows(rows.map(groups));
          const y = rows.map((row) => grid.y[row]);
          const problem = prepareRandomEffects(table, y, group, LINKS[link], undefined, weights);
          // On the columns as given: centring differs between the tables.
          return likelihoodOf(problem, 20).value(pointOf(problem, 0));
        };
        const all = grid.y.map((_, row) => row);
        const twice = [...all, ...all];
        const two = new Float64Array(all.length).fill(2);
        const asRows = take(twice, {}, (row) => grid.group[row]);
        expect(take(all, { weights: two }, (row) => grid.group[row])).toBeCloseTo(asRows, 8);
        const asGroups = take(twice, {}, (row, at) => grid.group[row] + (at < all.length ? 0 : 1000));
        expect(take(all, { groupWeights: two }, (row) => grid.group[row])).toBeCloseTo(asGroups, 8);
      }),
      { numRuns: 8 },
    );
  });

  it("refuses weights that differ within a group, or are not positive", () => {
    const matrix: ModelMatrix = { rows: 3, intercept: true, numeric: [], factors: [] };
    const prepare = (weights: object) =>
      prepareRandomEffects(matrix, [0, 1, 0], groupRows([1, 1, 2]), LINKS.logit, undefined, weights);
    expect(() => prepare({ groupWeights: [1, 2, 1] })).toThrow(
      /rows 0 and 1 are of one group and have 1 and 2/,
    );
    expect(() => prepare({ weights: [1, 0, 1] })).toThrow(/row 1: 0 is not a positive number/);
    expect(() => prepare({ groupWeights: [1, 1] })).toThrow(/2 numbers where 3 are needed/);
  });
});
