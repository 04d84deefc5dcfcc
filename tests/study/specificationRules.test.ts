import { describe, expect, it } from "vitest";
import { termNames } from "../../estimators/modelMatrix.ts";
import { column, numericValues } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import {
  modelSpecification,
  modelSpecificationNames,
  type ProbitSpecification,
} from "../../scenarios/index.ts";
import { withDerivedColumns } from "../../study/derivedColumns.ts";
import { unidentifiedReason } from "../../study/identification.ts";
import { interactionTerm, modelMatrix } from "../../study/modelColumns.ts";
import { unpredictedRows } from "../../study/predictedRows.ts";
import { sampleRows } from "../../study/sampleRows.ts";

const panel = tableFromColumns([
  { name: "pair", values: Int32Array.of(1, 1, 1, 2, 2, 3) },
  { name: "year", values: Int32Array.of(2007, 2008, 2010, 2007, 2009, 2009) },
  { name: "peers", values: Float64Array.of(0, 1, 5, 2, 4, Number.NaN) },
  { name: "industry", values: Uint16Array.of(1, 1, 1, 0, 0, 0), levels: ["footwear", "clothing"] },
]);
const valuesOf = (name: string, by: Parameters<typeof withDerivedColumns>[1][number]) =>
  Array.from(numericValues(column(withDerivedColumns(panel, [by]), name)));

