import { type CompressionCodec, parquetMetadata, parquetReadObjects } from "hyparquet";
import { type ColumnSource, parquetWriteBuffer, type SchemaElement } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import { readParquet } from "../../panel/readParquet.ts";
import { column, MISSING_CODE, numericValues, type Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { writeParquet } from "../../panel/writeParquet.ts";
import { parquetBytes } from "./parquetBytes.ts";
import { refusalOf } from "./refusal.ts";

const note = { meaning: "employees", unit: "persons", source: "register", lag: 1 };

const panel = tableFromColumns([
  { name: "year", values: Int32Array.of(2007, 2008, 2009, -(2 ** 31)) },
  { name: "active", values: Uint8Array.of(0, 1, 1, 0) },
  { name: "size", values: Float64Array.of(4, Number.NaN, -0, 0), note },
  { name: "province", values: Uint16Array.of(1, 0, MISSING_CODE, 3), levels: ["MI", "NA", "TO", ""] },
]);

/** A file as another program would write it. */
const foreign = (
  columnData: ColumnSource[],
  options: { schema?: SchemaElement[]; codec?: CompressionCodec } = {},
) => new Uint8Array(parquetWriteBuffer({ columnData, ...options }));

describe("a Parquet file of ours", () => {
  test("comes back as the table it was, with kinds, order of labels, notes and signs of zero", async () => {
    for (const rowsPerGroup of [1, 3, 4, 100]) {
      expect(await readParquet(await parquetBytes(panel, { rowsPerGroup }))).toStrictEqual(panel);
    }
  });

  test("keeps the sign of zero where values repeat, as dictionaries would not", async () => {
    const values = Float64Array.from({ length: 1000 }, (_, row) => (row % 2 === 0 ? 0 : -0));
    const read = column(
      await readParquet(await parquetBytes(tableFromColumns([{ name: "x", values }]))),
      "x",
    );
    expect(numericValues(read).every((value, row) => Object.is(value, values[row]))).toBe(true);
  });

  test("is the same bytes each time", async () => {
    expect(await parquetBytes(panel)).toEqual(await parquetBytes(panel));
  });

  test("shows other programs numbers, nulls and plain text", async () => {
    const bytes = await parquetBytes(panel);
    const file = new Uint8Array(bytes).buffer;
    expect(await parquetReadObjects({ file })).toEqual([
      { year: 2007, active: 0, size: 4, province: "NA" },
      { year: 2008, active: 1, size: null, province: "MI" },
      { year: 2009, active: 1, size: -0, province: null },
      { year: -(2 ** 31), active: 0, size: 0, province: "" },
    ]);
    const { schema } = parquetMetadata(file);
    expect(schema.slice(1).map(({ type, repetition_type }) => `${repetition_type} ${type}`)).toEqual([
      "REQUIRED INT32",
      "REQUIRED INT32",
      "OPTIONAL DOUBLE",
      "OPTIONAL BYTE_ARRAY",
    ]);
  });

  test("is handed on a row group at a time, waiting for the sink", async () => {
    const table = tableFromColumns([
      { name: "x", values: Int32Array.from({ length: 1000 }, (_, row) => row) },
    ]);
    let inTheSink = 0;
    let pieces = 0;
    await writeParquet(
      table,
      async () => {
        inTheSink++;
        pieces++;
        expect(inTheSink).toBe(1);
        await new Promise((resolve) => setImmediate(resolve));
        inTheSink--;
      },
      { rowsPerGroup: 100 },
    );
    expect(pieces).toBe(11);
  });

  test("stops at the first failure of the sink", async () => {
    let pieces = 0;
    const full = async () => {
      pieces++;
      throw new Error("disk full");
    };
    await expect(writeParquet(panel, full, { rowsPerGroup: 1 })).rejects.toThrow("disk full");
    expect(pieces).toBe(1);
  });

  test("may have no rows", async () => {
    const empty = tableFromColumns([
      { name: "x", values: new Float64Array() },
      { name: "label", values: new Uint16Array(), levels: ["a"] },
    ]);
    expect(await readParquet(await parquetBytes(empty))).toStrictEqual(empty);
  });

  test("is read from a slice of a larger buffer and by parts of columns", async () => {
    const bytes = await parquetBytes(panel);
    const around = Buffer.concat([Buffer.alloc(7), bytes, Buffer.alloc(5)]);
    expect(await readParquet(around.subarray(7, 7 + bytes.length))).toStrictEqual(panel);
    const some = await readParquet(bytes, { columns: ["province", "year"] });
    expect([...some.columns.keys()]).toEqual(["year", "province"]);
    expect(column(some, "year")).toEqual(column(panel, "year"));
  });
});

describe("a Parquet file of another program", () => {
  const kinds = (table: Table) =>
    Object.fromEntries([...table.columns].map(([name, { kind }]) => [name, kind]));

  test("has its kinds from its types", async () => {
    const table = await readParquet(
      foreign([
        { name: "long", data: [1n, 2n], type: "INT64" },
        { name: "longer", data: [1n, 2n ** 40n], type: "INT64" },
        { name: "gap", data: [1, null], type: "INT32" },
        { name: "single", data: [0.5, 1], type: "FLOAT" },
        { name: "half", data: [0.5, 1], type: "FLOAT16" },
        { name: "flag", data: [true, false], type: "BOOLEAN" },
        { name: "flagGap", data: [true, null], type: "BOOLEAN" },
        { name: "text", data: ["b", "a"], type: "STRING" },
      ]),
    );
    expect(kinds(table)).toEqual({
      long: "integer",
      longer: "number",
      gap: "number",
      single: "number",
      half: "number",
      flag: "indicator",
      flagGap: "number",
      text: "category",
    });
    expect(column(table, "longer")).toMatchObject({ values: Float64Array.of(1, 2 ** 40) });
    expect(column(table, "gap")).toMatchObject({ values: Float64Array.of(1, Number.NaN) });
    expect(column(table, "half")).toMatchObject({ values: Float64Array.of(0.5, 1) });
    expect(column(table, "flag")).toMatchObject({ values: Uint8Array.of(1, 0) });
    expect(column(table, "text")).toMatchObject({ codes: Uint16Array.of(1, 0), levels: ["a", "b"] });
  });

  test("that kept our codebook but changed the columns is read by its own types", async () => {
    const codebook = [
      { name: "x", kind: "indicator", levels: [], note },
      { name: "t", kind: "category", levels: ["z"], note: null },
      { name: "gone", kind: "number", levels: [], note: null },
    ];
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: "x", data: [1, 7], type: "INT32" },
        { name: "t", data: ["b", "a"], type: "STRING" },
      ],
      kvMetadata: [{ key: "bandwagon.codebook", value: JSON.stringify(codebook) }],
    });
    const table = await readParquet(new Uint8Array(bytes));
    expect(column(table, "x")).toEqual({ kind: "integer", values: Int32Array.of(1, 7), note });
    expect(column(table, "t")).toMatchObject({ codes: Uint16Array.of(2, 1), levels: ["z", "a", "b"] });
  });

  test.each<[string, ColumnSource, string]>([
    ["a date", { name: "x", data: [new Date(0)], type: "TIMESTAMP" }, "TIMESTAMP"],
    ["JSON", { name: "x", data: [{ a: 1 }], type: "JSON" }, "JSON"],
    ["bytes", { name: "x", data: [new Uint8Array(2)], type: "BYTE_ARRAY" }, "BYTE_ARRAY"],
    ["a long identifier", { name: "x", data: [2n ** 53n + 1n], type: "INT64" }, "9007199254740993"],
  ])("is refused for %s, by column and type, unless that column is left out", async (_, source, found) => {
    const bytes = foreign([source, { name: "y", data: [1], type: "INT32" }]);
    const error = await refusalOf(readParquet(bytes));
    expect(error).toMatchObject({ problem: "unsupported-type", column: "x" });
    expect(error.found).toContain(found);
    expect((await readParquet(bytes, { columns: ["y"] })).rows).toBe(1);
  });

  test("is refused for a list", async () => {
    const schema: SchemaElement[] = [
      { name: "root", num_children: 1 },
      { name: "x", repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", repetition_type: "OPTIONAL", type: "INT32" },
    ];
    const error = await refusalOf(readParquet(foreign([{ name: "x", data: [[1, 2]] }], { schema })));
    expect(error).toMatchObject({ problem: "unsupported-type", column: "x", found: "values of type LIST" });
  });

  test("is refused for a compression we do not have, and read with a decompressor for it", async () => {
    const identity = (bytes: Uint8Array) => bytes;
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: [{ name: "x", data: [1, 2], type: "INT32" }],
        codec: "ZSTD",
        compressors: { ZSTD: identity },
      }),
    );
    const error = await refusalOf(readParquet(bytes));
    expect(error).toMatchObject({ problem: "unsupported-compression", column: "x" });
    expect(error.message).toContain("ZSTD");
    expect((await readParquet(bytes, { compressors: { ZSTD: identity } })).rows).toBe(2);
  });

  test("is refused when it is no Parquet file, or part of one", async () => {
    const bytes = await parquetBytes(panel);
    for (const damaged of [
      new Uint8Array(),
      new TextEncoder().encode("year,size\n2007,4\n"),
      bytes.subarray(0, bytes.length - 20),
      bytes.with(40, 255).fill(255, 4, 60),
    ]) {
      expect((await refusalOf(readParquet(damaged))).problem).toBe("not-parquet");
    }
  });

  test("that cannot be read reports the failure of the disk, not of the file", async () => {
    const bytes = await parquetBytes(panel);
    const file = {
      byteLength: bytes.length,
      slice: () => Promise.reject(new Error("input/output error")),
    };
    await expect(readParquet(file)).rejects.toThrow(/^input\/output error$/);
  });

  test("of which an unknown column is wanted is refused with the nearest name", async () => {
    const error = await refusalOf(readParquet(await parquetBytes(panel), { columns: ["actve"] }));
    expect(error).toMatchObject({ problem: "unknown-column", suggestion: "active" });
  });

  test("with a broken codebook is refused", async () => {
    for (const value of ["{", '[{"name":"x"}]']) {
      const bytes = parquetWriteBuffer({
        columnData: [{ name: "x", data: [1], type: "INT32" }],
        kvMetadata: [{ key: "bandwagon.codebook", value }],
      });
      expect((await refusalOf(readParquet(new Uint8Array(bytes)))).problem).toBe("invalid-codebook");
    }
  });
});
