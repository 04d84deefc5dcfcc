import { phrase } from "../scenarios/phrase.ts";
import { InvalidTable, unknownColumn } from "./invalidTable.ts";

/**
 * The columnar table everything hands on: typed columns of one length, each with a name and, where known, a
 * note for the codebook. Nothing here knows what a firm is.
 */

/** What the codebook says of a variable. `lag` is in periods (0 = the row's own period), null where it has no time. */
export interface VariableNote {
  readonly meaning: string;
  readonly unit: string;
  readonly source: string;
  readonly lag: number | null;
}

interface ColumnBase {
  readonly note?: VariableNote;
}

/** Real numbers; NaN marks a missing cell. */
export interface NumberColumn extends ColumnBase {
  readonly kind: "number";
  readonly values: Float64Array;
}

/** Whole numbers such as years and identifiers; cannot be missing. */
export interface IntegerColumn extends ColumnBase {
  readonly kind: "integer";
  readonly values: Int32Array;
}

/** 0 or 1; cannot be missing. */
export interface IndicatorColumn extends ColumnBase {
  readonly kind: "indicator";
  readonly values: Uint8Array;
}

/** The code of a missing cell in a category column of at most 65,535 levels. */
export const MISSING_CODE = 65535;

/** Places of labels in a list of levels: of 16 bits where they can number the levels, else of 32. */
export type LabelCodeArray = Uint16Array | Uint32Array;

/** The code of a missing cell, the highest that the codes can be: 65,535 (`MISSING_CODE`) or 4,294,967,295. */
export function missingCode(codes: LabelCodeArray): number {
  return codes.BYTES_PER_ELEMENT === 2 ? MISSING_CODE : 4_294_967_295;
}

/** Codes for `rows` rows of one of `levels` labels, all 0. */
export function labelCodeArray(rows: number, levels: number): LabelCodeArray {
  return levels > MISSING_CODE ? new Uint32Array(rows) : new Uint16Array(rows);
}

/** A label: `levels[codes[row]]`. The code `missingCode(codes)` marks a missing cell. */
export interface CategoryColumn extends ColumnBase {
  readonly kind: "category";
  readonly codes: LabelCodeArray;
  readonly levels: readonly string[];
}

export type ColumnKind = Column["kind"];

export type Column = NumberColumn | IntegerColumn | IndicatorColumn | CategoryColumn;

/** Columns of equal length in the order they are written. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** The column of that name; an `InvalidTable` ("unknown-column") with the nearest name when there is none. */
export function column(table: Table, name: string): Column {
  const found = table.columns.get(name);
  if (found !== undefined) return found;
  throw unknownColumn(name, [...table.columns.keys()]);
}

/**
 * The numbers of a column, not copied. A category has none: its codes are positions, not quantities, so asking for
 * them is an `InvalidTable` ("wrong-kind"), which mentions `name` when given.
 */
export function numericValues(column: Column, name?: string): Float64Array | Int32Array | Uint8Array {
  if (column.kind !== "category") return column.values;
  throw new InvalidTable({
    problem: "wrong-kind",
    column: name ?? null,
    found: phrase`a category (${column.levels.slice(0, 3).join(", ")}${column.levels.length > 3 ? ", …" : ""})`,
    expected: phrase`a column of numbers`,
  });
}
