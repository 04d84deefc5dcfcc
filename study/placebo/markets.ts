import { column, numericValues, type Table } from "../../panel/table.ts";
import { groupCodes, strataCodes } from "../modelColumns.ts";

/** The rows of a panel as a permutation test reads them. Rows of a pair stand together in the order of years. */
export interface PeerRows {
  readonly rows: number;
  readonly pair: Int32Array;
  readonly firm: Int32Array;
  /** Years from 0, the first in the panel. */
  readonly year: Int32Array;
  readonly years: number;
  /** 1 where the firm is active in the destination this year, and in the year before. */
  readonly active: ArrayLike<number>;
  readonly activeBefore: ArrayLike<number>;
  /** Codes of province × industry, of the destination, and of the values within which is permuted, from 0. */
  readonly cell: Int32Array;
  readonly destination: Int32Array;
  readonly industry: Int32Array;
  readonly pool: Int32Array;
}

/** @throws InvalidTable when the panel lacks a column. */
export function peerRows(panel: Table, within: readonly string[]): PeerRows {
  const calendar = groupCodes(panel, "year");
  const first = calendar.reduce((least, year) => Math.min(least, year), Number.POSITIVE_INFINITY);
  const year = calendar.map((each) => each - first);
  return {
    rows: panel.rows,
    pair: groupCodes(panel, "pair"),
    firm: groupCodes(panel, "firm"),
    year,
    years: year.reduce((most, each) => Math.max(most, each + 1), 0),
    active: numericValues(column(panel, "active"), "active"),
    activeBefore: numericValues(column(panel, "yLag"), "yLag"),
    cell: strataCodes(panel, ["province", "industry"]),
    destination: strataCodes(panel, ["destination"]),
    industry: strataCodes(panel, ["industry"]),
    pool: within.length === 0 ? new Int32Array(panel.rows) : strataCodes(panel, within),
  };
}

/** How many codes there are. */
export function codesIn(codes: Int32Array): number {
  return codes.reduce((most, code) => Math.max(most, code + 1), 0);
}

/** A set of codes crossed: `a` × `b` with `ofB` codes of b. */
export function crossed(a: Int32Array, b: Int32Array, ofB: number): Int32Array {
  return a.map((code, row) => code * ofB + (b[row] ?? 0));
}
