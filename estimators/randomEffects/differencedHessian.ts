import type { Objective } from "../numerics/newton.ts";

/** Of a standardised coefficient, and of ln σ. */
const STEP = 1e-4;

/**
 * The objective with the Hessian from central differences of its gradient, at the cost of two evaluations a parameter. The
 * likelihood's own Hessian holds the nodes fixed, and where few nodes meet a large σ it is too far from the truth for
 * Newton's method to arrive.
 */
export function differencedHessian(objective: Objective): Objective {
  const n = objective.parameters;
  const moved = new Float64Array(n);
  const up = new Float64Array(n);
  const down = new Float64Array(n);
  const unused = new Float64Array(n * n);
  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    const full = new Float64Array(n * n);
    for (let j = 0; j < n; j++) {
      moved.set(point);
      moved[j] = point[j] + STEP;
      objective.evaluate(moved, up, unused);
      moved[j] = point[j] - STEP;
      objective.evaluate(moved, down, unused);
      for (let i = 0; i < n; i++) full[i * n + j] = (up[i] - down[i]) / (2 * STEP);
    }
    const value = objective.evaluate(point, gradient, unused);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) hessian[i * n + j] = 0.5 * (full[i * n + j] + full[j * n + i]);
    }
    return value;
  };
  return { parameters: n, evaluate };
}
