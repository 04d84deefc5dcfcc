import { exp, expPair, log } from "./elementary";
import { Layout } from "./layout";
import { millsDenominator, millsNumerator } from "./millsRatio";

const INVERSE_SQRT_TWO_PI: f64 = 0.3989422804014327;
const NEAR: f64 = 26;

/** `scoreNodes` of `randomEffects/nodeScores.ts`: four nodes at a time, two and their mirror images. */
export function scoreNodes(layout: Layout, first: i32, size: i32, centre: f64, derivatives: bool): void {
  const half = layout.half;
  const spread = layout.spread;
  let widest: f64 = 0;
  for (let i = 0; i < half; i++) {
    const h = load<f64>(spread + (i << 3));
    if (h > widest) widest = h;
  }
  let farthest: f64 = 0;
  for (let t = 0; t < size; t++) {
    const z =
      load<f64>(layout.signs + ((first + t) << 3)) * (load<f64>(layout.index + ((first + t) << 3)) + centre);
    store<f64>(layout.middle + (t << 3), z);
    const reach = abs(z) + widest;
    if (!(reach <= farthest)) farthest = reach;
  }
  if (farthest < NEAR) {
    for (let t = 0; t < size; t += 2) {
      const z = v128.load(layout.middle + (t << 3));
      const density = expPair(layout, f64x2.mul(f64x2.mul(f64x2.splat(-0.5), z), z));
      v128.store(layout.density + (t << 3), f64x2.mul(f64x2.splat(INVERSE_SQRT_TWO_PI), density));
    }
    for (let i = 0; i < half; i += 2) scorePairs(layout, first, size, i, derivatives);
  } else {
    for (let k = 0; k < 2 * half; k += 2) scoreFarNodes(layout, first, size, k, derivatives);
  }
}

/** log of the quotient, lane by lane. */
function logQuotient(layout: Layout, numerator: v128, denominator: v128): v128 {
  const quotient = f64x2.div(numerator, denominator);
  const first = log(layout, f64x2.extract_lane(quotient, 0));
  return f64x2.replace_lane(f64x2.splat(first), 1, log(layout, f64x2.extract_lane(quotient, 1)));
}

export function scorePairs(layout: Layout, first: i32, size: i32, at: i32, derivatives: bool): void {
  const half = layout.half;
  const rowBytes = half << 4;
  const upper = at << 3;
  const lower = (half + at) << 3;
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  const minusHalf = f64x2.splat(-0.5);
  const h = v128.load(layout.spread + upper);
  const shared = expPair(layout, f64x2.mul(f64x2.mul(minusHalf, h), h));
  let upNumerator = one;
  let upDenominator = one;
  let upExponent = zero;
  let upScore = zero;
  let upCurvature = zero;
  let downNumerator = one;
  let downDenominator = one;
  let downExponent = zero;
  let downScore = zero;
  let downCurvature = zero;
  let score = layout.score;
  let curvature = layout.curvature;
  for (let t = 0; t < size; t++) {
    const sign = v128.load64_splat(layout.signs + ((first + t) << 3));
    const z = v128.load64_splat(layout.middle + (t << 3));
    const step = f64x2.mul(sign, h);
    const up = f64x2.add(z, step);
    const down = f64x2.sub(z, step);
    const factor = expPair(layout, f64x2.mul(f64x2.neg(z), step));
    const common = f64x2.mul(v128.load64_splat(layout.density + (t << 3)), shared);

    let e = f64x2.mul(common, factor);
    let a = f64x2.abs(up);
    let p = millsNumerator(a);
    let q = millsDenominator(a);
    let below = f64x2.lt(up, zero);
    upDenominator = f64x2.mul(upDenominator, q);
    let remainder = f64x2.sub(q, f64x2.mul(e, p));
    upNumerator = f64x2.mul(
      upNumerator,
      v128.bitselect(f64x2.mul(f64x2.splat(INVERSE_SQRT_TWO_PI), p), remainder, below),
    );
    // Plus (−z²)/2, which is minus z²/2.
    upExponent = f64x2.add(upExponent, v128.and(f64x2.mul(f64x2.mul(minusHalf, up), up), below));
    if (derivatives) {
      const lambda = f64x2.div(
        v128.bitselect(q, f64x2.mul(e, q), below),
        v128.bitselect(p, remainder, below),
      );
      const d = f64x2.min(f64x2.mul(lambda, f64x2.add(lambda, up)), one);
      const r = f64x2.mul(sign, lambda);
      v128.store(score + upper, r);
      v128.store(curvature + upper, d);
      upScore = f64x2.add(upScore, r);
      upCurvature = f64x2.add(upCurvature, d);
    }

    e = f64x2.div(common, factor);
    a = f64x2.abs(down);
    p = millsNumerator(a);
    q = millsDenominator(a);
    below = f64x2.lt(down, zero);
    downDenominator = f64x2.mul(downDenominator, q);
    remainder = f64x2.sub(q, f64x2.mul(e, p));
    downNumerator = f64x2.mul(
      downNumerator,
      v128.bitselect(f64x2.mul(f64x2.splat(INVERSE_SQRT_TWO_PI), p), remainder, below),
    );
    downExponent = f64x2.add(downExponent, v128.and(f64x2.mul(f64x2.mul(minusHalf, down), down), below));
    if (derivatives) {
      const lambda = f64x2.div(
        v128.bitselect(q, f64x2.mul(e, q), below),
        v128.bitselect(p, remainder, below),
      );
      const d = f64x2.min(f64x2.mul(lambda, f64x2.add(lambda, down)), one);
      const r = f64x2.mul(sign, lambda);
      v128.store(score + lower, r);
      v128.store(curvature + lower, d);
      downScore = f64x2.add(downScore, r);
      downCurvature = f64x2.add(downCurvature, d);
    }
    score += rowBytes;
    curvature += rowBytes;
    if ((t & 15) == 15) {
      upExponent = f64x2.add(upExponent, logQuotient(layout, upNumerator, upDenominator));
      downExponent = f64x2.add(downExponent, logQuotient(layout, downNumerator, downDenominator));
      upNumerator = upDenominator = downNumerator = downDenominator = one;
    }
  }
  v128.store(layout.ratio + upper, f64x2.div(upNumerator, upDenominator));
  v128.store(layout.exponent + upper, upExponent);
  v128.store(layout.ratio + lower, f64x2.div(downNumerator, downDenominator));
  v128.store(layout.exponent + lower, downExponent);
  if (!derivatives) return;
  v128.store(layout.scoreSum + upper, upScore);
  v128.store(layout.curvatureSum + upper, upCurvature);
  v128.store(layout.scoreSum + lower, downScore);
  v128.store(layout.curvatureSum + lower, downCurvature);
}

