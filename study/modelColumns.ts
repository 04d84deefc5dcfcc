import type { FactorTerm, ModelMatrix, NumericTerm } from "../estimators/modelMatrix.ts";
import { gatherRows } from "../panel/gatherRows.ts";
import { type Column, MISSING_CODE, type Table } from "../panel/table.ts";
import { InvalidInput, nearestName } from "../scenarios/index.ts";
import { factorTermName } from "./estimands.ts";

/** From the named columns of a table to the parts of a model matrix, as R's `model.frame` would. */

/** @throws InvalidInput that names the nearest column, when the table has none of this name. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column !== undefined) return column;
  const names = [...table.columns.keys()];
  throw new InvalidInput({
    path: "",
    found: `no column ${JSON.stringify(name)}`,
    expected: `one of ${names.join(", ")}`,
    suggestion: nearestName(name, names),
  });
}

/** The rows in which none of the named columns is missing, R's `na.omit`. The table itself when that is all of them. */
export function completeRows(table: Table, names: readonly string[]): Table {
  const columns = names.map((name) => columnOf(table, name));
  const complete: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (!columns.some((column) => isMissing(column, row))) complete.push(row);
  }
  return complete.length === table.rows ? table : gatherRows(table, complete);
}

function isMissing(column: Column, row: number): boolean {
  if (column.kind === "number") return Number.isNaN(column.values[row]);
  return column.kind === "category" && column.codes[row] === MISSING_CODE;
}

export function modelMatrix(
  table: Table,
  terms: { readonly numeric: readonly string[]; readonly factors: readonly string[] },
  intercept: boolean,
): ModelMatrix {
  return {
    rows: table.rows,
    intercept,
    numeric: terms.numeric.map((name) => numericTerm(table, name)),
    factors: terms.factors.map((name) => factorTerm(table, name)),
  };
}

/** @throws InvalidInput for a column of labels. */
export function numericTerm(table: Table, name: string): NumericTerm {
  const column = columnOf(table, name);
  if (column.kind !== "category") return { name, values: column.values };
  throw new InvalidInput({ path: name, found: "a column of labels", expected: "a column of numbers" });
}

/** @throws InvalidInput for a column that is not 0 or 1. */
export function indicatorValues(table: Table, name: string): Uint8Array {
  const column = columnOf(table, name);
  if (column.kind === "indicator") return column.values;
  throw new InvalidInput({
    path: name,
    found: `a column of kind ${column.kind}`,
    expected: "a column of 0 and 1",
  });
}

/** Whole numbers or codes that say which rows belong together. */
export function groupCodes(table: Table, name: string): Int32Array | Uint16Array {
  const column = columnOf(table, name);
  if (column.kind === "integer") return column.values;
  if (column.kind === "category") return column.codes;
  throw new InvalidInput({
    path: name,
    found: `a column of kind ${column.kind}`,
    expected: "whole numbers or labels that name the groups",
  });
}

/**
 * A column as treatment contrasts, with the levels that occur: labels in alphabetical order (by character code, as R
 * sorts in the C locale), numbers in numeric order. The first is the reference.
 */
export function factorTerm(table: Table, name: string): FactorTerm {
  const column = columnOf(table, name);
  const values = column.kind === "category" ? column.codes : column.values;
  const occurring = [...new Set<number>(values)];
  const label = (value: number) =>
    column.kind === "category" ? (column.levels[value] ?? "") : String(value);
  if (column.kind === "category") occurring.sort((a, b) => (label(a) < label(b) ? -1 : 1));
  else occurring.sort((a, b) => a - b);
  const codeOf = new Map(occurring.map((value, code) => [value, code]));
  return {
    name: factorTermName(name),
    codes: Uint16Array.from(values, (value) => codeOf.get(value) ?? 0),
    levels: occurring.map(label),
  };
}
