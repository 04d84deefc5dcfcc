import { limitFit } from "../binary/limitFit.ts";
import { complementaryLogLog } from "../binary/links/complementaryLogLog.ts";
import { separatedRows } from "../binary/separatedRows.ts";
import { isSeparation, mayBeSeparated } from "../binary/separation.ts";
import type { FitWarning } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import type { NewtonOptions } from "../numerics/newton.ts";
import type { FrailtyProblem } from "./frailtyProblem.ts";
import { type FrailtyMaximum, maximizeGammaFrailty } from "./maximizeGammaFrailty.ts";

/** A maximum, or what a separated likelihood tends to instead. */
export interface FrailtyMaximumOrLimit {
  /** What was maximised: with separation the problem of the rows that are not decided. */
  readonly problem: FrailtyProblem;
  /** Null when there is nothing to search: the outcome is constant, or every row is decided. */
  readonly maximum: FrailtyMaximum | null;
  /**
   * ±Infinity of a coefficient that runs away, NaN of one that goes either way, by place among the names; 0 of all others. Null
   * without separation.
   */
  readonly limits: Float64Array | null;
  /** All but those about the search itself. */
  readonly warnings: readonly FitWarning[];
}

/**
 * Maximises the gamma-frailty likelihood. A row that a direction of the coefficients decides has in its limit a hazard of 0 or ∞
 * whatever the frailty, so those directions are those of the cloglog without it, and the limit is the fit of the other rows.
 */
export function maximumOrLimit(
  problem: FrailtyProblem,
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  start: ArrayLike<number> | undefined,
  newton: NewtonOptions,
): FrailtyMaximumOrLimit {
  const { binary } = problem;
  const warnings = binary.warnings.filter((warning) => !isSeparation(warning));
  if (!binary.searchable) return { problem, maximum: null, limits: null, warnings };
  const divided = warnings.length < binary.warnings.length;
  // Where a term is known to run away there is nothing to follow it for.
  const maximum = divided ? null : maximizeGammaFrailty(problem, start, newton);
  const limit =
    maximum === null || mayBeSeparated(binary, maximum.pooled)
      ? limitFit(binary, matrix, outcome, complementaryLogLog, newton, "observed", null, false)
      : null;
  if (limit === null) {
    return { problem, maximum, limits: null, warnings: [...warnings, ...(maximum?.warnings ?? [])] };
  }
  const { left, rowsLeft, separated } = separatedRows(binary, matrix, outcome, complementaryLogLog, newton);
  const problemLeft = { ...problem, binary: left, decided: separated };
  const maximumLeft = rowsLeft === 0 ? null : maximizeGammaFrailty(problemLeft, undefined, newton);
  return {
    problem: problemLeft,
    maximum: maximumLeft,
    limits: limit.estimates.map((estimate, term) =>
      Number.isFinite(estimate) || !binary.terms.includes(term) ? 0 : estimate,
    ),
    warnings: [...warnings, limit.warning, ...(maximumLeft?.warnings ?? [])],
  };
}
