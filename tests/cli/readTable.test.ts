import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTable } from "../../cli/readTable.ts";
import { InvalidFormula } from "../../estimators/index.ts";
import { column, MISSING_CODE } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { writeParquet } from "../../panel/writeParquet.ts";
import type { ReadTableOptions } from "../../study/estimate/readOpenedTable.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bandwagon-read-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: string | Uint8Array, options: Partial<ReadTableOptions> = {}) {
  const path = join(folder, "file");
  writeFileSync(path, content);
  return readTable(path, { missing: [], ...options });
}

const valuesOf = async (content: string | Uint8Array, name = "x") => {
  const found = column(await read(content), name);
  return found.kind === "category" ? [...found.codes].map((code) => found.levels[code]) : [...found.values];
};

describe("a text file", () => {
  it.each([
    ["commas", "g,x\na,1.5\nb,2\n"],
    ["semicolons", "g;x\na;1.5\nb;2\n"],
    ["semicolons and decimal commas", "g;x\na;1,5\nb;2\n"],
    ["semicolons and decimal commas, three decimals", "g;x\na;1,500\nb;2,000\n"],
    ["tabs", "g\tx\na\t1.5\nb\t2\n"],
    ["tabs and decimal commas", "g\tx\na\t1,5\nb\t2,0\n"],
    ["a byte order mark", "\uFEFFg,x\na,1.5\nb,2\n"],
    ["quotes", '"g","x"\n"a","1.5"\n"b","2"\n'],
    ["line ends of Windows", "g,x\r\na,1.5\r\nb,2\r\n"],
  ])("is read with %s", async (_, text) => {
    expect(await valuesOf(text)).toEqual([1.5, 2]);
    expect(await valuesOf(text, "g")).toEqual(["a", "b"]);
    expect(await valuesOf(gzipSync(text))).toEqual([1.5, 2]);
    const wide = Buffer.from(text.replace(/^(?!\uFEFF)/, "\uFEFF"), "utf16le");
    expect(await valuesOf(wide), "UTF-16").toEqual([1.5, 2]);
    expect(await valuesOf(gzipSync(wide)), "UTF-16, gzipped").toEqual([1.5, 2]);
    expect(await valuesOf(Buffer.from(wide).swap16()), "UTF-16, big end first").toEqual([1.5, 2]);
  });

  it("has the decimal mark that is said", async () => {
    const table = await read("x;y\n13.909;0,5\n", { decimal: "." });
    expect(column(table, "x")).toMatchObject({ values: Float64Array.of(13.909) });
    expect(column(table, "y").kind).toBe("category");
  });

  it("keeps thousands between tabs apart from decimals", async () => {
    expect(await valuesOf("g\tx\na\t1,234\nb\t2,000\n")).toEqual(["1,234", "2,000"]);
  });

  it("is UTF-8, and Latin-1 where it cannot be UTF-8", async () => {
    const text = "x,y\nForlì,1\nŁódź,2\n";
    expect(await valuesOf(text)).toEqual(["Forlì", "Łódź"]);
    expect(await valuesOf(Buffer.from("x,y\nForlì,1\nMünchen,2\n", "latin1"))).toEqual(["Forlì", "München"]);
    expect(await valuesOf(gzipSync(Buffer.from("x,y\nForlì,1\n", "latin1")))).toEqual(["Forlì"]);
  });

  it("is read whole where a letter of two bytes is cut by the piece it ends", async () => {
    const rows = Array.from({ length: 400_000 }, (_, row) => `${row % 7 === 0 ? "è" : "ab"}`);
    const labels = await valuesOf(`x,y\n${rows.map((label) => `${label},1\n`).join("")}`);
    expect(labels).toEqual(rows);
  });

  it("has NA as a value unless told otherwise", async () => {
    const text = "x,p\n1,NA\nNA,MI\n.,TO\n";
    expect(await valuesOf(text, "p")).toEqual(["NA", "MI", "TO"]);
    const missing = await read(text, { missing: ["NA", "."] });
    expect(column(missing, "x")).toMatchObject({
      kind: "number",
      values: Float64Array.of(1, Number.NaN, Number.NaN),
    });
    expect(column(missing, "p")).toMatchObject({ codes: Uint16Array.of(MISSING_CODE, 0, 1) });
  });
});

