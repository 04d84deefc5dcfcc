import { count, fixed } from "../../study/journal/journalNumbers.ts";
import type { RepeatedSurvey } from "../../study/replicate/repeatedSurvey.ts";
import type { PrintedCell } from "../../study/survey/printedCells.ts";
import { SURVEY_GROUPS } from "../../study/survey/surveyAnswers.ts";
import type { SurveyCell } from "../../study/survey/surveyCells.ts";
import type { SurveyedRow, SurveyedTable } from "../../study/survey/surveyedTables.ts";
import type { SurveyTest } from "../../study/survey/surveyTestOverSurveys.ts";
import { claimsTable } from "./claimsTable.ts";
import { DIFFERS, ODD } from "./replicationCells.ts";

/** A table of texts, laid out. */
export interface SurveyGrid {
  readonly title: string;
  readonly columns: readonly string[];
  /** How many columns on the left are words. */
  readonly words: number;
  readonly rows: readonly (readonly string[])[];
}

/** The paper's tables in its order, then what its targets and propositions say. */
export function surveyGrids(of: RepeatedSurvey): SurveyGrid[] {
  return [...of.tables.map(tableGrid), claimsGrid(of)];
}

function tableGrid({ title, byGroup, rows }: SurveyedTable): SurveyGrid {
  const groups = SURVEY_GROUPS.filter((group) => byGroup || group === "all");
  const columns = groups.flatMap((group) =>
    byGroup ? [`${group} paper`, `${group} ours`] : ["paper", "ours"],
  );
  return {
    title,
    columns: ["", "ours is", ...columns, ...(byGroup ? ["p paper", "p ours"] : [])],
    words: 2,
    rows: rows.map((row) => [
      labelOf(row),
      row.origin ?? "–",
      ...groups.flatMap((group) => cellTexts(row, row.printed[group], row.cells[group], group)),
      ...(byGroup ? testTexts(row.test) : []),
    ]),
  };
}

function labelOf({ name, category }: SurveyedRow): string {
  return category === null ? name : `${name}: ${category}`;
}

function cellTexts(
  { isShare, oddities }: SurveyedRow,
  printed: PrintedCell | null,
  cell: SurveyCell | null,
  group: string,
): [paper: string, ours: string] {
  const odd = oddities.some(({ models, what }) => what !== "stars" && (models?.includes(group) ?? true));
  const decimals = decimalsOf(cell?.ours.mean ?? printed?.value ?? 0, isShare);
  const paper = printed === null ? "" : `${printedText(printed, isShare, decimals)}${odd ? ODD : ""}`;
  if (cell === null) return [paper, ""];
  const { mean, sd, histories } = cell.ours;
  const spread = Number.isNaN(sd) ? "" : ` [${fixed(sd, decimals)}]`;
  const ours = histories === 0 ? "–" : `${fixed(mean, decimals)}${spread}`;
  return [paper, `${ours}${cell.differs === true ? DIFFERS : ""}`];
}

/** The percentage as it is printed; beside the count where there is none, or where the two do not fit. */
function printedText(
  { value, percent, count: answers }: PrintedCell,
  isShare: boolean,
  decimals: number,
): string {
  if (!isShare) return fixed(value, decimals);
  const text = fixed(percent ?? value, 1);
  const fits = percent !== null && Math.abs(percent - value) < 0.15;
  return fits || answers === null ? text : `${count(answers)} (${text})`;
}

/** Percentages have one, ratings two, years none. */
function decimalsOf(size: number, isShare: boolean): number {
  if (isShare) return 1;
  if (size > 1000) return 0;
  return size > 0 && size < 5 ? 2 : 1;
}

function testTexts(test: SurveyTest | null): [paper: string, ours: string] {
  if (test === null) return ["", ""];
  const { stars, published, shown } = test;
  const paper = published === null ? stars : `${stars} ${pText(published.pValue)}`.trim();
  if (shown.surveys === 0) return [paper, "–"];
  const median = pText(shown.medianPValue);
  return [paper, shown.surveys === 1 ? median : `${median} (${shown.significant}/${shown.surveys})`];
}

function pText(pValue: number): string {
  return pValue < 0.001 ? "<0.001" : fixed(pValue, 3);
}

function claimsGrid(of: RepeatedSurvey): SurveyGrid {
  const { paper, reference, scale, seed, claims, notSimulated } = of;
  const { columns, rows } = claimsTable({
    kind: "claims",
    paper,
    reference,
    scale,
    seed,
    claims,
    notSimulated,
  });
  const number = (value: number) => (Number.isNaN(value) ? "" : String(Number(value.toPrecision(3))));
  return {
    title: `Targets and propositions, over ${count(of.surveys)} surveys of each world.`,
    columns,
    words: 4,
    rows: rows.map((row) => row.map((cell) => (typeof cell === "number" ? number(cell) : cell))),
  };
}
