import { describe, expect, it } from "vitest";
import { independenceTest, twoSampleTTest } from "../../../estimators/index.ts";
import { exactBinomialInterval } from "../../../numerics/binomialInterval.ts";
import { measuredSurveys, measureOfSurvey } from "../../../study/survey/measuredSurveys.ts";
import { answersOf, groupMoments } from "../../../study/survey/surveyAnswers.ts";
import { surveyCell } from "../../../study/survey/surveyCells.ts";
import { type SurveyedRow, surveyedTables } from "../../../study/survey/surveyedTables.ts";
import { family, grown, tiny } from "./tinySurvey.ts";

const yes = (column: string) => ({ column, is: [1] });
const none = Number.NaN;

describe("answers", () => {
  it("are those of firms that were asked; of a share, ones and zeros", () => {
    expect([...answersOf(tiny, { mean: "suppliers" })]).toEqual([10, 20, 30, none, 50, none]);
    expect([...answersOf(tiny, { mean: "suppliers", complement: true })]).toEqual([
      90,
      80,
      70,
      none,
      50,
      none,
    ]);
    expect([...answersOf(tiny, { share: [yes("emerging")] })]).toEqual([none, none, none, none, 1, 0]);
    expect([...answersOf(tiny, { share: [{ column: "suppliers", below: 25 }] })]).toEqual([
      1,
      1,
      0,
      none,
      0,
      none,
    ]);
  });

  it("among some firms count what these were not asked as a no", () => {
    const done = { column: "stage", is: ["done"] };
    expect([...answersOf(tiny, { share: [done] })]).toEqual([none, none, none, none, 1, none]);
    expect([...answersOf(tiny, { share: [done], among: [{ column: "group", is: ["offshoring"] }] })]).toEqual(
      [none, none, none, none, 1, 0],
    );
  });

  it("to several conditions must meet all of them", () => {
    const both = { share: [yes("ownBrands"), { column: "turnoverClass", is: ["large", "huge"] }] } as const;
    expect([...answersOf(tiny, both)]).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it("are refused for a label that the survey has not", () => {
    expect(() => answersOf(tiny, { share: [{ column: "turnoverClass", is: ["tiny"] }] })).toThrow(
      "no label tiny",
    );
  });

  it("of a group have its number, mean and variance", () => {
    expect(groupMoments(tiny, { mean: "suppliers" }, "domestic")).toEqual({
      observations: 3,
      mean: 20,
      variance: 100,
    });
    expect(groupMoments(tiny, { mean: "suppliers" }, "offshoring")).toMatchObject({
      observations: 1,
      mean: 50,
    });
    expect(groupMoments(tiny, { mean: "suppliers" }, "all")).toMatchObject({ observations: 4, mean: 27.5 });
  });
});

describe("measures", () => {
  it("are percentages of shares, and one quantity less another", () => {
    const measures = family.survey?.measures ?? {};
    expect(measures.abroad && measureOfSurvey(tiny, measures.abroad)).toBeCloseTo(100 / 3, 12);
    expect(measures.gap && measureOfSurvey(tiny, measures.gap)).toBe(30);
  });

  it("are taken in every survey of a world, and unknown ones are refused", () => {
    const measure = measuredSurveys(family, () => [tiny, grown]);
    expect(measure("any", "gap")).toEqual([30, 36]);
    expect(() => measure("any", "gaps")).toThrow("there are abroad, gap");
  });
});

describe("a cell", () => {
  const five = { value: 10, percent: 10, count: 5, base: 50 };
  const share = (mean: number) => ({ observations: 50, mean, variance: none });

  it("of a share differs where ours ± 2 errors is outside the exact limits of the printed count", () => {
    const { low, high } = exactBinomialInterval(5, 50);
    const cell = (mean: number) => surveyCell(five, [share(mean - 0.01), share(mean + 0.01)], true, true);
    // The error of the mean of two surveys a hundredth to either side is √2 / 100 / √2.
    expect(cell(0.2).interval).toEqual({ low: 100 * low, high: 100 * high });
    expect(cell(high + 0.019).differs).toBe(false);
    expect(cell(high + 0.021).differs).toBe(true);
    expect(cell(low - 0.019).differs).toBe(false);
    expect(cell(low - 0.021).differs).toBe(true);
  });

  it("of one survey has the sampling error of its own answers", () => {
    const error = Math.sqrt((0.3 * 0.7) / 50);
    expect(surveyCell(five, [share(0.3)], true, true)).toMatchObject({ differs: false, outside: null });
    const { high } = exactBinomialInterval(5, 50);
    expect(0.3 - 2 * error).toBeLessThan(high);
    expect(surveyCell(five, [share(0.5)], true, true).differs).toBe(true);
  });

  it("in which nobody says so has the exact limits of the answers of all surveys, not no error", () => {
    const none = [share(0), share(0)];
    expect(surveyCell({ ...five, value: 2, count: 1 }, none, true, true).differs).toBe(false);
    expect(surveyCell({ ...five, value: 40, count: 20 }, none, true, true).differs).toBe(true);
  });

  it("of a mean has the limits of Student's t, with the spread of our answers", () => {
    const mean = { observations: 9, mean: 4, variance: 9 };
    // t₀.₉₇₅(8) = 2.306004135204166, s/√n = 1.
    const { interval } = surveyCell(
      { value: 3, percent: null, count: null, base: null },
      [mean],
      false,
      true,
    );
    expect(interval?.low).toBeCloseTo(3 - 2.306004135204166, 12);
    expect(interval?.high).toBeCloseTo(3 + 2.306004135204166, 12);
  });

  it("cannot be told where the print is in doubt or nothing is printed, and is outside only where surveys show it", () => {
    const many = [0.3, 0.31, 0.32, 0.33].map(share);
    expect(surveyCell(five, many, true, false)).toMatchObject({ differs: null, outside: null });
    expect(surveyCell(null, many, true, true)).toMatchObject({
      differs: null,
      outside: null,
      interval: null,
    });
    expect(surveyCell(five, many, true, true).outside).toBe(true);
    expect(surveyCell({ ...five, value: 31 }, many, true, true).outside).toBe(false);
  });
});

describe("the tables of a family", () => {
  const [table] = surveyedTables(family, [tiny, grown], () => "emerges");
  const rowOf = (name: string): SurveyedRow => {
    const found = table?.rows.find((row) => row.name === name);
    if (found === undefined) throw new Error(`no row ${name}`);
    return found;
  };

  it("have a row for every printed one, theirs beside the mean and the spread of ours", () => {
    expect(table?.rows.map(({ name }) => name)).toEqual(["suppliers", "small", "large", "unseen"]);
    const { domestic, offshoring } = rowOf("suppliers").cells;
    expect(domestic?.published).toMatchObject({ value: 20 });
    expect(domestic?.ours).toEqual({ mean: 22, sd: Math.sqrt(8), histories: 2 });
    expect(offshoring?.published).toBeNull();
    expect(rowOf("small").cells.domestic?.ours).toEqual({ mean: 75, sd: 0, histories: 2 });
    expect(rowOf("unseen")).toMatchObject({ notSimulated: "nobody knows", origin: null, test: null });
    expect(rowOf("unseen").printed.all).toMatchObject({ count: 6, base: 60, percent: null });
  });

  it("have t tests of both kinds in each survey", () => {
    const more = [10, 20, 30].map((value) => value * 1.2);
    const { test } = rowOf("suppliers");
    expect(test).toMatchObject({ kind: "t", stars: "***", published: null });
    // One offshoring firm was asked: no test.
    expect(test?.shown).toEqual({ significant: 0, surveys: 0, medianPValue: none });
    expect(twoSampleTTest(more, [60]).pValue).toBeNaN();
  });

  it("have one χ² test for all the categories of a question, theirs from the printed counts", () => {
    const { test } = rowOf("small");
    const theirs = independenceTest([
      [30, 10],
      [1, 19],
    ]);
    expect(test?.published?.pValue).toBeCloseTo(theirs.pValue, 15);
    expect(test?.published?.pValueYates).toBeGreaterThan(theirs.pValue);
    const ours = independenceTest([
      [3, 1],
      [0, 2],
    ]);
    expect(test?.shown).toEqual({ significant: 0, surveys: 2, medianPValue: ours.pValue });
    expect(test?.other?.medianPValue).toBeGreaterThan(ours.pValue);
    expect(rowOf("large").test?.published).toEqual(test?.published);
  });

  it("do not compare a misprint, and compare what stands beside it", () => {
    const { cells } = rowOf("large");
    expect(cells.all?.differs).toBeNull();
    expect(cells.domestic?.differs).not.toBeNull();
  });
});
