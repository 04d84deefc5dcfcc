import { gatherRows } from "../panel/gatherRows.ts";
import { column, numericValues, type Table } from "../panel/table.ts";
import type { SampleRule } from "../scenarios/index.ts";

/**
 * The rows that meet every condition of a rule; the table itself where there is no rule. A missing value meets none.
 *
 * @throws InvalidTable for a column the table has not, or one of labels.
 */
export function sampleRows(table: Table, rule: SampleRule | undefined): Table {
  if (rule === undefined) return table;
  const conditions = rule.where.map((each) => ({
    ...each,
    values: numericValues(column(table, each.column), each.column),
  }));
  const kept: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (conditions.every(({ values, is, value }) => meets(values[row] ?? Number.NaN, is, value)))
      kept.push(row);
  }
  return kept.length === table.rows ? table : gatherRows(table, kept);
}

function meets(found: number, is: SampleRule["where"][number]["is"], value: number): boolean {
  switch (is) {
    case "=":
      return found === value;
    case ">=":
      return found >= value;
    case "<":
      return found < value;
  }
}
