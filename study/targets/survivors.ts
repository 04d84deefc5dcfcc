import { gatherRows } from "../../panel/gatherRows.ts";
import { column, numericValues, type Table } from "../../panel/table.ts";

/**
 * The estimation sample of Canello (2022): firms surveyed in every year of the panel. The table itself where all are, as in a panel
 * of `surveyRule: balanced`. Table 1 of the paper counts everybody, its regressions survivors alone: from an unbalanced survey
 * both can be had.
 *
 * @param panel recorded, as surveyed; the rows of a firm stand together.
 * @throws InvalidTable when `firm` or `year` is missing.
 */
export function survivors(panel: Table): Table {
  const firm = numericValues(column(panel, "firm"), "firm");
  const year = numericValues(column(panel, "year"), "year");
  const years = new Set<number>(year).size;
  const kept: number[] = [];
  for (let first = 0, end = 0; first < panel.rows; first = end) {
    const seen = new Set<number>();
    for (end = first; end < panel.rows && firm[end] === firm[first]; end++) seen.add(year[end] ?? 0);
    if (seen.size === years) for (let row = first; row < end; row++) kept.push(row);
  }
  return kept.length === panel.rows ? panel : gatherRows(panel, kept);
}
