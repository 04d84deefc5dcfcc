import type { GroupTest } from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import type { SurveyItem, SurveyQuantity, SurveyTable } from "../../scenarios/index.ts";
import { printedCells } from "./printedCells.ts";
import {
  categoriesOf,
  categoryTestsOf,
  isSignificant,
  type SurveyGroupTests,
  testsOfCounts,
  tTestsOf,
  withRest,
} from "./surveyGroupTests.ts";

/** Below which a p-value counts as a difference. */
export const SURVEY_LEVEL = 0.05;

/** One variant of a test over surveys. */
export interface TestOverSurveys {
  /** Surveys in which the groups differ at 5 %, of those in which the test can be had. */
  readonly significant: number;
  readonly surveys: number;
  /** NaN where none can be had. */
  readonly medianPValue: number;
}

/** A group test as printed and as our surveys have it. */
export interface SurveyTest {
  /** t: shown Welch's, other Student's; χ²: shown without, other with Yates's correction. */
  readonly kind: "t" | "chiSquared";
  readonly stars: string;
  /** From the printed counts; null of a mean, as no variance is printed. */
  readonly published: {
    readonly statistic: number;
    readonly df: number;
    readonly pValue: number;
    readonly pValueYates: number | null;
  } | null;
  readonly shown: TestOverSurveys;
  /** Null where it would be the same. */
  readonly other: TestOverSurveys | null;
}

/** The test of an item; null where the paper compares no groups or the item is not simulated. */
export function surveyTest(
  table: SurveyTable,
  item: SurveyItem,
  items: readonly SurveyItem[],
  surveys: readonly Table[],
): SurveyTest | null {
  if (item.test === undefined || "notSimulated" in item.of) return null;
  const stars = table.rows.find(({ name }) => name === item.row)?.sig ?? "";
  const set = categoriesOf(item);
  if (set === null) {
    const { of } = item;
    const tests = surveys.map((survey) => tTestsOf(survey, of));
    return { kind: "t", stars, published: null, ...variants(tests) };
  }
  const together = items.filter((other) => other.table === item.table && categoriesOf(other) === set);
  const quantities = together.flatMap(({ of }): SurveyQuantity[] => ("notSimulated" in of ? [] : [of]));
  const tests = surveys.map((survey) => categoryTestsOf(survey, quantities));
  return { kind: "chiSquared", stars, published: testOfPrint(table, together), ...variants(tests) };
}

/** χ² of the printed counts of both groups; null where one is not printed. */
function testOfPrint(table: SurveyTable, together: readonly SurveyItem[]): SurveyTest["published"] {
  const printed = together.map((item) => printedCells(table, item));
  const counts = (["domestic", "offshoring"] as const).map((group) => {
    const cells = printed.map((cells) => cells[group]);
    const base = cells[0]?.base ?? Number.NaN;
    return withRest(
      cells.map((cell) => cell?.count ?? Number.NaN),
      base,
    );
  });
  if (counts.flat().some((count) => Number.isNaN(count))) return null;
  const { shown, other } = testsOfCounts(counts);
  const { statistic, df, pValue } = shown;
  return { statistic, df, pValue, pValueYates: isYates(other) ? other.pValue : null };
}

function variants(tests: readonly SurveyGroupTests[]): Pick<SurveyTest, "shown" | "other"> {
  const same = tests.every(({ kind, other }) => kind === "chiSquared" && !isYates(other));
  return {
    shown: overSurveys(tests.map(({ shown }) => shown)),
    other: same ? null : overSurveys(tests.map(({ other }) => other)),
  };
}

const isYates = (test: GroupTest) => "yates" in test && test.yates === true;

function overSurveys(tests: readonly GroupTest[]): TestOverSurveys {
  const valid = tests.filter(({ pValue }) => !Number.isNaN(pValue));
  const sorted = valid.map(({ pValue }) => pValue).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return {
    significant: valid.filter((test) => isSignificant(test, SURVEY_LEVEL)).length,
    surveys: valid.length,
    medianPValue: low === undefined || high === undefined ? Number.NaN : (low + high) / 2,
  };
}
