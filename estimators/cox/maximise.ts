import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";
import type { Evaluation } from "./partialLikelihood.ts";

/** A coefficient whose steps stay this long (from a column's smallest to its largest value) is not settling. */
const LONG_STEP = 0.01;
/** Gain of log-likelihood left below which steps that stay long mean that there is no maximum. */
const FLAT = 1e-6;
/** Gain left at which a likelihood without a maximum is taken to have reached its limit. */
const AT_LIMIT = 1e-10;
const MAXIMUM_HALVINGS = 40;

export interface Maximum {
  /**
   * "diverging": the likelihood rises for ever along a direction; "singular": the information is not positive
   * definite there; "not-converged": the iterations were used up, or no step raised the likelihood.
   */
  readonly outcome: "converged" | "diverging" | "singular" | "not-converged";
  readonly coefficients: Float64Array;
  /** At the coefficients, or (converged) a last Newton step before them, too short to matter. */
  readonly evaluation: Evaluation;
  readonly iterations: number;
  /** The last Newton step; where it is long in a diverging fit, the coefficient is on its way to infinity. */
  readonly lastStep: Float64Array;
}

/**
 * Newton's method with step halving on a concave log-likelihood in standardised coefficients.
 *
 * The stopping rule is the Newton decrement g' I⁻¹ g, which is the squared distance to the maximum in standard
 * errors and twice the log-likelihood still to be gained. Near a finite maximum it falls quadratically. Where the
 * likelihood is monotone along a direction it tends to its limit as exp(−t): the decrement falls by 1/e an
 * iteration while the steps along the direction stay as long as they were, which is how the case is recognised.
 *
 * @param leftOut coefficients held at their starting value (columns without information of their own).
 */
export function maximise(
  evaluate: (coefficients: Float64Array) => Evaluation,
  start: { coefficients: Float64Array; evaluation: Evaluation },
  leftOut: readonly number[],
  options: { maxIterations: number; tolerance: number },
): Maximum {
  let { coefficients, evaluation } = start;
  let previousDecrement = Number.POSITIVE_INFINITY;
  let longSteps = 0;
  for (let iterations = 0; ; iterations++) {
    const { step, decrement, singular } = newtonStep(evaluation, leftOut);
    const state = { coefficients, evaluation, iterations, lastStep: step };
    if (singular) return { outcome: longSteps >= 2 ? "diverging" : "singular", ...state };

    const slow = decrement < FLAT && decrement > 0.01 * previousDecrement && longest(step) > LONG_STEP;
    longSteps = slow ? longSteps + 1 : 0;
    previousDecrement = decrement;
    if (longSteps >= 2 && decrement < AT_LIMIT) return { outcome: "diverging", ...state };
    if (decrement <= options.tolerance && longest(step) <= LONG_STEP) {
      return { ...state, outcome: "converged", coefficients: moved(coefficients, step, 1) };
    }
    if (iterations === options.maxIterations) {
      return { outcome: longSteps >= 2 ? "diverging" : "not-converged", ...state };
    }

    const next = firstRise(evaluate, coefficients, evaluation, step);
    if (!next) return { outcome: "not-converged", ...state };
    ({ coefficients, evaluation } = next);
  }
}

/** I⁻¹ g with the coefficients in `leftOut` at rest. */
function newtonStep(
  evaluation: Evaluation,
  leftOut: readonly number[],
): { step: Float64Array; decrement: number; singular: boolean } {
  const k = evaluation.score.length;
  const factor = evaluation.information.slice();
  const step = evaluation.score.slice();
  for (const j of leftOut) {
    step[j] = 0;
    for (let i = 0; i < k; i++) {
      factor[i * k + j] = 0;
      factor[j * k + i] = 0;
    }
  }
  const singular = choleskyInPlace(factor, k).length > leftOut.length;
  solveCholeskyInPlace(step, factor, k);
  let decrement = 0;
  for (let j = 0; j < k; j++) decrement += step[j] * evaluation.score[j];
  return { step, decrement, singular };
}

/** Halves the step until the log-likelihood does not fall by more than its rounding; undefined if that never comes. */
function firstRise(
  evaluate: (coefficients: Float64Array) => Evaluation,
  coefficients: Float64Array,
  evaluation: Evaluation,
  step: Float64Array,
): { coefficients: Float64Array; evaluation: Evaluation } | undefined {
  const floor = evaluation.logLikelihood - 1e-11 * Math.abs(evaluation.logLikelihood);
  for (let halvings = 0, share = 1; halvings <= MAXIMUM_HALVINGS; halvings++, share /= 2) {
    const candidate = moved(coefficients, step, share);
    const there = evaluate(candidate);
    if (there.logLikelihood >= floor) return { coefficients: candidate, evaluation: there };
  }
  return undefined;
}

function moved(coefficients: Float64Array, step: Float64Array, share: number): Float64Array {
  return coefficients.map((value, j) => value + share * step[j]);
}

function longest(step: Float64Array): number {
  return step.reduce((length, value) => Math.max(length, Math.abs(value)), 0);
}
