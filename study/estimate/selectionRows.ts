import type { DroppedRows, ModelFrame, ModelMatrix } from "../../estimators/index.ts";

/** The rows that both equations of a selection model can use. */
export interface SelectionRows {
  /** Of the file. */
  readonly rowNumbers: Int32Array;
  readonly dropped: DroppedRows;
  /** By row of the model: its row in the frame of the selection, and in that of the duration, −1 when not selected. */
  readonly inSelection: Int32Array;
  readonly inDuration: Int32Array;
}

/** Leaves out rows without selection data, and selected rows without duration data. */
export function selectionRows(
  selection: ModelFrame,
  selected: ArrayLike<number>,
  duration: ModelFrame,
): SelectionRows {
  const durationOf = new Map([...duration.rowNumbers].map((row, at) => [row, at]));
  const inSelection: number[] = [];
  const inDuration: number[] = [];
  for (const [at, row] of selection.rowNumbers.entries()) {
    const found = selected[at] === 1 ? durationOf.get(row) : -1;
    if (found === undefined) continue;
    inSelection.push(at);
    inDuration.push(found);
  }
  const lost = selection.rowNumbers.length - inSelection.length;
  return {
    rowNumbers: Int32Array.from(inSelection, (at) => selection.rowNumbers[at] ?? -1),
    inSelection: Int32Array.from(inSelection),
    inDuration: Int32Array.from(inDuration),
    dropped: {
      outsideSubset: selection.dropped.outsideSubset,
      missing: selection.dropped.missing + lost,
      missingByExpression: [
        ...selection.dropped.missingByExpression,
        ...duration.dropped.missingByExpression.map(({ expression, rows }) => ({
          expression: `${expression} of the selected`,
          rows,
        })),
      ],
    },
  };
}

/** A model matrix with other rows; those numbered −1 are zeros. */
export function matrixOfRows({ intercept, numeric, factors }: ModelMatrix, rows: Int32Array): ModelMatrix {
  return {
    rows: rows.length,
    intercept,
    numeric: numeric.map(({ name, values }) => ({
      name,
      values: Float64Array.from(rows, (row) => (row < 0 ? 0 : (values[row] ?? Number.NaN))),
    })),
    factors: factors.map(({ name, codes, levels }) => ({
      name,
      levels,
      codes: Uint16Array.from(rows, (row) => (row < 0 ? 0 : (codes[row] ?? 0))),
    })),
  };
}
