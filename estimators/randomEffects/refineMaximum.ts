import type { NewtonResult, Objective } from "../numerics/newton.ts";
import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";

/** Evaluations it may cost. */
const EVALUATIONS = 3;
/** Squared distance to the maximum in standard errors that is near enough. */
const NEAR = 1e-16;

/**
 * Goes on from the end of a converged search whose Hessian is a little wrong, as that at fixed nodes is when they are few: the
 * gradients of two points say what it should have been along the step between them (the symmetric rank-one update of the
 * quasi-Newton methods), and the steps become as good as Newton's. The search itself where a step leads away.
 */
export function refineMaximum(objective: Objective, search: NewtonResult): NewtonResult {
  const n = objective.parameters;
  const corrections: { vector: Float64Array; factor: number }[] = [];
  let best = search;
  let before = search.gradient;
  let distance = Infinity;
  for (let evaluation = 0; evaluation < EVALUATIONS && distance > NEAR; evaluation++) {
    const gradient = new Float64Array(n);
    const hessian = new Float64Array(n * n);
    const value = objective.evaluate(best.point, gradient, hessian);
    if (!Number.isFinite(value)) return best;
    const previous = best.step;
    const corrected = correctedHessian(hessian, n, corrections);
    const missed = Float64Array.from(gradient, (slope, i) => {
      let expected = 0;
      for (let j = 0; j < n; j++) expected += corrected[i * n + j] * previous[j];
      return slope - before[i] - expected;
    });
    const along = missed.reduce((sum, each, i) => sum + each * previous[i], 0);
    if (along !== 0) corrections.push({ vector: missed, factor: 1 / along });

    const information = correctedHessian(hessian, n, corrections).map((cell) => -cell);
    if (choleskyInPlace(information, n, 1e-14).length > 0) return best;
    const step = gradient.slice();
    solveCholeskyInPlace(step, information, n);
    const reached = step.reduce((sum, move, i) => sum + move * gradient[i], 0);
    if (!(reached < distance)) return best;
    distance = reached;
    before = gradient;
    best = {
      ...search,
      point: best.point.map((at, i) => at + step[i]),
      value: value + reached / 2,
      gradient,
      hessian,
      step,
      iterations: best.iterations + 1,
      evaluations: best.evaluations + 1,
    };
  }
  return best;
}

/** The Hessian in full, of which the lower triangle is given, with Σ factor · vv'. */
function correctedHessian(
  lower: Float64Array,
  n: number,
  corrections: readonly { readonly vector: Float64Array; readonly factor: number }[],
): Float64Array {
  const full = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let cell = lower[i * n + j];
      for (const { vector, factor } of corrections) cell += factor * vector[i] * vector[j];
      full[i * n + j] = cell;
      full[j * n + i] = cell;
    }
  }
  return full;
}
