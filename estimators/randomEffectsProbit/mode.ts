import { exponential } from "../numerics/exponential.ts";
import { millsDenominator, millsNumerator } from "../numerics/millsRatio.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** Largest step (in standard deviations of u) that is left untaken: the log-likelihood then moves by about 4e-9. */
const MODE_TOLERANCE = 1e-4;
/** A remembered mode beyond it came from a parameter far away and is forgotten. */
const WILDEST_MODE = 50;

/**
 * Mode m and scale c = (−f″(m))^(−1/2) of the log integrand f(u) = −u²/2 + Σ_t log Φ(q_t (η_t + σu)) of one group,
 * written to `result`. f is strictly concave, so f′ has one root; Newton's steps are kept inside the bracket that
 * the signs of f′ close around it.
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
  result: Float64Array,
): void {
  let u = Math.abs(near) <= WILDEST_MODE ? near : 0;
  let low = -Infinity;
  let high = Infinity;
  let curvature = 1;
  for (let iteration = 0; iteration < 100; iteration++) {
    let scores = 0;
    let curvatures = 0;
    for (let p = first; p < first + size; p++) {
      const z = signs[p] * (index[p] + sigma * u);
      const a = Math.min(Math.abs(z), 1e15);
      const numerator = millsNumerator(a);
      const denominator = millsDenominator(a);
      let lambda: number;
      if (z < 0) {
        lambda = denominator / numerator;
      } else {
        const e = INVERSE_SQRT_TWO_PI * exponential(-0.5 * a * a);
        lambda = (e * denominator) / (denominator - e * numerator);
      }
      scores += signs[p] * lambda;
      curvatures += Math.min(lambda * (lambda + z), 1);
    }
    const slope = sigma * scores - u;
    curvature = 1 + sigma * sigma * curvatures;
    const step = slope / curvature;
    if (slope > 0) low = u;
    else high = u;
    u += step;
    if (Math.abs(step) < MODE_TOLERANCE) break;
    if (!(u > low && u < high)) u = 0.5 * (low + high);
  }
  result[0] = u;
  result[1] = 1 / Math.sqrt(curvature);
}