export function scoreFarNodes(layout: Layout, first: i32, size: i32, at: i32, derivatives: bool): void {
  const rowBytes = layout.half << 4;
  const here = at << 3;
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  const away = v128.load(layout.spread + here);
  let exponent = zero;
  let scoreSum = zero;
  let curvatureSum = zero;
  for (let t = 0; t < size; t++) {
    const sign = v128.load64_splat(layout.signs + ((first + t) << 3));
    const centre = v128.load64_splat(layout.middle + (t << 3));
    const z = f64x2.max(
      f64x2.splat(-1e15),
      f64x2.min(f64x2.add(centre, f64x2.mul(sign, away)), f64x2.splat(1e15)),
    );
    const a = f64x2.abs(z);
    const p = millsNumerator(a);
    const q = millsDenominator(a);
    const below = f64x2.lt(z, zero);
    const minusHalfSquare = f64x2.mul(f64x2.mul(f64x2.splat(-0.5), z), z);
    const e = f64x2.mul(
      f64x2.splat(INVERSE_SQRT_TWO_PI),
      expPair(layout, v128.andnot(minusHalfSquare, below)),
    );
    const remainder = f64x2.sub(q, f64x2.mul(e, p));
    const numerator = v128.bitselect(f64x2.mul(f64x2.splat(INVERSE_SQRT_TWO_PI), p), remainder, below);
    exponent = f64x2.add(
      exponent,
      f64x2.add(logQuotient(layout, numerator, q), v128.and(minusHalfSquare, below)),
    );
    if (!derivatives) continue;
    const lambda = f64x2.div(v128.bitselect(q, f64x2.mul(e, q), below), v128.bitselect(p, remainder, below));
    const d = f64x2.min(f64x2.mul(lambda, f64x2.add(lambda, z)), one);
    const r = f64x2.mul(sign, lambda);
    v128.store(layout.score + t * rowBytes + here, r);
    v128.store(layout.curvature + t * rowBytes + here, d);
    scoreSum = f64x2.add(scoreSum, r);
    curvatureSum = f64x2.add(curvatureSum, d);
  }
  v128.store(layout.ratio + here, one);
  v128.store(layout.exponent + here, exponent);
  if (!derivatives) return;
  v128.store(layout.scoreSum + here, scoreSum);
  v128.store(layout.curvatureSum + here, curvatureSum);
}
