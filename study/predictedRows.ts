import { gatherRows } from "../panel/gatherRows.ts";
import { column, numericValues, type Table } from "../panel/table.ts";
import { interactionTerm } from "./modelColumns.ts";

/** A table without the rows that dummies alone predict, and which dummies those are. */
export interface UnpredictedRows {
  readonly table: Table;
  /** Rows left out. */
  readonly rows: number;
  /** `region Molise`, in the order in which they were found. */
  readonly levels: readonly string[];
}

/**
 * Leaves out the rows of each level of a set of dummies in which the outcome is always 0 or, for a probit, always 1:
 * a region in which nobody is abroad. The coefficient of such a dummy has no finite estimate; the likelihood of its
 * rows is 1 in the limit, and all other estimates are those of the rows that are left (as Stata's `probit` does it).
 * Rows are looked at again until nothing is predicted. A table in which all rows are predicted comes back whole, for
 * the estimator to say so.
 *
 * @param sets columns of each set of dummies: one for a factor, several for an interaction.
 * @param ones whether an outcome that is always 1 counts; it does not for the event of a duration model.
 */
export function unpredictedRows(
  table: Table,
  outcome: string,
  sets: readonly (readonly string[])[],
  ones: boolean,
): UnpredictedRows {
  const values = numericValues(column(table, outcome), outcome);
  const dummies = sets.map((columns) => ({ columns, term: interactionTerm(table, columns) }));
  const left = new Uint8Array(table.rows).fill(1);
  const levels: string[] = [];
  for (let before = -1; before !== levels.length; ) {
    before = levels.length;
    for (const { columns, term } of dummies) {
      const predicted = predictedLevels(term.codes, term.levels.length, values, left, ones);
      predicted.forEach((is, level) => {
        if (is === 1) levels.push(`${columns.join(" × ")} ${term.levels[level] ?? ""}`);
      });
      for (let row = 0; row < left.length; row++) if (predicted[term.codes[row] ?? 0] === 1) left[row] = 0;
    }
  }
  const kept = Array.from({ length: table.rows }, (_, row) => row).filter((row) => left[row] === 1);
  if (levels.length === 0 || kept.length === 0) return { table, rows: 0, levels: [] };
  return { table: gatherRows(table, kept), rows: table.rows - kept.length, levels };
}

/** By level: 1 where it has rows left and its outcome is one and the same in them. */
function predictedLevels(
  codes: ArrayLike<number>,
  levels: number,
  values: ArrayLike<number>,
  left: Uint8Array,
  ones: boolean,
): Uint8Array {
  const rows = new Int32Array(levels);
  const positive = new Int32Array(levels);
  for (let row = 0; row < left.length; row++) {
    if (left[row] === 0) continue;
    const level = codes[row] ?? 0;
    rows[level] = (rows[level] ?? 0) + 1;
    if (values[row] !== 0) positive[level] = (positive[level] ?? 0) + 1;
  }
  return Uint8Array.from(rows, (count, level) => {
    const of = positive[level] ?? 0;
    return count > 0 && (of === 0 || (ones && of === count)) ? 1 : 0;
  });
}
