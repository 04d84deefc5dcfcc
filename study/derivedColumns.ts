import { log1p } from "../numerics/elementary.ts";
import { column, numericValues, type Table } from "../panel/table.ts";
import type { DerivedColumn } from "../scenarios/index.ts";

/** Where a recorded panel says which rows are of one pair, and of which year. */
export const PAIR = "pair";
export const YEAR = "year";

/**
 * The table with the columns a specification makes for itself, each from the table as it was given, before rows are
 * chosen; one of a name that the table has replaces it.
 *
 * @throws InvalidTable for a column the table has not, or one of labels.
 */
export function withDerivedColumns(table: Table, derived: readonly DerivedColumn[]): Table {
  if (derived.length === 0) return table;
  const columns = new Map(table.columns);
  for (const each of derived) {
    columns.set(each.name, { kind: "number", values: valuesOf(table, each) });
  }
  return { rows: table.rows, columns };
}

function valuesOf(table: Table, derived: DerivedColumn): Float64Array {
  const values = Float64Array.from(numericValues(column(table, derived.column), derived.column));
  switch (derived.by) {
    case "log1p":
      return values.map(log1p);
    case "zeroBelow":
      return values.map((value) => (value < derived.threshold ? 0 : value));
    case "meanOfPair":
      return meansOfPairs(values, numericValues(column(table, PAIR), PAIR));
    case "lead":
      return leads(
        values,
        numericValues(column(table, PAIR), PAIR),
        numericValues(column(table, YEAR), YEAR),
        derived.years,
      );
  }
}

function meansOfPairs(values: Float64Array, pairs: ArrayLike<number>): Float64Array {
  const sums = new Map<number, { sum: number; rows: number }>();
  for (let row = 0; row < values.length; row++) {
    const of = sums.get(pairs[row] ?? 0) ?? { sum: 0, rows: 0 };
    of.sum += values[row] ?? Number.NaN;
    of.rows += 1;
    sums.set(pairs[row] ?? 0, of);
  }
  return values.map((_, row) => {
    const { sum, rows } = sums.get(pairs[row] ?? 0) ?? { sum: Number.NaN, rows: 1 };
    return sum / rows;
  });
}

/** Rows of a pair stand together in the order of years, some of which may be missing. */
function leads(
  values: Float64Array,
  pairs: ArrayLike<number>,
  years: ArrayLike<number>,
  ahead: number,
): Float64Array {
  return values.map((_, row) => {
    for (let later = row + 1; later <= row + ahead && pairs[later] === pairs[row]; later++) {
      if ((years[later] ?? 0) - (years[row] ?? 0) === ahead) return values[later] ?? Number.NaN;
    }
    return Number.NaN;
  });
}
