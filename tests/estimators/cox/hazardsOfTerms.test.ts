import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CoxData } from "../../../estimators/cox/coxData.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { testProportionalHazards } from "../../../estimators/cox/proportionalHazards.ts";
import { modelFrame } from "../../../estimators/formula/modelFrame.ts";
import { parseFormula } from "../../../estimators/formula/parseFormula.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";

function read(file: string) {
  return JSON.parse(readFileSync(new URL(`../../reference/cox/${file}`, import.meta.url), "utf8"));
}

/** What `cox.zph` said of the same formula: see tests/reference/cox/coxPredictions.R. */
const tables: Record<
  "efron" | "breslow",
  { terms: string[]; statistic: number[]; df: number[]; pValue: number[] }
> = read("hazardsOfTerms.json").tables;
const columns: Record<string, number[]> = read("diagnostics-veteran.json").columns;

const table = tableFromColumns(
  Object.entries(columns).map(([name, values]) => ({
    name,
    values: name === "time" || name === "karno" ? Float64Array.from(values) : Int32Array.from(values),
  })),
);
const frame = modelFrame(parseFormula("Surv(time, event) ~ karno * factor(celltype) + factor(trt)"), table);
const data: CoxData = {
  matrix: frame.matrix,
  stop: Float64Array.from(columns.time),
  event: Uint8Array.from(columns.event),
};

describe("the test of proportional hazards takes a formula's terms", () => {
  it.each(["efron", "breslow"] as const)(
    "as cox.zph does, an interaction with a factor as one, with %s ties",
    (ties) => {
      const theirs = tables[ties];
      const tests = testProportionalHazards(data, fitCox(data, { ties }), "log", frame.terms);
      expect(tests.map(({ term }) => term)).toEqual(theirs.terms);
      tests.forEach((test, at) => {
        expect(test.df).toBe(theirs.df[at]);
        expect(test.statistic / theirs.statistic[at]).toBeCloseTo(1, 6);
        expect(test.pValue / theirs.pValue[at]).toBeCloseTo(1, 5);
      });
    },
  );

  it("and is column by column without them", () => {
    const tests = testProportionalHazards(data, fitCox(data), "log");
    expect(tests.filter(({ term }) => term.startsWith("karno:")).map(({ df }) => df)).toEqual([1, 1, 1]);
    expect(tests[tests.length - 1].df).toBe(8);
  });

  it("and refuses coefficients that are not there", () => {
    const unknown = [{ label: "age", coefficients: ["age"] }];
    expect(() => testProportionalHazards(data, fitCox(data), "km", unknown)).toThrow(/age/);
  });
});
