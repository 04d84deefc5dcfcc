import type { Table } from "../../panel/table.ts";
import { MISSING_CODE } from "../../panel/table.ts";
import { type NamedValues, tableFromColumns } from "../../panel/tableFromColumns.ts";
import { resolveScenario, type Scenario } from "../../scenarios/index.ts";
import { type RunKey, simulate } from "../../sim/index.ts";
import {
  type DistrictSurvey,
  districtSurveyCodebook,
  type SurveyQuestion,
} from "../../sim/survey/districtSurvey.ts";
import { surveyDistricts } from "../../sim/survey/surveyDistricts.ts";
import type { SurveyOrigin } from "./surveyedTables.ts";

/** Firms that answered the paper's survey, of a register of 1,657. */
const RESPONDENTS = 259;

const questions: readonly SurveyQuestion[] = districtSurveyCodebook;

/**
 * The answers of a survey as a table: labels as categories, everything else as numbers, missing where a firm was not asked; and
 * `everAbroad`, which only the simulator knows.
 */
export function surveyTable({ columns }: DistrictSurvey): Table {
  const answers = questions.map(({ name, levels, unit, meaning }): NamedValues => {
    const values = columns[name as keyof typeof columns];
    const note = { meaning, unit, source: "survey of simulated firms", lag: null };
    if (levels === undefined) return { name, values, note };
    const codes = Uint16Array.from(values, (code) => (Number.isNaN(code) ? MISSING_CODE : code));
    return { name, values: codes, levels, note };
  });
  const everAbroad = columns.group.map((group, firm) => Math.max(group, columns.formerOffshorer[firm] ?? 0));
  return tableFromColumns([...answers, { name: "everAbroad", values: everAbroad }]);
}

/** Where the answers of a column come from. @throws RangeError for a column that no survey has. */
export function originOfColumn(column: string): SurveyOrigin {
  if (column === "everAbroad") return "emerges";
  const question = questions.find(({ name }) => name === column);
  if (question === undefined) throw new RangeError(`there is no question ${column}`);
  return question.origin;
}

/** A world of districts at a size: a share of its firms, and as many answers in a hundred of them. */
export interface SurveyedWorld {
  readonly scenario: Scenario;
  readonly respondents: number;
}

/**
 * @param scale of the register, above 0 and at most 1.
 * @throws InvalidInput for an unknown scenario.
 */
export function surveyedWorld(world: string, scale: number): SurveyedWorld {
  const firms = Math.max(1, Math.round(scale * resolveScenario(world).firms));
  return {
    scenario: resolveScenario(world, { firms }),
    respondents: Math.max(1, Math.round(scale * RESPONDENTS)),
  };
}

/** One history of a world and the survey at its end. */
export function simulatedSurvey({ scenario, respondents }: SurveyedWorld, key: RunKey): Table {
  const history = simulate(scenario, key, { recordTruth: false });
  return surveyTable(surveyDistricts(history, scenario, key, { firms: respondents }));
}
