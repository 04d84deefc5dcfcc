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

/** A label out of few: `levels[codes[row]]`. Code 65535 marks a missing cell. */
export interface CategoryColumn extends ColumnBase {
  readonly kind: "category";
  readonly codes: Uint16Array;
  readonly levels: readonly string[];
}

export type Column = NumberColumn | IntegerColumn | IndicatorColumn | CategoryColumn;

/** Columns of equal length in the order they are written. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}
