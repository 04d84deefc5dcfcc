import type { ModelMatrix } from "../modelMatrix.ts";

/** The given rows of a model matrix, as a matrix. Columns of another length than `rows` are refused with a RangeError. */
export function selectRows(matrix: ModelMatrix, rows: Int32Array): ModelMatrix {
  for (const { name, length } of [
    ...matrix.numeric.map((term) => ({ name: term.name, length: term.values.length })),
    ...matrix.factors.map((factor) => ({ name: factor.name, length: factor.codes.length })),
  ]) {
    if (length !== matrix.rows) {
      throw new RangeError(`column ${name} has ${length} rows where the model matrix has ${matrix.rows}`);
    }
  }
  return {
    rows: rows.length,
    intercept: matrix.intercept,
    numeric: matrix.numeric.map(({ name, values }) => ({
      name,
      values: Float64Array.from(rows, (row) => values[row]),
    })),
    factors: matrix.factors.map(({ name, codes, levels }) => ({
      name,
      codes: Uint16Array.from(rows, (row) => codes[row]),
      levels,
    })),
  };
}

/** The columns of two matrices of as many rows side by side, under one intercept if either has one. */
export function besideEachOther(one: ModelMatrix, other: ModelMatrix): ModelMatrix {
  return {
    rows: one.rows,
    intercept: one.intercept || other.intercept,
    numeric: [...one.numeric, ...other.numeric],
    factors: [...one.factors, ...other.factors],
  };
}
