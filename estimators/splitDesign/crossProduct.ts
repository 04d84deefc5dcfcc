import { addProductRows } from "./productRows.ts";
import type { SplitDesign } from "./splitDesign.ts";

/** Groups whose parts are gathered before they are multiplied out. */
const GROUPS_AT_ONCE = 64;

/**
 * X'MX in the making, M block-diagonal with a symmetric T × T block M_g for each group. Blocks come in group by group
 * (`addCrossProduct`); the products over many rows are done for 64 groups at once, so that a sum stays in a register
 * over all of them. `sums` is complete after `finishCrossProduct`.
 *
 * With Z the varying columns and m the constant ones of a group: A = M Z, a = M 1, z = Z'a, c = 1'a give
 * H_ZZ = Z'A, H_mZ = m z', H_mm = c m m', and a factor's level takes the row of A (or z, a, c) it belongs to.
 */
export interface CrossProduct {
  /** Slots plus any further parameters of the model. */
  readonly stride: number;
  /** stride × stride, row-major; row and column are slots. Only the lower triangle is meant to be read. */
  readonly sums: Float64Array;
  /** A of the gathered groups, by position × varyingCount. */
  readonly weighted: Float64Array;
  /** a of the gathered groups, by position. */
  readonly rowSums: Float64Array;
  /** z of the gathered groups, by group × varyingCount. */
  readonly columnSums: Float64Array;
  /** c of the gathered groups. */
  readonly totals: Float64Array;
  /** Scratch: c m of the gathered groups, by group × constantCount. */
  readonly scaledConstants: Float64Array;
  /** The gathered groups are firstGroup, …, firstGroup + gathered − 1. */
  firstGroup: number;
  gathered: number;
}

export function createCrossProduct(design: SplitDesign, furtherParameters = 0): CrossProduct {
  const stride = design.slots + furtherParameters;
  const positions = design.rowGroups.largest * GROUPS_AT_ONCE;
  return {
    stride,
    sums: new Float64Array(stride * stride),
    weighted: new Float64Array(positions * design.varyingCount),
    rowSums: new Float64Array(positions),
    columnSums: new Float64Array(GROUPS_AT_ONCE * design.varyingCount),
    totals: new Float64Array(GROUPS_AT_ONCE),
    scaledConstants: new Float64Array(GROUPS_AT_ONCE * design.constantCount),
    firstGroup: 0,
    gathered: 0,
  };
}

/** Empties the sums; the next group to be added is `firstGroup`. */
export function startCrossProduct(target: CrossProduct, firstGroup = 0): void {
  target.sums.fill(0);
  target.firstGroup = firstGroup;
  target.gathered = 0;
}

/**
 * Adds X_g' M X_g of the next group, where M is the symmetric T × T matrix `weights` (row-major, T the group's size), or
 * diag(weights[0..T−1]) when `diagonal`. Groups must come in order, none left out.
 */
export function addCrossProduct(
  design: SplitDesign,
  weights: Float64Array,
  diagonal: boolean,
  target: CrossProduct,
): void {
  const { varying, varyingCount } = design;
  const { weighted, rowSums, columnSums, totals, gathered } = target;
  const { start } = design.rowGroups;
  const group = target.firstGroup + gathered;
  const first = start[group];
  const size = start[group + 1] - first;
  const offset = first * varyingCount;
  const gatheredRow = first - start[target.firstGroup];

  let total = 0;
  for (let t = 0; t < size; t++) {
    const row = (gatheredRow + t) * varyingCount;
    let rowSum = 0;
    if (diagonal) {
      rowSum = weights[t];
      for (let j = 0; j < varyingCount; j++) {
        weighted[row + j] = rowSum * varying[offset + t * varyingCount + j];
      }
    } else {
      const block = t * size;
      for (let s = 0; s < size; s++) rowSum += weights[block + s];
      for (let j = 0; j < varyingCount; j += 2) {
        let sumFirst = 0;
        let sumSecond = 0;
        for (let s = 0, at = offset + j; s < size; s++, at += varyingCount) {
          const weight = weights[block + s];
          sumFirst += weight * varying[at];
          sumSecond += weight * varying[at + 1];
        }
        weighted[row + j] = sumFirst;
        weighted[row + j + 1] = sumSecond;
      }
    }
    rowSums[gatheredRow + t] = rowSum;
    total += rowSum;
  }
  for (let j = 0; j < varyingCount; j++) {
    let columnSum = 0;
    for (let t = 0, at = gatheredRow * varyingCount + j; t < size; t++, at += varyingCount)
      columnSum += weighted[at];
    columnSums[gathered * varyingCount + j] = columnSum;
  }
  totals[gathered] = total;
  if (design.varyingFactors > 0) addVaryingFactors(design, group, gatheredRow, weights, diagonal, target);

  target.gathered = gathered + 1;
  if (target.gathered === GROUPS_AT_ONCE) finishCrossProduct(design, target);
}

