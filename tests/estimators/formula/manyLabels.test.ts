import { expect, test } from "vitest";
import { InvalidFormula, modelFrame, parseFormula } from "../../../estimators/index.ts";
import { encodeLabels } from "../../../panel/encodeLabels.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";

const FIRMS = 70_000;
const firmOf = Array.from({ length: 2 * FIRMS }, (_, row) => `IT${100_000 + (row % FIRMS)}`);
const table = tableFromColumns([
  encodeLabels("firm", firmOf),
  { name: "year", values: Int32Array.from(firmOf, (_, row) => 2007 + Math.floor(row / FIRMS)) },
  { name: "y", values: Uint8Array.from(firmOf, (_, row) => row % 2) },
  { name: "x", values: Float64Array.from(firmOf, (_, row) => (row * 7919) % 101) },
]);

test("more labels than codes of 16 bits can number make groups, clusters and a panel", () => {
  const frame = modelFrame(parseFormula("y ~ lag(x) + (1 | firm) + cluster(firm)"), table, {
    panel: { id: "firm", time: "year" },
  });
  expect(frame.randomEffect?.count).toBe(FIRMS);
  expect(frame.cluster?.count).toBe(FIRMS);
  expect(frame.matrix.rows).toBe(FIRMS);
  expect(frame.matrix.numeric[0].values[69_999]).toBe((69_999 * 7919) % 101);
});

test("they are absorbed, and refused as dummies", () => {
  const absorbed = modelFrame(parseFormula("y ~ x | firm"), table);
  expect(absorbed.absorbed[0].count).toBe(FIRMS);
  for (const formula of ["y ~ x + firm", "y ~ factor(firm)"]) {
    expect(() => modelFrame(parseFormula(formula), table)).toThrow(InvalidFormula);
  }
  expect(() => modelFrame(parseFormula("y ~ firm"), table)).toThrow("70000 levels");
});

test("they are compared, and picked", () => {
  const frame = modelFrame(parseFormula("y ~ x"), table, {
    subset: 'firm == "IT169999" | firm == "IT100000"',
  });
  expect(Array.from(frame.rowNumbers)).toEqual([0, 69_999, 70_000, 139_999]);
});