describe("a derived column", () => {
  it("is log(1 + x), or x where it is not below a threshold", () => {
    const log = valuesOf("log", { name: "log", column: "peers", by: "log1p" });
    [0, Math.log(2), Math.log(6), Math.log(3), Math.log(5)].forEach((value, row) => {
      expect(log[row]).toBeCloseTo(value, 14);
    });
    expect(valuesOf("peers", { name: "peers", column: "peers", by: "zeroBelow", threshold: 2 })).toEqual([
      0,
      0,
      5,
      2,
      4,
      Number.NaN,
    ]);
    expect(Array.from(numericValues(column(panel, "peers")))[1]).toBe(1);
  });

  it("is the mean over the rows of the pair", () => {
    expect(valuesOf("mean", { name: "mean", column: "peers", by: "meanOfPair" })).toEqual([
      2,
      2,
      2,
      3,
      3,
      Number.NaN,
    ]);
  });

  it("is the largest value of the pair so far", () => {
    const falling = tableFromColumns([
      { name: "pair", values: Int32Array.of(1, 1, 1, 2) },
      { name: "x", values: Float64Array.of(1, 3, 2, 0) },
    ]);
    const made = withDerivedColumns(falling, [{ name: "so far", column: "x", by: "largestSoFar" }]);
    expect(Array.from(numericValues(column(made, "so far")))).toEqual([1, 3, 3, 0]);
  });

  it("is the sum over the other destinations of the firm in the year", () => {
    const table = tableFromColumns([
      { name: "firm", values: Int32Array.of(1, 1, 1, 1, 2) },
      { name: "year", values: Int32Array.of(2007, 2008, 2007, 2008, 2007) },
      { name: "x", values: Float64Array.of(1, 2, 10, 20, 5) },
    ]);
    const made = withDerivedColumns(table, [{ name: "others", column: "x", by: "sumOfOtherDestinations" }]);
    expect(Array.from(numericValues(column(made, "others")))).toEqual([10, 20, 1, 2, 0]);
  });

  it("is the pair's value some years later, and missing where that year has no row", () => {
    expect(valuesOf("lead", { name: "lead", column: "peers", by: "lead", years: 2 })).toEqual([
      Number.NaN,
      5,
      Number.NaN,
      4,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

describe("a sample rule", () => {
  it("keeps the rows that meet all its conditions; a missing value meets none", () => {
    const kept = (where: Parameters<typeof sampleRows>[1] & object) =>
      Array.from(numericValues(column(sampleRows(panel, where), "year")));
    expect(kept({ name: "", where: [{ column: "year", is: ">=", value: 2009 }] })).toEqual([
      2010, 2009, 2009,
    ]);
    expect(
      kept({
        name: "",
        where: [
          { column: "year", is: ">=", value: 2009 },
          { column: "peers", is: "<", value: 5 },
        ],
      }),
    ).toEqual([2009]);
    expect(kept({ name: "", where: [{ column: "peers", is: "=", value: 2 }] })).toEqual([2007]);
  });

  it("that keeps everything, or is not there, leaves the table as it is", () => {
    expect(sampleRows(panel, undefined)).toBe(panel);
    expect(sampleRows(panel, { name: "", where: [{ column: "year", is: "<", value: 3000 }] })).toBe(panel);
  });
});

describe("crossed columns", () => {
  it("have a dummy for each combination that occurs but the first, as R's interaction() names them", () => {
    const term = interactionTerm(panel, ["industry", "year"]);
    expect(term.levels).toEqual([
      "clothing.2007",
      "clothing.2008",
      "clothing.2010",
      "footwear.2007",
      "footwear.2009",
    ]);
    expect([...term.codes]).toEqual([0, 1, 2, 3, 4, 4]);
    const matrix = modelMatrix(
      panel,
      { numeric: [], factors: [], interactions: [["industry", "year"]] },
      true,
    );
    expect(termNames(matrix)[1]).toBe("interaction(industry, year)clothing.2008");
  });
});

describe("rows that dummies predict", () => {
  const table = tableFromColumns([
    { name: "y", values: Uint8Array.of(0, 0, 1, 1, 0, 1, 0, 1, 1) },
    { name: "region", values: Uint16Array.of(0, 0, 2, 2, 1, 1, 3, 3, 3), levels: ["a", "b", "c", "d"] },
    { name: "year", values: Int32Array.of(1, 3, 1, 2, 1, 1, 1, 1, 3) },
  ]);

  it("are those of a level with one outcome, and then of levels that have one without them", () => {
    const { table: left, rows, levels } = unpredictedRows(table, "y", [["region"], ["year"]], true);
    // Year 3 has both outcomes until region a is gone.
    expect(levels).toEqual(["region a", "region c", "year 3"]);
    expect(rows).toBe(5);
    expect(Array.from(numericValues(column(left, "y")))).toEqual([0, 1, 0, 1]);
  });

  it("are left out for zeros alone where the outcome is an event", () => {
    const { rows, levels } = unpredictedRows(table, "y", [["region"]], false);
    expect(levels).toEqual(["region a"]);
    expect(rows).toBe(2);
  });

  it("stay where all of them are predicted, and where none is", () => {
    const constant = tableFromColumns([
      { name: "y", values: Uint8Array.of(0, 0) },
      { name: "k", values: Int32Array.of(1, 2) },
    ]);
    expect(unpredictedRows(constant, "y", [["k"]], true)).toEqual({ table: constant, rows: 0, levels: [] });
    expect(unpredictedRows(table, "y", [], true).table).toBe(table);
  });
});

describe("identification", () => {
  const names = modelSpecificationNames();
  const refused = names.filter((name) => unidentifiedReason(modelSpecification(name)) !== null);

  it("refuses the two specifications that are made to be refused, and no other", () => {
    expect(refused).toEqual(["canello-2022/C-market-year", "canello-2022/D-destination-industry-year"]);
  });

  const variant = (change: Partial<ProbitSpecification>) => {
    const c = modelSpecification("canello-2022/C");
    if (!("averagePartialEffects" in c)) throw new Error("column C is a probit");
    return unidentifiedReason({ ...c, ...change });
  };

  it("sees a province's characteristic in the dummies of its provinces, and of anything finer", () => {
    expect(variant({ factors: ["province"] })).toContain("government has one value wherever");
    expect(variant({ factors: [], interactions: [["firm", "year"]] })).toContain("has one value wherever");
    expect(variant({ factors: ["region", "destination"] })).toBeNull();
  });

  it("sees that only the own firm is left of a leave-one-out count within a market and year", () => {
    const within = [["pair", "year"]];
    const reason = variant({ numeric: ["msePeersSameDestination"], factors: [], interactions: within });
    expect(reason).toContain("exclusion bias");
  });

  it("sees that peers here and elsewhere add up within a province, industry and year", () => {
    const interactions = [["province", "industry", "year"]];
    const both = ["msePeersSameDestination", "msePeersOtherDestinations"];
    expect(variant({ numeric: both, factors: [], interactions })).toContain("take up the sum of");
    expect(variant({ numeric: both.slice(0, 1), factors: [], interactions })).toBeNull();
  });

  it("looks at what a derived column is made of", () => {
    const derived = [{ name: "log", column: "msePeersSameDestination", by: "log1p" as const }];
    const interactions = [["province", "industry", "destination", "year"]];
    expect(variant({ numeric: ["log"], derived, factors: [], interactions })).toContain("difference in log");
  });
});
