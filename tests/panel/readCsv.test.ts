import { describe, expect, test } from "vitest";
import { codebookOf } from "../../panel/codebook.ts";
import { csvChunks } from "../../panel/csvChunks.ts";
import { type ReadCsvOptions, readCsv } from "../../panel/readCsv.ts";
import { type CategoryColumn, column, MISSING_CODE, missingCode } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { refusalOf } from "./refusal.ts";

const read = async (cells: string[], options: ReadCsvOptions = {}) =>
  column(await readCsv(`x,end\n${cells.map((cell) => `${cell},.\n`).join("")}`, options), "x");

describe("the kind of a column without a codebook", () => {
  test.each([
    ["indicator", ["0", "1", "0"]],
    ["integer", ["0", "1", "2"]],
    ["integer", ["-2147483648", "2147483647"]],
    ["number", ["0", "1", ""]],
    ["number", ["2147483648"]],
    ["number", ["1.0", "2"]],
    ["number", ["-0", "1"]],
    ["number", [" 1", "2 "]],
    ["number", ["1e3", "+4", ".5", "5."]],
    ["number", ["Inf", "-inf", "NaN", "1"]],
    ["number", ["100000000000000000000"]],
    ["number", ["", ""]],
    ["number", []],
    ["category", ["1", "2", "three"]],
    ["category", ["1", "NA"]],
    ["category", ["001", "002"]],
    ["category", ["9007199254740993"]],
    ["category", ["1,5"].map((cell) => `"${cell}"`)],
    ["category", ["Inf"]],
    ["category", ["1", "1e309"]],
    ["category", ["0x10"]],
    ["category", ["TRUE", "FALSE"]],
  ])("is %s for %j", async (kind, cells) => {
    expect((await read(cells)).kind).toBe(kind);
  });

  test("keeps the values it reads", async () => {
    expect(await read(["1", "", "-0", "1e-320", "-Inf", "NaN", " 2.5"])).toEqual({
      kind: "number",
      values: Float64Array.of(1, Number.NaN, -0, 1e-320, -Infinity, Number.NaN, 2.5),
    });
    expect(await read(["7", "-1"])).toEqual({ kind: "integer", values: Int32Array.of(7, -1) });
    expect(await read(["1", "0"])).toEqual({ kind: "indicator", values: Uint8Array.of(1, 0) });
    expect(await read(["TO", "", "NA", "MI", "TO"])).toEqual({
      kind: "category",
      codes: Uint16Array.of(2, MISSING_CODE, 1, 0, 2),
      levels: ["MI", "NA", "TO"],
    });
  });

  test("takes NA for a missing cell only when asked", async () => {
    expect(await read(["1", "NA", "3"], { missing: ["", "NA"] })).toEqual({
      kind: "number",
      values: Float64Array.of(1, Number.NaN, 3),
    });
  });
});

describe("a column of more than 65,535 different cells", () => {
  const cells = Array.from({ length: 66_000 }, (_, index) => String(3 * index + 7));

  test("is read when they are numbers", async () => {
    expect(await read(cells)).toEqual({ kind: "integer", values: Int32Array.from(cells, Number) });
    expect((await read(cells.with(65_900, "-0"))).kind).toBe("number");
    const withGap = cells.with(65_800, "");
    expect(await read(withGap)).toEqual({
      kind: "number",
      values: Float64Array.from(withGap, (cell) => (cell === "" ? Number.NaN : Number(cell))),
    });
  });

  test("is refused when one is a word, wherever it stands", async () => {
    for (const place of [10, 65_900]) {
      const error = await refusalOf(read(cells.with(place, "many")));
      expect(error).toMatchObject({ problem: "too-many-levels", column: "x", row: place + 2 });
      expect(error.message).toContain('"many"');
    }
  });

  test("has labels when they are words, or when labels are demanded", async () => {
    const words = cells.map((cell) => `IT${cell}`);
    const table = await readCsv(`x\n${[...words, "", words[0]].join("\n")}\n`, { missing: ["", "none"] });
    const column = (await read([...words, "none", words[0]], { missing: ["none"] })) as CategoryColumn;
    expect(table.rows).toBe(66_002);
    expect(column.codes).toBeInstanceOf(Uint32Array);
    expect(column.codes[66_000]).toBe(missingCode(column.codes));
    expect(column.levels[column.codes[66_001]]).toBe(words[0]);
    expect(column.levels[column.codes[65_999]]).toBe(words[65_999]);
    const demanded = (await read(cells, { kinds: { x: "category" } })) as CategoryColumn;
    expect(demanded.levels.length).toBe(66_000);
  });

  test("can be left out", async () => {
    const table = await readCsv(`a,b\n${cells.map((cell, index) => `${index % 2},no. ${cell}\n`).join("")}`, {
      columns: ["a"],
    });
    expect([...table.columns.keys()]).toEqual(["a"]);
    expect(table.rows).toBe(66_000);
  });
});

