import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { readTable } from "../../cli/readTable.ts";
import { readParquet } from "../../panel/readParquet.ts";
import { column, type Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { writeParquet } from "../../panel/writeParquet.ts";
import { readOpenedTable } from "../../study/estimate/readOpenedTable.ts";
import { openedData } from "../../workers/lab/openedData.ts";
import { parquetCompressors } from "../../workers/parquetCompressors.ts";

const folder = "tests/panel/compressed";
const rows = Array.from({ length: 400 }, (_, row) => row);

/** What tests/panel/compressed/make.mjs wrote. */
function isTheTable(table: Table): void {
  expect(column(table, "firm")).toMatchObject({
    values: Int32Array.from(rows, (row) => Math.floor(row / 8)),
  });
  expect(column(table, "size")).toMatchObject({
    values: Float64Array.from(rows, (row) => ((row * 37) % 101) / 4),
  });
  expect(column(table, "active")).toMatchObject({
    values: Uint8Array.from(rows, (row) => ((row * row + 3 * row) % 7 < 3 ? 1 : 0)),
  });
  const province = column(table, "province");
  const labels = province.kind === "category" ? [...province.codes].map((code) => province.levels[code]) : [];
  expect(labels).toEqual(rows.map((row) => ["VR", "NA", "Monza e della Brianza"][row % 3]));
}

describe.each(["gzip", "brotli", "zstd", "lz4", "lz4_raw"])("Parquet compressed by %s", (codec) => {
  const path = join(folder, `${codec}.parquet`);

  it("is read by the command", async () => {
    isTheTable(await readTable(path, { missing: [] }));
  });

  it("is read by the lab", async () => {
    const opened = await openedData(new Blob([readFileSync(path)]), "panel.parquet", () => {});
    isTheTable(await readOpenedTable(opened, { missing: [] }));
  });

  it("is refused with what can be read where nobody has a decompressor", async () => {
    await expect(readParquet(readFileSync(path))).rejects.toMatchObject({
      problem: "unsupported-compression",
      found: `compression by ${codec.toUpperCase()}`,
      expected: "one of UNCOMPRESSED, SNAPPY",
    });
  });
});

describe("decompressors", () => {
  it("are fetched only for a file that needs them", async () => {
    const parts: Uint8Array[] = [];
    const table = tableFromColumns([{ name: "x", values: Float64Array.of(1.5, 2) }]);
    await writeParquet(table, (bytes) => {
      parts.push(bytes.slice());
    });
    const get = vi.fn(parquetCompressors);
    await readParquet(new Uint8Array(Buffer.concat(parts)), { compressors: get });
    expect(get).not.toHaveBeenCalled();
    await readParquet(readFileSync(join(folder, "zstd.parquet")), { compressors: get });
    expect(get).toHaveBeenCalledTimes(1);
  });

  it("that cannot be fetched are no fault of the file", async () => {
    const offline = new TypeError("Failed to fetch dynamically imported module");
    await expect(
      readParquet(readFileSync(join(folder, "zstd.parquet")), { compressors: () => Promise.reject(offline) }),
    ).rejects.toBe(offline);
  });
});
