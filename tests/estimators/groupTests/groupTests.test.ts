import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  independenceTest,
  sampleMoments,
  tTestOfMoments,
  twoSampleTTest,
} from "../../../estimators/groupTests/index.ts";
import { reference } from "./reference.ts";

const [header = "", ...lines] = readFileSync("tests/reference/probit-birthwt.csv", "utf8").trim().split("\n");
const names = header.split(",").map((name) => name.replaceAll('"', ""));
const birthwt = lines.map((line) => line.split(",").map(Number));
const valuesOf = (name: string) => birthwt.map((row) => row[names.indexOf(name)] ?? Number.NaN);

function groupsOf(column: string, by: string): [number[], number[]] {
  const values = valuesOf(column);
  const group = valuesOf(by);
  return [values.filter((_, at) => group[at] === 0), values.filter((_, at) => group[at] === 1)];
}

const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

describe("the two-sample t test", () => {
  it.each(reference.tTests)("of $column by $by, $variances, is R's", (truth) => {
    const [first, second] = groupsOf(truth.column, truth.by);
    const { variances, level } = truth;
    const found = twoSampleTTest(first, second, { variances, level });
    for (const name of ["statistic", "df", "pValue", "confLow", "confHigh", "stdError"] as const)
      expect(relative(found[name], truth[name]), name).toBeLessThan(1e-10);
    expect(relative(found.first.mean, truth.first)).toBeLessThan(1e-13);
    expect(relative(found.second.mean, truth.second)).toBeLessThan(1e-13);
    expect(found.warnings).toEqual([]);
  });

  it("needs the moments alone, and leaves missing values out", () => {
    const [first, second] = groupsOf("lwt", "low");
    const { statistic, pValue } = twoSampleTTest([...first, Number.NaN], second);
    const ofMoments = tTestOfMoments(sampleMoments(first), sampleMoments(second));
    expect({ statistic, pValue }).toEqual({ statistic: ofMoments.statistic, pValue: ofMoments.pValue });
  });

  it("has the two variants agree where groups have the same size and variance, but for nothing", () => {
    const student = twoSampleTTest([1, 2, 3], [5, 6, 7], { variances: "student" });
    const welch = twoSampleTTest([1, 2, 3], [5, 6, 7]);
    expect([student.statistic, student.df, student.pValue]).toEqual([
      welch.statistic,
      welch.df,
      welch.pValue,
    ]);
    expect(student.statistic).toBeCloseTo(-4 / Math.sqrt(2 / 3), 14);
  });

  it("says by name why there is none, and gives no number", () => {
    const constant = twoSampleTTest([2, 2], [3, 3, 3]);
    expect(constant.warnings.map(({ code }) => code)).toEqual(["constant-outcome"]);
    const few = twoSampleTTest([2], [3, 4], { variances: "student" });
    expect(few.warnings.map(({ code }) => code)).toEqual(["too-few-observations"]);
    const none = twoSampleTTest([], [3, 4]);
    for (const { statistic, pValue, confLow, confHigh } of [constant, few, none])
      expect([statistic, pValue, confLow, confHigh]).toEqual([
        Number.NaN,
        Number.NaN,
        Number.NaN,
        Number.NaN,
      ]);
    expect(() => twoSampleTTest([1, 2], [3, 4], { level: 95 })).toThrow("level 95");
  });
});

describe("the χ² test of independence", () => {
  it.each(reference.chiSquared)("of $counts, Yates $yates, is R's", (truth) => {
    const found = independenceTest(truth.counts, { yates: truth.yates });
    for (const name of ["statistic", "pValue"] as const) {
      if (truth[name] === 0) expect(found[name]).toBeLessThan(1e-14);
      else expect(relative(found[name], truth[name]), name).toBeLessThan(1e-11);
    }
    expect(found.df).toBe(truth.df);
    const both = found.expected.flat().map((value, at) => relative(value, truth.expected.flat()[at] ?? 0));
    expect(Math.max(...both)).toBeLessThan(1e-13);
    expect(found.yates).toBe(truth.yates && truth.counts.length === 2 && truth.counts[0]?.length === 2);
  });

  it("of two by two is the square of the test of two shares with a common variance", () => {
    const [a, b, c, d] = [80, 110, 43, 26];
    const share = (a + c) / 259;
    const z = (a / 190 - c / 69) / Math.sqrt(share * (1 - share) * (1 / 190 + 1 / 69));
    const table = [
      [a, b],
      [c, d],
    ];
    expect(independenceTest(table).statistic).toBeCloseTo(z ** 2, 12);
  });

  it("never rises with Yates's correction, and is 0 where rows are proportional", () => {
    const cell = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(cell, cell, cell, cell, fc.integer({ min: 1, max: 4 }), (a, b, c, d, times) => {
        const table = [
          [a, b],
          [c, d],
        ];
        expect(independenceTest(table, { yates: true }).statistic).toBeLessThanOrEqual(
          independenceTest(table).statistic,
        );
        const proportional = [
          [a, b],
          [a * times, b * times],
        ];
        expect(independenceTest(proportional).statistic).toBeLessThan(1e-10);
      }),
      { seed: 2026, numRuns: 50 },
    );
  });

  it("leaves empty rows and columns out, and warns of small expected counts", () => {
    const full = independenceTest([
      [12, 5],
      [7, 9],
    ]);
    const padded = independenceTest([
      [12, 0, 5],
      [0, 0, 0],
      [7, 0, 9],
    ]);
    expect(padded).toEqual(full);
    const few = independenceTest([
      [1, 6],
      [3, 2],
    ]);
    expect(few.warnings.map(({ code }) => code)).toEqual(["small-expected-count"]);
    expect(few.pValue).toBeGreaterThan(0);
  });

  it("has none where there is nothing to test, and refuses what is no table of counts", () => {
    const none = independenceTest([[3, 4]]);
    expect([none.statistic, none.pValue, none.df]).toEqual([Number.NaN, Number.NaN, 0]);
    expect(none.warnings.map(({ code }) => code)).toEqual(["empty-category"]);
    expect(independenceTest([]).warnings).toHaveLength(1);
    expect(() => independenceTest([[1, 2], [3]])).toThrow("row 1 has 1 counts");
    expect(() =>
      independenceTest([
        [1, 2],
        [3, -1],
      ]),
    ).toThrow("-1 in row 1");
  });
});
