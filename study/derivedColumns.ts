import { log1p } from "../numerics/elementary.ts";
import { column, numericValues, type Table } from "../panel/table.ts";
import type { DerivedColumn } from "../scenarios/index.ts";
import { FIRM, YEAR } from "./firmLevelPanel.ts";

/** Where a recorded panel says which rows are of one pair, and how old its spell is. */
export const PAIR = "pair";
export const TENURE = "tenure";

/** The columns of the table that a derived column is made of. @param unit column that names the unit of the rows. */
export function sourcesOf({ column, by }: DerivedColumn, unit: string): string[] {
  switch (by) {
    case "log1p":
    case "zeroBelow":
      return [column];
    case "meanOfPair":
      return [column, PAIR, YEAR];
    case "meanOfFirm":
      return [column, FIRM];
    case "atEntry":
      return [column, unit, YEAR, TENURE];
    case "lead":
    case "largestSoFar":
      return [column, unit, YEAR];
    case "sumOfOtherDestinations":
      return [column, FIRM, YEAR];
  }
}

/**
 * The table with the columns a specification makes for itself, each from the table as it was given, before rows are
 * chosen; one of a name that the table has replaces it.
 *
 * @param unit column that names the unit of the rows; default `pair`.
 * @throws InvalidTable for a column the table has not, or one of labels.
 */
export function withDerivedColumns(
  table: Table,
  derived: readonly DerivedColumn[],
  unit: string = PAIR,
): Table {
  if (derived.length === 0) return table;
  const columns = new Map(table.columns);
  for (const each of derived) {
    columns.set(each.name, { kind: "number", values: valuesOf(table, each, unit) });
  }
  return { rows: table.rows, columns };
}

function valuesOf(table: Table, derived: DerivedColumn, unit: string): Float64Array {
  const values = Float64Array.from(numericValues(column(table, derived.column), derived.column));
  const numbers = (name: string) => numericValues(column(table, name), name);
  switch (derived.by) {
    case "log1p":
      return values.map(log1p);
    case "zeroBelow":
      return values.map((value) => (value < derived.threshold ? 0 : value));
    case "meanOfPair":
      return meansOfUnits(values, numbers(PAIR));
    case "meanOfFirm":
      return meansOfUnits(values, numbers(FIRM));
    case "atEntry":
      return valuesAtEntry(values, numbers(unit), numbers(YEAR), numbers(TENURE));
    case "lead":
      return leads(values, numbers(unit), numbers(YEAR), derived.years);
    case "largestSoFar":
      return largestSoFar(values, numbers(unit));
    case "sumOfOtherDestinations":
      return sumsOfOthers(values, numbers(FIRM), numbers(YEAR));
  }
}

function meansOfUnits(values: Float64Array, units: ArrayLike<number>): Float64Array {
  const sums = new Map<number, { sum: number; rows: number }>();
  for (let row = 0; row < values.length; row++) {
    const of = sums.get(units[row] ?? 0) ?? { sum: 0, rows: 0 };
    of.sum += values[row] ?? Number.NaN;
    of.rows += 1;
    sums.set(units[row] ?? 0, of);
  }
  return values.map((_, row) => {
    const { sum, rows } = sums.get(units[row] ?? 0) ?? { sum: Number.NaN, rows: 1 };
    return sum / rows;
  });
}

/** The spell that runs at the end of t − 1 began in t − 1 − tenure. Rows of a unit stand together. */
function valuesAtEntry(
  values: Float64Array,
  units: ArrayLike<number>,
  years: ArrayLike<number>,
  tenures: ArrayLike<number>,
): Float64Array {
  return values.map((_, row) => {
    const tenure = tenures[row] ?? -1;
    if (tenure < 0) return Number.NaN;
    const began = (years[row] ?? 0) - 1 - tenure;
    for (let before = row - 1; before >= 0 && units[before] === units[row]; before--) {
      if (years[before] === began) return values[before] ?? Number.NaN;
    }
    return Number.NaN;
  });
}

/** Rows of a unit stand together in the order of years, some of which may be missing. */
function leads(
  values: Float64Array,
  units: ArrayLike<number>,
  years: ArrayLike<number>,
  ahead: number,
): Float64Array {
  return values.map((_, row) => {
    for (let later = row + 1; later <= row + ahead && units[later] === units[row]; later++) {
      if ((years[later] ?? 0) - (years[row] ?? 0) === ahead) return values[later] ?? Number.NaN;
    }
    return Number.NaN;
  });
}

/** Rows of a unit stand together in the order of years. */
function largestSoFar(values: Float64Array, units: ArrayLike<number>): Float64Array {
  const largest = values.slice();
  for (let row = 1; row < largest.length; row++) {
    if (units[row] === units[row - 1])
      largest[row] = Math.max(largest[row] ?? Number.NaN, largest[row - 1] ?? Number.NaN);
  }
  return largest;
}

/** The sum over the firm's rows of the year, less the row's own. */
function sumsOfOthers(
  values: Float64Array,
  firms: ArrayLike<number>,
  years: ArrayLike<number>,
): Float64Array {
  const sums = new Map<string, number>();
  const keyOf = (row: number) => `${firms[row]} ${years[row]}`;
  for (let row = 0; row < values.length; row++) {
    sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + (values[row] ?? Number.NaN));
  }
  return values.map((value, row) => (sums.get(keyOf(row)) ?? Number.NaN) - value);
}
