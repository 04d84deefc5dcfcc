import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BinaryProblem, prepareBinary } from "../../../estimators/binary/prepareBinary.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { pooledLikelihood } from "../../../estimators/probit/pooledLikelihood.ts";
import { quadratureLikelihood } from "../../../estimators/randomEffects/quadratureLikelihood.ts";
import { standardise } from "../../../estimators/splitDesign/estimatedTerms.ts";
import { groupRows } from "../../../estimators/splitDesign/groupRows.ts";
import { logNormalCdf } from "../../../numerics/normal.ts";
import { type DensePanel, textbookLikelihood } from "./textbookLikelihood.ts";

/** A panel with every kind of column: varying and constant numbers, varying and constant factors, unequal groups, mixed rows. */
interface Panel {
  readonly matrix: ModelMatrix;
  readonly outcome: Uint8Array;
  readonly group: Int32Array;
  readonly dense: DensePanel;
}

const level = (count: number) => fc.integer({ min: 0, max: count - 1 });
/** Eighths, so that whether columns depend on each other is never a matter of rounding. */
const cell = fc.integer({ min: -16, max: 16 }).map((eighths) => eighths / 8);
const aGroup = fc.record({
  constants: fc.tuple(cell, level(3), level(2)),
  rows: fc.array(fc.record({ numbers: fc.tuple(cell, cell, cell), code: level(4), y: level(2) }), {
    minLength: 1,
    maxLength: 7,
  }),
});

const aPanel: fc.Arbitrary<Panel> = fc
  .tuple(fc.array(aGroup, { minLength: 6, maxLength: 12 }), fc.integer({ min: 1, max: 1000 }))
  .map(([groups, shuffle]) => {
    const rows = groups.flatMap(({ constants, rows: own }, g) =>
      own.map((row) => ({ ...row, constants, g: 17 - 3 * g })),
    );
    // Rows of a group lie apart.
    rows.sort((a, b) => Math.sin(shuffle * (a.numbers[0] + 3)) - Math.sin(shuffle * (b.numbers[0] + 3)));
    const n = rows.length;
    const numbers = (value: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, value);
    const codes = (value: (row: (typeof rows)[number]) => number) => Uint16Array.from(rows, value);
    return {
      matrix: {
        rows: n,
        intercept: true,
        numeric: [
          { name: "a", values: numbers((row) => row.numbers[0]) },
          { name: "constant", values: numbers((row) => 3 + row.constants[0]) },
          { name: "b", values: numbers((row) => row.numbers[1]) },
          { name: "c", values: numbers((row) => row.numbers[2]) },
        ],
        factors: [
          { name: "fixed", codes: codes((row) => row.constants[1]), levels: ["p", "q", "r"] },
          { name: "year", codes: codes((row) => row.code), levels: ["1", "2", "3", "4"] },
          { name: "kind", codes: codes((row) => row.constants[2]), levels: ["small", "large"] },
        ],
      },
      outcome: Uint8Array.from(rows, (row) => row.y),
      group: Int32Array.from(rows, (row) => row.g),
      dense: {
        x: rows.map((row) => [
          1,
          row.numbers[0],
          3 + row.constants[0],
          row.numbers[1],
          row.numbers[2],
          Number(row.constants[1] === 1),
          Number(row.constants[1] === 2),
          Number(row.code === 1),
          Number(row.code === 2),
          Number(row.code === 3),
          Number(row.constants[2] === 1),
        ]),
        y: rows.map((row) => row.y),
        group: rows.map((row) => row.g),
      },
    };
  });

const COEFFICIENTS = [-0.9, 0.4, 0.2, -0.3, 0.25, 0.3, -0.2, 0.1, 0.35, -0.4, 0.15];

function prepared(panel: Panel): { problem: BinaryProblem; point: (lnSigma: number) => Float64Array } {
  const problem = prepareBinary(panel.matrix, panel.outcome, groupRows(panel.group), undefined);
  const own = COEFFICIENTS.filter((_, term) => problem.terms.includes(term));
  const coefficients = standardise(problem.design, problem.terms, own);
  return { problem, point: (lnSigma) => Float64Array.of(...coefficients, lnSigma) };
}

function likelihoodOf({ design, signs, offset, terms }: BinaryProblem, nodes: number) {
  return quadratureLikelihood(design, signs, offset, terms, nodes);
}

