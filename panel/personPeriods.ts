import { gatherRows } from "./gatherRows.ts";
import { InvalidTable } from "./invalidTable.ts";
import { type Column, column, numericValues, type Table, type VariableNote } from "./table.ts";
import { tableFromColumns } from "./tableFromColumns.ts";

/** Names of the columns that tell a duration; one row a spell, or a stretch of it in counting-process form. */
export interface DurationColumns {
  /** When the row ends: an event or the end of observation. */
  readonly stop: string;
  /** 1 (event) or 0 (right-censored). */
  readonly event: string;
  /** When the row's time at risk begins. Default: the first cut point throughout. */
  readonly start?: string;
}

/**
 * Durations cut into periods: one row for each period in which a row of `table` was at risk, for grouped-hazard models
 * (R's `survival::survSplit`). Period j is (cuts[j − 1], cuts[j]], the last one open: a time that is a cut point belongs to
 * the period that it ends. Only the row in which a duration ends carries its event.
 *
 * Columns: those of `table`, with `stop`, `event` (and `start`) those of the period's own stretch; `spell` (row of `table`, from
 * 1), `period` (from 1), and with `beforeEntry` the column of that name: 1 on the whole periods since the first cut point that
 * ended before the row's time at risk began, which are only made then (`fitGammaFrailty` wants them).
 *
 * A grouped hazard takes a row as at risk for the whole of its period: who is censored within one counts in full. Censor at
 * the cut point before where that is too much.
 *
 * @param cuts ascending; no duration may begin before the first.
 * @throws InvalidTable "unknown-column", "wrong-kind" (with the row: a time that is missing, before the first cut point or not
 *   after its start, an event that is neither 0 nor 1), or "duplicate-column" (the table has a column that would be made).
 * @throws RangeError for cut points that do not ascend, or none.
 */
export function personPeriodRows(
  table: Table,
  columns: DurationColumns,
  cuts: readonly number[],
  options: { readonly beforeEntry?: boolean } = {},
): Table {
  if (cuts.length === 0 || cuts.some((cut, i) => !(cut > (i === 0 ? -Infinity : cuts[i - 1])))) {
    throw new RangeError(
      `cut points ${cuts.join(", ")}: they must be one or more, each above the one before`,
    );
  }
  const stops = numericValues(column(table, columns.stop), columns.stop);
  const events = numericValues(column(table, columns.event), columns.event);
  const starts =
    columns.start === undefined ? null : numericValues(column(table, columns.start), columns.start);
  const names = ["spell", "period", ...(options.beforeEntry === true ? ["beforeEntry"] : [])];
  for (const name of names) {
    if (!table.columns.has(name)) continue;
    const expected = "a table without it: a column of this name is made";
    throw new InvalidTable({
      problem: "duplicate-column",
      column: name,
      found: "a column of this name",
      expected,
    });
  }

  const source: number[] = [];
  const period: number[] = [];
  const start: number[] = [];
  const stop: number[] = [];
  const event: number[] = [];
  const before: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const from = starts === null ? cuts[0] : starts[row];
    const to = stops[row];
    if (!(from >= cuts[0]))
      refuse(row, columns.start, from, `a time from ${cuts[0]}, the first cut point, on`);
    if (!(to > from)) refuse(row, columns.stop, to, `a time after ${from}, when the row begins`);
    if (events[row] !== 0 && events[row] !== 1) refuse(row, columns.event, events[row], "0 or 1");
    for (let j = 0; j < cuts.length && cuts[j] < to; j++) {
      const end = j + 1 < cuts.length ? cuts[j + 1] : Infinity;
      const unseen = end <= from;
      if (unseen && options.beforeEntry !== true) continue;
      source.push(row);
      period.push(j + 1);
      start.push(unseen ? cuts[j] : Math.max(from, cuts[j]));
      stop.push(Math.min(to, end));
      event.push(to <= end ? events[row] : 0);
      before.push(unseen ? 1 : 0);
    }
  }

  const made = new Map<string, Column>(gatherRows(table, source).columns);
  const derived = tableFromColumns([
    ...(columns.start === undefined
      ? []
      : [
          {
            name: columns.start,
            values: Float64Array.from(start),
            note: note("beginning of the row", "time"),
          },
        ]),
    { name: columns.stop, values: Float64Array.from(stop), note: note("end of the row", "time") },
    { name: columns.event, values: Uint8Array.from(event), note: note("event at the end of the row", "0/1") },
    {
      name: "spell",
      values: Int32Array.from(source, (row) => row + 1),
      note: note("row before the cut", "from 1"),
    },
    { name: "period", values: Int32Array.from(period), note: note("period of the duration", "from 1") },
    ...(options.beforeEntry === true
      ? [{ name: "beforeEntry", values: Uint8Array.from(before), note: note("before it was seen", "0/1") }]
      : []),
  ]);
  for (const [name, values] of derived.columns) made.set(name, values);
  return { rows: source.length, columns: made };
}

/** `row` counts from 0; the message counts as a reader of the file does, the header being row 1. */
function refuse(row: number, name: string | undefined, found: number, expected: string): never {
  throw new InvalidTable({
    problem: "wrong-kind",
    row: row + 2,
    column: name ?? null,
    found: String(found),
    expected,
  });
}

function note(meaning: string, unit: string): VariableNote {
  return { meaning, unit, source: "cut from a duration", lag: null };
}
