import { maximizeByNewton } from "../numerics/newton.ts";
import { choleskyInPlace } from "../numerics/symmetric.ts";
import type { Evaluation } from "./partialLikelihood.ts";

/** A coefficient whose steps stay this long (from a column's smallest to its largest value) is not settling. */
const LONG_STEP = 0.01;
/** Gain of log-likelihood left below which steps that stay long mean that there is no maximum. */
const FLAT = 1e-4;
/** Gain left at which a likelihood without a maximum is taken to have reached its limit. */
const AT_LIMIT = 1e-10;

/** Where the search ended, in the coefficients that were estimated (`estimated` lists them). */
export interface Maximum {
  readonly outcome: "converged" | "diverging" | "singular" | "not-converged";
  readonly coefficients: Float64Array;
  readonly logLikelihood: number;
  /** Row-major, lower triangle. */
  readonly information: Float64Array;
  readonly iterations: number;
  /** Positions within `coefficients` of those on their way to infinity, and the sign of that infinity. */
  readonly diverging: readonly { readonly position: number; readonly sign: number }[];
}

/**
 * Newton's method on the partial likelihood over the coefficients `estimated`, the others being zero.
 *
 * Near a finite maximum the Newton decrement g' I⁻¹ g (the squared distance to the maximum in standard errors) falls
 * quadratically. Where the likelihood is monotone along a direction it tends to its limit as exp(−t): the decrement
 * falls by 1/e an iteration while the steps along that direction stay as long as they were. That is how the case is
 * recognised; the search then goes on until the likelihood is at its limit to 1e-10.
 */
export function maximise(
  evaluate: (coefficients: Float64Array) => Evaluation,
  start: Float64Array,
  estimated: readonly number[],
  options: { maxIterations: number; tolerance: number },
): Maximum {
  const all = new Float64Array(start.length);
  const parameters = estimated.length;
  const slowness = watchForDivergence();
  const result = maximizeByNewton(
    {
      parameters,
      evaluate(point, gradient, hessian) {
        estimated.forEach((term, position) => {
          all[term] = point[position];
        });
        const { logLikelihood, score, information } = evaluate(all);
        for (let a = 0; a < parameters; a++) {
          gradient[a] = score[estimated[a]];
          for (let b = 0; b <= a; b++) {
            hessian[a * parameters + b] = -information[estimated[a] * all.length + estimated[b]];
          }
        }
        return logLikelihood;
      },
    },
    estimated.map((term) => start[term]),
    { ...options, stop: slowness.atLimit },
  );
  const information = result.hessian.map((value) => -value);
  const positiveDefinite = choleskyInPlace(information.slice(), parameters).length === 0;
  const direction = result.converged ? null : slowness.direction();
  return {
    outcome: result.converged
      ? "converged"
      : direction
        ? "diverging"
        : positiveDefinite
          ? "not-converged"
          : "singular",
    coefficients: result.point,
    logLikelihood: result.value,
    information,
    iterations: result.iterations,
    diverging: Array.from(direction ?? [], (length, position) => ({
      position,
      sign: Math.sign(length),
      length,
    }))
      .filter(({ length }) => Math.abs(length) > LONG_STEP)
      .map(({ position, sign }) => ({ position, sign })),
  };
}

/**
 * Follows the steps of a search. `direction` is the last step of a divergence, null if there was none; a few steps
 * after it the information may be rounding and its steps meaningless.
 */
function watchForDivergence(): {
  atLimit: (point: Float64Array, step: Float64Array, decrement: number) => boolean;
  direction: () => Float64Array | null;
} {
  let previous = Number.POSITIVE_INFINITY;
  let inARow = 0;
  let direction: Float64Array | null = null;
  return {
    atLimit(_point, step, decrement) {
      const longest = step.reduce((length, value) => Math.max(length, Math.abs(value)), 0);
      const slow = decrement < FLAT && decrement > 0.01 * previous && longest > LONG_STEP;
      inARow = slow ? inARow + 1 : 0;
      previous = decrement;
      if (inARow >= 2) direction = step.slice();
      return inARow >= 2 && decrement < AT_LIMIT;
    },
    direction: () => direction,
  };
}
