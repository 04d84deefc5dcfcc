import { describe, expect, it, test } from "vitest";
import { cellNumber, decimalMarkOf } from "../../panel/csvNumber.ts";
import { readCsv } from "../../panel/readCsv.ts";
import { column, numericValues } from "../../panel/table.ts";

describe("a number with a decimal comma", () => {
  it.each([
    ["1,5", 1.5],
    [" -0,25 ", -0.25],
    [",5", 0.5],
    ["1,5e3", 1500],
    ["7", 7],
    ["1.5", null],
    ["1.234,5", null],
    ["1,234,5", null],
  ])("%j is %s", (cell, value) => {
    expect(cellNumber(cell, false, ",")).toBe(value);
  });
});

describe("the decimal mark of a file", () => {
  it.each([
    [";", ["1,5", "2"], ","],
    [";", ["1,500"], ","],
    ["\t", ["1,500"], null],
    ["\t", ["1,500", "0,25"], ","],
    [";", ["1,5", "1.5"], "."],
    [";", ["1", "a,b"], null],
    [",", ["1,5"], "."],
  ])("between %j, of the cells %j, is %j", (delimiter, cells, mark) => {
    expect(decimalMarkOf([cells], delimiter)).toBe(mark);
  });

  test("may show far down the file, below more whole numbers than texts are kept of", async () => {
    const whole = Array.from({ length: 70_000 }, (_, index) => `${index + 2};${index % 7}`);
    const table = await readCsv(`x;y\n${whole.join("\n")}\n1,5;0,25\n`);
    expect(column(table, "x")).toMatchObject({ kind: "number" });
    expect(numericValues(column(table, "x")).at(-1)).toBe(1.5);
    expect(numericValues(column(table, "y")).at(-1)).toBe(0.25);
  });

  test("may be given", async () => {
    const text = "x;y\n1,500;a\n";
    expect(column(await readCsv(text, { decimal: "." }), "x").kind).toBe("category");
    expect(column(await readCsv(text.replaceAll(";", "\t"), { decimal: "," }), "x")).toMatchObject({
      values: Float64Array.of(1.5),
    });
  });
});

test("columns may be picked by a function of the file's names", async () => {
  const table = await readCsv("b,a,c\n1,2,3\n", { columns: (names) => [...names].sort().slice(0, 2) });
  expect([...table.columns.keys()]).toEqual(["b", "a"]);
});
