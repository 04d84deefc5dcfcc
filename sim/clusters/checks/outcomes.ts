import type { RecordedColumn } from "../../run.ts";
import type { ClusterHistory } from "../simulateClusters.ts";

/** What a check asks of a history: columns of its panel and means over its firms. */

/** @throws RangeError for a name that the panel has not. */
export function recorded({ columns }: ClusterHistory, name: string): RecordedColumn {
  const found = columns.find((column) => column.name === name);
  if (found === undefined) throw new RangeError(`the panel of clusters has no column ${name}`);
  return found;
}

/** The code of a label of a category column; −1 for a label it has not. */
export function codeOf(history: ClusterHistory, name: string, label: string): number {
  return (recorded(history, name).levels ?? []).indexOf(label);
}

/** Mean of a column over the firms that a predicate on rows keeps, at the end of a year (default the last). */
export function meanOf(
  history: ClusterHistory,
  name: string,
  kept: (row: number) => boolean,
  year = history.years,
): number {
  const { values } = recorded(history, name);
  let sum = 0;
  let count = 0;
  for (let row = year - 1; row < history.rows; row += history.years) {
    if (!kept(row) || Number.isNaN(values[row])) continue;
    sum += values[row];
    count += 1;
  }
  return sum / count;
}

/** Rows of proactive firms, or of reactive ones. */
export function proactiveRows(history: ClusterHistory, proactive = 1): (row: number) => boolean {
  const { values } = recorded(history, "proactive");
  return (row) => values[row] === proactive;
}

/** Mean over the proactive firms at the end. */
export function meanOfProactive(history: ClusterHistory, name: string): number {
  return meanOf(history, name, proactiveRows(history));
}

/** Work done in the clusters at the end: local employment · productivity, summed over the open firms. */
export function localOutput(history: ClusterHistory): number {
  const employment = recorded(history, "localEmployment").values;
  const productivity = recorded(history, "productivity").values;
  let sum = 0;
  for (let row = history.years - 1; row < history.rows; row += history.years) {
    // A closed firm has no productivity and employs nobody.
    if (employment[row] > 0) sum += employment[row] * productivity[row];
  }
  return sum;
}