it("a Parquet file is known by its content, and only the columns asked for are read", async () => {
  const pieces: Uint8Array[] = [];
  const table = tableFromColumns([
    { name: "x", values: Float64Array.of(1.5, 2) },
    { name: "g", values: Int32Array.of(3, 4) },
  ]);
  await writeParquet(table, (piece) => {
    pieces.push(piece.slice());
  });
  const content = Buffer.concat(pieces);
  expect(await valuesOf(content)).toEqual([1.5, 2]);
  const part = await read(content, { columns: (names) => names.filter((name) => name === "g") });
  expect([...part.columns.keys()]).toEqual(["g"]);
});

it("only the columns asked for are parsed: what stands in others cannot disturb", async () => {
  const table = await read("x,g\n1,a\n2,b\n", { columns: ["x"] });
  expect([...table.columns.keys()]).toEqual(["x"]);
});

describe("what comes through a pipe", () => {
  const piped = async (content: Uint8Array | string) => {
    const path = join(folder, `pipe-${randomUUID()}`);
    execFileSync("mkfifo", [path]);
    const [table] = await Promise.allSettled([readTable(path, { missing: [] }), writeFile(path, content)]);
    if (table.status === "rejected") throw table.reason;
    return table.value;
  };

  it.each([
    ["text", "x,p\n1.5,MI\n"],
    ["gzipped text", gzipSync("x,p\n1.5,MI\n")],
    ["Latin-1", Buffer.from("x,p\n1.5,Forlì\n", "latin1")],
    ["text longer than the pieces a pipe gives", `x,p\n1.5,${"è".repeat(300_000)}\n`],
  ])("is read: %s", async (_, content) => {
    expect(column(await piped(content), "x")).toMatchObject({ values: Float64Array.of(1.5) });
  });

  it("is refused when it is Parquet", async () => {
    await expect(piped("PAR1 and so on")).rejects.toMatchObject({ found: "Parquet from a pipe" });
  });
});

describe("a refusal", () => {
  const choosing = (name: string) => (names: readonly string[]) => {
    if (!names.includes(name)) {
      const source = { what: "formula", text: name };
      throw new InvalidFormula(
        source,
        { start: 0 },
        { found: `no column named "${name}"`, expected: "another" },
      );
    }
    return [name];
  };

  it("names the file, the row and the column", async () => {
    const path = join(folder, "file");
    await expect(read("x,y\n1,2\n3\n")).rejects.toMatchObject({ path: `${path}: row 3` });
    await expect(read("x,x\n1,2\n")).rejects.toMatchObject({ path: `${path}: row 1, column "x"` });
    await expect(read("")).rejects.toMatchObject({ path, found: "an empty file" });
    await expect(read("PAR1")).rejects.toMatchObject({ path });
  });

  it("of a name says when the file has it with a space", async () => {
    await expect(read("y, x\n1, 2\n", { columns: choosing("x") })).rejects.toMatchObject({
      expected: "` x`, between backticks: the file's name has a space before it",
      position: 0,
    });
    await expect(read("y, x\n1, 2\n", { columns: choosing("z") })).rejects.toMatchObject({
      expected: "another",
    });
  });

  it("of a name says when the file is delimited by spaces", async () => {
    await expect(read("y x\n1 2\n", { columns: choosing("y") })).rejects.toMatchObject({
      found: 'one column, named "y x"',
      expected: expect.stringContaining("commas, semicolons, tabs or bars"),
    });
  });
});

describe("a file that is no table", () => {
  it.each([
    ["a spreadsheet", Buffer.from("PK\x03\x04rest"), "save the sheet as CSV"],
    ["a Stata file", Buffer.from("<stata_dta><header>"), "export delimited"],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "(.xls)"],
    ["an R object", gzipSync(Buffer.from("X\n\0\0\0\x03")), "in R, write.csv"],
    ["another binary file", Buffer.from([1, 0, 2]), "a binary file"],
    ["half a gzip file", gzipSync("x,y\n1,2\n".repeat(1000)).subarray(0, 40), "damaged or cut short"],
    ["an empty file", Buffer.alloc(0), "an empty file"],
    ["the beginning of a Parquet file", Buffer.from("PAR1"), "cannot be read as Parquet"],
  ])("is refused: %s", async (_, content, words) => {
    await expect(read(content)).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringContaining(words),
    });
  });

  it("is refused: none, and a folder", async () => {
    const options = { missing: [] };
    await expect(readTable(join(folder, "none"), options)).rejects.toMatchObject({
      found: "no such file or folder",
    });
    await expect(readTable(folder, options)).rejects.toMatchObject({
      found: "the path is a folder, not a file",
    });
  });
});
