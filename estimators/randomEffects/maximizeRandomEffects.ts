import { log } from "../../numerics/elementary.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { givenStart, maximizePooled } from "../binary/maximizePooled.ts";
import { requireLength } from "../binary/prepareBinary.ts";
import type { FitWarning } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import { maximizeByNewton, type NewtonOptions, type NewtonResult } from "../numerics/newton.ts";
import { differencedHessian } from "./differencedHessian.ts";
import {
  LATENT_VARIANCE,
  type RandomEffectsProblem,
  randomEffectsLikelihood,
} from "./randomEffectsProblem.ts";
import { refineMaximum } from "./refineMaximum.ts";
import { varianceScoreAtZero } from "./zeroVariance.ts";

/** Of the standard deviation of the latent error: ρ = 0.36. */
const START_SIGMA = 0.75;
/** A start needs no more of the pooled fit than a few digits. */
const ROUGH_TOLERANCE = 1e-3;
/** Newton steps with the costlier Hessian, for a search that did not arrive. */
const FURTHER_ITERATIONS = 30;
/** With fewer nodes the Hessian at fixed nodes is so far off that a search which counts as converged is not yet at the maximum. */
const FEW_NODES = 8;
/** ln σ at which the search pauses: is σ on its way to 0 (here 0.018) or to infinity (here 148)? */
const LOWEST_LN_SIGMA = -4;
const HIGHEST_LN_SIGMA = 5;

export interface RandomEffectsMaximum {
  /** Over the standardised coefficients and ln σ; over the coefficients alone unless `sigma` is "interior". */
  readonly search: NewtonResult;
  /** Whether ln σ was estimated, or the pooled model (σ = 0) is reported because it is the maximum, or for want of any. */
  readonly sigma: "interior" | "zero" | "unidentified";
  readonly warnings: readonly FitWarning[];
}

/** Maximises the random-effects likelihood, from `given` (coefficients, then ln σ) or from the pooled model. */
export function maximizeRandomEffects(
  problem: RandomEffectsProblem,
  given: ArrayLike<number> | undefined,
  quadratureNodes: number,
  options: NewtonOptions,
): RandomEffectsMaximum {
  const { pooled: pooledProblem, link } = problem;
  const unidentified = whatHidesSigma(problem);
  if (unidentified !== null) {
    return {
      search: maximizePooled(pooledProblem, null, options, link),
      sigma: "unidentified",
      warnings: [unidentified],
    };
  }
  const { start, pooledValue } =
    given === undefined
      ? startFromPooled(problem, options)
      : { start: startFromGiven(problem, given), pooledValue: -Infinity };
  const objective = randomEffectsLikelihood(problem, quadratureNodes);
  const lnSigma = pooledProblem.terms.length;
  const stepLimits = new Float64Array(objective.parameters).fill(Infinity);
  stepLimits[lnSigma] = 1;
  const leavesRange = (point: Float64Array): boolean =>
    point[lnSigma] < LOWEST_LN_SIGMA || point[lnSigma] > HIGHEST_LN_SIGMA;

  const limited = { ...options, stepLimits, stop: leavesRange };
  let search = maximizeByNewton(objective, start, limited);
  if (!search.converged && Number.isFinite(search.value) && !leavesRange(search.point)) {
    const maxIterations = Math.min(options.maxIterations, FURTHER_ITERATIONS);
    const further = maximizeByNewton(differencedHessian(objective), search.point, {
      ...limited,
      maxIterations,
    });
    search = { ...further, iterations: search.iterations + further.iterations };
  }
  if (search.converged && quadratureNodes < FEW_NODES) search = refineMaximum(objective, search);
  const reached = search.point[lnSigma];
  // A maximum below what σ = 0 has is none: in small samples there may be two.
  const onlyLocal = search.value < pooledValue;
  if (reached > HIGHEST_LN_SIGMA && !onlyLocal) {
    const message = phrase`σ grows without limit: the outcome hardly varies within groups, which the random effect then explains alone`;
    return {
      search,
      sigma: "interior",
      warnings: [fitWarning("sigma-at-boundary", ["lnSigma"], message)],
    };
  }
  if (reached >= LOWEST_LN_SIGMA && !onlyLocal) return { search, sigma: "interior", warnings: [] };

  const pooled = maximizePooled(
    pooledProblem,
    (onlyLocal ? start : search.point).slice(0, lnSigma),
    options,
    link,
  );
  if (varianceScoreAtZero(problem, pooled.point) > 0) {
    const near = onlyLocal ? Float64Array.of(...pooled.point, LOWEST_LN_SIGMA) : search.point;
    const again = maximizeByNewton(objective, near, { ...options, stepLimits });
    return {
      search: { ...again, iterations: search.iterations + again.iterations },
      sigma: "interior",
      warnings: [],
    };
  }
  const message = phrase`σ = 0 is the maximum: the groups differ no more than chance; the estimates are those of the pooled ${link.name}`;
  return {
    search: { ...pooled, iterations: search.iterations + pooled.iterations },
    sigma: "zero",
    warnings: [fitWarning("sigma-at-boundary", ["lnSigma"], message)],
  };
}

/** The two ways in which the groups by themselves rule out a finite σ > 0; rows without weight do not count. */
function whatHidesSigma({ pooled, link, rowWeights }: RandomEffectsProblem): FitWarning | null {
  const { design, signs } = pooled;
  const { groups, start } = design.rowGroups;
  let largest = 0;
  let heaviest = 0;
  for (let group = 0; group < groups; group++) {
    let sign = 0;
    let rows = 0;
    for (let p = start[group]; p < start[group + 1]; p++) {
      const weight = rowWeights === null ? 1 : rowWeights[p];
      if (weight === 0) continue;
      if (sign !== 0 && signs[p] !== sign) return null;
      sign = signs[p];
      rows++;
      if (weight > heaviest) heaviest = weight;
    }
    if (rows > largest) largest = rows;
  }
  // A row that counts twice is as good as two.
  if (largest < 2 && heaviest <= 1) {
    const message = phrase`every group has one row: σ cannot be told from the scale of the coefficients; this is the pooled ${link.name}`;
    return fitWarning("singular-hessian", ["lnSigma"], message);
  }
  const message = phrase`the outcome never changes within a group: σ grows without limit, and the coefficients with it; shown is the pooled ${link.name}, whose log-likelihood is not that of the limit. Explain one row a group instead, or leave out the random effect and take errors by cluster`;
  return fitWarning("sigma-at-boundary", ["lnSigma"], message);
}

/** Coefficients of a latent variable whose variance is v + σ² instead of v are the pooled ones times √(1 + σ²/v). */
function startFromPooled(
  { pooled, link }: RandomEffectsProblem,
  options: NewtonOptions,
): { start: Float64Array; pooledValue: number } {
  const { point, value } = maximizePooled(pooled, null, { ...options, tolerance: ROUGH_TOLERANCE }, link);
  const stretch = Math.sqrt(1 + START_SIGMA * START_SIGMA);
  const sigma = START_SIGMA * Math.sqrt(LATENT_VARIANCE[link.name]);
  const start = Float64Array.of(...point.map((coefficient) => coefficient * stretch), log(sigma));
  return { start, pooledValue: value };
}

function startFromGiven({ pooled }: RandomEffectsProblem, given: ArrayLike<number>): Float64Array {
  requireLength("the start vector", given, pooled.names.length + 1);
  const coefficients = givenStart(pooled, Array.from(given).slice(0, -1));
  return Float64Array.of(...coefficients, given[given.length - 1]);
}
