import { Layout } from "./layout";

@inline
function sumOfLanes(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}

/** `linearPredictor` of `splitDesign/products.ts`. */
export function linearPredictor(layout: Layout, from: i32, to: i32): void {
  for (let group = from; group < to; group++) predictGroup(layout, group);
}

export function predictGroup(layout: Layout, group: i32): void {
  const coefficients = layout.coefficients;
  const varyingBytes = layout.varyingCount << 3;
  const constantBytes = layout.constantCount << 3;
  const constantFactors = layout.constantFactors;
  const varyingFactors = layout.varyingFactors;
  let pair = f64x2.splat(0);
  const constant = layout.constant + group * constantBytes;
  for (let at = 0; at < constantBytes; at += 16) {
    pair = f64x2.add(pair, f64x2.mul(v128.load(constant + at), v128.load(coefficients + varyingBytes + at)));
  }
  let shared = sumOfLanes(pair);
  const codes = layout.constantCodes + ((group * constantFactors) << 2);
  for (let f = 0; f < constantFactors; f++) {
    shared += load<f64>(coefficients + (load<i32>(codes + (f << 2)) << 3));
  }
  const first = load<i32>(layout.start + (group << 2));
  const end = load<i32>(layout.start + (group << 2), 4);
  for (let p = first; p < end; p++) {
    pair = f64x2.splat(0);
    const varying = layout.varying + p * varyingBytes;
    for (let at = 0; at < varyingBytes; at += 16) {
      pair = f64x2.add(pair, f64x2.mul(v128.load(varying + at), v128.load(coefficients + at)));
    }
    let sum = shared + sumOfLanes(pair);
    const rowCodes = layout.varyingCodes + ((p * varyingFactors) << 2);
    for (let f = 0; f < varyingFactors; f++) {
      sum += load<f64>(coefficients + (load<i32>(rowCodes + (f << 2)) << 3));
    }
    if (layout.offset != 0) sum += load<f64>(layout.offset + (p << 3));
    store<f64>(layout.index + (p << 3), sum);
  }
}
