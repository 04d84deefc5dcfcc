import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scriptFile } from "../../../cli/exportScript/scriptFile.ts";
import { readTable } from "../../../cli/readTable.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bandwagon-script-file-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function scriptFileOf(content: string | Uint8Array, copied = false) {
  const path = join(folder, "data.csv");
  writeFileSync(path, content);
  const table = await readTable(path, { missing: [] });
  const found = await scriptFile(path, table, { missing: [], scriptPath: join(folder, "fit.R"), copied });
  return { ...found, path };
}

it.each([
  ["commas and points", "x,y\n1.5,2\n", { delimiter: ",", decimal: "." }],
  ["semicolons and decimal commas", "x;y\n1,5;2\n", { delimiter: ";", decimal: "," }],
  ["tabs", "x\ty\n1.5\t2\n", { delimiter: "\t", decimal: "." }],
])("a script reads the user's own file with %s", async (_, content, format) => {
  const { file, files, path } = await scriptFileOf(content);
  expect(file).toMatchObject({ ...format, path, copyOf: null });
  expect(files).toEqual([]);
});

it.each([
  ["in UTF-16", Buffer.from("\uFEFFx;y\n1,5;2\n", "utf16le")],
  ["with Excel's first line", "sep=;\nx;y\n1,5;2\n"],
  ["with both decimal marks", "x;y\n1,5;2.5\n"],
])("a script reads a copy of a file %s", async (_, content) => {
  const { file, files, path } = await scriptFileOf(content);
  const copy = join(folder, "fit.csv");
  expect(file).toMatchObject({ path: copy, copyOf: path, delimiter: ",", decimal: ".", encoding: "utf-8" });
  expect(files.map(({ path }) => path)).toEqual([copy]);
});

it("a script reads a copy when the user said how the file is to be read", async () => {
  expect((await scriptFileOf("x;y\n1,5;2\n", true)).file.copyOf).not.toBeNull();
});
