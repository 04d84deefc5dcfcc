import { expPair } from "./elementary";
import { Layout } from "./layout";
import { millsDenominator, millsNumerator } from "./millsRatio";

const INVERSE_SQRT_TWO_PI: f64 = 0.3989422804014327;
const MODE_TOLERANCE: f64 = 1e-6;
const WILDEST_MODE: f64 = 50;

/** `findMode` of `randomEffects/mode.ts`, two rows at a time; arrays by row have room for one more. */
export function findMode(layout: Layout, first: i32, size: i32, sigma: f64, near: f64): void {
  const index = layout.index + (first << 3);
  const signs = layout.signs + (first << 3);
  const summary = layout.summary;
  let u: f64 = abs(near) <= WILDEST_MODE ? near : 0;
  let low: f64 = -Infinity;
  let high: f64 = Infinity;
  const one = f64x2.splat(1);
  for (let iteration = 0; iteration < 100; iteration++) {
    const shift = f64x2.splat(sigma * u);
    let scores: f64 = 0;
    let curvatures: f64 = 0;
    let thirds: f64 = 0;
    for (let t = 0; t < size; t += 2) {
      const sign = v128.load(signs + (t << 3));
      const z = f64x2.mul(sign, f64x2.add(v128.load(index + (t << 3)), shift));
      const a = f64x2.min(f64x2.abs(z), f64x2.splat(1e15));
      const p = millsNumerator(a);
      const q = millsDenominator(a);
      const below = f64x2.lt(z, f64x2.splat(0));
      const exponent = v128.andnot(f64x2.mul(f64x2.mul(f64x2.splat(-0.5), a), a), below);
      const e = f64x2.mul(f64x2.splat(INVERSE_SQRT_TWO_PI), expPair(layout, exponent));
      const lambda = f64x2.div(
        v128.bitselect(q, f64x2.mul(e, q), below),
        v128.bitselect(p, f64x2.sub(q, f64x2.mul(e, p)), below),
      );
      const beyond = f64x2.add(lambda, z);
      const d = f64x2.min(f64x2.mul(lambda, beyond), one);
      const score = f64x2.mul(sign, lambda);
      const third = f64x2.mul(sign, f64x2.sub(f64x2.mul(d, beyond), f64x2.mul(lambda, f64x2.sub(one, d))));
      v128.store(layout.modeCurvature + (t << 3), d);
      v128.store(layout.modeThird + (t << 3), third);
      scores += f64x2.extract_lane(score, 0);
      curvatures += f64x2.extract_lane(d, 0);
      thirds += f64x2.extract_lane(third, 0);
      if (t + 1 < size) {
        scores += f64x2.extract_lane(score, 1);
        curvatures += f64x2.extract_lane(d, 1);
        thirds += f64x2.extract_lane(third, 1);
      }
    }
    const slope = sigma * scores - u;
    const steepness = 1 + sigma * sigma * curvatures;
    const step = slope / steepness;
    if (slope > 0) low = u;
    else high = u;
    u += step;
    if (abs(step) < MODE_TOLERANCE) {
      const bend = sigma * sigma * sigma * thirds;
      store<f64>(summary, u);
      store<f64>(summary, 1 / sqrt(max(steepness - bend * step, 1)), 8);
      store<f64>(summary, bend, 16);
      return;
    }
    if (!(u > low && u < high)) u = 0.5 * (low + high);
  }
  store<f64>(summary, NaN);
  store<f64>(summary, NaN, 8);
  store<f64>(summary, NaN, 16);
}
