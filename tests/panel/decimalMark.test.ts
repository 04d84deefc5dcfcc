import { describe, expect, it, test } from "vitest";
import { cellNumber } from "../../panel/csvNumber.ts";
import { decimalMarkOf } from "../../panel/decimalMark.ts";
import { readCsv } from "../../panel/readCsv.ts";
import { column, numericValues } from "../../panel/table.ts";
import { refusalOf } from "./refusal.ts";

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
    [";", ["1,5", "1.5"], ","],
    [";", ["1", "a,b"], null],
    [",", ["1,5"], "."],
  ])("between %j, of the cells %j, is %j", (delimiter, cells, mark) => {
    expect(decimalMarkOf([cells], delimiter)).toBe(mark);
  });

  test.each([
    ["each column by its own cells", "a;b\n0,5;10.30\n2;11.45\n", { a: [0.5, 2], b: [10.3, 11.45] }],
    ["a comma, three decimals", "a\tb\n1,500\t0,5\n2,000\t1\n", { a: [1.5, 2], b: [0.5, 1] }],
    ["a point, three decimals", "a;b\n1.500;0.5\n2.000;1\n", { a: [1.5, 2], b: [0.5, 1] }],
    ["a point between tabs", "a\tb\n1.500\t1\n2.000\t1\n", { a: [1.5, 2], b: [1, 1] }],
    ["a point proved below", "a;b\n13.909;1\n0.5;2\n", { a: [13.909, 0.5], b: [1, 2] }],
  ])("is found by column: %s", async (_, text, expected) => {
    const table = await readCsv(text);
    for (const [name, values] of Object.entries(expected)) {
      expect([...numericValues(column(table, name))]).toEqual(values);
    }
    for (const name of Object.keys(expected)) {
      const alone = await readCsv(text, { columns: [name] });
      expect(column(alone, name), "read alone").toEqual(column(table, name));
    }
  });

  test.each([
    ["a thousand or a decimal beside decimal commas", "a;b\n104;0,5\n13.909;1,5\n950;2,5\n"],
    ["between semicolons without any proof", "a;b\n13.909;x\n950;y\n"],
    ["beside thousands with decimals", "a;b\n27.148;27.148,50\n70.363;70.363,50\n"],
    ["a comma beside decimal points, between tabs", "a\tb\n1,500\t0.5\n2,000\t2.5\n"],
    ["both marks in the column", "a;b\n1,5;1\n2.5;2\n"],
    ["thousands and decimals", "a;b\n1.019,29;1\n694,50;2\n"],
  ])("is not guessed, the column has labels: %s", async (_, text) => {
    expect(column(await readCsv(text), "a").kind).toBe("category");
    expect(column(await readCsv(text, { columns: ["a"] }), "a").kind).toBe("category");
    const error = await refusalOf(readCsv(text, { kinds: { a: "number" } }));
    expect(error).toMatchObject({ problem: "wrong-kind", column: "a" });
  });

  test("not clear among more cells than texts are kept of: labels stay, a late cell is refused", async () => {
    const grouped = Array.from(
      { length: 70_000 },
      (_, row) => `${1 + Math.floor(row / 1000)}.${String(row % 1000).padStart(3, "0")}`,
    );
    expect(column(await readCsv(`x;y\n${grouped.map((cell) => `${cell};0,5\n`).join("")}`), "x").kind).toBe(
      "category",
    );
    const whole = Array.from({ length: 70_000 }, (_, row) => `${row};0,5\n`).join("");
    const error = await refusalOf(readCsv(`x;y\n${whole}13.909;1\n`));
    expect(error).toMatchObject({ row: 70_002, column: "x", found: expect.stringContaining('"13.909"') });
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