describe("a demanded kind", () => {
  test("goes before what the cells look like", async () => {
    expect((await read(["0", "1"], { kinds: { x: "number" } })).kind).toBe("number");
    expect((await read(["0", "1"], { kinds: { x: "integer" } })).kind).toBe("integer");
    expect((await read(["1", "2"], { kinds: { x: "category" } })).kind).toBe("category");
    expect(await read(["007", "2.0"], { kinds: { x: "integer" } })).toEqual({
      kind: "integer",
      values: Int32Array.of(7, 2),
    });
  });

  test.each([
    ["number", ["1", "2", "many"], 4, '"many"'],
    ["integer", ["1", "2.5"], 3, "2.5"],
    ["integer", ["1", ""], 3, "a missing cell"],
    ["indicator", ["1", "0", "2"], 4, "2"],
  ] as const)("%s refuses %j in row %d, saying %s", async (kind, cells, row, found) => {
    const error = await refusalOf(read([...cells], { kinds: { x: kind } }));
    expect(error).toMatchObject({ problem: "wrong-kind", column: "x", row, found });
  });

  test("of an unknown column is refused with the nearest name", async () => {
    const error = await refusalOf(readCsv("year,size\n1,2\n", { kinds: { sise: "number" } }));
    expect(error).toMatchObject({ problem: "unknown-column", suggestion: "size" });
    expect((await refusalOf(readCsv("year\n1\n", { columns: ["yera"] }))).suggestion).toBe("year");
  });
});

describe("CSV files of this world", () => {
  test.each([
    ["comma", "a,b\n1,x\n2,y\n"],
    ["semicolon", "a;b\n1;x\n2;y\n"],
    ["tab", "a\tb\n1\tx\n2\ty\n"],
    ["bar", "a|b\n1|x\n2|y\n"],
    ["Windows line ends", "a,b\r\n1,x\r\n2,y\r\n"],
    ["old Macintosh line ends", "a,b\r1,x\r2,y\r"],
    ["no line end at the end", "a,b\n1,x\n2,y"],
    ["a byte order mark", "\uFEFFa,b\n1,x\n2,y\n"],
    ["blank lines", "\na,b\n1,x\n\n2,y\n\n"],
    ["a first line for Excel", "sep=;\r\na;b\r\n1;x\r\n2;y\r\n"],
    ["a quoted first line for Excel", '"sep=,"\na,b\n1,x\n2,y\n'],
    ["quotes everywhere", '"a","b"\n"1","x"\n"2","y"\n'],
  ])("are read with %s", async (_, text) => {
    const expected = tableFromColumns([
      { name: "a", values: Int32Array.of(1, 2) },
      { name: "b", values: Uint16Array.of(0, 1), levels: ["x", "y"] },
    ]);
    expect(await readCsv(text)).toEqual(expected);
    expect(await readCsv([...text]), "one character at a time").toEqual(expected);
    const bytes = Buffer.from(text);
    expect(await readCsv(bytes), "as bytes").toEqual(expected);
    expect(await readCsv([...bytes].map((byte) => Uint8Array.of(byte))), "byte by byte").toEqual(expected);
  });

  test("may have a nameless first column, as R writes row names", async () => {
    expect([...(await readCsv('"","a"\n"1",2\n')).columns.keys()]).toEqual(["X", "a"]);
  });

  test("may have nameless columns, as Excel's empty ones at the right", async () => {
    expect([...(await readCsv("y;x;;\n1;2;;\n")).columns.keys()]).toEqual(["y", "x", "X", "X.1"]);
    expect([...(await readCsv(",X,\n1,2,3\n")).columns.keys()]).toEqual(["X.1", "X", "X.2"]);
  });

  test("may have a name twice where it is not asked for", async () => {
    const text = "a,b,a\n1,2,3\n";
    expect(column(await readCsv(text, { columns: ["b"] }), "b")).toMatchObject({ values: Int32Array.of(2) });
    const error = await refusalOf(readCsv(text, { columns: ["a"] }));
    expect(error).toMatchObject({ row: 1, column: "a", found: "columns 1 and 3 of this name" });
  });

  test("may have quoted commas, quotes and line ends", async () => {
    const label = await readCsv('a,b\n"x, ""y""\nz",1\n');
    expect(column(label, "a")).toMatchObject({ levels: ['x, "y"\nz'] });
  });

  test("are not mistaken for tab-separated by tabs between quotes", async () => {
    const table = await readCsv('a,"\t"\n1,"\t"\n2,"\t"\n');
    expect([...table.columns.keys()]).toEqual(["a", "\t"]);
  });

  test("may be parsed up to the middle of a line end behind a quote", async () => {
    const start = 'a,b\r\n1,"';
    const label = "x".repeat(2 ** 18 - start.length - 2);
    const table = await readCsv([`${start}${label}"\r`, "\n2,y\r\n"]);
    expect(column(table, "b")).toMatchObject({ levels: [label, "y"] });
  });

  test("are cut into pieces anywhere without a trace", async () => {
    const lines = Array.from(
      { length: 40_000 },
      (_, row) => `${row},"label ""${row % 7}"", ${row % 11}\r\n."\r\n`,
    );
    const text = `row,label\r\n${lines.join("")}`;
    const table = await readCsv(text);
    expect(table.rows).toBe(40_000);
    expect(column(table, "row")).toEqual({
      kind: "integer",
      values: Int32Array.from(lines, (_, row) => row),
    });
    const { codes, levels } = column(table, "label") as CategoryColumn;
    expect(levels[codes[39_999]]).toBe(`label "${39_999 % 7}", ${39_999 % 11}\r\n.`);
    expect(levels.length).toBe(77);
  });
});

