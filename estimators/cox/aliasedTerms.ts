import type { FitWarning } from "../fit.ts";
import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";
import { leftOutOfCox } from "./coxWarnings.ts";
import type { Evaluation } from "./partialLikelihood.ts";

/** Share of a column's information that must be its own; rounding leaves about 1e-14. */
const TOLERANCE = 1e-11;

/**
 * Columns without information of their own at zero coefficients: constant within every risk set, or linear
 * combinations of columns before them in `order` (so the first of several dependent ones stays, as in R).
 */
export function findAliased(
  atZero: Evaluation,
  terms: readonly string[],
  order: ArrayLike<number>,
): { leftOut: number[]; warnings: FitWarning[] } {
  const k = terms.length;
  const information = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      const [i, j] = [Math.max(order[a], order[b]), Math.min(order[a], order[b])];
      information[a * k + b] = atZero.information[i * k + j];
    }
  }
  const factor = information.slice();
  const constant = new Set<number>();
  for (let a = 0; a < k; a++) {
    if (factor[a * k + a] > TOLERANCE * atZero.secondMoment[order[a]]) continue;
    constant.add(a);
    for (let i = 0; i < k; i++) {
      factor[i * k + a] = 0;
      factor[a * k + i] = 0;
    }
  }
  const found = choleskyInPlace(factor, k, TOLERANCE);
  const named = (a: number) => terms[order[a]];
  const combinations = found
    .filter((a) => !constant.has(a))
    .map((a) => {
      const { of, remaining } = combinedBy(information, factor, k, a);
      return { term: named(a), of: of.map(named), remaining };
    });
  const warnings =
    found.length === 0 ? [] : [leftOutOfCox([...constant].sort((a, b) => a - b).map(named), combinations)];
  return { leftOut: found.map((a) => order[a]).sort((a, b) => a - b), warnings };
}

/**
 * The columns with a weight in the regression of column `a` on the columns kept, and the share of its length that they
 * leave.
 */
function combinedBy(
  information: Float64Array,
  factor: Float64Array,
  k: number,
  a: number,
): { of: number[]; remaining: number } {
  const column = Float64Array.from({ length: k }, (_, i) => information[i * k + a]);
  const weights = column.slice();
  solveCholeskyInPlace(weights, factor, k);
  const own = information[a * k + a];
  const kept = [...weights.keys()].filter((i) => i !== a && factor[i * k + i] > 0);
  const explained = kept.reduce((sum, i) => sum + weights[i] * column[i], 0);
  // In units of the column: what the other contributes to its variation.
  const of = kept.filter((i) => (weights[i] * weights[i] * information[i * k + i]) / own > 1e-10);
  return { of, remaining: Math.sqrt(Math.max(0, own - explained) / own) };
}
