import type { ModelMatrix } from "../modelMatrix.ts";
import type { RiskSets } from "./riskSets.ts";

/**
 * The model matrix as the likelihood sees it: numeric columns minus their mean within the stratum, over their range
 * there, so that every column lies within [−1, 1] and a coefficient is the change of the log hazard from the
 * smallest to the largest value. Neither changes the partial likelihood. Factors stay codes. Nothing is copied: the
 * columns are standardised on the fly.
 */
export interface StandardisedDesign {
  /** Number of coefficients. */
  readonly size: number;
  readonly numeric: readonly (Float64Array | Int32Array | Uint8Array)[];
  /** Mean of column j in stratum s at `centre[s * numeric.length + j]`. */
  readonly centre: Float64Array;
  /** Standardised coefficient = coefficient × scale; 1 for factor levels and for constant columns. */
  readonly scale: Float64Array;
  readonly factors: readonly StandardisedFactor[];
}

export interface StandardisedFactor {
  readonly codes: Uint16Array;
  /** Coefficient of code c > 0 at index `offset + c`. */
  readonly offset: number;
}

/** Means and ranges are over the rows that are ever at risk at an event; the others have no say in the likelihood. */
export function standardiseDesign(matrix: ModelMatrix, riskSets: RiskSets): StandardisedDesign {
  const columns = matrix.numeric.length;
  let size = columns;
  const factors: StandardisedFactor[] = [];
  for (const factor of matrix.factors) {
    factors.push({ codes: factor.codes, offset: size - 1 });
    size += factor.levels.length - 1;
  }
  const centre = new Float64Array(riskSets.strata * columns);
  const scale = new Float64Array(size).fill(1);
  matrix.numeric.forEach((term, j) => {
    scale[j] = centreColumn(term.values, riskSets, centre, j, columns);
  });
  return { size, numeric: matrix.numeric.map((term) => term.values), centre, scale, factors };
}

/** Writes the means of column j and returns its largest range within a stratum (1 if that is 0). */
function centreColumn(
  values: ArrayLike<number>,
  riskSets: RiskSets,
  centre: Float64Array,
  j: number,
  columns: number,
): number {
  const { strata, stratum, enter, leave } = riskSets;
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
  for (let s = 0; s < strata; s++) {
    if (count[s] === 0) continue;
    range = Math.max(range, largest[s] - smallest[s]);
    // Rounding must not turn a constant into something that varies around its mean.
    centre[s * columns + j] = smallest[s] === largest[s] ? smallest[s] : sum[s] / count[s];
  }
  return range > 0 ? range : 1;
}
