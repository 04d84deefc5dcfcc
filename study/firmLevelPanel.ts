import { gatherRows } from "../panel/gatherRows.ts";
import { type Column, column, numericValues, type Table } from "../panel/table.ts";
import { panelColumns } from "../sim/recording/panelColumns.ts";

/** Where a recorded panel says which rows are of one firm, and of which year. */
export const FIRM = "firm";
export const YEAR = "year";

/** What firms have in common over their destinations stands alike in all their rows of a year. */
const SAME_IN_ALL_DESTINATIONS = new Set(
  panelColumns
    .filter(({ level }) => level !== "pair" && level !== "market" && level !== "destination")
    .map(({ name }) => name),
);

/** Columns of pairs that mean the same of a firm if it is so of one of its pairs. */
const ANYWHERE = new Set(["active", "yLag", "yInitial"]);

/** Columns of the spell in which a firm is abroad somewhere, and the columns of pairs that they are made of. */
const OF_THE_SPELL: Readonly<Record<string, readonly string[]>> = {
  tenure: ["active", "yLag", "tenure"],
  cohort: ["active", "yLag", "tenure"],
  exitTime: ["active", "yLag", "exitTime"],
};

/**
 * The columns of a panel of pairs that columns of the firm-level panel are made of; a name that the firm-level panel has
 * not comes back as it is.
 */
export function pairColumnsOf(names: readonly string[]): string[] {
  return [...new Set([FIRM, YEAR, ...names.flatMap((name) => OF_THE_SPELL[name] ?? [name])])];
}

/**
 * From a recorded panel of firm × destination × year to one row a firm and year, as Canello & Pavone (draft) look at it. The
 * rows of a firm stand together in the order of years, which may have gaps.
 *
 * - `active`, `yLag`, `yInitial`: in at least one destination.
 * - `tenure`: completed years at the end of t − 1 of the spell in which the firm was abroad anywhere, whichever destination
 *   came or went; 0 = begun in t − 1; −1 = not abroad. Of a spell that ran when the firm was first seen, or through years in
 *   which it was not, the longest of its pairs' spells is known, and taken.
 * - `cohort`: the year in which that spell began, `year` − 1 − `tenure`; missing where there is none.
 * - `exitTime`: where the firm's spell ended in t, the moment its last pair did.
 * - Characteristics of firm, province and industry, and counts by province: as they are. What differs between the
 *   destinations of a firm (peers of pairs, volumes) has no column.
 *
 * @throws InvalidTable when `firm` or `year` is missing.
 */
export function firmLevelPanel(panel: Table): Table {
  const years = firmYearRows(panel);
  const columns = new Map<string, Column>();
  const alike = gatherRows(
    { rows: panel.rows, columns: new Map([...panel.columns].filter(([name]) => isAlike(name))) },
    years.firstRow,
  );
  for (const name of new Set([...panel.columns.keys(), ...Object.keys(OF_THE_SPELL)])) {
    const made = alike.columns.get(name) ?? madeColumn(panel, years, name);
    if (made !== null) columns.set(name, made);
  }
  return { rows: years.firstRow.length, columns };
}

function isAlike(name: string): boolean {
  return name === FIRM || name === YEAR || SAME_IN_ALL_DESTINATIONS.has(name);
}

/** Null where a firm has no such column, or what it is made of is missing. */
function madeColumn(panel: Table, years: FirmYearRows, name: string): Column | null {
  if (ANYWHERE.has(name)) return { kind: "indicator", values: anywhere(panel, years, name) };
  const needed = OF_THE_SPELL[name];
  if (needed === undefined || !needed.every((each) => panel.columns.has(each))) return null;
  if (name === "exitTime") return { kind: "number", values: exitTimes(panel, years) };
  const tenure = tenures(panel, years);
  if (name === "tenure") return { kind: "integer", values: tenure };
  const year = numericValues(column(panel, YEAR), YEAR);
  const cohort = Float64Array.from(tenure, (completed, row) =>
    completed < 0 ? Number.NaN : (year[years.firstRow[row] ?? 0] ?? 0) - 1 - completed,
  );
  return { kind: "number", values: cohort };
}

interface FirmYearRows {
  /** By firm-year: the first row of the panel that is of it. */
  readonly firstRow: readonly number[];
  /** By row of the panel: its firm-year. */
  readonly of: Int32Array;
}

function firmYearRows(panel: Table): FirmYearRows {
  const firm = numericValues(column(panel, FIRM), FIRM);
  const year = numericValues(column(panel, YEAR), YEAR);
  const firstRow: number[] = [];
  const of = new Int32Array(panel.rows);
  for (let first = 0, end = 0; first < panel.rows; first = end) {
    const rowOfYear = new Map<number, number>();
    for (end = first; end < panel.rows && firm[end] === firm[first]; end++) {
      const at = year[end] ?? 0;
      if (!rowOfYear.has(at)) rowOfYear.set(at, end);
    }
    const placed = new Map<number, number>();
    for (const at of [...rowOfYear.keys()].sort((a, b) => a - b)) {
      placed.set(at, firstRow.length);
      firstRow.push(rowOfYear.get(at) ?? first);
    }
    for (let row = first; row < end; row++) of[row] = placed.get(year[row] ?? 0) ?? 0;
  }
  return { firstRow, of };
}

function anywhere(panel: Table, { firstRow, of }: FirmYearRows, name: string): Uint8Array {
  const values = numericValues(column(panel, name), name);
  const found = new Uint8Array(firstRow.length);
  for (let row = 0; row < of.length; row++) if (values[row] === 1) found[of[row] ?? 0] = 1;
  return found;
}

/** By firm-year: the largest value among the pairs active at the end of t − 1; −∞ where none was. */
function largestOfActive(panel: Table, { firstRow, of }: FirmYearRows, name: string): Float64Array {
  const values = numericValues(column(panel, name), name);
  const before = numericValues(column(panel, "yLag"), "yLag");
  const largest = new Float64Array(firstRow.length).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < of.length; row++) {
    const at = of[row] ?? 0;
    const value = values[row] ?? Number.NaN;
    if (before[row] === 1 && value > (largest[at] ?? 0)) largest[at] = value;
  }
  return largest;
}

function tenures(panel: Table, years: FirmYearRows): Int32Array {
  const firm = numericValues(column(panel, FIRM), FIRM);
  const year = numericValues(column(panel, YEAR), YEAR);
  const active = anywhere(panel, years, "active");
  const before = anywhere(panel, years, "yLag");
  const longest = largestOfActive(panel, years, "tenure");
  const completed = new Int32Array(before.length).fill(-1);
  for (let row = 0; row < completed.length; row++) {
    if (before[row] !== 1) continue;
    const here = years.firstRow[row] ?? 0;
    const last = years.firstRow[row - 1] ?? 0;
    const known = longest[row] ?? 0;
    completed[row] = known;
    if (row === 0 || firm[here] !== firm[last] || active[row - 1] !== 1) continue;
    // Years between the row before and t − 1: none but where the firm was not seen for a while.
    const unseen = (year[here] ?? 0) - 1 - (year[last] ?? 0);
    if (unseen === 0 || known >= unseen) completed[row] = (completed[row - 1] ?? -1) + 1 + unseen;
  }
  return completed;
}

function exitTimes(panel: Table, years: FirmYearRows): Float64Array {
  const active = anywhere(panel, years, "active");
  const before = anywhere(panel, years, "yLag");
  const last = largestOfActive(panel, years, "exitTime");
  return last.map((time, row) =>
    before[row] === 1 && active[row] === 0 && Number.isFinite(time) ? time : Number.NaN,
  );
}
