import { addCrossProduct, addWeightedRows, finishCrossProduct, startCrossProduct } from "./crossProduct";
import { expPair, log } from "./elementary";
import { Layout } from "./layout";
import { linearPredictor } from "./linearPredictor";
import { millsDenominator, millsNumerator } from "./millsRatio";

const INVERSE_SQRT_TWO_PI: f64 = 0.3989422804014327;
const LOG_SQRT_TWO_PI: f64 = 0.9189385332046728;
const GROUPS_AT_ONCE: i32 = 64;

/** Value so far, and the product whose logarithm is still missing. */
let value: f64 = 0;
let product: f64 = 1;

@inline
function addRow(layout: Layout, z: f64, factor: f64): void {
  if (z < 0) {
    value -= LOG_SQRT_TWO_PI + 0.5 * z * z;
    product /= factor;
  } else {
    product *= factor;
  }
  if (!(product > 1e-200)) {
    value += log(layout, product);
    product = 1;
  }
}

/** Scores and curvatures of the rows at positions `first` to `end` − 1; their arrays have room for one more. */
export function scoreRows(layout: Layout, first: i32, end: i32): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  for (let p = first; p < end; p += 2) {
    const sign = v128.load(layout.signs + (p << 3));
    const z = f64x2.mul(sign, v128.load(layout.index + (p << 3)));
    const a = f64x2.min(f64x2.abs(z), f64x2.splat(1e15));
    const numerator = millsNumerator(a);
    const denominator = millsDenominator(a);
    const below = f64x2.lt(z, zero);
    const exponent = v128.andnot(f64x2.mul(f64x2.mul(f64x2.splat(-0.5), a), a), below);
    const e = f64x2.mul(f64x2.splat(INVERSE_SQRT_TWO_PI), expPair(layout, exponent));
    const remainder = f64x2.sub(denominator, f64x2.mul(e, numerator));
    const lambda = f64x2.div(
      v128.bitselect(denominator, f64x2.mul(e, denominator), below),
      v128.bitselect(numerator, remainder, below),
    );
    const factor = v128.bitselect(lambda, f64x2.div(remainder, denominator), below);
    addRow(layout, f64x2.extract_lane(z, 0), f64x2.extract_lane(factor, 0));
    if (p + 1 < end) addRow(layout, f64x2.extract_lane(z, 1), f64x2.extract_lane(factor, 1));
    const to = (p - first) << 3;
    v128.store(layout.rowScores + to, f64x2.mul(sign, lambda));
    v128.store(layout.rowCurvatures + to, f64x2.min(f64x2.mul(lambda, f64x2.add(lambda, z)), one));
  }
}

/** X'X of the design itself, as in `findEstimatedTerms`. */
export function gram(layout: Layout, groups: i32, largest: i32): void {
  startCrossProduct(layout, 0);
  for (let t = 0; t < largest; t++) store<f64>(layout.rowCurvatures + (t << 3), 1);
  for (let group = 0; group < groups; group++) addCrossProduct(layout, layout.rowCurvatures, true);
  finishCrossProduct(layout);
}

/** `evaluateRange` of `plainPooledKernel`. */
export function pooledRange(layout: Layout, from: i32, to: i32): f64 {
  linearPredictor(layout, from, to);
  startCrossProduct(layout, from);
  memory.fill(layout.gradient, 0, layout.stride << 3);
  value = 0;
  product = 1;
  for (let block = from; block < to; block += GROUPS_AT_ONCE) {
    const last = min(block + GROUPS_AT_ONCE, to);
    const first = load<i32>(layout.start + (block << 2));
    scoreRows(layout, first, load<i32>(layout.start + (last << 2)));
    for (let group = block; group < last; group++) {
      const away = (load<i32>(layout.start + (group << 2)) - first) << 3;
      addWeightedRows(layout, group, layout.rowScores + away, layout.gradient);
      addCrossProduct(layout, layout.rowCurvatures + away, true);
    }
  }
  finishCrossProduct(layout);
  return value + log(layout, product);
}