function derivatives(
  objective: { parameters: number; evaluate: ReturnType<typeof likelihoodOf>["evaluate"] },
  at: Float64Array,
) {
  const gradient = new Float64Array(objective.parameters);
  const hessian = new Float64Array(objective.parameters ** 2);
  const value = objective.evaluate(at, gradient, hessian);
  return { value, gradient, hessian };
}

function checkDerivatives(
  objective: Parameters<typeof derivatives>[0],
  point: Float64Array,
  tolerance = 1e-7,
  ofSecondOrder = true,
): void {
  const n = objective.parameters;
  const { gradient, hessian } = derivatives(objective, point);
  const h = 1e-3;
  for (let j = 0; j < n; j++) {
    const [far, near, after, farAfter] = [-2 * h, -h, h, 2 * h].map((step) => {
      const moved = point.slice();
      moved[j] += step;
      return derivatives(objective, moved);
    });
    // Central difference of the fourth order.
    const slope = (of: (at: typeof far) => number) =>
      (8 * (of(after) - of(near)) - (of(farAfter) - of(far))) / (12 * h);
    expect(Math.abs(slope(({ value }) => value) - gradient[j])).toBeLessThan(
      tolerance * (1 + Math.abs(gradient[j])),
    );
    for (let i = j; ofSecondOrder && i < n; i++) {
      const numerical = slope((at) => at.gradient[i]);
      expect(Math.abs(numerical - hessian[i * n + j])).toBeLessThan(
        10 * tolerance * (1 + Math.abs(numerical)),
      );
    }
  }
}

/** Columns that add to the ones before them, by Gram and Schmidt. */
function independentColumns(x: number[][]): number[] {
  const basis: number[][] = [];
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  return Array.from(x[0], (_, j) => j).filter((j) => {
    const column = x.map((row) => row[j]);
    let rest = column;
    for (const direction of [...basis, ...basis]) {
      const projection = dot(rest, direction);
      rest = rest.map((value, i) => value - projection * direction[i]);
    }
    const remains = dot(rest, rest);
    if (!(remains > 1e-12 * dot(column, column))) return false;
    basis.push(rest.map((value) => value / Math.sqrt(remains)));
    return true;
  });
}

it("every column that adds to the ones before it is estimated, and no other", () => {
  fc.assert(
    fc.property(aPanel, (panel) => {
      expect([...prepared(panel).problem.terms]).toEqual(independentColumns(panel.dense.x));
    }),
    { numRuns: 50 },
  );
});

