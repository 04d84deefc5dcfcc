import { expect, it } from "vitest";
import { parseFormula } from "../../../estimators/index.ts";
import { columnsInUse } from "../../../study/estimate/estimateColumns.ts";

const names = ["y", "x", "z", "id", "year", "w", "g"];
const inUse = (formula: string, use: Partial<Parameters<typeof columnsInUse>[1]> = {}) =>
  columnsInUse(parseFormula(formula), { expressions: [], ...use }, names);

it("the columns in use are those of outcome, terms, absorbed effects, options and panel", () => {
  expect(inUse("y ~ log(x) + I(z^2)")).toEqual(["y", "x", "z"]);
  expect(inUse("y ~ x | g^id")).toEqual(["y", "x", "g", "id"]);
  expect(inUse("y ~ x", { expressions: [{ what: "subset", text: "w > 1" }] })).toEqual(["y", "x", "w"]);
  expect(inUse("y ~ lag(y)", { panel: { id: "id", time: "year" } })).toEqual(["y", "id", "year"]);
});

it("a dot stands for all columns", () => {
  expect(inUse("y ~ .")).toEqual(names);
});

it("a name that is no column is refused with its place, also in an option", () => {
  expect(() => inUse("y ~ xx")).toThrow("formula, character 5");
  expect(() => inUse("y ~ x", { expressions: [{ what: "weights", text: "ww" }] })).toThrow(
    "weights, character 1",
  );
  expect(() => inUse("y ~ x", { panel: { id: "idd", time: "year" } })).toThrow("--panel");
});
