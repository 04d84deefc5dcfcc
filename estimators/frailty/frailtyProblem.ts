import { type BinaryProblem, prepareBinary, requireLength } from "../binary/prepareBinary.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { checkWeights } from "../rowWeights.ts";
import type { RowGroups } from "../splitDesign/groupRows.ts";

/** A grouped-hazard problem as its likelihood wants it. */
export interface FrailtyProblem {
  /** Its weights are those of the groups, written to their rows, and 0 on the rows before entry: for the pooled fit. */
  readonly binary: BinaryProblem;
  /** 1 on rows before the group was seen, by position; null when every group is seen from its first row. */
  readonly beforeEntry: Uint8Array | null;
  /** 1 on rows that the limit of a separated fit decides, by position: they have probability 1 and no part in A. Null: none. */
  readonly decided: Uint8Array | null;
  /** By group; null when every group counts once. */
  readonly groupWeights: Float64Array | null;
  readonly mostEvents: number;
}

/**
 * Throws a RangeError for what `prepareBinary` refuses, weights that differ within a group, marks of entry that are not 0
 * or 1, and an event on a row before entry.
 */
export function prepareFrailty(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  rowGroups: RowGroups,
  options: {
    readonly offset?: ArrayLike<number>;
    readonly groupWeights?: ArrayLike<number>;
    readonly beforeEntry?: ArrayLike<number>;
  },
): FrailtyProblem {
  const { groups, start, order } = rowGroups;
  const problem = prepareBinary(matrix, outcome, rowGroups, options.offset);
  const groupWeights =
    options.groupWeights === undefined ? null : weightsOfGroups(options.groupWeights, matrix.rows, rowGroups);
  const marks = options.beforeEntry;
  if (marks !== undefined) checkMarks(marks, outcome, matrix.rows);
  const beforeEntry = marks === undefined ? null : Uint8Array.from(order, (row) => marks[row]);

  let weights: Float64Array | null = null;
  let mostEvents = 0;
  if (groupWeights !== null || beforeEntry !== null) weights = new Float64Array(matrix.rows).fill(1);
  for (let group = 0; group < groups; group++) {
    let events = 0;
    for (let p = start[group]; p < start[group + 1]; p++) {
      if (problem.signs[p] > 0) events++;
      if (weights === null) continue;
      weights[p] = beforeEntry?.[p] === 1 ? 0 : (groupWeights?.[group] ?? 1);
    }
    mostEvents = Math.max(mostEvents, events);
  }
  return { binary: { ...problem, weights }, beforeEntry, decided: null, groupWeights, mostEvents };
}

/** The same groups, outcome, offset, weights and entries with an intercept alone, or with no term at all. */
export function withoutTerms(problem: FrailtyProblem): FrailtyProblem {
  const { signs, offset, weights, design } = problem.binary;
  const { rowGroups, interceptTerm } = design;
  const rows = signs.length;
  const byRow = (byPosition: ArrayLike<number>): Float64Array => {
    const values = new Float64Array(rows);
    for (let p = 0; p < rows; p++) values[rowGroups.order[p]] = byPosition[p];
    return values;
  };
  const matrix: ModelMatrix = { rows, intercept: interceptTerm >= 0, numeric: [], factors: [] };
  const outcome = byRow(signs).map((sign) => (sign > 0 ? 1 : 0));
  const binary = prepareBinary(matrix, outcome, rowGroups, offset === null ? undefined : byRow(offset));
  return { ...problem, binary: { ...binary, weights } };
}

function weightsOfGroups(
  weights: ArrayLike<number>,
  rows: number,
  { groups, start, order }: RowGroups,
): Float64Array {
  checkWeights(weights, rows);
  return Float64Array.from({ length: groups }, (_, group) => {
    const first = order[start[group]];
    for (let p = start[group] + 1; p < start[group + 1]; p++) {
      if (weights[order[p]] === weights[first]) continue;
      throw new RangeError(
        `group weights, rows ${first} and ${order[p]}: ${weights[first]} and ${weights[order[p]]} in one group; its rows share a frailty, so they must have one weight`,
      );
    }
    return weights[first];
  });
}

function checkMarks(marks: ArrayLike<number>, outcome: ArrayLike<number>, rows: number): void {
  requireLength("the column of rows before entry", marks, rows);
  for (let row = 0; row < rows; row++) {
    if (marks[row] !== 0 && marks[row] !== 1) {
      throw new RangeError(`rows before entry, row ${row}: ${marks[row]} is neither 0 nor 1`);
    }
    if (marks[row] === 1 && outcome[row] === 1) {
      throw new RangeError(
        `row ${row} has an event before entry: a group is only seen if it had none until then; drop the group or the mark`,
      );
    }
  }
}
