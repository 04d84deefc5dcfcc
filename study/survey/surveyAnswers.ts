import { type SampleMoments, sampleMoments } from "../../estimators/index.ts";
import { column, missingCode, type Table } from "../../panel/table.ts";
import type { AnswerCondition, SurveyQuantity } from "../../scenarios/index.ts";

/** Firms of a survey: those of one group, or all. */
export type SurveyGroup = "domestic" | "offshoring" | "all";

export const SURVEY_GROUPS: readonly SurveyGroup[] = ["domestic", "offshoring", "all"];

/** What each firm contributes to a quantity: a number, or of a share 1 or 0; NaN where it is not counted. */
export function answersOf(survey: Table, quantity: SurveyQuantity): Float64Array {
  const counted = firmsMeeting(survey, quantity.among ?? []);
  const strict = quantity.among === undefined;
  if ("mean" in quantity) {
    const answers = numbersOf(survey, quantity.mean);
    return answers.map((answer, firm) => {
      if (counted[firm] !== 1) return Number.NaN;
      return quantity.complement === true ? 100 - answer : answer;
    });
  }
  const met = firmsMeeting(survey, quantity.share);
  const asked = quantity.share.map((condition) => numbersOf(survey, condition.column));
  return Float64Array.from({ length: survey.rows }, (_, firm) => {
    const missing = strict && asked.some((answers) => Number.isNaN(answers[firm]));
    return counted[firm] !== 1 || missing ? Number.NaN : (met[firm] ?? 0);
  });
}

/** 1 for firms that meet all the conditions; one that was not asked does not. */
function firmsMeeting(survey: Table, conditions: readonly AnswerCondition[]): Uint8Array {
  const met = new Uint8Array(survey.rows).fill(1);
  for (const { column: name, is, below } of conditions) {
    const answers = numbersOf(survey, name);
    const accepted = is === undefined ? null : new Set(is.map((label) => codeOf(survey, name, label)));
    for (let firm = 0; firm < survey.rows; firm++) {
      const answer = answers[firm] ?? Number.NaN;
      const meets = accepted === null ? answer < (below ?? Infinity) : accepted.has(answer);
      if (!meets) met[firm] = 0;
    }
  }
  return met;
}

/** Labels as their codes; NaN where the firm was not asked. */
function numbersOf(survey: Table, name: string): Float64Array {
  const found = column(survey, name);
  if (found.kind !== "category") return Float64Array.from(found.values);
  const missing = missingCode(found.codes);
  return Float64Array.from(found.codes, (code) => (code === missing ? Number.NaN : code));
}

/** @throws RangeError for a label that the column has not. */
function codeOf(survey: Table, name: string, label: string | number): number {
  if (typeof label === "number") return label;
  const found = column(survey, name);
  const code = found.kind === "category" ? found.levels.indexOf(label) : -1;
  if (code < 0) throw new RangeError(`the survey's column ${name} has no label ${label}`);
  return code;
}

/** The answers of one group, by the survey's column `group`. */
export function answersOfGroup(survey: Table, answers: Float64Array, group: SurveyGroup): Float64Array {
  if (group === "all") return answers;
  const groups = numbersOf(survey, "group");
  const code = codeOf(survey, "group", group);
  return answers.filter((_, firm) => groups[firm] === code);
}

/** Number, mean and variance of the answers of a group; a share's are those of ones and zeros. */
export function groupMoments(survey: Table, quantity: SurveyQuantity, group: SurveyGroup): SampleMoments {
  return sampleMoments(answersOfGroup(survey, answersOf(survey, quantity), group));
}
