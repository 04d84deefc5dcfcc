import { gatherRows } from "./gatherRows.ts";
import { InvalidTable } from "./invalidTable.ts";
import { column, numericValues, type Table, type VariableNote } from "./table.ts";
import { tableFromColumns } from "./tableFromColumns.ts";

/** Names of the panel's columns that tell its spells; the rows of a unit stand together, in the order of time. */
export interface SpellColumns {
  /** Whose spells they are. */
  readonly unit: string;
  /** Whole number, one row a unit and period. */
  readonly period: string;
  /** 1 if the spell is running at the end of the period. */
  readonly status: string;
  /** 1 if a spell was running at the end of the period before: at risk of ending in this one. */
  readonly statusBefore: string;
  /**
   * Completed periods of the running spell at the end of the period before: 0 in the first period at risk. Not
   * looked at where `statusBefore` is 0.
   */
  readonly elapsed: string;
  /** Moment within the period, in (0, 1], at which the spell ended; NaN if it did not. Needed by the exact clock. */
  readonly endTime?: string;
}

/** Ends as they happened, or as a survey at the end of each period sees them (whole periods, heavy ties). */
export type SpellClock = "exact" | "yearly";

/**
 * Counting-process rows for duration models: one row a unit and period in which a spell was at risk of ending, in the
 * order of the panel. Time is counted in periods since the end of the period in which the spell began.
 *
 * Columns: the panel's unit and period; `spell` (from 1, a re-entry being a new spell of the same unit); `start` and
 * `stop` (at risk on (start, stop]); `event` (1 if the spell ended in this period); `leftTruncated` (1 on every row
 * of a spell whose first observed row starts after 0, i.e. that was running before the window opened or the unit was
 * seen: delayed entry); `rightCensored` (1 on the last row of a spell that was not seen to end, because the window
 * closed or the unit left the panel); `panelRow` (row number in the panel, for `gatherRows`).
 *
 * Covariates of the panel's row are those known when the period opens as far as the panel has them lagged; nothing
 * is lagged here. Periods may be missing: the spell goes on when its unit returns with the elapsed time it would
 * have, and the gap is not counted as time at risk. An end within a gap is not seen, so its spell is censored. A
 * spell that begins in the last period has no time at risk and no row.
 *
 * @throws InvalidTable "unknown-column", "wrong-kind", or "inconsistent-spells" with the row: out of order, a status
 *   before that is not the status of the period before, an elapsed time that does not follow from the row before, an
 *   end time outside (0, 1], or one where the spell did not end.
 */
export function spellRows(table: Table, columns: SpellColumns, clock: SpellClock): Table {
  const panel = readSpellPanel(table, columns, clock);
  const panelRow: number[] = [];
  const units = new Set<number>();
  for (let row = 0; row < table.rows; row++) {
    checkRow(panel, row);
    if (row === 0 || panel.unit[row] !== panel.unit[row - 1]) {
      if (units.has(panel.unit[row]))
        refuse(row, columns.unit, panel.unit[row], "all rows of a unit together");
      units.add(panel.unit[row]);
    }
    if (panel.statusBefore[row] === 1) panelRow.push(row);
  }

  const rows = panelRow.length;
  const spell = new Int32Array(rows);
  const start = new Float64Array(rows);
  const stop = new Float64Array(rows);
  const event = new Uint8Array(rows);
  const leftTruncated = new Uint8Array(rows);
  const rightCensored = new Uint8Array(rows);
  for (let index = 0; index < rows; index++) {
    const row = panelRow[index];
    const goesOn = index > 0 && isSameSpell(panel, panelRow[index - 1], row);
    spell[index] = index === 0 ? 1 : spell[index - 1] + (goesOn ? 0 : 1);
    start[index] = panel.elapsed[row];
    event[index] = panel.status[row] === 1 ? 0 : 1;
    stop[index] = start[index] + (event[index] === 1 && panel.endTime ? panel.endTime[row] : 1);
    leftTruncated[index] = goesOn ? leftTruncated[index - 1] : Number(start[index] > 0);
    rightCensored[index] = 1 - event[index];
    if (goesOn) rightCensored[index - 1] = 0;
  }

  const identifiers = { rows: table.rows, columns: new Map<string, ReturnType<typeof column>>() };
  for (const name of [columns.unit, columns.period]) identifiers.columns.set(name, column(table, name));
  const derived = tableFromColumns([
    { name: "spell", values: spell, note: note("number of the spell", "1") },
    { name: "start", values: start, note: note("age of the spell from which the row is at risk", "periods") },
    { name: "stop", values: stop, note: note("age of the spell at its end or the row's", "periods") },
    { name: "event", values: event, note: note("the spell ended at stop", "0/1") },
    {
      name: "leftTruncated",
      values: leftTruncated,
      note: note("the spell was running before it was seen", "0/1"),
    },
    {
      name: "rightCensored",
      values: rightCensored,
      note: note("last row of a spell not seen to end", "0/1"),
    },
    { name: "panelRow", values: Int32Array.from(panelRow), note: note("row number in the panel", "from 0") },
  ]);
  return { rows, columns: new Map([...gatherRows(identifiers, panelRow).columns, ...derived.columns]) };
}