describe("the adaptive quadrature likelihood", () => {
  it("has the gradient of its own value, nodes moving, however few they are", () => {
    fc.assert(
      fc.property(
        aPanel,
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.constantFrom(2, 3, 5),
        (panel, lnSigma, nodes) => {
          const { problem, point } = prepared(panel);
          checkDerivatives(likelihoodOf(problem, nodes), point(lnSigma), 1e-5, false);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("equals the textbook likelihood, whatever the panel", () => {
    fc.assert(
      fc.property(aPanel, fc.double({ min: -2, max: -0.2, noNaN: true }), (panel, lnSigma) => {
        const { problem, point } = prepared(panel);
        const truth = textbookLikelihood(
          panel.dense,
          COEFFICIENTS.map((value, term) => (problem.terms.includes(term) ? value : 0)),
          Math.exp(lnSigma),
          160,
        );
        const likelihood = likelihoodOf(problem, 40);
        expect(Math.abs(likelihood.value(point(lnSigma)) - truth)).toBeLessThan(1e-7 * (1 + Math.abs(truth)));
        const { value } = derivatives(likelihood, point(lnSigma));
        expect(Math.abs(value / likelihood.value(point(lnSigma)) - 1)).toBeLessThan(1e-12);
      }),
      { numRuns: 15 },
    );
  });

  it("has the analytic gradient and Hessian that numerical differences give, with even and odd numbers of nodes", () => {
    fc.assert(
      fc.property(
        aPanel,
        fc.double({ min: -1.5, max: -0.3, noNaN: true }),
        fc.constantFrom(40, 41),
        (panel, lnSigma, nodes) => {
          const { problem, point } = prepared(panel);
          checkDerivatives(likelihoodOf(problem, nodes), point(lnSigma));
        },
      ),
      { numRuns: 10 },
    );
  });

  it("tends to the pooled likelihood as σ tends to 0", () => {
    fc.assert(
      fc.property(aPanel, (panel) => {
        const { problem, point } = prepared(panel);
        const { design, signs, offset, terms } = problem;
        const pooled = derivatives(pooledLikelihood(design, signs, offset, terms), point(0).slice(0, -1));
        const random = derivatives(likelihoodOf(problem, 12), point(-18));
        const k = terms.length;
        expect(Math.abs(random.value - pooled.value)).toBeLessThan(1e-9);
        for (let i = 0; i < k; i++) {
          expect(Math.abs(random.gradient[i] - pooled.gradient[i])).toBeLessThan(1e-8);
          for (let j = 0; j <= i; j++) {
            expect(Math.abs(random.hessian[i * (k + 1) + j] - pooled.hessian[i * k + j])).toBeLessThan(1e-8);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("the pooled one has the derivatives that numerical differences give", () => {
    fc.assert(
      fc.property(aPanel, (panel) => {
        const { problem, point } = prepared(panel);
        const { design, signs, offset, terms } = problem;
        checkDerivatives(pooledLikelihood(design, signs, offset, terms), point(0).slice(0, -1));
      }),
      { numRuns: 10 },
    );
  });

  it("keeps its value where the products over a group's rows would overflow without being taken down in between", () => {
    const rows = 600;
    const x = Float64Array.from({ length: rows }, (_, i) => ((i % 7) - 3) * 4);
    const matrix: ModelMatrix = { rows, intercept: true, numeric: [{ name: "x", values: x }], factors: [] };
    const outcome = Uint8Array.from(x, (value, i) => Number(i % 5 === 0 ? value < 0 : value > 0));
    const group = Int32Array.from(x, (_, i) => i % 2);
    const dense = { x: Array.from(x, (value) => [1, value]), y: [...outcome], group: [...group] };
    const problem = prepareBinary(matrix, outcome, groupRows(group), undefined);
    const point = Float64Array.of(...standardise(problem.design, problem.terms, [0.5, 1]), Math.log(0.3));
    const { value } = derivatives(likelihoodOf(problem, 20), point);
    expect(Math.abs(value / gridLikelihood(dense, [0.5, 1], 0.3) - 1)).toBeLessThan(1e-9);
  });

  it("stays finite and keeps its value where indices are far out and groups long", () => {
    const rows = 60;
    const matrix: ModelMatrix = {
      rows,
      intercept: true,
      numeric: [{ name: "x", values: Float64Array.from({ length: rows }, (_, i) => (i % 7) - 3) }],
      factors: [],
    };
    const outcome = Uint8Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? 1 : 0));
    const group = Int32Array.from({ length: rows }, (_, i) => i % 2);
    const dense = {
      x: Array.from({ length: rows }, (_, i) => [1, (i % 7) - 3]),
      y: [...outcome],
      group: [...group],
    };
    const problem = prepareBinary(matrix, outcome, groupRows(group), undefined);
    for (const coefficients of [
      [-2, 3],
      [5, -8],
      [-30, 1],
    ]) {
      const point = Float64Array.of(
        ...standardise(problem.design, problem.terms, coefficients),
        Math.log(0.3),
      );
      const { value, gradient, hessian } = derivatives(likelihoodOf(problem, 40), point);
      expect([...gradient, ...hessian.slice(0, 1)].every(Number.isFinite)).toBe(true);
      // −30 + x: every row with outcome 1 is 30 standard deviations out.
      const truth = gridLikelihood(dense, coefficients, 0.3);
      expect(Math.abs(value / truth - 1)).toBeLessThan(1e-9);
    }
  });
});

/** The integral of each group as a sum over a fine grid, its largest exponent taken out: no quadrature, no underflow. */
function gridLikelihood(panel: DensePanel, coefficients: number[], sigma: number): number {
  const step = 0.02;
  let total = 0;
  for (const group of new Set(panel.group)) {
    const own = panel.y.flatMap((y, row) => {
      const index = panel.x[row].reduce((sum, value, j) => sum + value * coefficients[j], 0);
      return panel.group[row] === group ? [{ q: 2 * y - 1, index }] : [];
    });
    const exponents: number[] = [];
    for (let u = -80; u <= 80; u += step) {
      const logs = own.map(({ q, index }) => logNormalCdf(q * (index + sigma * u)));
      exponents.push(logs.reduce((sum, log) => sum + log, -0.5 * u * u - 0.5 * Math.log(2 * Math.PI)));
    }
    const top = Math.max(...exponents);
    total += top + Math.log(step * exponents.reduce((sum, exponent) => sum + Math.exp(exponent - top), 0));
  }
  return total;
}
