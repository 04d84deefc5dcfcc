import type { RowOfMatrix } from "../matrixRow.ts";
import type { ModelMatrix } from "../modelMatrix.ts";

/** Rows to predict for, with the terms of the fit. */
export interface CoxNewData {
  readonly matrix: ModelMatrix;
  /** Time until which events are expected. Absent: no `expected` and no `survival`. */
  readonly stop?: ArrayLike<number>;
  /** Time from which they are; absent, from the start of the clock. */
  readonly start?: ArrayLike<number>;
  /** Codes of strata of the fit's data. Needed when these have strata. */
  readonly strata?: ArrayLike<number>;
  readonly offset?: ArrayLike<number>;
}

/** The row in full, one value a term. */
export function readRow(row: RowOfMatrix, r: number, target: Float64Array): void {
  row.read(r);
  target.fill(0);
  for (let i = 0; i < row.count; i++) target[row.terms[i]] = row.values[i];
}
