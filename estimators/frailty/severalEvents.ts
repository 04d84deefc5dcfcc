import { exp, log } from "../../numerics/elementary.ts";
import { complementaryLogLog } from "../binary/links/complementaryLogLog.ts";
import { CURVATURE, LOG_LIKELIHOOD, SCORE } from "../binary/links/link.ts";
import type { GroupLikelihood } from "./groupLikelihood.ts";
import { stirlingRemainder } from "./stirlingRemainder.ts";

/** The integrand is followed to both sides until it has fallen by e^−45. */
const TAIL = 45;
const MOST_NODES = 4000;
const LOG_TWO_PI = 1.8378770664093453;

/**
 * The log-likelihood of a group with two or more events and its derivatives, by the trapezoidal rule on x = log v. The
 * integrand is analytic, with one mode, log-concave, and dies exponentially to the left and faster to the right: the
 * error of the rule falls exponentially in 1/step, and steps of half the integrand's own width (a quarter at most) leave
 * rounding alone. Derivatives are those of the sum at fixed nodes.
 *
 * The 2^n signed terms of the closed form, Σ_S (−1)^|S| S(A + Σ_S h), cancel to Π h: with n events of hazard 0.1 they
 * lose n digits of 16. Here every term is positive, for any n.
 */
export function severalEvents(
  atRisk: number,
  events: Float64Array,
  count: number,
  lnVariance: number,
  target: GroupLikelihood,
): void {
  const { gradient, hessian, width } = target;
  const parameters = count + 2;
  const shape = exp(-lnVariance);
  const remainder = stirlingRemainder(shape);
  const row = new Float64Array(3);
  const scores = new Float64Array(parameters);
  const curvatures = new Float64Array(parameters);
  for (let i = 0; i < parameters; i++) {
    gradient[i] = 0;
    for (let j = 0; j <= i; j++) hessian[i * width + j] = 0;
  }

  /** Log of the integrand at x; fills scores and curvatures (minus second derivatives) by parameter, η also those by x. */
  const integrand = (x: number): number => {
    const v = exp(x);
    const fall = exponentialRest(x);
    let value = -shape * fall - atRisk * v;
    scores[0] = -v;
    scores[1] = shape * fall;
    curvatures[1] = shape * fall;
    for (let e = 0; e < count; e++) {
      complementaryLogLog.row(1, x + events[e], row);
      value += row[LOG_LIKELIHOOD];
      scores[e + 2] = row[SCORE];
      curvatures[e + 2] = row[CURVATURE];
    }
    return value;
  };

  const mode = modeOf(integrand, scores, curvatures, shape, atRisk, events, count);
  if (!Number.isFinite(mode.value)) {
    target.value = Number.NaN;
    return;
  }
  const step = Math.min(0.5 * mode.width, 0.25);
  let total = 0;
  const add = (x: number): boolean => {
    const value = integrand(x) - mode.value;
    const weight = exp(value);
    total += weight;
    for (let i = 0; i < parameters; i++) {
      const score = weight * scores[i];
      gradient[i] += score;
      for (let j = 0; j <= i; j++) hessian[i * width + j] += score * scores[j];
      hessian[i * width + i] -= weight * curvatures[i];
    }
    return value > -TAIL;
  };
  let nodes = 1;
  add(mode.at);
  while (nodes < MOST_NODES && add(mode.at + nodes * step)) nodes++;
  for (let left = 1; nodes < MOST_NODES && add(mode.at - left * step); left++) nodes++;

  for (let i = 0; i < parameters; i++) gradient[i] /= total;
  for (let i = 0; i < parameters; i++) {
    for (let j = 0; j <= i; j++) {
      hessian[i * width + j] = hessian[i * width + j] / total - gradient[i] * gradient[j];
    }
  }
  // The density of x is √(a/2π) exp(−R(a) − a(e^x − 1 − x)) with a = 1/θ; d/d ln θ = −a d/da.
  target.value =
    nodes < MOST_NODES
      ? mode.value + log(total * step) - 0.5 * (lnVariance + LOG_TWO_PI) - remainder.value
      : Number.NaN;
  gradient[1] += shape * remainder.first - 0.5;
  hessian[width + 1] -= shape * remainder.first + shape * shape * remainder.second;
}

/** Where the integrand is largest, by Newton's method on its concave logarithm. */
function modeOf(
  integrand: (x: number) => number,
  scores: Float64Array,
  curvatures: Float64Array,
  shape: number,
  atRisk: number,
  events: Float64Array,
  count: number,
): { at: number; value: number; width: number } {
  // Without the events' upper ends the integrand is gamma, with this mode.
  let hazards = atRisk;
  for (let e = 0; e < count; e++) hazards += 0.5 * exp(events[e]);
  let x = log((shape + count) / (shape + hazards));
  for (let iteration = 0; iteration < 60; iteration++) {
    const value = integrand(x);
    const v = exp(x);
    let slope = shape - (shape + atRisk) * v;
    let curvature = (shape + atRisk) * v;
    for (let e = 2; e < count + 2; e++) {
      slope += scores[e];
      curvature += curvatures[e];
    }
    const move = slope / curvature;
    const width = 1 / Math.sqrt(curvature);
    // Anywhere near the mode will do.
    if (!(Math.abs(move) > 0.1 * width))
      return { at: x, value: Number.isFinite(move) ? value : Number.NaN, width };
    x += Math.min(Math.max(move, -2), 2);
  }
  return { at: x, value: Number.NaN, width: 1 };
}

/** e^x − 1 − x, which is 0 or more. */
function exponentialRest(x: number): number {
  if (x > 0.5 || x < -0.5) return exp(x) - 1 - x;
  let sum = 0;
  for (let k = 15; k >= 3; k--) sum = ((1 + sum) * x) / k;
  return 0.5 * x * x * (1 + sum);
}
