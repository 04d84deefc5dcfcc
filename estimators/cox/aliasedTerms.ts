import type { FitWarning } from "../fit.ts";
import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";
import { collinear, withoutVariation } from "./coxWarnings.ts";
import type { Evaluation } from "./partialLikelihood.ts";

/** Share of a column's information that must be its own; rounding leaves about 1e-14. */
const TOLERANCE = 1e-11;

/**
 * Columns without information of their own at zero coefficients: constant within every risk set, or linear
 * combinations of columns before them (so the first of several dependent ones stays, as in R).
 */
export function findAliased(
  atZero: Evaluation,
  terms: readonly string[],
): { leftOut: number[]; warnings: FitWarning[] } {
  const k = terms.length;
  const factor = atZero.information.slice();
  const constant = new Set<number>();
  for (let j = 0; j < k; j++) {
    if (factor[j * k + j] > TOLERANCE * atZero.secondMoment[j]) continue;
    constant.add(j);
    for (let i = 0; i < k; i++) {
      factor[i * k + j] = 0;
      factor[j * k + i] = 0;
    }
  }
  const leftOut = choleskyInPlace(factor, k, TOLERANCE);
  const warnings = leftOut.map((j) =>
    constant.has(j) ? withoutVariation(terms[j]) : collinear(terms[j], combinedBy(atZero, factor, j, terms)),
  );
  return { leftOut, warnings };
}

/** The terms with a weight in the regression of column j on the columns kept. */
function combinedBy(atZero: Evaluation, factor: Float64Array, j: number, terms: readonly string[]): string[] {
  const k = terms.length;
  const { information } = atZero;
  const weights = Float64Array.from(
    { length: k },
    (_, i) => information[Math.max(i, j) * k + Math.min(i, j)],
  );
  solveCholeskyInPlace(weights, factor, k);
  return terms.filter((_, i) => {
    // In units of column j: what the other column contributes to its variation.
    const share = (weights[i] * weights[i] * information[i * k + i]) / information[j * k + j];
    return i !== j && factor[i * k + i] > 0 && share > 1e-10;
  });
}