describe("a CSV file is refused", () => {
  test.each([
    ["empty-file", "", null, null],
    ["empty-file", "\n\n", null, null],
    ["duplicate-column", "a,b,a\n1,2,3\n", 1, "a"],
    ["duplicate-column", ",a,a\n1,2,3\n", 1, "a"],
    ["ragged-row", "a,b\n1,2\n\n3\n", 4, null],
    ["ragged-row", "a,b\n1,2,3\n", 2, null],
    ["malformed-quotes", 'a,b\n1,2\n"3,4\n', 3, null],
    ["malformed-quotes", 'a,b\n"1"2,3\n4,5\n', 2, null],
  ])("as %s for %j in row %s", async (problem, text, row, name) => {
    const error = await refusalOf(readCsv(text, { delimiter: "," }));
    expect(error).toMatchObject({ problem, row, column: name, code: "invalid-input" });
  });

  test("whose bytes are not UTF-8, or that is no text at all", async () => {
    const found = async (source: unknown) => (await refusalOf(readCsv(source as string))).message;
    expect(await found(Buffer.from("a\nForlì\n", "latin1"))).toContain("not UTF-8");
    expect(await found(Buffer.from("a\nForlì").subarray(0, -1))).toContain("not UTF-8");
    expect(await found(Promise.resolve("a\n1\n"))).toContain("no text (object)");
    expect(await found([1, 2])).toContain("a piece that is no text (number)");
    expect(await found(undefined)).toContain("undefined");
  });

  test("naming row and column after blank lines and other pieces", async () => {
    const pieces = ["a,b\n", "\n", ...Array.from({ length: 70_000 }, (_, row) => `${row},1\n`), "\nx,1\n"];
    const error = await refusalOf(readCsv(pieces, { kinds: { a: "number" } }));
    expect(error.row).toBe(70_004);
    expect(error.message).toBe('row 70004, column "a": found "x"; expected a number.');
  });

  test("when a quote is never closed, before the whole file is held", async () => {
    let read = 0;
    function* endless() {
      yield 'a,b\n1,"';
      for (;;) {
        read += 1 << 20;
        yield "x".repeat(1 << 20);
      }
    }
    expect((await refusalOf(readCsv(endless()))).problem).toBe("malformed-quotes");
    expect(read).toBeLessThan(1 << 26);
  });

  test("has lines: one without an end is refused as such, before the file is in memory, and not for its quotes", async () => {
    let pieces = 0;
    function* endless() {
      yield 'a,"b ""c"""\n';
      for (; pieces < 500; pieces++) yield "1,".repeat(1 << 19);
    }
    const error = await refusalOf(readCsv(endless()));
    expect(error).toMatchObject({ problem: "too-long-record", row: 2 });
    expect(error.message).toContain("found a line of more than 16 million characters");
    expect(pieces).toBeLessThan(30);
  });
});

test("a codebook restores kinds, order of labels, empty labels and notes", async () => {
  const note = { meaning: "region of the partner", unit: "", source: "drawn", lag: null };
  const table = tableFromColumns([
    { name: "count", values: Float64Array.of(0, 1, 1) },
    { name: "year", values: Int32Array.of(0, 1, 1) },
    { name: "region", values: Uint16Array.of(1, 0, 3), levels: ["west", "east", "unused", ""], note },
    { name: "code", values: Uint16Array.of(0, 1, MISSING_CODE), levels: ["2", "1"] },
  ]);
  const text = [...csvChunks(table)].join("");
  expect(await readCsv(text, { codebook: codebookOf(table) })).toEqual(table);
  expect([...(await readCsv(text)).columns.values()].map(({ kind }) => kind)).toEqual([
    "indicator",
    "indicator",
    "category",
    "number",
  ]);
});
