import { exp } from "../../numerics/elementary.ts";
import { millsDenominator, millsNumerator } from "../../numerics/millsRatio.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** A step below it is the last. */
const MODE_TOLERANCE = 1e-6;
/** A remembered mode beyond it came from a parameter far away and is forgotten. */
const WILDEST_MODE = 50;

/** The integrand f(u) = −u²/2 + Σ_t log Φ(z_t), z_t = q_t (η_t + σu), of one group at its mode. */
export interface Mode {
  /** [m, c, f‴(m)], with the scale c = (−f″(m))^(−1/2). */
  readonly summary: Float64Array;
  /** d_t = λ(λ + z), minus the second derivative of log Φ, by row. */
  readonly curvature: Float64Array;
  /** q_t times the third derivative of log Φ, κ = d(λ + z) − λ(1 − d), by row. */
  readonly third: Float64Array;
}

export function createMode(largestGroup: number): Mode {
  return {
    summary: new Float64Array(3),
    curvature: new Float64Array(largestGroup),
    third: new Float64Array(largestGroup),
  };
}

/**
 * Fills `result` for the group at positions `first` to `first + size − 1`. f is strictly concave, so f′ has one root;
 * Newton's steps are kept inside the bracket that the signs of f′ close around it. The last step, below the tolerance, is
 * taken without evaluating again: m is then right to its square, and so is c, carried along by f‴.
 *
 * @param near where to start, e.g. the mode of the evaluation before.
 */
export function findMode(
  index: Float64Array,
  signs: Float64Array,
  first: number,
  size: number,
  sigma: number,
  near: number,
  result: Mode,
): void {
  const { summary, curvature, third } = result;
  let u = Math.abs(near) <= WILDEST_MODE ? near : 0;
  let low = -Infinity;
  let high = Infinity;
  for (let iteration = 0; iteration < 100; iteration++) {
    let scores = 0;
    let curvatures = 0;
    let thirds = 0;
    for (let t = 0; t < size; t++) {
      const sign = signs[first + t];
      const z = sign * (index[first + t] + sigma * u);
      const a = Math.min(Math.abs(z), 1e15);
      const numerator = millsNumerator(a);
      const denominator = millsDenominator(a);
      let lambda: number;
      if (z < 0) {
        lambda = denominator / numerator;
      } else {
        const e = INVERSE_SQRT_TWO_PI * exp(-0.5 * a * a);
        lambda = (e * denominator) / (denominator - e * numerator);
      }
      const d = Math.min(lambda * (lambda + z), 1);
      scores += sign * lambda;
      curvatures += d;
      curvature[t] = d;
      third[t] = sign * (d * (lambda + z) - lambda * (1 - d));
      thirds += third[t];
    }
    const slope = sigma * scores - u;
    const steepness = 1 + sigma * sigma * curvatures;
    const step = slope / steepness;
    if (slope > 0) low = u;
    else high = u;
    u += step;
    if (Math.abs(step) < MODE_TOLERANCE) {
      const bend = sigma * sigma * sigma * thirds;
      summary[0] = u;
      summary[1] = 1 / Math.sqrt(Math.max(steepness - bend * step, 1));
      summary[2] = bend;
      return;
    }
    if (!(u > low && u < high)) u = 0.5 * (low + high);
  }
  summary.fill(Number.NaN);
}
