import type { FitWarning } from "../fit.ts";
import { EVENT, type JointRows, NOT_SELECTED } from "./jointRows.ts";

/**
 * The warning that a search ran off along a direction in which no row with an event changes and the hazard of censored rows
 * only falls: the likelihood of the durations then rises for ever, as it does for a group without events.
 *
 * @param step the last Newton step, the selection's coefficients first.
 * @param names of the estimated terms in the order of `step`.
 */
export function monotoneDuration(
  rows: JointRows,
  step: Float64Array,
  names: readonly string[],
): FitWarning[] {
  const change = (row: number): number => {
    let sum = 0;
    for (let c = rows.middle[row]; c < rows.start[row + 1]; c++)
      sum += rows.value[c] * step[rows.position[c]];
    return sum;
  };
  let fall = 0;
  let other = 0;
  for (let row = 0; row < rows.rows; row++) {
    if (rows.state[row] === NOT_SELECTED) continue;
    const by = change(row);
    if (rows.state[row] === EVENT || by > 0) other = Math.max(other, Math.abs(by));
    else fall = Math.max(fall, -by);
  }
  if (!(fall > 1e-3) || other > 1e-4 * fall) return [];
  const end = rows.selectionTerms + rows.durationTerms;
  const largest = step.subarray(rows.selectionTerms, end).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const affected = names.filter((_, i) => i >= rows.selectionTerms && Math.abs(step[i]) > 1e-3 * largest);
  const message = `${affected.join(", ")}: no event tells how low the hazard is there, so the likelihood rises for ever; drop the term, or merge its rows with others`;
  return [{ code: "monotone-likelihood", terms: affected, message }];
}
