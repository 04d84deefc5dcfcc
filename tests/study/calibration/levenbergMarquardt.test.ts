import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type LeastSquares,
  type LeastSquaresProblem,
  levenbergMarquardt,
} from "../../../study/calibration/levenbergMarquardt.ts";

type Residuals = (point: readonly number[]) => number[];

function minimise(problem: LeastSquaresProblem, residuals: Residuals) {
  const points: (readonly number[])[] = [];
  const search = levenbergMarquardt(problem);
  let step = search.next();
  while (step.done !== true) {
    points.push(step.value);
    step = search.next(residuals(step.value));
  }
  return { result: step.value as LeastSquares, points };
}

function box(
  start: readonly number[],
  limit = 10,
  more: Partial<LeastSquaresProblem> = {},
): LeastSquaresProblem {
  return {
    start,
    lower: start.map(() => -limit),
    upper: start.map(() => limit),
    steps: start.map(() => 0.1),
    evaluations: 200,
    ...more,
  };
}

/** Rosenbrock's valley, whose bottom is at (1, 1). */
const valley: Residuals = ([x = 0, y = 0]) => [10 * (y - x * x), 1 - x];

describe("a search for least squares", () => {
  it("finds the solution of linear equations with one Jacobian and a few moves", () => {
    const { result, points } = minimise(box([0, 0]), ([x = 0, y = 0]) => [x + y - 0.5, x - y + 0.1]);
    expect(result.point[0]).toBeCloseTo(0.2, 3);
    expect(result.point[1]).toBeCloseTo(0.3, 3);
    expect(points.slice(0, 3)).toEqual([
      [0, 0],
      [0.1, 0],
      [0, 0.1],
    ]);
  });

  it("walks down a curved valley to its bottom", () => {
    const { result } = minimise(box([-1.2, 1], 5, { steps: [0.05, 0.05] }), valley);
    expect(result.sumOfSquares).toBeLessThan(1e-3);
  });

  it("stops at a limit and goes on along it", () => {
    // Without limits the minimum is at (3, −1); on x ≤ 1 it is at (1, 1), where y = 2 − x.
    const { result } = minimise(box([0, 0], 1), ([x = 0, y = 0]) => [x - 3, 10 * (x + y - 2)]);
    expect(result.point[0]).toBe(1);
    expect(result.point[1]).toBeCloseTo(1, 3);
  });

  it("leaves a parameter alone that nothing depends on", () => {
    const { result } = minimise(box([0, 0.7]), ([x = 0]) => [x - 0.4]);
    expect(result.point[0]).toBeCloseTo(0.4, 3);
    expect(result.point[1]).toBe(0.7);
  });

  it("never asks for more points than it may, and returns the best of them", () => {
    for (const evaluations of [1, 2, 5, 9]) {
      const { result, points } = minimise(box([-1.2, 1], 5, { evaluations }), valley);
      const sums = points.map((point) => valley(point).reduce((sum, r) => sum + r * r, 0));
      expect(points).toHaveLength(evaluations);
      expect(result).toMatchObject({ evaluations, ended: "evaluations", sumOfSquares: Math.min(...sums) });
    }
  });

  it("says that it settled where nothing near is better", () => {
    const { result } = minimise(box([0.3]), ([x = 0]) => [x - 0.3, 1]);
    expect(result).toMatchObject({ ended: "settled", point: [0.3], sumOfSquares: 1 });
  });

  it("asks for points within the limits only, from any start", () => {
    const inside = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(inside, inside, (x, y) => {
        const { points, result } = minimise(box([x, y], 2, { evaluations: 60 }), valley);
        expect(points.flat().every((value) => value >= -2 && value <= 2)).toBe(true);
        const sums = points.map((point) => valley(point).reduce((sum, r) => sum + r * r, 0));
        expect(result.sumOfSquares).toBe(Math.min(...sums));
      }),
    );
  });

  it("refuses a start outside of its limits, steps that do not fit between them, and lists of other lengths", () => {
    const started = (problem: LeastSquaresProblem) => () => levenbergMarquardt(problem).next();
    expect(started(box([11]))).toThrow(/11 does not lie in -10 to 10/);
    expect(started(box([0], 10, { steps: [11] }))).toThrow(/a step of 11/);
    expect(started(box([0], 10, { steps: [] }))).toThrow(/one entry a parameter/);
    expect(started(box([0], 10, { evaluations: 0 }))).toThrow(/whole number from 1/);
  });
});
