import { sampleMoments } from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import type { Family, SurveyMeasure, SurveyQuantity } from "../../scenarios/index.ts";
import type { MeasuredWorlds } from "../propositions.ts";
import { answersOf } from "./surveyAnswers.ts";

/** A measure in one survey, shares in percent; NaN where nobody was asked. */
export function measureOfSurvey(survey: Table, { quantity, less }: SurveyMeasure): number {
  const difference = less === undefined ? 0 : meanOf(survey, less);
  return meanOf(survey, quantity) - difference;
}

function meanOf(survey: Table, quantity: SurveyQuantity): number {
  const { mean } = sampleMoments(answersOf(survey, quantity));
  return "mean" in quantity ? mean : 100 * mean;
}

/**
 * The measures of a family in the surveys of its worlds, for `checkTargets` and `checkPropositions`.
 *
 * @throws RangeError (when asked) for a measure that the family has not.
 */
export function measuredSurveys(
  { survey }: Family,
  surveysOf: (world: string) => readonly Table[],
): MeasuredWorlds {
  const measures = survey?.measures ?? {};
  return (world, name) => {
    const measure = measures[name];
    if (measure === undefined) {
      throw new RangeError(`there is no measure ${name}; there are ${Object.keys(measures).join(", ")}`);
    }
    return surveysOf(world).map((each) => measureOfSurvey(each, measure));
  };
}
