import type { FitWarning } from "../fit.ts";
import { EVENT, type JointRows, NOT_SELECTED } from "./jointRows.ts";

/**
 * Whether a search ran off along a direction in which no row with an event changes and the hazard of censored rows only
 * falls: the likelihood of the durations then rises for ever, as it does for a group without events.
 *
 * @param step the last Newton step, standardised, the selection's coefficients first.
 */
export function isMonotone(rows: JointRows, step: Float64Array): boolean {
  let fall = 0;
  let other = 0;
  for (let row = 0; row < rows.rows; row++) {
    if (rows.state[row] === NOT_SELECTED) continue;
    let by = 0;
    for (let c = rows.middle[row]; c < rows.start[row + 1]; c++) {
      by += rows.value[c] * step[rows.position[c]];
    }
    if (rows.state[row] === EVENT || by > 0) other = Math.max(other, Math.abs(by));
    else fall = Math.max(fall, -by);
  }
  // A search that has found a maximum ends with a step that is a millionth of a standard error.
  return fall > 1e-3 && other <= 1e-4 * fall;
}

/** The terms of the duration that take part in a step, with the infinity each runs to. */
export function runawayTerms(step: Float64Array, first: number): Map<number, number> {
  let largest = 0;
  for (let i = first; i < step.length; i++) if (Math.abs(step[i]) > largest) largest = Math.abs(step[i]);
  const runaway = new Map<number, number>();
  for (let i = first; i < step.length; i++) {
    if (Math.abs(step[i]) > 1e-3 * largest) runaway.set(i, step[i] > 0 ? Infinity : -Infinity);
  }
  return runaway;
}

export function monotoneWarning(terms: readonly string[]): FitWarning {
  const message = `${terms.join(", ")}: no event tells how low the hazard is there, so the likelihood rises for ever; drop the term, or merge its rows with others`;
  return { code: "monotone-likelihood", terms, message };
}
