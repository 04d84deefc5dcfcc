import { describe, expect, it } from "vitest";
import { termNames } from "../../estimators/modelMatrix.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { completeRows, factorTerm, modelMatrix } from "../../study/modelColumns.ts";

const table = tableFromColumns([
  { name: "active", values: Uint8Array.of(0, 1, 0, 1) },
  { name: "size", values: Float64Array.of(3, 5, 8, 13) },
  { name: "year", values: Int32Array.of(2010, 2009, 2010, 2012) },
  { name: "industry", values: Uint16Array.of(2, 0, 2, 0), levels: ["footwear", "unused", "clothing"] },
]);

describe("a factor", () => {
  it("of labels has the occurring levels in alphabetical order", () => {
    const term = factorTerm(table, "industry");
    expect(term.name).toBe("factor(industry)");
    expect(term.levels).toEqual(["clothing", "footwear"]);
    expect([...term.codes]).toEqual([0, 1, 0, 1]);
  });

  it("of numbers has its levels in numeric order", () => {
    const negative = tableFromColumns([{ name: "x", values: Float64Array.of(10, -2, 9, -10) }]);
    expect(factorTerm(negative, "x").levels).toEqual(["-10", "-2", "9", "10"]);
    const term = factorTerm(table, "year");
    expect(term.levels).toEqual(["2009", "2010", "2012"]);
    expect([...term.codes]).toEqual([1, 0, 1, 2]);
  });
});

it("a model matrix names its terms as R does", () => {
  const matrix = modelMatrix(table, { numeric: ["size"], factors: ["industry", "year"] }, true);
  expect(termNames(matrix)).toEqual([
    "(Intercept)",
    "size",
    "factor(industry)footwear",
    "factor(year)2010",
    "factor(year)2012",
  ]);
});

it("a row with a missing cell in a column of the model is left out, in another column it stays", () => {
  const gappy = tableFromColumns([
    { name: "x", values: Float64Array.of(1, Number.NaN, 3) },
    { name: "z", values: Float64Array.of(Number.NaN, 1, 1) },
    { name: "k", values: Uint16Array.of(0, 0, 65535), levels: ["a"] },
  ]);
  expect(completeRows(gappy, ["x"]).rows).toBe(2);
  expect(completeRows(gappy, ["x", "k"]).rows).toBe(1);
  expect(completeRows(gappy, [])).toBe(gappy);
});

it("a misspelt column is named with the nearest one, and labels are no numbers", () => {
  const numeric = (name: string) => () => modelMatrix(table, { numeric: [name], factors: [] }, true);
  expect(numeric("sise")).toThrow('Did you mean "size"?');
  expect(numeric("industry")).toThrow(
    "a category (footwear, unused, clothing); expected a column of numbers",
  );
});