interface SpellPanel {
  readonly names: SpellColumns;
  readonly unit: ArrayLike<number>;
  readonly period: ArrayLike<number>;
  readonly status: ArrayLike<number>;
  readonly statusBefore: ArrayLike<number>;
  readonly elapsed: ArrayLike<number>;
  /** Null on the yearly clock. */
  readonly endTime: ArrayLike<number> | null;
}

function readSpellPanel(table: Table, names: SpellColumns, clock: SpellClock): SpellPanel {
  const numbers = (name: string) => numericValues(column(table, name), name);
  const unit = column(table, names.unit);
  if (clock === "exact" && names.endTime === undefined) {
    throw new InvalidTable({
      problem: "unknown-column",
      found: "no column of end times",
      expected: "one, because the exact clock was asked for",
    });
  }
  return {
    names,
    unit: unit.kind === "category" ? unit.codes : unit.values,
    period: numbers(names.period),
    status: numbers(names.status),
    statusBefore: numbers(names.statusBefore),
    elapsed: numbers(names.elapsed),
    endTime: clock === "exact" && names.endTime !== undefined ? numbers(names.endTime) : null,
  };
}

/** One origin, one spell: the elapsed time has grown by as much as the calendar. */
function isSameSpell(panel: SpellPanel, before: number, row: number): boolean {
  return (
    panel.unit[row] === panel.unit[before] &&
    panel.status[before] === 1 &&
    panel.elapsed[row] - panel.elapsed[before] === panel.period[row] - panel.period[before]
  );
}

function checkRow(panel: SpellPanel, row: number): void {
  const { names, unit, period, status, statusBefore, elapsed, endTime } = panel;
  const atRisk = statusBefore[row] === 1;
  if (atRisk && !(Number.isInteger(elapsed[row]) && elapsed[row] >= 0)) {
    refuse(row, names.elapsed, elapsed[row], "completed periods, 0 or more, where a spell is running");
  }
  if (atRisk && endTime) {
    const ended = status[row] === 0;
    if (ended && !(endTime[row] > 0 && endTime[row] <= 1)) {
      refuse(row, names.endTime, endTime[row], "a moment in (0, 1], because the spell ended");
    }
    if (!ended && !Number.isNaN(endTime[row])) {
      refuse(row, names.endTime, endTime[row], "a missing cell, because the spell did not end");
    }
  }
  if (row === 0 || unit[row] !== unit[row - 1]) return;
  if (period[row] <= period[row - 1]) {
    refuse(row, names.period, period[row], `a period after ${period[row - 1]}, the one before of this unit`);
  }
  if (period[row] !== period[row - 1] + 1) return;
  if (statusBefore[row] !== status[row - 1]) {
    refuse(row, names.statusBefore, statusBefore[row], `${status[row - 1]}, the status of the period before`);
  }
  const follows = statusBefore[row - 1] === 1 ? elapsed[row - 1] + 1 : 0;
  if (atRisk && elapsed[row] !== follows) {
    refuse(row, names.elapsed, elapsed[row], `${follows}, as follows from the period before`);
  }
}

/** `row` counts from 0; the message counts as a reader of the file does, the header being row 1. */
function refuse(row: number, name: string | undefined, found: number, expected: string): never {
  throw new InvalidTable({
    problem: "inconsistent-spells",
    row: row + 2,
    column: name ?? null,
    found: String(found),
    expected,
  });
}

function note(meaning: string, unit: string): VariableNote {
  return { meaning, unit, source: "derived from the panel", lag: null };
}
