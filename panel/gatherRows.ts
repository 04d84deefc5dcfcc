import { type Column, labelCodeArray, type Table } from "./table.ts";

/**
 * The table made of the given rows, in the given order; a row may be asked for again. Row numbers count from 0 and
 * must lie within the table (a `RangeError` otherwise). Levels and notes are kept, also levels no longer used.
 */
export function gatherRows(table: Table, rowNumbers: ArrayLike<number>): Table {
  for (let index = 0; index < rowNumbers.length; index++) {
    const row = rowNumbers[index];
    if (!(Number.isInteger(row) && row >= 0 && row < table.rows)) {
      throw new RangeError(`row ${row} is not one of the table's ${table.rows} rows`);
    }
  }
  const columns = new Map<string, Column>();
  for (const [name, column] of table.columns) columns.set(name, gatherColumn(column, rowNumbers));
  return { rows: rowNumbers.length, columns };
}

function gatherColumn(column: Column, rowNumbers: ArrayLike<number>): Column {
  const rows = rowNumbers.length;
  switch (column.kind) {
    case "category":
      return {
        ...column,
        codes: gather(column.codes, rowNumbers, labelCodeArray(rows, column.levels.length)),
      };
    case "number":
      return { ...column, values: gather(column.values, rowNumbers, new Float64Array(rows)) };
    case "integer":
      return { ...column, values: gather(column.values, rowNumbers, new Int32Array(rows)) };
    case "indicator":
      return { ...column, values: gather(column.values, rowNumbers, new Uint8Array(rows)) };
  }
}

function gather<Values extends Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array>(
  from: Values,
  rowNumbers: ArrayLike<number>,
  to: Values,
): Values {
  for (let index = 0; index < rowNumbers.length; index++) to[index] = from[rowNumbers[index]];
  return to;
}
