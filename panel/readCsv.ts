import { phrase } from "../scenarios/phrase.ts";
import type { CodebookEntry } from "./codebook.ts";
import { type ColumnChoice, chosenColumns } from "./columnChoice.ts";
import { type ColumnExpectation, CsvColumn } from "./csvColumn.ts";
import { columnNames, refuseAmbiguousNames } from "./csvHeader.ts";
import { csvRecords } from "./csvRecords.ts";
import { bothProven, type DecimalMark, type MarksProven, marksProven, NO_MARKS } from "./decimalMark.ts";
import { InvalidTable, unknownColumn } from "./invalidTable.ts";
import type { Column, ColumnKind, Table } from "./table.ts";
import type { TextSource } from "./textPieces.ts";

export interface ReadCsvOptions {
  /** One character; guessed among comma, semicolon, tab and bar by default. */
  readonly delimiter?: string;
  /**
   * What stands before decimals. By default a point in a file delimited by commas; in another one, what the cells of each
   * column show (`decimalMarkOfColumn`): a column whose cells have both marks, or could have thousands instead of
   * decimals and nothing in the file tells, holds labels.
   */
  readonly decimal?: DecimalMark;
  /** Texts that mark a missing cell; by default only the empty one. `NA` is a province unless listed here. */
  readonly missing?: readonly string[];
  /** The columns to read, all by default; the others are skipped unseen. The order stays the file's. */
  readonly columns?: ColumnChoice;
  /** Kinds demanded by column name; a cell that does not fit is refused with its row. */
  readonly kinds?: Readonly<Record<string, ColumnKind>>;
  /** Restores kinds, order of labels and notes of the columns it names; others are inferred. `kinds` go before it. */
  readonly codebook?: readonly CodebookEntry[];
}

/**
 * A table from CSV text, read a piece at a time. The first record names the columns (nameless ones are called `X`,
 * `X.1`, `X.2`, as R does with row names and Excel's empty columns). Without a codebook or a demand, a column is
 *
 * - an indicator when all cells are `0` or `1`,
 * - integer when all are whole numbers of 32 bits,
 * - number when all are numbers or missing: whole ones beyond 32 bits or beside missing cells, decimals (`1.0` is
 *   one), `-0`, `Inf`, `NaN`,
 * - category otherwise, its levels sorted by code unit. Codes with leading zeros (`001`) and whole numbers that a
 *   double cannot hold stay labels, and one word among numbers makes labels of them all.
 *
 * Blank lines are skipped (in a file of one column they are missing cells). A text without a line end is a header: a table without
 * rows. Refused as `InvalidTable` with row (the header is row 1) and column: bytes that are not UTF-8, an empty file, a column asked for by a name that several have, a record of another length than the header, broken
 * quotes, a cell that does not fit a demanded kind, a word among more than 65,535 different numbers, more than 16 million
 * distinct labels.
 *
 * @param source the text of a file or its bytes, not its name.
 */
export async function readCsv(source: TextSource, options: ReadCsvOptions = {}): Promise<Table> {
  const skippedRows: number[] = [];
  let header: readonly string[] | null = null;
  let headerRow = 0;
  let collectors: (CsvColumn | null)[] = [];
  let marks: MarksProven = NO_MARKS;
  let rows = 0;

  function rowOfFile(index: number): number {
    let row = headerRow + 1 + index;
    for (const skipped of skippedRows) if (skipped <= row) row++;
    return row;
  }

  for await (const { firstRow, delimiter, records } of csvRecords(source, options.delimiter)) {
    const decimal = options.decimal ?? (delimiter === "," ? "." : null);
    // Cells of columns that nobody asked for count too, those of the first pieces that have any.
    if (decimal === null && !marks.point && !marks.comma) {
      marks = records.reduce((proven, record) => bothProven(proven, marksProven(record)), marks);
    }
    for (let position = 0; position < records.length; position++) {
      const record = records[position];
      const row = firstRow + position;
      if (record.length === 1 && record[0] === "" && header?.length !== 1) {
        if (header !== null) skippedRows.push(row);
      } else if (header === null) {
        header = columnNames(record);
        headerRow = row;
        const format = { delimiter, decimal, provenElsewhere: () => marks };
        collectors = collectorsFor(header, row, options, format, rowOfFile);
      } else {
        if (record.length !== header.length) throw raggedRow(row, record.length, header.length);
        for (let place = 0; place < record.length; place++) collectors[place]?.add(record[place]);
        rows++;
      }
    }
  }
  if (header === null) {
    throw new InvalidTable({
      problem: "empty-file",
      found: phrase`an empty file`,
      expected: phrase`a first line with the names of the columns`,
    });
  }
  for (const collector of collectors)
    if (collector !== null) marks = bothProven(marks, collector.marksProven());
  const notes = new Map(options.codebook?.map(({ name, note }) => [name, note]));
  const columns = new Map<string, Column>();
  header.forEach((name, place) => {
    const column = collectors[place]?.finish();
    const note = notes.get(name);
    if (column !== undefined) columns.set(name, note ? { ...column, note } : column);
  });
  return { rows, columns };
}

function collectorsFor(
  header: readonly string[],
  headerRow: number,
  { columns, kinds = {}, codebook = [], missing = [""] }: ReadCsvOptions,
  format: Pick<ColumnExpectation, "delimiter" | "decimal" | "provenElsewhere">,
  rowOfFile: (index: number) => number,
): (CsvColumn | null)[] {
  const chosen = chosenColumns(columns, header);
  refuseAmbiguousNames(header, chosen, headerRow);
  for (const name of Object.keys(kinds)) {
    if (!header.includes(name)) throw unknownColumn(name, header);
  }
  const entries = new Map(codebook.map((entry) => [entry.name, entry]));
  return header.map((name) => {
    if (!chosen.has(name)) return null;
    const entry = entries.get(name);
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : (entry?.kind ?? null);
    const levels = kind === "category" ? (entry?.levels ?? []) : [];
    return new CsvColumn({ name, kind, levels, missing, ...format, rowOfFile });
  });
}

function raggedRow(row: number, found: number, expected: number): InvalidTable {
  return new InvalidTable({
    problem: "ragged-row",
    row,
    found: found === 1 ? phrase`${found} cell` : phrase`${found} cells`,
    expected: phrase`${expected}, as in the header`,
  });
}
