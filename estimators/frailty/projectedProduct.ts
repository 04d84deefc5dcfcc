import type { CrossProduct } from "../splitDesign/crossProduct.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";

/**
 * Adds U H U' to the sums of a cross product, H the Hessian of a group by a few parameters and U the rows of the design gathered
 * by them, Σ w_t x_t over the rows that enter through each. It is what a block of rows × rows comes to, for groups that are
 * too large to have one.
 *
 * @param parameterOfRow by row of the group; −1 for a row that enters through none.
 * @param weights by row of the group.
 * @param curvatures H, parameters × parameters, in full.
 */
export function addProjectedProduct(
  design: SplitDesign,
  group: number,
  parameterOfRow: Int32Array,
  weights: Float64Array,
  curvatures: Float64Array,
  parameters: number,
  target: CrossProduct,
): void {
  const { slots } = design;
  const first = design.rowGroups.start[group];
  const size = design.rowGroups.start[group + 1] - first;
  const gathered = new Float64Array(parameters * slots);
  for (let t = 0; t < size; t++) {
    if (parameterOfRow[t] >= 0)
      addRow(design, group, first + t, weights[t], gathered, parameterOfRow[t] * slots);
  }
  const column = new Float64Array(parameters);
  for (let a = 0; a < slots; a++) {
    for (let i = 0; i < parameters; i++) {
      let sum = 0;
      for (let j = 0; j < parameters; j++) sum += curvatures[i * parameters + j] * gathered[j * slots + a];
      column[i] = sum;
    }
    for (let b = 0; b < slots; b++) {
      let sum = 0;
      for (let i = 0; i < parameters; i++) sum += gathered[i * slots + b] * column[i];
      target.sums[a * target.stride + b] += sum;
    }
  }
}

/** Adds `weight` × the row at position p to `target[offset + slot]`. */
function addRow(
  design: SplitDesign,
  group: number,
  p: number,
  weight: number,
  target: Float64Array,
  offset: number,
): void {
  const { varying, varyingCount, constant, constantCount, varyingCodes, constantCodes } = design;
  const { varyingFactors, constantFactors } = design;
  for (let j = 0; j < varyingCount; j++) target[offset + j] += weight * varying[p * varyingCount + j];
  for (let j = 0; j < constantCount; j++) {
    target[offset + varyingCount + j] += weight * constant[group * constantCount + j];
  }
  for (let f = 0; f < varyingFactors; f++) target[offset + varyingCodes[p * varyingFactors + f]] += weight;
  for (let f = 0; f < constantFactors; f++) {
    target[offset + constantCodes[group * constantFactors + f]] += weight;
  }
}
