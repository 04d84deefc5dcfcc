import { describe, expect, test } from "vitest";
import { csvChunks } from "../../panel/csvChunks.ts";
import { encodeLabels } from "../../panel/encodeLabels.ts";
import { MISSING_CODE } from "../../panel/table.ts";
import { type NamedValues, tableFromColumns } from "../../panel/tableFromColumns.ts";

const csv = (...columns: NamedValues[]) => [...csvChunks(tableFromColumns(columns))].join("");

describe("CSV text", () => {
  test("has a header, decimal points, empty missing cells and NA as it is", () => {
    const text = csv(
      { name: "year", values: Int32Array.of(2007, 2008) },
      { name: "active", values: Uint8Array.of(0, 1) },
      { name: "size", values: Float64Array.of(4.25, Number.NaN) },
      { name: "province", values: Uint16Array.of(1, MISSING_CODE), levels: ["MI", "NA"] },
    );
    expect(text).toBe("year,active,size,province\n2007,0,4.25,NA\n2008,1,,\n");
  });

  test("quotes what needs quotes and nothing else", () => {
    const labels = ["plain", " spaced ", "Forlì", 'say "so"', "a,b", "a;b", "a|b", "a\tb", "a\nb", "a\rb"];
    expect(csv({ name: "x,y", values: Int32Array.of(1) })).toBe('"x,y"\n1\n');
    expect(csv(encodeLabels("label", labels))).toBe(
      'label\nplain\n spaced \nForlì\n"say ""so"""\n"a,b"\n"a;b"\n"a|b"\n"a\tb"\n"a\nb"\n"a\rb"\n',
    );
  });

  test("writes the shortest number that reads back as the same double", () => {
    const values = Float64Array.of(0.1, -0, 0, 5e-324, 1e308, 1 / 3, 123456789, Infinity, -Infinity, 1e21);
    expect(csv({ name: "x", values }).split("\n").slice(1, -1)).toEqual([
      "0.1",
      "-0",
      "0",
      "5e-324",
      "1e+308",
      "0.3333333333333333",
      "123456789",
      "Inf",
      "-Inf",
      "1e+21",
    ]);
  });

  test("never has a blank line, which readers skip", () => {
    expect(csv({ name: "x", values: Float64Array.of(1, Number.NaN, 3) })).toBe('x\n1\n""\n3\n');
  });

  test("is the same in pieces of any size, and no piece holds more rows than asked", () => {
    const table = tableFromColumns([{ name: "x", values: Int32Array.from({ length: 10 }, (_, row) => row) }]);
    const whole = [...csvChunks(table)].join("");
    for (const rowsPerChunk of [1, 3, 10, 11]) {
      const pieces = [...csvChunks(table, { rowsPerChunk })];
      expect(pieces.join("")).toBe(whole);
      expect(Math.max(...pieces.map((piece) => piece.trimEnd().split("\n").length))).toBe(
        Math.min(rowsPerChunk, 10),
      );
    }
  });

  test("of a table without rows is its header", () => {
    expect(csv({ name: "a", values: new Int32Array() }, { name: "b", values: new Float64Array() })).toBe(
      "a,b\n",
    );
  });
});