/** The rows and columns of factors that vary within groups. */
function addVaryingFactors(
  design: SplitDesign,
  group: number,
  gatheredRow: number,
  weights: Float64Array,
  diagonal: boolean,
  target: CrossProduct,
): void {
  const { varyingCount, constant, constantCount, varyingCodes, constantCodes } = design;
  const { varyingFactors, constantFactors } = design;
  const { sums, stride, weighted, rowSums } = target;
  const first = design.rowGroups.start[group];
  const size = design.rowGroups.start[group + 1] - first;
  for (let t = 0; t < size; t++) {
    const rowSum = rowSums[gatheredRow + t];
    const weightedRow = (gatheredRow + t) * varyingCount;
    for (let f = 0; f < varyingFactors; f++) {
      const slot = varyingCodes[(first + t) * varyingFactors + f];
      const row = slot * stride;
      for (let j = 0; j < varyingCount; j += 2) {
        sums[row + j] += weighted[weightedRow + j];
        sums[row + j + 1] += weighted[weightedRow + j + 1];
      }
      for (let j = 0, at = group * constantCount, to = row + varyingCount; j < constantCount; j += 2) {
        sums[to + j] += rowSum * constant[at + j];
        sums[to + j + 1] += rowSum * constant[at + j + 1];
      }
      // Slots of factors are not ordered by kind, so both triangles are filled among them.
      for (let e = 0; e < constantFactors; e++) {
        const other = constantCodes[group * constantFactors + e];
        sums[row + other] += rowSum;
        sums[other * stride + slot] += rowSum;
      }
      if (diagonal) {
        for (let e = 0; e < varyingFactors; e++) {
          sums[row + varyingCodes[(first + t) * varyingFactors + e]] += rowSum;
        }
        continue;
      }
      for (let s = 0; s < size; s++) {
        const weight = weights[t * size + s];
        for (let e = 0; e < varyingFactors; e++) {
          sums[row + varyingCodes[(first + s) * varyingFactors + e]] += weight;
        }
      }
    }
  }
}

/** Multiplies out the groups gathered so far. Column counts are even (padded), so columns go two by two. */
export function finishCrossProduct(design: SplitDesign, target: CrossProduct): void {
  const { varying, varyingCount, constant, constantCount, constantCodes, constantFactors } = design;
  const { sums, stride, weighted, columnSums, totals, scaledConstants, firstGroup, gathered } = target;
  const { start } = design.rowGroups;
  const firstRow = start[firstGroup] * varyingCount;
  const rows = start[firstGroup + gathered] - start[firstGroup];
  const firstConstant = firstGroup * constantCount;

  for (let i = 0; i < varyingCount; i += 2) {
    addProductRows(
      weighted,
      i,
      varying,
      firstRow,
      varyingCount,
      varyingCount,
      rows,
      i + 2,
      sums,
      i * stride,
      stride,
    );
  }
  for (let g = 0, at = 0; g < gathered; g++) {
    const total = totals[g];
    for (let j = 0; j < constantCount; j++, at++) scaledConstants[at] = total * constant[firstConstant + at];
  }
  for (let i = 0; i < constantCount; i += 2) {
    const to = (varyingCount + i) * stride;
    addProductRows(
      constant,
      firstConstant + i,
      columnSums,
      0,
      constantCount,
      varyingCount,
      gathered,
      varyingCount,
      sums,
      to,
      stride,
    );
    addProductRows(
      scaledConstants,
      i,
      constant,
      firstConstant,
      constantCount,
      constantCount,
      gathered,
      i + 2,
      sums,
      to + varyingCount,
      stride,
    );
  }

  for (let g = 0; g < gathered; g++) {
    const codes = (firstGroup + g) * constantFactors;
    const total = totals[g];
    for (let f = 0; f < constantFactors; f++) {
      const row = constantCodes[codes + f] * stride;
      for (let j = 0; j < varyingCount; j++) sums[row + j] += columnSums[g * varyingCount + j];
      for (let j = 0; j < constantCount; j++) {
        sums[row + varyingCount + j] += scaledConstants[g * constantCount + j];
      }
      for (let e = 0; e < constantFactors; e++) sums[row + constantCodes[codes + e]] += total;
    }
  }
  target.firstGroup = firstGroup + gathered;
  target.gathered = 0;
}
