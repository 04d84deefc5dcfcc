import { limitFit } from "../binary/limitFit.ts";
import { separatedRows } from "../binary/separatedRows.ts";
import { isSeparation, mayBeSeparated } from "../binary/separation.ts";
import { withInfiniteVariance } from "../covariance/infiniteVariance.ts";
import type { FitWarning } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import type { NewtonOptions } from "../numerics/newton.ts";
import { parameterEstimates } from "../splitDesign/parameterEstimates.ts";
import { maximizeRandomEffects, type RandomEffectsMaximum } from "./maximizeRandomEffects.ts";
import type { RandomEffectsProblem } from "./randomEffectsProblem.ts";

/** A maximum, or what a separated likelihood tends to instead. */
export interface MaximumOrLimit {
  /** What was maximised: with separation the problem of the rows that are not decided, the others with weight 0. */
  readonly problem: RandomEffectsProblem;
  /** Null when there is nothing to search: the outcome is constant, or every row is decided. */
  readonly maximum: RandomEffectsMaximum | null;
  /**
   * ±Infinity of a coefficient that runs away, NaN of one that goes either way, by place among the names; 0 of all others. Null
   * without separation.
   */
  readonly limits: Float64Array | null;
  /** All but that the search did not converge. */
  readonly warnings: readonly FitWarning[];
}

/**
 * Maximises the random-effects likelihood. Rows that a direction of the coefficients predicts perfectly have probability 1 in
 * its limit whatever the random effect, so those directions are the pooled model's, and the limit is the random-effects fit
 * of the other rows.
 */
export function maximumOrLimit(
  problem: RandomEffectsProblem,
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  start: ArrayLike<number> | undefined,
  quadratureNodes: number,
  newton: NewtonOptions,
): MaximumOrLimit {
  const { pooled, link } = problem;
  const warnings = pooled.warnings.filter((warning) => !isSeparation(warning));
  if (!pooled.searchable) return { problem, maximum: null, limits: null, warnings };
  const divided = warnings.length < pooled.warnings.length;
  // Where a term is known to run away there is nothing to follow it for.
  const maximum = divided ? null : maximizeRandomEffects(problem, start, quadratureNodes, newton);
  const limit =
    maximum === null || mayBeSeparated(pooled, maximum.search)
      ? limitFit(pooled, matrix, outcome, link, newton, "observed", null, false)
      : null;
  if (limit === null) {
    return { problem, maximum, limits: null, warnings: [...warnings, ...(maximum?.warnings ?? [])] };
  }
  const { left, rowsLeft, separated } = separatedRows(pooled, matrix, outcome, link, newton);
  const rowWeights = Float64Array.from(
    separated,
    (decided, p) => (1 - decided) * (problem.rowWeights?.[p] ?? 1),
  );
  const problemLeft = { ...problem, pooled: left, rowWeights };
  const maximumLeft =
    rowsLeft === 0 ? null : maximizeRandomEffects(problemLeft, undefined, quadratureNodes, newton);
  return {
    problem: problemLeft,
    maximum: maximumLeft,
    limits: limit.estimates.map((estimate, term) =>
      Number.isFinite(estimate) || !pooled.terms.includes(term) ? 0 : estimate,
    ),
    warnings: [...warnings, limit.warning, ...(maximumLeft?.warnings ?? [])],
  };
}

/** Estimates and covariance of all terms and ln σ; coefficients without finite limit have infinite variance, and no covariances. */
export function estimatesOfMaximum({ problem, maximum, limits }: MaximumOrLimit): {
  readonly estimates: Float64Array;
  readonly covariance: Float64Array;
} {
  const { design, terms } = problem.pooled;
  const { estimates, covariance } = parameterEstimates(design, terms, maximum?.search ?? null, 1);
  limits?.forEach((limit, term) => {
    if (limit !== 0) estimates[term] = limit;
  });
  return { estimates, covariance: withInfiniteVariance(covariance, limits) };
}
