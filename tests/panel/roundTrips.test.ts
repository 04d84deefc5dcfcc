import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codebookMarkdown, codebookOf, codebookTable } from "../../panel/codebook.ts";
import { csvChunks } from "../../panel/csvChunks.ts";
import { readCodebook } from "../../panel/readCodebook.ts";
import { readCsv } from "../../panel/readCsv.ts";
import { readParquet } from "../../panel/readParquet.ts";
import { type Column, MISSING_CODE, type Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { parquetBytes } from "./parquetBytes.ts";
import { randomTable } from "./randomTable.ts";
import { refusalOf } from "./refusal.ts";

/** CSV has one empty cell for two things: where "" is a label, a missing cell is read as that label. */
function asCsvKeeps(table: Table): Table {
  const columns = [...table.columns].map(([name, column]): [string, Column] => {
    if (column.kind !== "category" || !column.levels.includes("")) return [name, column];
    const empty = column.levels.indexOf("");
    return [name, { ...column, codes: column.codes.map((code) => (code === MISSING_CODE ? empty : code)) }];
  });
  return { rows: table.rows, columns: new Map(columns) };
}

describe("any table", () => {
  test("comes back from Parquet as it was, whatever the size of row groups", async () => {
    await fc.assert(
      fc.asyncProperty(randomTable, fc.integer({ min: 1, max: 50 }), async (table, rowsPerGroup) => {
        expect(await readParquet(await parquetBytes(table, { rowsPerGroup }))).toStrictEqual(table);
      }),
      { numRuns: 300 },
    );
  });

  test("comes back from CSV with its codebook, however the text is cut", async () => {
    await fc.assert(
      fc.asyncProperty(randomTable, fc.integer({ min: 1, max: 20 }), async (table, cut) => {
        const text = [...csvChunks(table, { rowsPerChunk: cut })].join("");
        const pieces = Array.from({ length: Math.ceil(text.length / cut) }, (_, piece) =>
          text.slice(piece * cut, (piece + 1) * cut),
        );
        expect(await readCsv(pieces, { codebook: codebookOf(table) })).toStrictEqual(asCsvKeeps(table));
      }),
      { numRuns: 300 },
    );
  });

  test("keeps every cell as text when its CSV is read without a codebook", async () => {
    await fc.assert(
      fc.asyncProperty(randomTable, async (table) => {
        const text = [...csvChunks(table)].join("");
        const kinds = Object.fromEntries(
          [...table.columns.keys()].map((name) => [name, "category"] as const),
        );
        expect([...csvChunks(await readCsv(text, { kinds }))].join("")).toBe(text);
      }),
    );
  });

  test("has a codebook that comes back from its own CSV, but for notes that say nothing", async () => {
    await fc.assert(
      fc.asyncProperty(randomTable, async (table) => {
        const codebook = codebookOf(table);
        const saysNothing = { meaning: "", unit: "", source: "", lag: null };
        const read = await readCodebook(csvChunks(codebookTable(codebook)));
        expect(read.map((entry) => ({ ...entry, note: entry.note ?? saysNothing }))).toEqual(
          codebook.map((entry) => ({ ...entry, note: entry.note ?? saysNothing })),
        );
      }),
    );
  });
});

describe("a codebook", () => {
  const table = tableFromColumns([
    {
      name: "province",
      values: Uint16Array.of(0),
      levels: Array.from({ length: 103 }, (_, code) => `P${code}`),
      note: { meaning: "home | seat", unit: "code", source: "ISTAT", lag: 0 },
    },
    { name: "year", values: Int32Array.of(2007) },
  ]);

  test("is a Markdown table that cuts long lists of labels", () => {
    expect(codebookMarkdown(codebookOf(table))).toBe(
      [
        "| variable | kind | meaning | unit | lag | source |",
        "| --- | --- | --- | --- | --- | --- |",
        "| `province` | category: P0, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11 … (103 labels) | home \\| seat | code | 0 | ISTAT |",
        "| `year` | integer |  |  |  |  |",
        "",
      ].join("\n"),
    );
  });

  test("is refused when its CSV lacks a column, names an unknown kind or has levels that are not JSON", async () => {
    const header = "name,kind,meaning,unit,source,lag,levels\n";
    expect((await refusalOf(readCodebook("name,kind\nx,number\n"))).problem).toBe("unknown-column");
    for (const row of ["x,float,,,,,\n", "x,category,,,,,a b\n", 'x,category,,,,,"{""a"":1}"\n']) {
      expect((await refusalOf(readCodebook(header + row))).problem).toBe("invalid-codebook");
    }
  });
});
