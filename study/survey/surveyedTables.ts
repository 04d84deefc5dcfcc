import type { Table } from "../../panel/table.ts";
import type {
  Family,
  PublishedOddity,
  SurveyItem,
  SurveyQuantity,
  SurveyTable,
} from "../../scenarios/index.ts";
import { type PrintedCell, printedCells } from "./printedCells.ts";
import { groupMoments, SURVEY_GROUPS, type SurveyGroup } from "./surveyAnswers.ts";
import { type SurveyCell, surveyCell } from "./surveyCells.ts";
import { type SurveyTest, surveyTest } from "./surveyTestOverSurveys.ts";

/**
 * Where an answer comes from: `emerges` from what firms did, was `placed` at the start of the history or of work abroad, or
 * follows from what was by a formula, or is `drawn` around the published number of all firms and says nothing.
 */
export type SurveyOrigin = "emerges" | "placed" | "drawn";

/** A row of a published table, or one of its categories, beside our surveys. */
export interface SurveyedRow {
  readonly name: string;
  readonly category: string | null;
  readonly label: string;
  readonly unit: string;
  readonly isShare: boolean;
  /** Null where nothing is simulated. */
  readonly origin: SurveyOrigin | null;
  /** What is printed, by group. */
  readonly printed: Readonly<Record<SurveyGroup, PrintedCell | null>>;
  /** By group; null where the table has no such column, or nothing is simulated. */
  readonly cells: Readonly<Record<SurveyGroup, SurveyCell | null>>;
  readonly test: SurveyTest | null;
  readonly notSimulated: string | null;
  readonly oddities: readonly PublishedOddity[];
}

/** A published table of a survey beside the same table of surveys of simulated worlds. */
export interface SurveyedTable {
  readonly table: string;
  readonly title: string;
  /** Whether it compares domestic and offshoring firms. */
  readonly byGroup: boolean;
  readonly rows: readonly SurveyedRow[];
}

/**
 * @param surveys one a history; the same columns in each.
 * @param originOf of a column of the survey.
 * @throws InvalidTable where a survey lacks a column; RangeError for a label that it has not.
 */
export function surveyedTables(
  family: Family,
  surveys: readonly Table[],
  originOf: (column: string) => SurveyOrigin,
): SurveyedTable[] {
  const items = family.survey?.items ?? [];
  const tables = family.published().flatMap((table) => (table.kind === "survey" ? [table] : []));
  return tables.map((table) => {
    const ofTable = items.filter((item) => item.table === table.id);
    const byGroup = ofTable.some(({ test }) => test !== undefined);
    return {
      table: table.id,
      title: `${table.source.table}. ${table.about}`,
      byGroup,
      rows: ofTable.map((item) => surveyedRow(family, table, item, items, surveys, originOf, byGroup)),
    };
  });
}

function surveyedRow(
  family: Family,
  table: SurveyTable,
  item: SurveyItem,
  items: readonly SurveyItem[],
  surveys: readonly Table[],
  originOf: (column: string) => SurveyOrigin,
  byGroup: boolean,
): SurveyedRow {
  const variable = table.variables.find(({ name }) => name === item.row);
  const oddities = (family.publishedOddities ?? []).filter(
    (oddity) => oddity.table === table.id && oddity.variable === item.row,
  );
  const printed = printedCells(table, item);
  const { of } = item;
  const cells = SURVEY_GROUPS.map((group) => {
    if ("notSimulated" in of || !(byGroup || group === "all")) return [group, null] as const;
    const moments = surveys.map((survey) => groupMoments(survey, of, group));
    const comparable = !oddities.some((oddity) => isInDoubt(oddity, group));
    return [group, surveyCell(printed[group], moments, !("mean" in of), comparable)] as const;
  });
  return {
    name: item.row,
    category: item.category ?? null,
    label: variable?.label ?? item.row,
    unit: variable?.unit ?? "",
    isShare: !("mean" in of),
    printed,
    origin: "notSimulated" in of ? null : originOfQuantity(of, originOf),
    cells: Object.fromEntries(cells) as Record<SurveyGroup, SurveyCell | null>,
    test: surveyTest(table, item, items, surveys),
    notSimulated: "notSimulated" in of ? of.notSimulated : null,
    oddities,
  };
}

/** A misprint, or a number of all firms whose weights are not those of the groups. */
export function isInDoubt({ what, models }: PublishedOddity, group: SurveyGroup): boolean {
  return (what === "estimate" || what === "average") && (models?.includes(group) ?? true);
}

/** The weakest of the columns that it is made of. */
function originOfQuantity(of: SurveyQuantity, originOf: (column: string) => SurveyOrigin): SurveyOrigin {
  const columns = "mean" in of ? [of.mean] : of.share.map(({ column }) => column);
  const origins = columns.map(originOf);
  if (origins.includes("drawn")) return "drawn";
  return origins.includes("placed") ? "placed" : "emerges";
}
