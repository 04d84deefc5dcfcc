import {
  type GroupTest,
  type IndependenceTest,
  independenceTest,
  type TwoSampleTTest,
  twoSampleTTest,
} from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import type { SurveyItem, SurveyQuantity } from "../../scenarios/index.ts";
import { answersOf, answersOfGroup } from "./surveyAnswers.ts";

/** The tests that a question's two groups are alike: the variant that is shown, and the other. */
export type SurveyGroupTests =
  | { readonly kind: "t"; readonly shown: TwoSampleTTest; readonly other: TwoSampleTTest }
  | { readonly kind: "chiSquared"; readonly shown: IndependenceTest; readonly other: IndependenceTest };

/** Welch's and Student's t. */
export function tTestsOf(survey: Table, quantity: SurveyQuantity): SurveyGroupTests {
  const answers = answersOf(survey, quantity);
  const domestic = answersOfGroup(survey, answers, "domestic");
  const offshoring = answersOfGroup(survey, answers, "offshoring");
  return {
    kind: "t",
    shown: twoSampleTTest(domestic, offshoring, { variances: "welch" }),
    other: twoSampleTTest(domestic, offshoring, { variances: "student" }),
  };
}

/** χ² without and with Yates's correction (which only two by two has) of categories; who is in none of them is one more. */
export function categoryTestsOf(survey: Table, categories: readonly SurveyQuantity[]): SurveyGroupTests {
  const answers = categories.map((quantity) => answersOf(survey, quantity));
  return testsOfCounts(
    (["domestic", "offshoring"] as const).map((group) => {
      const ofGroup = answers.map((each) =>
        answersOfGroup(survey, each, group).filter((answer) => !Number.isNaN(answer)),
      );
      const counts = ofGroup.map((each) => each.reduce((sum, answer) => sum + answer, 0));
      return withRest(counts, ofGroup[0]?.length ?? 0);
    }),
  );
}

/** @param counts a row a group. */
export function testsOfCounts(counts: readonly (readonly number[])[]): SurveyGroupTests {
  return {
    kind: "chiSquared",
    shown: independenceTest(counts),
    other: independenceTest(counts, { yates: true }),
  };
}

/** Counts of categories, and of those in none of them. */
export function withRest(counts: readonly number[], total: number): number[] {
  return [...counts, total - counts.reduce((sum, count) => sum + count, 0)];
}

/** The set of categories that an item is tested in; null for another test or none. */
export function categoriesOf({ test }: SurveyItem): string | null {
  return test === undefined || test === "t" ? null : test.categories;
}

export const isSignificant = ({ pValue }: GroupTest, level: number) => pValue <= level;
