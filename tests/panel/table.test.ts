import { describe, expect, test } from "vitest";
import { encodeLabels } from "../../panel/encodeLabels.ts";
import { gatherRows } from "../../panel/gatherRows.ts";
import { column, MISSING_CODE, numericValues } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { refusal } from "./refusal.ts";

const note = { meaning: "employees", unit: "persons", source: "register", lag: 1 };

const panel = tableFromColumns([
  { name: "year", values: Int32Array.of(2007, 2008, 2009) },
  { name: "active", values: Uint8Array.of(0, 1, 1) },
  { name: "size", values: Float64Array.of(4, Number.NaN, 7.5), note },
  { name: "province", values: Uint16Array.of(1, 0, MISSING_CODE), levels: ["MI", "NA"] },
]);

describe("a table from columns", () => {
  test("keeps order, kinds and notes", () => {
    expect(panel.rows).toBe(3);
    expect([...panel.columns].map(([name, { kind }]) => [name, kind])).toEqual([
      ["year", "integer"],
      ["active", "indicator"],
      ["size", "number"],
      ["province", "category"],
    ]);
    expect(column(panel, "size").note).toEqual(note);
    expect("note" in column(panel, "year")).toBe(false);
  });

  test("takes bytes with levels for a category and 16-bit numbers without for integers", () => {
    const table = tableFromColumns([
      { name: "area", values: Uint8Array.of(1, 0), levels: ["north", "south"] },
      { name: "peers", values: Uint16Array.of(3, 40_000) },
    ]);
    expect(column(table, "area")).toEqual({
      kind: "category",
      codes: Uint16Array.of(1, 0),
      levels: ["north", "south"],
    });
    expect(column(table, "peers")).toEqual({ kind: "integer", values: Int32Array.of(3, 40_000) });
  });

  test("of no columns has no rows", () => {
    expect(tableFromColumns([])).toEqual({ rows: 0, columns: new Map() });
  });

  test.each([
    [
      "unequal-lengths",
      [
        { name: "a", values: Int32Array.of(1) },
        { name: "b", values: Int32Array.of(1, 2) },
      ],
    ],
    [
      "duplicate-column",
      [
        { name: "a", values: Int32Array.of(1) },
        { name: "a", values: Int32Array.of(1) },
      ],
    ],
    ["unnamed-column", [{ name: "", values: Int32Array.of(1) }]],
    ["wrong-kind", [{ name: "a", values: Uint8Array.of(0, 1, 2) }]],
    ["invalid-level", [{ name: "a", values: Uint16Array.of(0, 2), levels: ["x", "y"] }]],
    ["invalid-level", [{ name: "a", values: Int32Array.of(-1), levels: ["x", "y"] }]],
    ["invalid-level", [{ name: "a", values: Uint16Array.of(0), levels: ["x", "x"] }]],
  ])("is refused for %s", (problem, columns) => {
    expect(refusal(() => tableFromColumns(columns)).problem).toBe(problem);
  });
});

describe("a column", () => {
  test("that is missing is refused with the nearest name", () => {
    const error = refusal(() => column(panel, "provinse"));
    expect(error).toMatchObject({ problem: "unknown-column", suggestion: "province", code: "invalid-input" });
    expect(error.message).toContain("year, active, size, province");
    expect(refusal(() => column(panel, "xyzzyxyzzy")).suggestion).toBeNull();
  });

  test("gives its numbers without a copy unless it is a category", () => {
    const size = column(panel, "size");
    expect(numericValues(size)).toBe(size.kind === "number" && size.values);
    const error = refusal(() => numericValues(column(panel, "province"), "province"));
    expect(error).toMatchObject({ problem: "wrong-kind", column: "province" });
  });
});

describe("gathering rows", () => {
  test("follows the order asked for and may repeat a row", () => {
    const picked = gatherRows(panel, [2, 0, 0]);
    expect(picked.rows).toBe(3);
    expect(column(picked, "year")).toEqual({ kind: "integer", values: Int32Array.of(2009, 2007, 2007) });
    expect(column(picked, "active")).toEqual({ kind: "indicator", values: Uint8Array.of(1, 0, 0) });
    expect(column(picked, "size")).toEqual({ kind: "number", values: Float64Array.of(7.5, 4, 4), note });
    expect(column(picked, "province")).toEqual({
      kind: "category",
      codes: Uint16Array.of(MISSING_CODE, 1, 1),
      levels: ["MI", "NA"],
    });
  });

  test.each([[3], [-1], [0.5], [Number.NaN]])("refuses row %d of three", (row) => {
    expect(() => gatherRows(panel, [row])).toThrow(RangeError);
  });
});

describe("labels", () => {
  test("become codes in order of declaration, then of appearance", () => {
    expect(encodeLabels("area", ["south", "east", null, "north", "east"], ["north", "south"])).toEqual({
      name: "area",
      values: Uint16Array.of(1, 2, MISSING_CODE, 0, 2),
      levels: ["north", "south", "east"],
    });
  });

  test("have codes of 16 bits up to 65,535 of them, and of 32 bits beyond", () => {
    const labels = Array.from({ length: 65_535 }, (_, index) => `message ${index}`);
    const encoded = encodeLabels("message", labels);
    expect(encoded.levels.length).toBe(65_535);
    expect(encoded.values[65_534]).toBe(65_534);
    expect(tableFromColumns([encoded]).rows).toBe(65_535);
    expect(encoded.values).toBeInstanceOf(Uint16Array);
    const more = encodeLabels("message", [...labels, "one more", null]);
    expect(more.values).toBeInstanceOf(Uint32Array);
    const table = tableFromColumns([more]);
    const kept = gatherRows(table, [65_536, 65_535]);
    expect(column(kept, "message")).toMatchObject({ codes: Uint32Array.of(4_294_967_295, 65_535) });
  });
});
