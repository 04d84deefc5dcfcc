import type { CoxFit } from "../fit.ts";
import { type CoxProblem, slotsAt } from "./coxProblem.ts";
import { readDesignRow } from "./designRow.ts";
import type { SlotState } from "./partialLikelihood.ts";
import type { ApproximateTies } from "./slotSums.ts";

/** A difference in η beyond which the smaller risk is 0 beside the larger in doubles. */
const BEYOND = 800;
/** η from which its rounding would spoil what the finite estimates add to it. */
const LARGEST = 1e7;

/**
 * The sums over risk sets of a monotone likelihood at its limit: standardised coefficients of infinite estimates are so large
 * that the smallest step of their columns puts one risk beyond the other. Null where that is not the limit: where several
 * terms go to infinity at different speeds, which their signs do not say, or steps are too small; the log-likelihood tells.
 *
 * @param coefficients standardised; entries of infinite estimates are ±Infinity.
 */
export function stateAtLimit(
  problem: CoxProblem,
  fit: CoxFit,
  coefficients: Float64Array,
  ties: ApproximateTies,
): { state: SlotState; coefficients: Float64Array } | null {
  const infinite = [...coefficients.keys()].filter((j) => Math.abs(coefficients[j]) === Infinity);
  const step = infinite.reduce((smallest, j) => Math.min(smallest, smallestStep(problem, j)), Infinity);
  const size = BEYOND / step;
  if (!(size < LARGEST)) return null;
  const large = coefficients.map((value) => (Math.abs(value) === Infinity ? Math.sign(value) * size : value));
  const state = slotsAt(problem, large, ties);
  const missed = Math.abs(state.logLikelihood - fit.logLikelihood);
  return missed < 1e-7 * (1 + Math.abs(fit.logLikelihood)) ? { state, coefficients: large } : null;
}

/** The smallest difference between two values of a standardised column, among rows of a stratum that are at risk at an event. */
function smallestStep({ design, riskSets }: CoxProblem, j: number): number {
  const { enter, leave, stratum, strata } = riskSets;
  const x = new Float64Array(design.size);
  const values = Array.from({ length: strata }, () => new Set<number>());
  for (let row = 0; row < design.rows; row++) {
    if (enter[row] === leave[row]) continue;
    readDesignRow(design, row, x);
    values[stratum[row]].add(x[j]);
  }
  let smallest = Infinity;
  for (const ofStratum of values) {
    const sorted = Float64Array.from(ofStratum).sort();
    for (let i = 1; i < sorted.length; i++) smallest = Math.min(smallest, sorted[i] - sorted[i - 1]);
  }
  return smallest;
}
