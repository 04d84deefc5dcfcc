import { Layout } from "./layout";
import { addPairTo, addProductRows } from "./productRows";

const GROUPS_AT_ONCE: i32 = 64;

@inline
function addTo(at: i32, value: f64): void {
  store<f64>(at, load<f64>(at) + value);
}

/** `addWeightedRows` of `splitDesign/products.ts`. */
export function addWeightedRows(layout: Layout, group: i32, rowWeights: i32, target: i32): void {
  const varyingBytes = layout.varyingCount << 3;
  const constantBytes = layout.constantCount << 3;
  const varyingFactors = layout.varyingFactors;
  const constantFactors = layout.constantFactors;
  const first = load<i32>(layout.start + (group << 2));
  const size = load<i32>(layout.start + (group << 2), 4) - first;
  let total: f64 = 0;
  let codes = layout.varyingCodes + ((first * varyingFactors) << 2);
  for (let t = 0; t < size; t++) {
    const weight = load<f64>(rowWeights + (t << 3));
    total += weight;
    for (let f = 0; f < varyingFactors; f++) {
      addTo(target + (load<i32>(codes) << 3), weight);
      codes += 4;
    }
  }
  const varying = layout.varying + first * varyingBytes;
  for (let j = 0; j < varyingBytes; j += 16) {
    let sum = f64x2.splat(0);
    let at = varying + j;
    for (let t = 0; t < size; t++) {
      sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(rowWeights + (t << 3)), v128.load(at)));
      at += varyingBytes;
    }
    addPairTo(target + j, sum);
  }
  const constant = layout.constant + group * constantBytes;
  const toConstant = target + varyingBytes;
  for (let j = 0; j < constantBytes; j += 16) {
    addPairTo(toConstant + j, f64x2.mul(f64x2.splat(total), v128.load(constant + j)));
  }
  codes = layout.constantCodes + ((group * constantFactors) << 2);
  for (let f = 0; f < constantFactors; f++) addTo(target + (load<i32>(codes + (f << 2)) << 3), total);
}

export function startCrossProduct(layout: Layout, firstGroup: i32): void {
  memory.fill(layout.sums, 0, (layout.stride * layout.stride) << 3);
  layout.firstGroup = firstGroup;
  layout.gathered = 0;
}

/** `addCrossProduct` of `splitDesign/crossProduct.ts`. */
export function addCrossProduct(layout: Layout, weights: i32, diagonal: bool): void {
  const varyingBytes = layout.varyingCount << 3;
  const gathered = layout.gathered;
  const group = layout.firstGroup + gathered;
  const first = load<i32>(layout.start + (group << 2));
  const size = load<i32>(layout.start + (group << 2), 4) - first;
  const gatheredRow = first - load<i32>(layout.start + (layout.firstGroup << 2));
  const varying = layout.varying + first * varyingBytes;
  const weighted = layout.weighted + gatheredRow * varyingBytes;

  let total: f64 = 0;
  for (let t = 0; t < size; t++) {
    const row = weighted + t * varyingBytes;
    let rowSum: f64 = 0;
    if (diagonal) {
      rowSum = load<f64>(weights + (t << 3));
      const weight = f64x2.splat(rowSum);
      for (let j = 0; j < varyingBytes; j += 16) {
        v128.store(row + j, f64x2.mul(weight, v128.load(varying + t * varyingBytes + j)));
      }
    } else {
      const block = weights + ((t * size) << 3);
      for (let s = 0; s < size; s++) rowSum += load<f64>(block + (s << 3));
      for (let j = 0; j < varyingBytes; j += 16) {
        let sum = f64x2.splat(0);
        let at = varying + j;
        for (let s = 0; s < size; s++) {
          sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(block + (s << 3)), v128.load(at)));
          at += varyingBytes;
        }
        v128.store(row + j, sum);
      }
    }
    store<f64>(layout.rowSums + ((gatheredRow + t) << 3), rowSum);
    total += rowSum;
  }
  const columnSums = layout.columnSums + gathered * varyingBytes;
  for (let j = 0; j < varyingBytes; j += 16) {
    let sum = f64x2.splat(0);
    let at = weighted + j;
    for (let t = 0; t < size; t++) {
      sum = f64x2.add(sum, v128.load(at));
      at += varyingBytes;
    }
    v128.store(columnSums + j, sum);
  }
  store<f64>(layout.totals + (gathered << 3), total);
  if (layout.varyingFactors > 0) addVaryingFactors(layout, group, gatheredRow, weights, diagonal);

  layout.gathered = gathered + 1;
  if (layout.gathered == GROUPS_AT_ONCE) finishCrossProduct(layout);
}

