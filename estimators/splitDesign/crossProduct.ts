import type { SplitDesign } from "./splitDesign.ts";

/** Scratch and target of sums over groups; `stride` = slots plus any further parameters of the model. */
export interface CrossProduct {
  readonly stride: number;
  /** stride × stride, row-major; row and column are slots. Only the lower triangle is complete. */
  readonly sums: Float64Array;
  /** A = M Z of one group, largest group × varyingCount. */
  readonly weighted: Float64Array;
  /** a = M 1 of one group. */
  readonly rowSums: Float64Array;
  /** z = Z' a of one group. */
  readonly columnSums: Float64Array;
}

export function createCrossProduct(design: SplitDesign, furtherParameters = 0): CrossProduct {
  const stride = design.slots + furtherParameters;
  const { largest } = design.rowGroups;
  return {
    stride,
    sums: new Float64Array(stride * stride),
    weighted: new Float64Array(largest * design.varyingCount),
    rowSums: new Float64Array(largest),
    columnSums: new Float64Array(design.varyingCount),
  };
}

/**
 * Adds X_g' M X_g of one group to `target.sums`, where M is the symmetric T × T matrix `weights` (row-major, T the
 * group's size), or diag(weights[0..T−1]) when `diagonal`.
 *
 * With Z the varying columns and m the group's constant ones: A = M Z, a = M 1, z = Z'a, c = 1'a give
 * H_ZZ = Z'A, H_mZ = m z', H_mm = c m m', and a factor's level takes the row of A (or z, a, c) it belongs to.
 */
export function addCrossProduct(
  design: SplitDesign,
  group: number,
  weights: Float64Array,
  diagonal: boolean,
  target: CrossProduct,
): void {
  const { varying, varyingCount, constant, constantCount, varyingCodes, constantCodes } = design;
  const { varyingFactors, constantFactors } = design;
  const { sums, stride, weighted, rowSums, columnSums } = target;
  const first = design.rowGroups.start[group];
  const size = design.rowGroups.start[group + 1] - first;
  const rowOffset = first * varyingCount;

  let total = 0;
  for (let t = 0; t < size; t++) {
    let rowSum = 0;
    if (diagonal) {
      rowSum = weights[t];
      for (let j = 0; j < varyingCount; j++) {
        weighted[t * varyingCount + j] = rowSum * varying[rowOffset + t * varyingCount + j];
      }
    } else {
      for (let s = 0; s < size; s++) rowSum += weights[t * size + s];
      for (let j = 0; j < varyingCount; j++) {
        let sum = 0;
        for (let s = 0; s < size; s++)
          sum += weights[t * size + s] * varying[rowOffset + s * varyingCount + j];
        weighted[t * varyingCount + j] = sum;
      }
    }
    rowSums[t] = rowSum;
    total += rowSum;
  }
  for (let j = 0; j < varyingCount; j++) {
    let columnSum = 0;
    for (let t = 0; t < size; t++) columnSum += weighted[t * varyingCount + j];
    columnSums[j] = columnSum;
    for (let i = 0; i <= j; i++) {
      let sum = 0;
      for (let t = 0; t < size; t++) {
        sum += weighted[t * varyingCount + j] * varying[rowOffset + t * varyingCount + i];
      }
      sums[j * stride + i] += sum;
    }
  }

  const constantOffset = group * constantCount;
  for (let i = 0; i < constantCount; i++) {
    const value = constant[constantOffset + i];
    const row = (varyingCount + i) * stride;
    for (let j = 0; j < varyingCount; j++) sums[row + j] += value * columnSums[j];
    const scaled = value * total;
    for (let j = 0; j <= i; j++) sums[row + varyingCount + j] += scaled * constant[constantOffset + j];
  }

  for (let f = 0; f < constantFactors; f++) {
    const row = constantCodes[group * constantFactors + f] * stride;
    for (let j = 0; j < varyingCount; j++) sums[row + j] += columnSums[j];
    for (let j = 0; j < constantCount; j++)
      sums[row + varyingCount + j] += total * constant[constantOffset + j];
    // Slots of factors are not ordered by kind, so both triangles are filled among them.
    for (let e = 0; e < constantFactors; e++) sums[row + constantCodes[group * constantFactors + e]] += total;
  }

  for (let f = 0; f < varyingFactors; f++) {
    for (let t = 0; t < size; t++) {
      const slot = varyingCodes[(first + t) * varyingFactors + f];
      const row = slot * stride;
      for (let j = 0; j < varyingCount; j++) sums[row + j] += weighted[t * varyingCount + j];
      const rowSum = rowSums[t];
      for (let j = 0; j < constantCount; j++)
        sums[row + varyingCount + j] += rowSum * constant[constantOffset + j];
      for (let e = 0; e < constantFactors; e++) {
        const other = constantCodes[group * constantFactors + e];
        sums[row + other] += rowSum;
        sums[other * stride + slot] += rowSum;
      }
      if (diagonal) {
        for (let e = 0; e < varyingFactors; e++)
          sums[row + varyingCodes[(first + t) * varyingFactors + e]] += rowSum;
      } else {
        for (let s = 0; s < size; s++) {
          const weight = weights[t * size + s];
          for (let e = 0; e < varyingFactors; e++) {
            sums[row + varyingCodes[(first + s) * varyingFactors + e]] += weight;
          }
        }
      }
    }
  }
}

/** Adds X_g' w of one group to `target[offset + slot]`, w = `rowWeights[0..T−1]`. */
export function addWeightedRows(
  design: SplitDesign,
  group: number,
  rowWeights: Float64Array,
  target: Float64Array,
  offset: number,
): void {
  const { varying, varyingCount, constant, constantCount, varyingCodes, constantCodes } = design;
  const { varyingFactors, constantFactors } = design;
  const first = design.rowGroups.start[group];
  const end = design.rowGroups.start[group + 1];
  let total = 0;
  for (let p = first; p < end; p++) {
    const weight = rowWeights[p - first];
    total += weight;
    for (let j = 0; j < varyingCount; j++) target[offset + j] += weight * varying[p * varyingCount + j];
    for (let f = 0; f < varyingFactors; f++) target[offset + varyingCodes[p * varyingFactors + f]] += weight;
  }
  for (let j = 0; j < constantCount; j++) {
    target[offset + varyingCount + j] += total * constant[group * constantCount + j];
  }
  for (let f = 0; f < constantFactors; f++)
    target[offset + constantCodes[group * constantFactors + f]] += total;
}

/** X b by position (plus `offset` by position when given), b by slot. */
export function linearPredictor(
  design: SplitDesign,
  coefficients: Float64Array,
  offset: Float64Array | null,
  target: Float64Array,
): void {
  const { varying, varyingCount, constant, constantCount, varyingCodes, constantCodes } = design;
  const { varyingFactors, constantFactors } = design;
  const { groups, start } = design.rowGroups;
  for (let group = 0; group < groups; group++) {
    let shared = 0;
    for (let j = 0; j < constantCount; j++) {
      shared += constant[group * constantCount + j] * coefficients[varyingCount + j];
    }
    for (let f = 0; f < constantFactors; f++)
      shared += coefficients[constantCodes[group * constantFactors + f]];
    for (let p = start[group]; p < start[group + 1]; p++) {
      let sum = shared;
      for (let j = 0; j < varyingCount; j++) sum += varying[p * varyingCount + j] * coefficients[j];
      for (let f = 0; f < varyingFactors; f++) sum += coefficients[varyingCodes[p * varyingFactors + f]];
      target[p] = offset === null ? sum : sum + offset[p];
    }
  }
}
