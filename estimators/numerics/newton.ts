import { choleskyInPlace, solveCholeskyInPlace } from "./symmetric.ts";

/** A log-likelihood with its derivatives. */
export interface Objective {
  readonly parameters: number;
  /**
   * The value at `point`; fills `gradient` and the lower triangle of `hessian` (row-major). May return a value that
   * is not finite where the point is out of reach; the step is then shortened.
   */
  readonly evaluate: (point: Float64Array, gradient: Float64Array, hessian: Float64Array) => number;
}

export interface NewtonOptions {
  readonly maxIterations: number;
  /** Converged when g'(−H)⁻¹g is below it: the squared distance to the maximum in standard errors. */
  readonly tolerance: number;
  /** Largest absolute step by parameter; Infinity where there is no limit. */
  readonly stepLimits?: Float64Array;
  /**
   * Looked at before each iteration, with the step about to be taken and its g'(−H)⁻¹g; true ends the search there,
   * unconverged.
   */
  readonly stop?: (point: Float64Array, step: Float64Array, decrement: number) => boolean;
}

export interface NewtonResult {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  /** The last Newton step. */
  readonly step: Float64Array;
  readonly converged: boolean;
  /** Steps taken. */
  readonly iterations: number;
  readonly evaluations: number;
}

/** Steps that lose less than this share of the value count as level: rounding, or quadrature nodes that moved. */
const LEVEL = 1e-10;
const MAX_HALVINGS = 40;

/**
 * Maximises by Newton's method. −H is made positive definite by a ridge where it is not; steps are limited and halved
 * until the value does not fall. The last step, below the tolerance, is taken without evaluating again: the value gains
 * its half decrement, gradient and Hessian are those of the point before.
 */
export function maximizeByNewton(
  objective: Objective,
  start: ArrayLike<number>,
  options: NewtonOptions,
): NewtonResult {
  const n = objective.parameters;
  let point = Float64Array.from(start);
  let gradient = new Float64Array(n);
  let hessian = new Float64Array(n * n);
  let trialPoint = new Float64Array(n);
  let trialGradient = new Float64Array(n);
  let trialHessian = new Float64Array(n * n);
  const step = new Float64Array(n);
  const factor = new Float64Array(n * n);

  let value = objective.evaluate(point, gradient, hessian);
  let evaluations = 1;
  let iterations = 0;
  let converged = false;
  while (Number.isFinite(value)) {
    const ridged = newtonStep(hessian, gradient, step, factor);
    let decrement = 0;
    for (let i = 0; i < n; i++) decrement += gradient[i] * step[i];
    if (!Number.isFinite(decrement)) break;
    if (!ridged && decrement < options.tolerance) {
      converged = true;
      for (let i = 0; i < n; i++) point[i] += step[i];
      value += decrement / 2;
      break;
    }
    if (iterations >= options.maxIterations || options.stop?.(point, step, decrement) === true) break;

    let fraction = 1;
    if (options.stepLimits !== undefined) {
      for (let i = 0; i < n; i++) fraction = Math.min(fraction, options.stepLimits[i] / Math.abs(step[i]));
    }
    let improved = false;
    for (let halving = 0; halving < MAX_HALVINGS && !improved; halving++, fraction /= 2) {
      for (let i = 0; i < n; i++) trialPoint[i] = point[i] + fraction * step[i];
      const trial = objective.evaluate(trialPoint, trialGradient, trialHessian);
      evaluations++;
      if (trial >= value - LEVEL * Math.abs(value)) {
        value = trial;
        improved = true;
      }
    }
    if (!improved) break;
    [point, trialPoint] = [trialPoint, point];
    [gradient, trialGradient] = [trialGradient, gradient];
    [hessian, trialHessian] = [trialHessian, hessian];
    iterations++;
  }
  return { point, value, gradient, hessian, step, converged, iterations, evaluations };
}

/**
 * Solves (−H + ridge) step = g in the scale of H's own diagonal, with the least ridge of 0, 1e-6, 1e-5, … that makes the
 * matrix positive definite; a parameter along which the value curves upwards is first given the opposite curvature.
 * Returns whether −H had to be changed.
 */
function newtonStep(
  hessian: Float64Array,
  gradient: Float64Array,
  step: Float64Array,
  factor: Float64Array,
): boolean {
  const n = gradient.length;
  const scale = Float64Array.from({ length: n }, (_, i) => Math.sqrt(Math.abs(hessian[i * n + i])) || 1);
  for (let ridge = 0; ridge < 1e12; ridge = ridge === 0 ? 1e-6 : ridge * 10) {
    let changed = ridge > 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) factor[i * n + j] = -hessian[i * n + j] / (scale[i] * scale[j]);
      if (hessian[i * n + i] > 0) changed = true;
      factor[i * n + i] = Math.abs(factor[i * n + i]) + ridge;
      step[i] = gradient[i] / scale[i];
    }
    if (choleskyInPlace(factor, n, 1e-14).length > 0) continue;
    solveCholeskyInPlace(step, factor, n);
    for (let i = 0; i < n; i++) step[i] /= scale[i];
    return changed;
  }
  step.fill(Number.NaN);
  return true;
}
