import { gatherRows } from "../panel/gatherRows.ts";
import { column, numericValues, type Table } from "../panel/table.ts";
import { interactionTerm, strataCodes } from "./modelColumns.ts";
import type { UnpredictedRows } from "./predictedRows.ts";

/**
 * The rows of the choice sets of two alternatives or more in which one was chosen. A firm-year without a start says nothing of where firms go;
 * one with several is left out, so that what is left is the choice of one, whether destinations are chosen one by one (given
 * that one start happened, independent logits choose as a conditional logit does) or exclude each other.
 */
export function choiceRows(table: Table, outcome: string, choiceSet: readonly string[]): Table {
  const sets = strataCodes(table, choiceSet);
  const values = numericValues(column(table, outcome), outcome);
  const chosen = new Map<number, number>();
  const sizes = new Map<number, number>();
  sets.forEach((set, row) => {
    chosen.set(set, (chosen.get(set) ?? 0) + (values[row] ?? 0));
    sizes.set(set, (sizes.get(set) ?? 0) + 1);
  });
  return onlyRows(table, (row) => {
    const set = sets[row] ?? 0;
    return chosen.get(set) === 1 && (sizes.get(set) ?? 0) > 1;
  });
}

/**
 * Leaves out what constants of the alternatives predict perfectly. Say that an alternative beats another where it was chosen
 * before it, or beat one that did. The constants are finite among alternatives that beat each other (Ford 1957). Where
 * one beats another and never the reverse, the difference of their constants is infinite and the choice between them is
 * certain: the loser is left out of that choice, and with it choices of which one alternative remains. All other estimates
 * are those of what is left, as in `unpredictedRows`.
 *
 * @param constants columns of each set of constants.
 */
export function comparableChoices(
  table: Table,
  outcome: string,
  choiceSet: readonly string[],
  constants: readonly (readonly string[])[],
): UnpredictedRows {
  const levels: string[] = [];
  let left = table;
  for (let before = -1; before !== left.rows; ) {
    before = left.rows;
    for (const columns of constants) {
      const term = interactionTerm(left, columns);
      const group = comparedLevels(left, term, outcome, choiceSet);
      const groupOf = (row: number) => group[term.codes[row] ?? 0] ?? -1;
      const winners = chosenRows(left, outcome, choiceSet);
      const sets = strataCodes(left, choiceSet);
      const compared = (row: number) => groupOf(winners.get(sets[row] ?? 0) ?? row) === groupOf(row);
      const sizes = new Map<number, number>();
      sets.forEach((set, row) => {
        if (compared(row)) sizes.set(set, (sizes.get(set) ?? 0) + 1);
      });
      const isLeft = (row: number) => compared(row) && (sizes.get(sets[row] ?? 0) ?? 0) > 1;
      for (let row = 0; row < left.rows; row++) {
        const name = `${columns.join(" × ")} ${term.levels[term.codes[row] ?? 0] ?? ""}`;
        if (!compared(row) && !levels.includes(name)) levels.push(name);
      }
      left = onlyRows(left, isLeft);
    }
  }
  return left.rows === 0
    ? { table, rows: 0, levels: [] }
    : { table: left, rows: table.rows - left.rows, levels };
}

/** By level of the term, a number for the levels that beat each other: the strongly connected ones. */
export function comparedLevels(
  table: Table,
  { codes, levels }: { readonly codes: ArrayLike<number>; readonly levels: readonly string[] },
  outcome: string,
  choiceSet: readonly string[],
): Int32Array {
  const beaten: Set<number>[] = levels.map(() => new Set());
  const winners = chosenRows(table, outcome, choiceSet);
  strataCodes(table, choiceSet).forEach((set, row) => {
    beaten[codes[winners.get(set) ?? row] ?? 0]?.add(codes[row] ?? 0);
  });
  const reached = beaten.map((_, level) => reachedFrom(level, beaten));
  return Int32Array.from(levels, (_, level) => {
    const mutual = [...(reached[level] ?? [])].filter((other) => reached[other]?.has(level));
    return Math.min(level, ...mutual);
  });
}

function reachedFrom(start: number, next: readonly Set<number>[]): Set<number> {
  const found = new Set([start]);
  // Members added while the set is walked through are visited as well.
  for (const level of found) for (const other of next[level] ?? []) found.add(other);
  return found;
}

/** By choice set, the row of what was chosen. */
function chosenRows(table: Table, outcome: string, choiceSet: readonly string[]): Map<number, number> {
  const values = numericValues(column(table, outcome), outcome);
  const rows = new Map<number, number>();
  strataCodes(table, choiceSet).forEach((set, row) => {
    if (values[row] === 1) rows.set(set, row);
  });
  return rows;
}

function onlyRows(table: Table, isKept: (row: number) => boolean): Table {
  const kept = Array.from({ length: table.rows }, (_, row) => row).filter(isKept);
  return kept.length === table.rows ? table : gatherRows(table, kept);
}
