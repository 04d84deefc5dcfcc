import { addCrossProduct, addWeightedRows, finishCrossProduct, startCrossProduct } from "./crossProduct";
import { expPair, log } from "./elementary";
import { Layout } from "./layout";
import { linearPredictor } from "./linearPredictor";
import { findMode } from "./mode";
import { scoreNodes } from "./nodeScores";
import { addMovementOfNodes, posteriorMoments } from "./posterior";

const HALF_LOG_PI: f64 = 0.5723649429247001;
const SQRT2: f64 = 1.4142135623730951;

/** `evaluate` of `createQuadratureGroups`. */
export function quadratureGroup(
  layout: Layout,
  group: i32,
  first: i32,
  size: i32,
  sigma: f64,
  derivatives: bool,
): f64 {
  const ownMode = layout.modes + (group << 3);
  findMode(layout, first, size, sigma, load<f64>(ownMode));
  const mode = load<f64>(layout.summary);
  const scale = load<f64>(layout.summary, 8);
  store<f64>(ownMode, mode);
  const bytes = layout.half << 4;
  const omega = layout.omega;
  const perNode = f64x2.splat(sigma * SQRT2 * scale);
  for (let k = 0; k < bytes; k += 16) {
    const spread = f64x2.mul(perNode, v128.load(layout.nodes + k));
    v128.store(layout.spread + k, spread);
    v128.store(layout.shift + k, f64x2.add(f64x2.splat(sigma * mode), spread));
  }
  scoreNodes(layout, first, size, sigma * mode, derivatives);

  let tops = f64x2.splat(-Infinity);
  for (let k = 0; k < bytes; k += 16) {
    const u = f64x2.add(
      f64x2.splat(mode),
      f64x2.mul(f64x2.splat(SQRT2 * scale), v128.load(layout.nodes + k)),
    );
    const exponent = f64x2.sub(
      f64x2.add(v128.load(layout.exponent + k), v128.load(layout.logWeights + k)),
      f64x2.mul(f64x2.mul(f64x2.splat(0.5), u), u),
    );
    v128.store(omega + k, exponent);
    tops = f64x2.max(tops, exponent);
  }
  const top = max(f64x2.extract_lane(tops, 0), f64x2.extract_lane(tops, 1));
  let totals = f64x2.splat(0);
  for (let k = 0; k < bytes; k += 16) {
    const weight = expPair(layout, f64x2.sub(v128.load(omega + k), f64x2.splat(top)));
    const own = f64x2.mul(v128.load(layout.ratio + k), weight);
    v128.store(omega + k, own);
    totals = f64x2.add(totals, own);
  }
  const total = f64x2.extract_lane(totals, 0) + f64x2.extract_lane(totals, 1);
  if (derivatives) {
    for (let k = 0; k < bytes; k += 16) {
      v128.store(omega + k, f64x2.div(v128.load(omega + k), f64x2.splat(total)));
    }
    posteriorMoments(layout, size);
    addMovementOfNodes(layout, size, sigma);
  }
  return log(layout, scale * total) + top - HALF_LOG_PI;
}

/** `evaluateRange` of `plainQuadratureKernel`. */
export function quadratureRange(layout: Layout, sigma: f64, from: i32, to: i32, derivatives: bool): f64 {
  linearPredictor(layout, from, to);
  const lnSigmaRow = layout.sums + ((layout.slots * layout.stride) << 3);
  const lnSigmaSlot = layout.slots << 3;
  if (derivatives) {
    startCrossProduct(layout, from);
    memory.fill(layout.gradient, 0, layout.stride << 3);
  }
  let value: f64 = 0;
  for (let group = from; group < to; group++) {
    const first = load<i32>(layout.start + (group << 2));
    const size = load<i32>(layout.start + (group << 2), 4) - first;
    value += quadratureGroup(layout, group, first, size, sigma, derivatives);
    if (!derivatives) continue;
    const gradientTo = layout.gradient + lnSigmaSlot;
    store<f64>(gradientTo, load<f64>(gradientTo) + load<f64>(layout.lnSigma));
    const squareTo = lnSigmaRow + lnSigmaSlot;
    store<f64>(squareTo, load<f64>(squareTo) + load<f64>(layout.lnSigma, 8));
    addWeightedRows(layout, group, layout.rowScore, layout.gradient);
    addWeightedRows(layout, group, layout.rowCross, lnSigmaRow);
    addCrossProduct(layout, layout.within, false);
  }
  if (derivatives) finishCrossProduct(layout);
  return value;
}
