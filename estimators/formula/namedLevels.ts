import { missingCode, type Table } from "../../panel/table.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { FitWarning } from "../fit.ts";
import { firstNames, fitWarning } from "../fitWarning.ts";
import type { EmptyLevel } from "./designVariables.ts";
import { Evaluator } from "./evaluate.ts";
import type { Variable } from "./expandTerms.ts";
import type { Expression } from "./expression.ts";
import type { Source } from "./invalidFormula.ts";
import type { PanelIndex } from "./panelIndex.ts";
import type { Sample } from "./sample.ts";

/** A label that `factor(x, levels = …)` does not list: its rows are missing to the model. */
export interface UnlistedLabel {
  /** As in the formula: `factor(industry, levels = c("a", "b"))`. */
  readonly variable: string;
  readonly label: string;
  /** Rows of the subset with this label. */
  readonly rows: number;
}

/** Whether the levels of a variable are those the formula lists. */
export function listsLevels(expression: Expression): boolean {
  return expression.kind === "call" && expression.function === "factor" && expression.arguments.length > 1;
}

/** The labels that rows were left out for, in the order of the variables and of their levels. */
export function unlistedLabels(
  table: Table,
  source: Source,
  variables: readonly Variable[],
  sample: Sample,
  panel: PanelIndex | null,
): UnlistedLabel[] {
  const incomplete = new Set(sample.dropped.missingByExpression.map(({ expression }) => expression));
  return variables.flatMap(({ label, expression }) => {
    if (expression.kind !== "call" || !listsLevels(expression) || !incomplete.has(label)) return [];
    const values = sample.valuesInTable({ source, expression });
    if (values.kind !== "label") return [];
    const evaluator = new Evaluator({ table, source, panel, meansOver: null });
    const { codes, levels } = evaluator.labels(expression.arguments[0].value);
    const [missing, missingInside] = [missingCode(values.codes), missingCode(codes)];
    const rows = new Float64Array(levels.length);
    for (let row = 0; row < codes.length; row++) {
      if (sample.inSubset[row] === 0 || values.codes[row] !== missing) continue;
      if (codes[row] !== missingInside) rows[codes[row]]++;
    }
    return levels.flatMap((level, code) =>
      rows[code] === 0 ? [] : [{ variable: label, label: level, rows: rows[code] }],
    );
  });
}

/** Labels told one by one; the rest are counted. */
const NAMED = 8;

/**
 * Notes on the levels that a formula lists and no row has ("empty-category"), one a variable: they have no term. A misspelt
 * level shows here, with the rows that were left out because their label is not listed.
 */
export function emptyLevelNotes(frame: {
  readonly emptyLevels: readonly EmptyLevel[];
  readonly unlistedLabels: readonly UnlistedLabel[];
}): FitWarning[] {
  const listed = frame.emptyLevels.filter(({ isListed }) => isListed);
  return [...new Set(listed.map(({ variable }) => variable))].map((variable) => {
    const levels = listed.filter((each) => each.variable === variable).map(({ level }) => level);
    const unlisted = frame.unlistedLabels.filter((each) => each.variable === variable);
    const rows = unlisted.reduce((sum, each) => sum + each.rows, 0);
    const shown = firstNames(levels, NAMED);
    const what =
      levels.length === 1
        ? phrase`${variable} has no rows with ${shown}, so nothing can be said about it`
        : phrase`${variable} has no rows with ${shown}, so nothing can be said about them`;
    const notListed = firstNames(
      unlisted.map(({ label }) => label),
      NAMED,
    );
    const found =
      rows === 0
        ? what
        : rows === 1
          ? phrase`${what}; 1 row was left out because its label is not among the levels (${notListed})`
          : phrase`${what}; ${rows} rows were left out because their labels are not among the levels (${notListed})`;
    return fitWarning(
      "empty-category",
      levels.map((level) => variable + level),
      phrase`${found}; check the spelling of the levels, or take out what does not occur`,
    );
  });
}
