import { readFileSync } from "node:fs";
import { encodeLabels } from "../../../panel/encodeLabels.ts";
import type { Table } from "../../../panel/table.ts";
import { type NamedValues, tableFromColumns } from "../../../panel/tableFromColumns.ts";

/** What R makes of formulas on real data: written by tests/reference/formula/formula.R. */
interface Reference {
  readonly data: Readonly<Record<string, Readonly<Record<string, Cells>>>>;
  readonly linear: readonly LinearCase[];
  readonly survivalModels: readonly SurvivalCase[];
  /** Rows in which a condition is TRUE. */
  readonly conditions: readonly {
    readonly data: string;
    readonly condition: string;
    readonly rows: readonly number[];
  }[];
}

export type Cells = readonly (number | string | null)[];

interface ReferenceCase {
  readonly data: string;
  readonly formula: string;
  readonly columns: readonly string[];
  /** By column. */
  readonly values: readonly (readonly number[])[];
  readonly rows: readonly number[];
}

export interface LinearCase extends ReferenceCase {
  readonly terms: readonly string[];
  readonly outcome: readonly number[];
  readonly offset: readonly number[] | null;
}

export interface SurvivalCase extends ReferenceCase {
  readonly start: readonly number[] | null;
  readonly stop: readonly number[];
  readonly event: readonly number[];
  readonly strata: readonly string[] | null;
}

export const reference: Reference = JSON.parse(readFileSync("tests/reference/formula/formula.json", "utf8"));

export function referenceTable(name: string): Table {
  return tableOf(reference.data[name]);
}

/** A table of numbers and texts as a file would give it; null is a missing cell. */
export function tableOf(columns: Readonly<Record<string, Cells>>): Table {
  return tableFromColumns(Object.entries(columns).map(([name, cells]) => namedValues(name, cells)));
}

function namedValues(name: string, cells: Cells): NamedValues {
  if (cells.some((cell) => typeof cell === "string")) {
    return encodeLabels(
      name,
      cells.map((cell) => (cell === null ? null : String(cell))),
    );
  }
  const whole = cells.every((cell) => Number.isInteger(cell));
  if (whole) return { name, values: Int32Array.from(cells, Number) };
  return { name, values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))) };
}
