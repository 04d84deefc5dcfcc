import type { ModelMatrix } from "../modelMatrix.ts";

/**
 * The columns of a model matrix written out, one a term in the order of `termNames`; without the intercept when
 * `withIntercept` is false. Throws a RangeError for columns of wrong length and cells that are not finite.
 */
export function denseColumns(matrix: ModelMatrix, withIntercept: boolean): Float64Array[] {
  const { rows } = matrix;
  const columns: Float64Array[] = [];
  if (matrix.intercept && withIntercept) columns.push(new Float64Array(rows).fill(1));
  for (const { name, values } of matrix.numeric) {
    columns.push(finiteColumn(`column ${name}`, values, rows));
  }
  for (const { name, codes, levels } of matrix.factors) {
    if (codes.length !== rows) {
      throw new RangeError(`factor ${name} has ${codes.length} rows where the model matrix has ${rows}`);
    }
    for (let level = 1; level < levels.length; level++) {
      columns.push(Float64Array.from(codes, (code) => Number(code === level)));
    }
  }
  return columns;
}

/** A copy; throws a RangeError for another length and for cells that are not finite. */
export function finiteColumn(what: string, values: ArrayLike<number>, rows: number): Float64Array {
  if (values.length !== rows) {
    throw new RangeError(`${what} has ${values.length} rows where the model matrix has ${rows}`);
  }
  return Float64Array.from({ length: rows }, (_, row) => {
    if (!Number.isFinite(values[row])) {
      throw new RangeError(`${what}, row ${row}: ${values[row]} is not a finite number`);
    }
    return values[row];
  });
}
