import { log } from "../../numerics/elementary.ts";
import { RowOfMatrix } from "../matrixRow.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";

export const NOT_SELECTED = 0;
export const CENSORED = 1;
export const EVENT = 2;

/** One of the two equations: its columns, and which of them can be estimated. */
export interface Equation {
  readonly matrix: ModelMatrix;
  readonly design: SplitDesign;
  /** Indices of the terms that can be estimated; searches run over their standardised coefficients. */
  readonly terms: Int32Array;
}

/**
 * Both equations row by row, non-zero cells of the standardised columns only: those of the selection from `start[row]` to
 * `middle[row]`, those of the duration from there to `start[row + 1]`; `position` counts the selection's coefficients first.
 */
export interface JointRows {
  readonly rows: number;
  readonly selectionTerms: number;
  readonly durationTerms: number;
  readonly start: Int32Array;
  readonly middle: Int32Array;
  readonly position: Int32Array;
  readonly value: Float64Array;
  /** NOT_SELECTED, CENSORED or EVENT. */
  readonly state: Uint8Array;
  /** ln t; 0 where not selected. */
  readonly logTime: Float64Array;
  /** Null when every row counts once. */
  readonly weights: ArrayLike<number> | null;
}

/**
 * @param duration the duration equation over the selected rows alone, in their order.
 */
export function jointRows(
  selection: Equation,
  duration: Equation,
  state: Uint8Array,
  time: ArrayLike<number>,
  weights: ArrayLike<number> | null,
): JointRows {
  const rows = state.length;
  const start = new Int32Array(rows + 1);
  const middle = new Int32Array(rows);
  const position: number[] = [];
  const value: number[] = [];
  const logTime = new Float64Array(rows);
  const selectionCells = cellReader(selection, 0, position, value);
  const durationCells = cellReader(duration, selection.terms.length, position, value);
  let selectedRow = 0;
  for (let row = 0; row < rows; row++) {
    selectionCells(row);
    middle[row] = position.length;
    if (state[row] !== NOT_SELECTED) {
      durationCells(selectedRow++);
      logTime[row] = log(time[row]);
    }
    start[row + 1] = position.length;
  }
  return {
    rows,
    selectionTerms: selection.terms.length,
    durationTerms: duration.terms.length,
    start,
    middle,
    position: Int32Array.from(position),
    value: Float64Array.from(value),
    state,
    logTime,
    weights,
  };
}

/** Appends the cells of a row to `position` and `value`. */
function cellReader(
  { matrix, design, terms }: Equation,
  first: number,
  position: number[],
  value: number[],
): (row: number) => void {
  const reader = new RowOfMatrix(matrix);
  const place = new Int32Array(design.slotOfTerm.length).fill(-1);
  terms.forEach((term, i) => {
    place[term] = first + i;
  });
  return (row) => {
    reader.read(row);
    for (let i = 0; i < reader.count; i++) {
      const term = reader.terms[i];
      if (place[term] < 0) continue;
      position.push(place[term]);
      value.push((reader.values[i] - design.centre[term]) / design.scale[term]);
    }
  };
}
