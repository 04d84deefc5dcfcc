import { type Column, missingCode, type Table } from "./table.ts";

/** What a column holds, for a person who chooses among columns. */
export interface ColumnSummary {
  readonly name: string;
  readonly kind: Column["kind"];
  /** Missing cells. */
  readonly missing: number;
  /** Different labels that occur; null of numbers. */
  readonly labels: number | null;
  /** The first labels in the order of the table, at most as many as were asked for; empty of numbers. */
  readonly levels: readonly string[];
  /** Of the cells with a number; null where there is none, and of labels. */
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Whether all numbers are whole, as years are, also where some are missing; false of labels and where there is none. */
  readonly whole: boolean;
}

/** One summary a column, in the table's order. */
export function columnSummaries(table: Table, { levels }: { readonly levels: number }): ColumnSummary[] {
  return [...table.columns].map(([name, column]) =>
    column.kind === "category" ? summaryOfLabels(name, column, levels) : summaryOfNumbers(name, column),
  );
}

function summaryOfLabels(
  name: string,
  { kind, codes, levels }: Extract<Column, { kind: "category" }>,
  most: number,
): ColumnSummary {
  const absent = missingCode(codes);
  const occurs = new Uint8Array(levels.length);
  let missing = 0;
  for (const code of codes) {
    if (code === absent) missing++;
    else occurs[code] = 1;
  }
  const labels = occurs.reduce((sum, each) => sum + each, 0);
  const first: string[] = [];
  for (let code = 0; code < levels.length && first.length < most; code++) {
    const level = levels[code];
    if (occurs[code] === 1 && level !== undefined) first.push(level);
  }
  return { name, kind, missing, labels, levels: first, min: null, max: null, mean: null, whole: false };
}

function summaryOfNumbers(
  name: string,
  { kind, values }: Exclude<Column, { kind: "category" }>,
): ColumnSummary {
  let missing = 0;
  let whole = true;
  let [min, max, sum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const value of values) {
    if (Number.isNaN(value)) {
      missing++;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
    whole &&= Number.isInteger(value);
  }
  const found = values.length - missing;
  const of = (value: number) => (found === 0 ? null : value);
  return {
    name,
    kind,
    missing,
    labels: null,
    levels: [],
    min: of(min),
    max: of(max),
    mean: of(sum / found),
    whole: whole && found > 0,
  };
}

/** The first rows of the first columns as texts, a missing cell as null. */
export function firstCells(
  table: Table,
  most: { readonly rows: number; readonly columns: number },
): readonly (readonly (string | null)[])[] {
  const columns = [...table.columns.values()].slice(0, most.columns);
  return Array.from({ length: Math.min(most.rows, table.rows) }, (_, row) =>
    columns.map((column) => {
      if (column.kind === "category") {
        const code = column.codes[row] ?? missingCode(column.codes);
        return code === missingCode(column.codes) ? null : (column.levels[code] ?? null);
      }
      const value = column.values[row] ?? Number.NaN;
      return Number.isNaN(value) ? null : String(value);
    }),
  );
}
