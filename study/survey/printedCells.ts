import type { SurveyItem, SurveyTable } from "../../scenarios/index.ts";
import { SURVEY_GROUPS, type SurveyGroup } from "./surveyAnswers.ts";

/** What a table prints of a group: a percentage with what is known of its count, or a mean. */
export interface PrintedCell {
  /** Percent of a share, from its count where there is one. */
  readonly value: number;
  /** The percentage as printed; null of a mean and where none is. */
  readonly percent: number | null;
  /** As printed, or as the percentage and the base give it; null of a mean. */
  readonly count: number | null;
  /** Firms that answered; null of a mean. */
  readonly base: number | null;
}

type Printed = number | { readonly count?: number | undefined; readonly percent?: number | undefined };
type Row = SurveyTable["rows"][number];

/** The printed cells of an item; null where nothing is printed. */
export function printedCells(
  table: SurveyTable,
  item: SurveyItem,
): Readonly<Record<SurveyGroup, PrintedCell | null>> {
  const row = table.rows.find(({ name }) => name === item.row);
  const isShare = !("mean" in item.of);
  const cells = SURVEY_GROUPS.map((group) => {
    const printed = row === undefined ? null : printedIn(row, item, group, table.columns);
    if (printed === null) return [group, null] as const;
    return [group, isShare ? shareCell(printed, baseOf(table, item, group)) : meanCell(printed)] as const;
  });
  return Object.fromEntries(cells) as Record<SurveyGroup, PrintedCell | null>;
}

function printedIn(
  row: Row,
  item: SurveyItem,
  group: SurveyGroup,
  columns: readonly string[] = [],
): Printed | null {
  if (item.category !== undefined) {
    const category = group === "all" ? row.categories?.[item.category] : undefined;
    return typeof category === "number" ? { count: category } : (category ?? null);
  }
  if (row.values !== undefined) return row.values[columns.indexOf(group)] ?? null;
  if (row.domestic !== undefined) return row[group] ?? null;
  if (group !== "all") return null;
  return row.value ?? { count: row.count, percent: row.percent };
}

/** The item's own, else the size of the group or the sample. */
function baseOf({ sample }: SurveyTable, { base }: SurveyItem, group: SurveyGroup): number | null {
  const size = base ?? sample[group] ?? sample.firms;
  return typeof size === "number" ? size : null;
}

/** The count over the base where both are known, as percentages are rounded and misprinted; else what is printed. */
function shareCell(printed: Printed, base: number | null): PrintedCell | null {
  const percent = typeof printed === "number" ? printed : printed.percent;
  const given = typeof printed === "number" ? undefined : printed.count;
  const count = given ?? (percent === undefined || base === null ? null : Math.round((percent * base) / 100));
  const value = given === undefined || base === null ? percent : (100 * given) / base;
  return value === undefined ? null : { value, percent: percent ?? null, count, base };
}

function meanCell(printed: Printed): PrintedCell | null {
  return typeof printed === "number" ? { value: printed, percent: null, count: null, base: null } : null;
}
