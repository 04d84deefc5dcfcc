import { describe, expect, it } from "vitest";
import { fgmDependence } from "../../../estimators/selectionDuration/fgmDependence.ts";
import { gaussianDependence } from "../../../estimators/selectionDuration/gaussianDependence.ts";
import { jointLikelihood, rowScores } from "../../../estimators/selectionDuration/jointLikelihood.ts";
import { prepareSelectionDuration } from "../../../estimators/selectionDuration/prepareSelectionDuration.ts";
import type { JointModel } from "../../../estimators/selectionDuration/rowContribution.ts";
import { colonTrial } from "./colonTrial.ts";

const trial = colonTrial();
const { rows } = prepareSelectionDuration(
  trial.selection,
  trial.selected,
  trial.duration,
  trial.time,
  trial.event,
  trial.weights,
);
const coefficients = [0.1, -0.2, 0.4, 0.1, 0.2, -0.05, -6.9, 0.05, 0.2, 0.1, -0.1, 0.15];

describe.each([
  ["fgm", fgmDependence, false, null],
  ["fgm at its bound", fgmDependence, false, Infinity],
  ["fgm of exponential durations", fgmDependence, true, null],
  ["gaussian", gaussianDependence, false, null],
  ["gaussian of exponential durations", gaussianDependence, true, null],
] as const)("the joint log-likelihood, %s", (_, dependenceAt, exponential, heldDependence) => {
  const model: JointModel = { dependenceAt, exponential, heldDependence };
  const point = Float64Array.of(
    ...coefficients,
    ...(exponential ? [] : [-0.1]),
    ...(heldDependence === null ? [0.4] : []),
  );
  const n = point.length;
  const { evaluate } = jointLikelihood(rows, model);
  const at = (where: Float64Array) => {
    const gradient = new Float64Array(n);
    const hessian = new Float64Array(n * n);
    return { value: evaluate(where, gradient, hessian), gradient, hessian };
  };
  const moved = (i: number, by: number): Float64Array => point.map((x, j) => (i === j ? x + by : x));
  const slope = (f: (step: number) => number): number => {
    const h = 1e-3;
    return (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);
  };

  it("has the gradient and Hessian of its value", () => {
    const { gradient, hessian } = at(point);
    for (let i = 0; i < n; i++) {
      const numerical = slope((step) => at(moved(i, step)).value);
      expect(Math.abs(gradient[i] - numerical)).toBeLessThan(1e-6 * (1 + Math.abs(numerical)));
      for (let j = 0; j <= i; j++) {
        const second = slope((step) => at(moved(j, step)).gradient[i]);
        expect(Math.abs(hessian[i * n + j] - second)).toBeLessThan(1e-6 * (1 + Math.abs(second)));
      }
    }
  });

  it("has row scores that add up to the gradient", () => {
    const { gradient } = at(point);
    const scores = rowScores(rows, model, point);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let row = 0; row < rows.rows; row++) sum += scores[row * n + i];
      expect(sum).toBeCloseTo(gradient[i], 8);
    }
  });
});
