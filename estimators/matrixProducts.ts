import type { ModelMatrix } from "./modelMatrix.ts";

/** target += x'b, by row. One column after the other, in the order of the terms. */
export function addTimesCoefficients(
  { rows, intercept, numeric, factors }: ModelMatrix,
  coefficients: ArrayLike<number>,
  target: Float64Array,
): void {
  let term = 0;
  if (intercept) {
    const constant = coefficients[term++];
    for (let r = 0; r < rows; r++) target[r] += constant;
  }
  for (const { values } of numeric) {
    const coefficient = coefficients[term++];
    for (let r = 0; r < rows; r++) target[r] += values[r] * coefficient;
  }
  for (const { codes, levels } of factors) {
    // Level 0 is the reference.
    const before = term - 1;
    for (let r = 0; r < rows; r++) if (codes[r] > 0) target[r] += coefficients[before + codes[r]];
    term += levels.length - 1;
  }
}

/** target += Σ weight x over the rows, by term. */
export function addWeightedRows(
  { rows, intercept, numeric, factors }: ModelMatrix,
  weight: Float64Array,
  target: Float64Array,
): void {
  let term = 0;
  if (intercept) {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += weight[r];
    target[term++] += sum;
  }
  for (const { values } of numeric) {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += weight[r] * values[r];
    target[term++] += sum;
  }
  for (const { codes, levels } of factors) {
    const before = term - 1;
    for (let r = 0; r < rows; r++) if (codes[r] > 0) target[before + codes[r]] += weight[r];
    term += levels.length - 1;
  }
}
