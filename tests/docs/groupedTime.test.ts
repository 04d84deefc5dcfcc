import { describe, expect, it } from "vitest";
import { fitCox, type TieMethod } from "../../estimators/index.ts";
import { page } from "./pages.ts";

const firmsPerGroup = 50_000;

/** Two groups whose hazards differ by the factor e^β, seen after a year in which each had the returns to be expected. */
function estimateAfterOneYear(baselineHazard: number, beta: number, ties: TieMethod): number {
  const rows = 2 * firmsPerGroup;
  const x = new Float64Array(rows);
  const event = new Uint8Array(rows);
  for (const group of [0, 1]) {
    const first = group * firmsPerGroup;
    const returns = firmsPerGroup * -Math.expm1(-baselineHazard * Math.exp(beta * group));
    x.fill(group, first, first + firmsPerGroup);
    event.fill(1, first, first + Math.round(returns));
  }
  const matrix = { rows, intercept: false, numeric: [{ name: "x", values: x }], factors: [] };
  return fitCox({ matrix, stop: new Float64Array(rows).fill(1), event }, { ties }).terms[0].estimate;
}

describe("the table of yearly times in the methods", () => {
  const methods = page("docs/methods.md");
  const table = methods.slice(methods.indexOf("| yearly baseline hazard"));
  const rows = [
    ...table
      .slice(0, table.indexOf("\n\n"))
      .matchAll(/^\| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$/gm),
  ];

  it("has rows", () => {
    expect(rows.length).toBeGreaterThan(4);
  });

  it.each(rows.map((row) => row.slice(1).map(Number)))(
    "is what fitCox gives: hazard %d, β %d, Efron %d, Breslow %d of the truth",
    (hazard = Number.NaN, beta = Number.NaN, efron = Number.NaN, breslow = Number.NaN) => {
      expect(Math.abs(estimateAfterOneYear(hazard, beta, "efron") / beta - efron)).toBeLessThan(0.0015);
      expect(Math.abs(estimateAfterOneYear(hazard, beta, "breslow") / beta - breslow)).toBeLessThan(0.0015);
    },
  );
});
