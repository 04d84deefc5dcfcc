import { describe, expect, test } from "vitest";
import { codebookOf } from "../../panel/codebook.ts";
import { csvChunks } from "../../panel/csvChunks.ts";
import { readCsv } from "../../panel/readCsv.ts";
import { readParquet } from "../../panel/readParquet.ts";
import type { Table } from "../../panel/table.ts";
import { type NamedValues, tableFromColumns } from "../../panel/tableFromColumns.ts";
import { writeParquet } from "../../panel/writeParquet.ts";

/** The full panel of the first paper: 15,902 firms × 4 destinations × 6 years, and 35 columns. */
const ROWS = 381_648;

/** The fractional part of multiples of an irrational number: as many digits as a cell can have, without a generator. */
const fraction = (row: number, column: number) => ((row + 1) * Math.SQRT2 * (column + 1)) % 1;

function fullPanel(): Table {
  const provinces = Array.from({ length: 103 }, (_, code) => (code === 50 ? "NA" : `P${code}`));
  const numbers = (name: string, cell: (row: number) => number): NamedValues => ({
    name,
    values: Float64Array.from({ length: ROWS }, (_, row) => cell(row)),
  });
  return tableFromColumns([
    { name: "pair", values: Int32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 6)) },
    { name: "year", values: Int32Array.from({ length: ROWS }, (_, row) => 2007 + (row % 6)) },
    {
      name: "active",
      values: Uint8Array.from({ length: ROWS }, (_, row) => (fraction(row, 0) < 0.03 ? 1 : 0)),
    },
    {
      name: "province",
      values: Uint16Array.from({ length: ROWS }, (_, row) => Math.floor(row / 24) % 103),
      levels: provinces,
    },
    numbers("gaps", (row) => (row % 5 === 0 ? Number.NaN : fraction(row, 1))),
    ...Array.from({ length: 15 }, (_, index) =>
      numbers(`peers${index}`, (row) => Math.floor(80 * fraction(row, index)) / 2),
    ),
    ...Array.from({ length: 15 }, (_, index) =>
      numbers(`real${index}`, (row) => Math.log(fraction(row, index))),
    ),
  ]);
}

describe("the full panel of 381,648 rows and 35 columns", () => {
  const panel = fullPanel();

  function expectSame(table: Table): void {
    expect(table.rows).toBe(ROWS);
    for (const [name, expected] of panel.columns) {
      const found = table.columns.get(name);
      // Compared as bytes, which tells 0 from -0 and is quick.
      const bytes = (column: typeof expected) =>
        Buffer.from((column.kind === "category" ? column.codes : column.values).buffer);
      expect(found?.kind, name).toBe(expected.kind);
      expect(found !== undefined && bytes(found).equals(bytes(expected)), name).toBe(true);
    }
  }

  test("passes through CSV in pieces of less than 4 MB, of which no two need to be held", async () => {
    let longest = 0;
    function* watched() {
      for (const piece of csvChunks(panel)) {
        longest = Math.max(longest, piece.length);
        yield piece;
      }
    }
    expectSame(await readCsv(watched(), { codebook: codebookOf(panel) }));
    expect(longest).toBeLessThan(4e6);
  });

  test("passes through Parquet a row group at a time, each smaller than its part of the columns", async () => {
    const pieces: Uint8Array[] = [];
    await writeParquet(panel, (bytes) => void pieces.push(bytes));
    expect(pieces.length).toBe(Math.ceil(ROWS / 65_536) + 1);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(65_536 * 35 * 8);
    expectSame(await readParquet(Buffer.concat(pieces)));
  });
});
