/** Share of a column's norm below which what absorbed effects leave of it is rounding, alternating projections being what they are. */
export const COLLINEARITY_TOLERANCE = 1e-7;

/**
 * The same for columns as they are: orthogonalised twice, a combination of others leaves about 1e-15. Powers of a year, of
 * which 1e-9 is their own, are estimated.
 */
const PLAIN_TOLERANCE = 1e-11;

/** X = QR of the columns kept. */
export interface Orthogonal {
  /** Orthonormal columns. */
  readonly basis: readonly Float64Array[];
  /** R⁻¹, upper triangular, row-major, as wide as there are columns in the basis. */
  readonly inverse: Float64Array;
  /** Which of the columns given are kept, in the order they were taken in; the others are linear combinations of those before them. */
  readonly kept: readonly number[];
  /** Of each column left out, those it is a combination of, and what they leave of it as a share of its norm. */
  readonly combinations: readonly {
    readonly column: number;
    readonly of: readonly number[];
    readonly remaining: number;
  }[];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += a[row] * b[row];
  return sum;
}

/**
 * Takes out of `column` its projections on an orthonormal basis, one after the other, twice ("twice is enough", Giraud et
 * al. 2005); returns the coefficients.
 */
export function projectOut(basis: readonly Float64Array[], column: Float64Array): Float64Array {
  const coefficients = new Float64Array(basis.length);
  for (let time = 0; time < 2; time++) {
    basis.forEach((direction, i) => {
      const along = dot(direction, column);
      coefficients[i] += along;
      for (let row = 0; row < column.length; row++) column[row] -= along * direction[row];
    });
  }
  return coefficients;
}

/**
 * Modified Gram–Schmidt; the arrays given are overwritten and become the basis.
 *
 * @param projected whether absorbed effects have been taken out of the columns, which leaves more rounding in them.
 * @param order of all columns: of several dependent ones the first stays. Default: as they are numbered.
 */
export function orthogonalise(
  columns: readonly Float64Array[],
  projected: boolean,
  order: ArrayLike<number> = columns.map((_, j) => j),
): Orthogonal {
  const basis: Float64Array[] = [];
  const kept: number[] = [];
  /** Columns of R. */
  const triangle: Float64Array[] = [];
  const lost: { column: number; before: number; remaining: number; coefficients: Float64Array }[] = [];
  const norms: number[] = [];
  Array.from(order).forEach((j) => {
    const column = columns[j];
    const before = Math.sqrt(dot(column, column));
    const coefficients = projectOut(basis, column);
    const norm = Math.sqrt(dot(column, column));
    if (!(norm > (projected ? COLLINEARITY_TOLERANCE : PLAIN_TOLERANCE) * before)) {
      lost.push({ column: j, before, remaining: before === 0 ? 0 : norm / before, coefficients });
      return;
    }
    norms.push(before);
    for (let row = 0; row < column.length; row++) column[row] /= norm;
    basis.push(column);
    kept.push(j);
    triangle.push(Float64Array.of(...coefficients, norm));
  });
  const k = basis.length;
  const inverse = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    // R x = e_j from the bottom up.
    inverse[j * k + j] = 1 / triangle[j][j];
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let m = i + 1; m <= j; m++) sum += triangle[m][i] * inverse[m * k + j];
      inverse[i * k + j] = -sum / triangle[i][i];
    }
  }
  const combinations = lost.map(({ column, before, remaining, coefficients }) => {
    const of = kept.filter((_, i) => {
      let weight = 0;
      for (let m = i; m < coefficients.length; m++) weight += inverse[i * k + m] * coefficients[m];
      // In units of the column: what the other contributes to it.
      return before > 0 && Math.abs(weight) * norms[i] > 1e-6 * before;
    });
    return { column, of, remaining };
  });
  return { basis, inverse, kept, combinations };
}
