import type { ReplicationRows } from "./rowSource.ts";
import type { EstimateRow } from "./rows.ts";

/** Rows of one cell in flat columns, about 64 bytes a row. */
export interface FlatRows {
  add(replication: ReplicationRows): void;
  replications(world: string, cell: number): Generator<ReplicationRows, void, undefined>;
  /** The rows that were added as number `each`, from 0. @throws RangeError where there are fewer. */
  at(each: number, world: string, cell: number): ReplicationRows;
  bytes(): number;
}

/** Of a row. */
const NUMBERS = 6;
const TEXTS = 4;
/** What a text takes beside its characters. */
const TEXT_BYTES = 100;

export function flatRows(): FlatRows {
  let numbers = new Float64Array(NUMBERS * 64);
  // Places in `texts`.
  let codes = new Uint32Array(TEXTS * 64);
  // Number of the replication, and where its rows end.
  let ends = new Uint32Array(2 * 16);
  let rows = 0;
  let count = 0;
  let textBytes = 0;
  const texts: string[] = [];
  const codeOfText = new Map<string, number>();
  const code = (text: string) => {
    const known = codeOfText.get(text);
    if (known !== undefined) return known;
    textBytes += 2 * text.length + TEXT_BYTES;
    codeOfText.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const text = (at: number) => texts[codes[at] ?? 0] ?? "";
  const number = (at: number) => numbers[at] ?? Number.NaN;
  const addRow = (row: EstimateRow) => {
    if (NUMBERS * (rows + 1) > numbers.length) {
      numbers = grown(numbers, new Float64Array(2 * numbers.length));
      codes = grown(codes, new Uint32Array(2 * codes.length));
    }
    const n = NUMBERS * rows;
    numbers[n] = row.truth;
    numbers[n + 1] = row.estimate;
    numbers[n + 2] = row.stdError;
    numbers[n + 3] = row.confLow;
    numbers[n + 4] = row.confHigh;
    numbers[n + 5] = row.pValue;
    const c = TEXTS * rows;
    codes[c] = code(row.method);
    codes[c + 1] = code(row.estimand);
    codes[c + 2] = code(row.status);
    codes[c + 3] = code(row.message);
    rows++;
  };
  const rowAt = (at: number, place: Pick<EstimateRow, "world" | "cell" | "replication">): EstimateRow => {
    const n = NUMBERS * at;
    const c = TEXTS * at;
    return {
      world: place.world,
      cell: place.cell,
      replication: place.replication,
      method: text(c),
      estimand: text(c + 1),
      truth: number(n),
      estimate: number(n + 1),
      stdError: number(n + 2),
      confLow: number(n + 3),
      confHigh: number(n + 4),
      pValue: number(n + 5),
      status: text(c + 2),
      message: text(c + 3),
    };
  };
  const rowsAt = (each: number, world: string, cell: number): ReplicationRows => {
    const replication = ends[2 * each] ?? 0;
    const end = ends[2 * each + 1] ?? 0;
    const place = { world, cell, replication };
    const found: EstimateRow[] = [];
    for (let at = each === 0 ? 0 : (ends[2 * each - 1] ?? 0); at < end; at++) found.push(rowAt(at, place));
    return { replication, rows: found };
  };
  return {
    add({ replication, rows: added }) {
      for (const row of added) addRow(row);
      if (2 * (count + 1) > ends.length) ends = grown(ends, new Uint32Array(2 * ends.length));
      ends[2 * count] = replication;
      ends[2 * count + 1] = rows;
      count++;
    },
    *replications(world, cell) {
      for (let each = 0; each < count; each++) yield rowsAt(each, world, cell);
    },
    at(each, world, cell) {
      if (!(each >= 0 && each < count))
        throw new RangeError(`There are ${count} replications, and no number ${each}.`);
      return rowsAt(each, world, cell);
    },
    bytes: () => numbers.byteLength + codes.byteLength + ends.byteLength + textBytes,
  };
}

function grown<Values extends Float64Array | Uint32Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
