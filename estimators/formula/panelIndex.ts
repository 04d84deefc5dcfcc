import { column, numericValues, type Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { columnCodes } from "./groupCodes.ts";
import { placeOfCell } from "./placeOfCell.ts";

/** Which columns say whose a row is, and when. */
export interface PanelColumns {
  readonly id: string;
  /** Whole numbers. */
  readonly time: string;
}

/** Where the rows of the same unit are. */
export interface PanelIndex {
  /** Row of the unit's earliest time, by row; −1 where unit or time are missing. */
  readonly first: Int32Array;
  /** A code for each unit, by row; −1 where unit or time are missing. */
  readonly unit: Int32Array;
  readonly units: number;
  /** Row of the same unit that many periods before, by row; −1 where there is none. */
  before(periods: number): Int32Array;
}

/**
 * @throws InvalidInput with row and column: a time that is not whole, a unit that has two rows at one time.
 * @throws InvalidTable: no such column, or labels for time.
 */
export function panelIndex(table: Table, { id, time }: PanelColumns): PanelIndex {
  const times = numericValues(column(table, time), time);
  const { codes, count } = columnCodes(column(table, id));
  const unit = codes.slice();
  const firstOf = new Int32Array(count).fill(-1);
  let [earliest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < table.rows; row++) {
    const t = times[row];
    if (unit[row] < 0 || Number.isNaN(t)) {
      unit[row] = -1;
      continue;
    }
    if (!Number.isSafeInteger(t)) {
      throw new InvalidInput({
        path: placeOfCell(row, time),
        found: String(t),
        expected: phrase`a whole number of periods`,
      });
    }
    if (t < earliest) earliest = t;
    if (t > latest) latest = t;
    const known = firstOf[unit[row]];
    if (known < 0 || t < times[known]) firstOf[unit[row]] = row;
  }

  // Unit and time in one number: what lies in the same unit at time t has a key of its own.
  const span = latest - earliest + 1;
  const key = (row: number, t: number) => unit[row] * span + (t - earliest);
  const rowOf = new Map<number, number>();
  for (let row = 0; row < table.rows; row++) {
    if (unit[row] < 0) continue;
    const known = rowOf.get(key(row, times[row]));
    if (known !== undefined) {
      throw new InvalidInput({
        path: placeOfCell(row, time),
        found: phrase`time ${times[row]} of a unit of ${id} that has it already in row ${known + 2}`,
        expected: phrase`each unit of ${id} once a ${time}`,
      });
    }
    rowOf.set(key(row, times[row]), row);
  }

  return {
    unit,
    units: count,
    first: unit.map((code) => (code < 0 ? -1 : firstOf[code])),
    before: (periods) =>
      unit.map((code, row) => {
        const t = times[row] - periods;
        return code < 0 || t < earliest ? -1 : (rowOf.get(key(row, t)) ?? -1);
      }),
  };
}
