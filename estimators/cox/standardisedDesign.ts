import type { ModelMatrix } from "../modelMatrix.ts";
import type { RiskSets } from "./riskSets.ts";

/** Rows in a block of the standardised design; a block of a dozen columns fits the first-level cache. */
export const BLOCK_ROWS = 128;
/** Cells from one column of a block to the next: more than its rows, so that columns do not share cache lines' sets. */
export const COLUMN_STRIDE = 130;

/**
 * The model matrix as the likelihood sees it: numeric columns minus their mean within the stratum, over their range
 * there, so that every column lies within [−1, 1] and a coefficient is the change of the log hazard from the
 * smallest to the largest value. Neither changes the partial likelihood. Factors stay codes.
 */
export interface StandardisedDesign {
  readonly rows: number;
  /** Number of coefficients: first the numeric columns', then the factors'. */
  readonly size: number;
  /** Number of numeric columns. */
  readonly columns: number;
  /**
   * Numeric cells, block by block and column by column within it: row i of block b has its cell of column j at
   * `(b * columns + j) * COLUMN_STRIDE + i`.
   */
  readonly cells: Float64Array;
  /** Standardised coefficient = coefficient × scale; 1 for factor levels and for constant columns. */
  readonly scale: Float64Array;
  readonly factors: readonly StandardisedFactor[];
  /** Mean of each numeric column in each stratum, which was subtracted. */
  readonly centres: readonly Float64Array[];
  /** Offset minus its mean in the stratum; null without one. */
  readonly offset: Float64Array | null;
  /** What was subtracted from the offset in each stratum. */
  readonly offsetCentre: Float64Array;
}

export interface StandardisedFactor {
  readonly codes: Uint16Array | Uint32Array;
  /** Coefficient of code c > 0 at index `offset + c`. */
  readonly offset: number;
}

/** Means and ranges are over the rows that are ever at risk at an event; the others have no say in the likelihood. */
export function standardiseDesign(
  matrix: ModelMatrix,
  riskSets: RiskSets,
  givenOffset?: Float64Array,
): StandardisedDesign {
  const columns = matrix.numeric.length;
  let size = columns;
  const factors: StandardisedFactor[] = [];
  for (const factor of matrix.factors) {
    factors.push({ codes: factor.codes, offset: size - 1 });
    size += factor.levels.length - 1;
  }
  const blocks = Math.ceil(matrix.rows / BLOCK_ROWS);
  const cells = new Float64Array(blocks * columns * COLUMN_STRIDE);
  const scale = new Float64Array(size).fill(1);
  const centres = matrix.numeric.map(({ values }, j) => {
    const { centre, range } = centreAndRange(values, riskSets);
    scale[j] = range;
    return centre;
  });
  for (let block = 0, at = 0; block < blocks; block++) {
    const from = block * BLOCK_ROWS;
    const length = Math.min(BLOCK_ROWS, matrix.rows - from);
    for (let j = 0; j < columns; j++, at += COLUMN_STRIDE) {
      const { values } = matrix.numeric[j];
      writeColumn(cells, at, values, from, length, riskSets, centres[j], 1 / scale[j]);
    }
  }
  const offsetCentre = givenOffset
    ? centreAndRange(givenOffset, riskSets).centre
    : new Float64Array(riskSets.strata);
  const offset = givenOffset
    ? givenOffset.map((value, row) => value - offsetCentre[riskSets.stratum[row]])
    : null;
  return { rows: matrix.rows, size, columns, cells, scale, factors, centres, offset, offsetCentre };
}

/** The mean in each stratum, and the largest range within one (1 if that is 0). */
function centreAndRange(
  values: ArrayLike<number>,
  { strata, stratum, enter, leave }: RiskSets,
): { centre: Float64Array; range: number } {
  if (strata === 1) return centreAndRangeOfOne(values, enter, leave);
  const smallest = new Float64Array(strata).fill(Number.POSITIVE_INFINITY);
  const largest = new Float64Array(strata).fill(Number.NEGATIVE_INFINITY);
  const sum = new Float64Array(strata);
  const count = new Float64Array(strata);
  for (let row = 0; row < values.length; row++) {
    if (enter[row] === leave[row]) continue;
    const s = stratum[row];
    const value = values[row];
    if (value < smallest[s]) smallest[s] = value;
    if (value > largest[s]) largest[s] = value;
    sum[s] += value;
    count[s]++;
  }
  let range = 0;
  const centre = new Float64Array(strata);
  for (let s = 0; s < strata; s++) {
    if (count[s] === 0) continue;
    range = Math.max(range, largest[s] - smallest[s]);
    // Rounding must not turn a constant into something that varies around its mean.
    centre[s] = smallest[s] === largest[s] ? smallest[s] : sum[s] / count[s];
  }
  return { centre, range: range > 0 ? range : 1 };
}

function centreAndRangeOfOne(
  values: ArrayLike<number>,
  enter: Int32Array,
  leave: Int32Array,
): { centre: Float64Array; range: number } {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (enter[row] === leave[row]) continue;
    const value = values[row];
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
    sum += value;
    count++;
  }
  if (count === 0) return { centre: new Float64Array(1), range: 1 };
  const centre = Float64Array.of(smallest === largest ? smallest : sum / count);
  return { centre, range: largest > smallest ? largest - smallest : 1 };
}

/** One column of one block. */
function writeColumn(
  cells: Float64Array,
  at: number,
  values: ArrayLike<number>,
  from: number,
  length: number,
  { strata, stratum }: RiskSets,
  centre: Float64Array,
  inverseRange: number,
): void {
  if (strata === 1) {
    const only = centre[0];
    for (let i = 0; i < length; i++) cells[at + i] = (values[from + i] - only) * inverseRange;
  } else {
    for (let i = 0; i < length; i++) {
      cells[at + i] = (values[from + i] - centre[stratum[from + i]]) * inverseRange;
    }
  }
}