export function addVaryingFactors(
  layout: Layout,
  group: i32,
  gatheredRow: i32,
  weights: i32,
  diagonal: bool,
): void {
  const varyingBytes = layout.varyingCount << 3;
  const constantBytes = layout.constantCount << 3;
  const varyingFactors = layout.varyingFactors;
  const constantFactors = layout.constantFactors;
  const rowBytes = layout.stride << 3;
  const first = load<i32>(layout.start + (group << 2));
  const size = load<i32>(layout.start + (group << 2), 4) - first;
  const constant = layout.constant + group * constantBytes;
  const constantCodes = layout.constantCodes + ((group * constantFactors) << 2);
  const groupCodes = layout.varyingCodes + ((first * varyingFactors) << 2);
  for (let t = 0; t < size; t++) {
    const rowSum = load<f64>(layout.rowSums + ((gatheredRow + t) << 3));
    const weightedRow = layout.weighted + (gatheredRow + t) * varyingBytes;
    const ownCodes = groupCodes + ((t * varyingFactors) << 2);
    for (let f = 0; f < varyingFactors; f++) {
      const slot = load<i32>(ownCodes + (f << 2));
      const row = layout.sums + slot * rowBytes;
      for (let j = 0; j < varyingBytes; j += 16) addPairTo(row + j, v128.load(weightedRow + j));
      for (let j = 0; j < constantBytes; j += 16) {
        addPairTo(row + varyingBytes + j, f64x2.mul(f64x2.splat(rowSum), v128.load(constant + j)));
      }
      for (let e = 0; e < constantFactors; e++) {
        const other = load<i32>(constantCodes + (e << 2));
        addTo(row + (other << 3), rowSum);
        addTo(layout.sums + other * rowBytes + (slot << 3), rowSum);
      }
      if (diagonal) {
        for (let e = 0; e < varyingFactors; e++) addTo(row + (load<i32>(ownCodes + (e << 2)) << 3), rowSum);
        continue;
      }
      let codes = groupCodes;
      for (let s = 0; s < size; s++) {
        const weight = load<f64>(weights + ((t * size + s) << 3));
        for (let e = 0; e < varyingFactors; e++) {
          addTo(row + (load<i32>(codes) << 3), weight);
          codes += 4;
        }
      }
    }
  }
}

/** `finishCrossProduct` of `splitDesign/crossProduct.ts`. */
export function finishCrossProduct(layout: Layout): void {
  const varyingBytes = layout.varyingCount << 3;
  const constantBytes = layout.constantCount << 3;
  const rowBytes = layout.stride << 3;
  const firstGroup = layout.firstGroup;
  const gathered = layout.gathered;
  const sums = layout.sums;
  const firstRow = load<i32>(layout.start + (firstGroup << 2));
  const rows = load<i32>(layout.start + ((firstGroup + gathered) << 2)) - firstRow;
  const varying = layout.varying + firstRow * varyingBytes;
  const constant = layout.constant + firstGroup * constantBytes;
  const columnSums = layout.columnSums;

  for (let i = 0; i < varyingBytes; i += 16) {
    addProductRows(
      layout.weighted + i,
      varyingBytes,
      varying,
      varyingBytes,
      rows,
      i + 16,
      sums + (i >> 3) * rowBytes,
      rowBytes,
    );
  }
  for (let g = 0; g < gathered; g++) {
    const total = v128.load64_splat(layout.totals + (g << 3));
    const from = constant + g * constantBytes;
    const to = layout.scaledConstants + g * constantBytes;
    for (let j = 0; j < constantBytes; j += 16) v128.store(to + j, f64x2.mul(total, v128.load(from + j)));
  }
  for (let i = 0; i < constantBytes; i += 16) {
    const row = sums + (layout.varyingCount + (i >> 3)) * rowBytes;
    addProductRows(constant + i, constantBytes, columnSums, varyingBytes, gathered, varyingBytes, row, rowBytes);
    addProductRows(
      layout.scaledConstants + i,
      constantBytes,
      constant,
      constantBytes,
      gathered,
      i + 16,
      row + varyingBytes,
      rowBytes,
    );
  }

  const constantFactors = layout.constantFactors;
  for (let g = 0; g < gathered; g++) {
    const codes = layout.constantCodes + (((firstGroup + g) * constantFactors) << 2);
    const total = load<f64>(layout.totals + (g << 3));
    for (let f = 0; f < constantFactors; f++) {
      const row = sums + load<i32>(codes + (f << 2)) * rowBytes;
      for (let j = 0; j < varyingBytes; j += 16) {
        addPairTo(row + j, v128.load(columnSums + g * varyingBytes + j));
      }
      for (let j = 0; j < constantBytes; j += 16) {
        addPairTo(row + varyingBytes + j, v128.load(layout.scaledConstants + g * constantBytes + j));
      }
      for (let e = 0; e < constantFactors; e++) addTo(row + (load<i32>(codes + (e << 2)) << 3), total);
    }
  }
  layout.firstGroup = firstGroup + gathered;
  layout.gathered = 0;
}
