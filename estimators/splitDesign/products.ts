import type { SplitDesign } from "./splitDesign.ts";

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
  const size = design.rowGroups.start[group + 1] - first;
  let total = 0;
  for (let t = 0; t < size; t++) {
    const weight = rowWeights[t];
    total += weight;
    for (let f = 0; f < varyingFactors; f++) {
      target[offset + varyingCodes[(first + t) * varyingFactors + f]] += weight;
    }
  }
  // Column counts are even: two columns at a time.
  for (let j = 0; j < varyingCount; j += 2) {
    let sumFirst = 0;
    let sumSecond = 0;
    for (let t = 0, at = first * varyingCount + j; t < size; t++, at += varyingCount) {
      const weight = rowWeights[t];
      sumFirst += weight * varying[at];
      sumSecond += weight * varying[at + 1];
    }
    target[offset + j] += sumFirst;
    target[offset + j + 1] += sumSecond;
  }
  const toConstant = offset + varyingCount;
  for (let j = 0; j < constantCount; j++) {
    target[toConstant + j] += total * constant[group * constantCount + j];
  }
  for (let f = 0; f < constantFactors; f++) {
    target[offset + constantCodes[group * constantFactors + f]] += total;
  }
}

/** X b by position (plus `offset` by position when given), b by slot, for the groups `from` to `to` − 1 (default: all). */
export function linearPredictor(
  design: SplitDesign,
  coefficients: Float64Array,
  offset: Float64Array | null,
  target: Float64Array,
  from = 0,
  to = design.rowGroups.groups,
): void {
  const { varying, varyingCount, constant, constantCount, varyingCodes, constantCodes } = design;
  const { varyingFactors, constantFactors } = design;
  const { start } = design.rowGroups;
  // Column counts are even: two sums that do not wait for each other.
  for (let group = from; group < to; group++) {
    let even = 0;
    let odd = 0;
    for (let j = 0, at = group * constantCount; j < constantCount; j += 2, at += 2) {
      even += constant[at] * coefficients[varyingCount + j];
      odd += constant[at + 1] * coefficients[varyingCount + j + 1];
    }
    let shared = even + odd;
    for (let f = 0; f < constantFactors; f++) {
      shared += coefficients[constantCodes[group * constantFactors + f]];
    }
    const end = start[group + 1];
    for (let p = start[group]; p < end; p++) {
      even = 0;
      odd = 0;
      for (let j = 0, at = p * varyingCount; j < varyingCount; j += 2, at += 2) {
        even += varying[at] * coefficients[j];
        odd += varying[at + 1] * coefficients[j + 1];
      }
      let sum = shared + (even + odd);
      for (let f = 0; f < varyingFactors; f++) sum += coefficients[varyingCodes[p * varyingFactors + f]];
      target[p] = offset === null ? sum : sum + offset[p];
    }
  }
}
