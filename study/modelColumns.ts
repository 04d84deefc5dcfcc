import type { FactorTerm, ModelMatrix, NumericTerm } from "../estimators/modelMatrix.ts";
import { gatherRows } from "../panel/gatherRows.ts";
import { type Column, column, missingCode, numericValues, type Table } from "../panel/table.ts";
import { InvalidInput } from "../scenarios/index.ts";
import { phrase } from "../scenarios/phrase.ts";
import { factorTermName, interactionTermName } from "./estimands.ts";

/** From the named columns of a table to the parts of a model matrix, as R's `model.frame` would. */

/** The rows in which none of the named columns is missing, R's `na.omit`. The table itself when that is all of them. */
export function completeRows(table: Table, names: readonly string[]): Table {
  const columns = names.map((name) => column(table, name));
  const complete: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (!columns.some((each) => isMissing(each, row))) complete.push(row);
  }
  return complete.length === table.rows ? table : gatherRows(table, complete);
}

function isMissing(of: Column, row: number): boolean {
  if (of.kind === "number") return Number.isNaN(of.values[row]);
  return of.kind === "category" && of.codes[row] === missingCode(of.codes);
}

export function modelMatrix(
  table: Table,
  terms: {
    readonly numeric: readonly string[];
    readonly factors: readonly string[];
    readonly interactions?: readonly (readonly string[])[] | undefined;
  },
  intercept: boolean,
): ModelMatrix {
  return {
    rows: table.rows,
    intercept,
    numeric: terms.numeric.map((name) => numericTerm(table, name)),
    factors: [
      ...terms.factors.map((name) => factorTerm(table, name)),
      ...(terms.interactions ?? []).map((names) => interactionTerm(table, names)),
    ],
  };
}

function numericTerm(table: Table, name: string): NumericTerm {
  return { name, values: numericValues(column(table, name), name) };
}

/** Whole numbers that say which rows belong together: identifiers as they are, labels by their code. */
export function groupCodes(table: Table, name: string): Int32Array {
  const groups = column(table, name);
  if (groups.kind === "integer") return groups.values;
  if (groups.kind === "category") return Int32Array.from(groups.codes);
  throw new InvalidInput({
    path: name,
    found: phrase`a column of kind ${groups.kind}`,
    expected: phrase`whole numbers or labels that name the groups`,
  });
}

/**
 * A column as treatment contrasts, with the levels that occur: labels in alphabetical order (by character code, as R
 * sorts in the C locale), numbers in numeric order. The first is the reference.
 */
export function factorTerm(table: Table, name: string): FactorTerm {
  const of = column(table, name);
  const values = of.kind === "category" ? of.codes : of.values;
  const occurring = [...new Set<number>(values)];
  const label = (value: number) => (of.kind === "category" ? (of.levels[value] ?? "") : String(value));
  if (of.kind === "category") occurring.sort((a, b) => (label(a) < label(b) ? -1 : 1));
  else occurring.sort((a, b) => a - b);
  const codeOf = new Map(occurring.map((value, code) => [value, code]));
  return {
    name: factorTermName(name),
    codes: Uint16Array.from(values, (value) => codeOf.get(value) ?? 0),
    levels: occurring.map(label),
  };
}

/**
 * Columns crossed, as R's `factor(interaction(a, b, lex.order = TRUE))`: one level for each combination that occurs,
 * `footwear.2008`, ordered by the first column, then the second, each as a factor of its own would be.
 */
export function interactionTerm(table: Table, names: readonly string[]): FactorTerm {
  const terms = names.map((name) => factorTerm(table, name));
  const keys = Float64Array.from({ length: table.rows }, (_, row) =>
    terms.reduce((key, { codes, levels }) => key * levels.length + (codes[row] ?? 0), 0),
  );
  const occurring = [...new Set(keys)].sort((a, b) => a - b);
  const codeOf = new Map(occurring.map((key, code) => [key, code]));
  const codes = new Uint32Array(table.rows);
  for (let row = 0; row < codes.length; row++) codes[row] = codeOf.get(keys[row] ?? 0) ?? 0;
  return { name: interactionTermName(names), codes, levels: occurring.map((key) => labelOf(terms, key)) };
}

/** The levels of a combination, from the last column's back. */
function labelOf(terms: readonly FactorTerm[], key: number): string {
  const labels: string[] = [];
  let left = key;
  for (const { levels } of terms.toReversed()) {
    labels.unshift(levels[left % levels.length] ?? "");
    left = Math.floor(left / levels.length);
  }
  return labels.join(".");
}

/** One code for each combination of values of the named columns that occurs. */
export function strataCodes(table: Table, names: readonly string[]): Int32Array {
  const columns = names.map((name) => column(table, name));
  const codeOf = new Map<string, number>();
  return Int32Array.from({ length: table.rows }, (_, row) => {
    const combination = columns
      .map((each) => (each.kind === "category" ? each.codes[row] : each.values[row]))
      .join(" ");
    const code = codeOf.get(combination) ?? codeOf.size;
    codeOf.set(combination, code);
    return code;
  });
}
