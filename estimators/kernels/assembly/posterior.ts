import { Layout } from "./layout";

const SQRT2: f64 = 1.4142135623730951;

@inline
function sumOfLanes(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}

/** `posteriorMoments` of `randomEffects/posterior.ts`. */
export function posteriorMoments(layout: Layout, size: i32): void {
  const rowBytes = layout.half << 4;
  const omega = layout.omega;
  const shift = layout.shift;
  const scoreSum = layout.scoreSum;
  const weightedScore = layout.weightedScore;
  const zero = f64x2.splat(0);
  let h = zero;
  let rest = zero;
  for (let k = 0; k < rowBytes; k += 16) {
    const v = v128.load(shift + k);
    const weight = v128.load(omega + k);
    const own = f64x2.mul(v, v128.load(scoreSum + k));
    const bend = f64x2.mul(f64x2.mul(v, v), v128.load(layout.curvatureSum + k));
    h = f64x2.add(h, f64x2.mul(weight, own));
    rest = f64x2.add(rest, f64x2.mul(weight, f64x2.sub(f64x2.mul(own, own), bend)));
  }
  const meanH = sumOfLanes(h);
  store<f64>(layout.lnSigma, meanH);
  store<f64>(layout.lnSigma, sumOfLanes(rest) - meanH * meanH + meanH, 8);

  for (let t = 0; t < size; t++) {
    const score = layout.score + t * rowBytes;
    const curvature = layout.curvature + t * rowBytes;
    let r = zero;
    let d = zero;
    let cross = zero;
    let square = zero;
    for (let k = 0; k < rowBytes; k += 16) {
      const own = v128.load(score + k);
      const weight = v128.load(omega + k);
      const weighted = f64x2.mul(weight, own);
      const bend = f64x2.mul(weight, v128.load(curvature + k));
      v128.store(weightedScore + k, weighted);
      r = f64x2.add(r, weighted);
      d = f64x2.add(d, bend);
      cross = f64x2.add(
        cross,
        f64x2.mul(v128.load(shift + k), f64x2.sub(f64x2.mul(weighted, v128.load(scoreSum + k)), bend)),
      );
      square = f64x2.add(square, f64x2.mul(weighted, own));
    }
    const meanR = sumOfLanes(r);
    store<f64>(layout.rowScore + (t << 3), meanR);
    store<f64>(layout.rowCross + (t << 3), sumOfLanes(cross) - meanR * meanH);
    const within = layout.within;
    store<f64>(within + ((t * size + t) << 3), sumOfLanes(square) - meanR * meanR - sumOfLanes(d));
    let other = layout.score;
    let s = 0;
    for (; s + 1 < t; s += 2) {
      let first = zero;
      let second = zero;
      for (let k = 0; k < rowBytes; k += 16) {
        const weighted = v128.load(weightedScore + k);
        first = f64x2.add(first, f64x2.mul(weighted, v128.load(other + k)));
        second = f64x2.add(second, f64x2.mul(weighted, v128.load(other + rowBytes + k)));
      }
      const covarianceFirst = sumOfLanes(first) - meanR * load<f64>(layout.rowScore + (s << 3));
      const covarianceSecond = sumOfLanes(second) - meanR * load<f64>(layout.rowScore + (s << 3), 8);
      store<f64>(within + ((t * size + s) << 3), covarianceFirst);
      store<f64>(within + ((s * size + t) << 3), covarianceFirst);
      store<f64>(within + ((t * size + s) << 3), covarianceSecond, 8);
      store<f64>(within + (((s + 1) * size + t) << 3), covarianceSecond);
      other += 2 * rowBytes;
    }
    if (s < t) {
      let last = zero;
      for (let k = 0; k < rowBytes; k += 16) {
        last = f64x2.add(last, f64x2.mul(v128.load(weightedScore + k), v128.load(other + k)));
      }
      const covariance = sumOfLanes(last) - meanR * load<f64>(layout.rowScore + (s << 3));
      store<f64>(within + ((t * size + s) << 3), covariance);
      store<f64>(within + ((s * size + t) << 3), covariance);
    }
  }
}

/** `addMovementOfNodes` of `randomEffects/movingNodes.ts`. */
export function addMovementOfNodes(layout: Layout, size: i32, sigma: f64): void {
  const centre = load<f64>(layout.summary);
  const scale = load<f64>(layout.summary, 8);
  const bend = load<f64>(layout.summary, 16);
  const bytes = layout.half << 4;
  let slopes = f64x2.splat(0);
  let stretches = f64x2.splat(0);
  for (let k = 0; k < bytes; k += 16) {
    const away = f64x2.mul(f64x2.splat(SQRT2 * scale), v128.load(layout.nodes + k));
    const slope = f64x2.mul(
      v128.load(layout.omega + k),
      f64x2.sub(
        f64x2.mul(f64x2.splat(sigma), v128.load(layout.scoreSum + k)),
        f64x2.add(f64x2.splat(centre), away),
      ),
    );
    slopes = f64x2.add(slopes, slope);
    stretches = f64x2.add(stretches, f64x2.mul(slope, away));
  }
  const meanSlope = sumOfLanes(slopes);
  const meanStretch = 1 + sumOfLanes(stretches);
  const variance = scale * scale;
  const perStretch = 0.5 * variance * meanStretch;
  const ofSlope = variance * (meanSlope + perStretch * bend);
  for (let t = 0; t < size; t++) {
    const to = layout.rowScore + (t << 3);
    store<f64>(
      to,
      load<f64>(to) +
        (perStretch * sigma * sigma * load<f64>(layout.modeThird + (t << 3)) -
          ofSlope * sigma * load<f64>(layout.modeCurvature + (t << 3))),
    );
  }
  const spread = 1 / variance - 1;
  store<f64>(
    layout.lnSigma,
    load<f64>(layout.lnSigma) +
      (ofSlope * centre * (1 - spread) + perStretch * (centre * bend - 2 * spread)),
  );
}
