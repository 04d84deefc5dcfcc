import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type BinaryOptions, fitBinary } from "../../../estimators/binary/fitBinary.ts";
import type { LinkName } from "../../../estimators/binary/links/link.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { loadData } from "../probit/referenceData.ts";

/** R's anova(…, test = "Rao"): see tests/reference/binary/separation.R. */
interface Score {
  readonly link: LinkName;
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
}
type CaseName = "birthwt" | "birthwtWeighted" | "endometrial";

function read(file: string): string {
  return readFileSync(new URL(`../../reference/binary/${file}`, import.meta.url), "utf8");
}

const reference: { score: Record<CaseName, Score[]> } = JSON.parse(read("separation.json"));
const birthwt = loadData("birthwt");
const age = birthwt.matrix.numeric.find(({ name }) => name === "age")?.values ?? [];
const cancer = read("endometrial.csv")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").map(Number));
const cases: Record<CaseName, { matrix: ModelMatrix; outcome: ArrayLike<number>; options: BinaryOptions }> = {
  birthwt: { ...birthwt, options: {} },
  birthwtWeighted: {
    ...birthwt,
    options: {
      weights: Float64Array.from(birthwt.outcome, (_, i) => 1 + (i % 3)),
      offset: Float64Array.from(age, (years) => (years - 20) / 50),
    },
  },
  endometrial: {
    matrix: {
      rows: cancer.length,
      intercept: true,
      numeric: ["NV", "PI", "EH"].map((name, j) => ({
        name,
        values: Float64Array.from(cancer, (row) => row[j]),
      })),
      factors: [],
    },
    outcome: cancer.map((row) => row[3]),
    options: {},
  },
};

describe("the score test", () => {
  it.each(Object.keys(cases) as CaseName[])("equals R's Rao test: %s", (name) => {
    const { matrix, outcome, options } = cases[name];
    for (const truth of reference.score[name]) {
      for (const information of ["observed", "expected"] as const) {
        const { score } = fitBinary(matrix, outcome, {
          ...options,
          link: truth.link,
          information,
          scoreTest: true,
        }).tests;
        expect(Math.abs((score?.statistic ?? 0) / truth.statistic - 1)).toBeLessThan(1e-6);
        expect(score?.df).toBe(truth.df);
        expect(Math.abs((score?.pValue ?? 0) / truth.pValue - 1)).toBeLessThan(1e-5);
      }
    }
  });

  it("of one dummy is Pearson's χ² of its table with the outcome", () => {
    const x = Float64Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1);
    const matrix: ModelMatrix = {
      rows: 9,
      intercept: true,
      numeric: [{ name: "x", values: x }],
      factors: [],
    };
    const fit = fitBinary(matrix, [1, 0, 0, 0, 0, 1, 1, 1, 0], { scoreTest: true });
    // n(ad − bc)²/(row and column totals), a = 4, b = 1, c = 1, d = 3.
    expect(fit.tests.score?.statistic).toBeCloseTo((9 * (4 * 3 - 1) ** 2) / (5 * 4 * 5 * 4), 10);
    const origin = fitBinary({ ...matrix, intercept: false }, [1, 0, 0, 0, 0, 1, 1, 1, 0], {
      scoreTest: true,
    });
    // At η = 0 every p is ½: (3 − 1)²/4.
    expect(origin.tests.score?.statistic).toBeCloseTo(1, 10);
  });

  it("is made only when asked for, and where there is something to test", () => {
    const { matrix, outcome } = birthwt;
    expect(fitBinary(matrix, outcome).tests.score).toBeNull();
    expect(fitBinary(matrix, new Uint8Array(matrix.rows), { scoreTest: true }).tests.score).toBeNull();
    const empty = { ...matrix, numeric: [], factors: [] };
    expect(fitBinary(empty, outcome, { scoreTest: true }).tests.score).toBeNull();
  });
});
