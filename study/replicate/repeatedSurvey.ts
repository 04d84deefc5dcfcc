import type { Table } from "../../panel/table.ts";
import type { Family, PublishedOddity } from "../../scenarios/index.ts";
import { measuredSurveys } from "../survey/measuredSurveys.ts";
import { type SurveyedTable, surveyedTables } from "../survey/surveyedTables.ts";
import { originOfColumn } from "../survey/surveyTable.ts";
import { type RepeatedClaims, repeatedClaims, worldsOfClaims } from "./repeatedClaims.ts";
import { notesOfCells, type RepeatedPaper } from "./repeatedPaper.ts";

/** A paper's survey, its tables and its claims, beside surveys of simulated worlds. */
export interface RepeatedSurvey extends Pick<RepeatedClaims, "claims" | "notSimulated"> {
  readonly kind: "survey";
  readonly paper: string;
  readonly reference: string;
  readonly scenario: string;
  readonly scale: number;
  /** Firms simulated, and how many of them answered on average. */
  readonly firms: number;
  readonly respondents: number;
  readonly seed: string;
  /** One at the end of each history. */
  readonly surveys: number;
  readonly tables: readonly SurveyedTable[];
  /** Notes on the tables that marked cells refer to. */
  readonly notes: RepeatedPaper["notes"];
}

export interface SurveyRequest {
  readonly scale: number;
  readonly firms: number;
  readonly seed: string;
}

/** Worlds of a family that are surveyed: the first, and those its propositions compare it with. */
export const surveyedWorlds = worldsOfClaims;

/**
 * @param surveysOf the surveys of a world, one a history.
 * @throws RangeError for a measure or a label that the surveys have not.
 */
export function repeatedSurvey(
  family: Family,
  { scale, firms, seed }: SurveyRequest,
  surveysOf: (world: string) => readonly Table[],
): RepeatedSurvey {
  const scenario = family.presets[0]?.name ?? family.name;
  const surveys = surveysOf(scenario);
  const tables = surveyedTables(family, surveys, originOfColumn);
  const { claims, notSimulated } = repeatedClaims(
    family,
    { scale, seed },
    measuredSurveys(family, surveysOf),
  );
  const oddities: PublishedOddity[] = tables.flatMap(({ rows }) => rows.flatMap((row) => row.oddities));
  return {
    kind: "survey",
    paper: family.name,
    reference: family.reference,
    scenario,
    scale,
    firms,
    respondents: surveys.reduce((sum, { rows }) => sum + rows, 0) / surveys.length,
    seed,
    surveys: surveys.length,
    tables,
    claims,
    notSimulated,
    notes: notesOfCells(family, oddities),
  };
}
