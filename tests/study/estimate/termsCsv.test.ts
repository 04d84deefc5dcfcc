import { expect, test } from "vitest";
import { modelFrame } from "../../../estimators/index.ts";
import { readCsv } from "../../../panel/readCsv.ts";
import { numericValues } from "../../../panel/table.ts";
import { estimateFormula } from "../../../study/estimate/estimateFormula.ts";
import { termsCsv } from "../../../study/estimate/termsCsv.ts";

test("the table of a fit reads back with its numbers, and without the columns that its model has not", async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `${Number((at * 11) % 17 < 8)},${(at * 7) % 13}`);
  const table = await readCsv(`y,x\n${rows.join("\n")}\n`);
  const { formula } = modelFrame("y ~ x", table);
  const whole = { whole: table, rows: { table, inFile: null } };
  const { result } = estimateFormula(formula, whole, { confidence: 0.95, format: "json" });
  const { columns } = await readCsv(termsCsv(result));
  expect([...columns.keys()]).toEqual([
    ...["term", "estimate", "stdError", "statistic", "pValue", "confLow", "confHigh"],
  ]);
  const estimates = columns.get("estimate");
  expect(estimates && [...numericValues(estimates)]).toEqual(result.terms.map(({ estimate }) => estimate));
});
