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
