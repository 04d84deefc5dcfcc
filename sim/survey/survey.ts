import type { Scenario } from "../../scenarios/index.ts";
import type { RecordedColumn } from "../run.ts";

/**
 * A15 · The survey: from everything that was recorded to what a statistician gets to see.
 *
 *     balanced      rows of firms that were surveyed in every recorded year (the survivors)
 *     unbalanced    every row of a firm in a year in which it was surveyed
 *
 * A firm is surveyed in a year if it is alive at its end and its turnover is not above `turnoverCeiling` (EUR million; 0,
 * the default, for no ceiling; the frame of IMEFAS ends at 7.5). A firm that closes leaves no row in its last year, and a
 * spell that ran is censored; with `closureSeenAs: backshoring` the rows of its running spells stay, and
 * look like returns (`unbalanced` only: survivors do not close). Absent where no firm closes and there is no ceiling.
 * With `surveyedProvinces` only firms of so many provinces are surveyed (`surveyedProvinces.ts`).
 * Source: Canello (2022), firms present in all years 2006–12 with a turnover below EUR 7.5 million.
 */
export type SurveyRules = Pick<Scenario, "surveyRule" | "turnoverCeiling" | "closureSeenAs"> &
  Partial<Pick<Scenario, "surveyedProvinces">>;

/** All rows of a history; those of a firm stand together. */
export interface RecordedPanel {
  readonly rows: number;
  readonly columns: readonly RecordedColumn[];
  /** Whether the firm of a row was alive at the end of its year. */
  readonly present: Uint8Array;
  /** Rows of a firm that was there in every year; not given where all firms were, or have closed since. */
  readonly rowsPerFirm?: number;
}

/** Names of the columns that tell who is surveyed: a recorded panel has them, whatever else it has. */
export function surveyColumns(rules: SurveyRules): string[] {
  const names = [];
  if (rules.surveyRule === "balanced") names.push("firm");
  else if (rules.closureSeenAs === "backshoring") names.push("yLag");
  if (rules.turnoverCeiling > 0) names.push("turnover");
  if ((rules.surveyedProvinces ?? 0) > 0) names.push("province");
  return names;
}

/**
 * The panel as surveyed: the columns themselves where every row is seen.
 *
 * @param provinces 1 for each province that is surveyed; null for all.
 */
export function survey(
  panel: RecordedPanel,
  rules: SurveyRules,
  provinces: Uint8Array | null = null,
): { rows: number; columns: readonly RecordedColumn[] } {
  const seen = surveyedRows(panel, rules);
  if (provinces !== null) {
    const province = valuesOf(panel, "province");
    for (let row = 0; row < seen.length; row++) seen[row] &= provinces[province[row]];
  }
  if (rules.surveyRule === "balanced") keepSurvivors(seen, valuesOf(panel, "firm"), panel.rowsPerFirm ?? 0);
  if (seen.every((is) => is === 1)) return { rows: panel.rows, columns: panel.columns };
  const kept: number[] = [];
  for (let row = 0; row < seen.length; row++) if (seen[row] === 1) kept.push(row);
  const columns = panel.columns.map((column) => ({ ...column, values: gatherValues(column.values, kept) }));
  return { rows: kept.length, columns };
}

/** By row: 1 where the firm was surveyed. */
function surveyedRows(panel: RecordedPanel, rules: SurveyRules): Uint8Array {
  const seen = panel.present.slice();
  if (rules.surveyRule === "unbalanced" && rules.closureSeenAs === "backshoring") {
    // Who was active the year before and is not there any more has closed since.
    const before = valuesOf(panel, "yLag");
    for (let row = 0; row < seen.length; row++) seen[row] |= before[row];
  }
  if (rules.turnoverCeiling > 0) {
    const turnover = valuesOf(panel, "turnover");
    for (let row = 0; row < seen.length; row++)
      if (turnover[row] > 1000 * rules.turnoverCeiling) seen[row] = 0;
  }
  return seen;
}

/** A firm that misses one row, or was born too late to have all, loses all of them. */
function keepSurvivors(seen: Uint8Array, firm: ArrayLike<number>, fewest: number): void {
  for (let first = 0, end = 0; first < seen.length; first = end) {
    let all = 1;
    for (end = first; end < seen.length && firm[end] === firm[first]; end++) all &= seen[end];
    if (all === 0 || end - first < fewest) seen.fill(0, first, end);
  }
}

function valuesOf({ columns }: RecordedPanel, name: string): RecordedColumn["values"] {
  const found = columns.find((column) => column.name === name);
  if (found === undefined) throw new RangeError(`a recorded panel has a column ${name}`);
  return found.values;
}

function gatherValues(values: RecordedColumn["values"], rows: readonly number[]): RecordedColumn["values"] {
  const kept = new (values.constructor as new (length: number) => RecordedColumn["values"])(rows.length);
  for (let at = 0; at < rows.length; at++) kept[at] = values[rows[at]];
  return kept;
}
