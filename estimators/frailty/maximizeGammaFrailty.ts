import { log } from "../../numerics/elementary.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { complementaryLogLog } from "../binary/links/complementaryLogLog.ts";
import { givenStart, maximizePooled } from "../binary/maximizePooled.ts";
import { requireLength } from "../binary/prepareBinary.ts";
import type { FitWarning } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import { maximizeByNewton, type NewtonOptions, type NewtonResult } from "../numerics/newton.ts";
import { frailtyLikelihood } from "./frailtyLikelihood.ts";
import type { FrailtyProblem } from "./frailtyProblem.ts";
import { growsTogether } from "./growsTogether.ts";
import { frailtyScoreAtZero } from "./zeroFrailty.ts";

const START_LN_VARIANCE = log(0.5);
/** ln θ at which the search pauses: is θ on its way to 0 (here 0.00034) or to infinity (here 148)? */
const LOWEST_LN_VARIANCE = -8;
const HIGHEST_LN_VARIANCE = 5;

export interface FrailtyMaximum {
  /** Over the standardised coefficients and ln θ; over the coefficients alone unless `variance` is "interior". */
  readonly search: NewtonResult;
  /** Of the cloglog without frailty. */
  readonly pooled: NewtonResult;
  /** Whether ln θ was estimated, or the pooled cloglog is reported because θ = 0 is the maximum, or for want of any. */
  readonly variance: "interior" | "zero" | "unidentified";
  readonly warnings: readonly FitWarning[];
}

/** Maximises the gamma-frailty likelihood, from `given` (coefficients, then ln θ) or from the pooled cloglog. */
export function maximizeGammaFrailty(
  problem: FrailtyProblem,
  given: ArrayLike<number> | undefined,
  options: NewtonOptions,
): FrailtyMaximum {
  const { binary } = problem;
  const pooled = maximizePooled(binary, null, options, complementaryLogLog);
  if (binary.design.rowGroups.largest < 2) {
    const message = phrase`every group has one row: θ cannot be told from the shape of the link; this is the cloglog without frailty`;
    const warning: FitWarning = fitWarning("singular-hessian", ["lnVariance"], message);
    return { search: pooled, pooled, variance: "unidentified", warnings: [warning] };
  }

  const start =
    given === undefined
      ? Float64Array.of(...pooled.point, START_LN_VARIANCE)
      : startFromGiven(problem, given);
  const objective = frailtyLikelihood(problem);
  const lnVariance = binary.terms.length;
  const stepLimits = new Float64Array(objective.parameters).fill(Infinity);
  stepLimits[lnVariance] = 1;
  const leavesRange = (point: Float64Array): boolean =>
    point[lnVariance] < LOWEST_LN_VARIANCE || point[lnVariance] > HIGHEST_LN_VARIANCE;
  let search = maximizeByNewton(objective, start, { ...options, stepLimits, stop: leavesRange });

  if (search.point[lnVariance] > HIGHEST_LN_VARIANCE || growsTogether(objective, search)) {
    return { search, pooled, variance: "interior", warnings: [endlessVariance()] };
  }
  const zeroIsMaximum = frailtyScoreAtZero(problem, pooled.point) <= 0;
  if (search.point[lnVariance] < LOWEST_LN_VARIANCE && !zeroIsMaximum) {
    search = maximizeByNewton(objective, search.point, { ...options, stepLimits });
  }
  // With a second maximum inside, the higher one counts.
  const inside = search.converged && search.point[lnVariance] >= LOWEST_LN_VARIANCE;
  if (!zeroIsMaximum || (inside && search.value > pooled.value)) {
    return { search, pooled, variance: "interior", warnings: [] };
  }
  const message = phrase`θ = 0 is the maximum: the groups differ no more than chance; the estimates are those of the cloglog without frailty`;
  return {
    search: { ...pooled, iterations: search.iterations + pooled.iterations },
    pooled,
    variance: "zero",
    warnings: [fitWarning("sigma-at-boundary", ["lnVariance"], message)],
  };
}

function endlessVariance(): FitWarning {
  const message = phrase`θ grows without limit, and the coefficients may grow with it: a few groups have the events and the others none, or the groups say too little of a frailty; put the spells of a unit in one group, or give the hazard a simpler course`;
  return fitWarning("sigma-at-boundary", ["lnVariance"], message);
}

function startFromGiven({ binary }: FrailtyProblem, given: ArrayLike<number>): Float64Array {
  requireLength("the start vector", given, binary.names.length + 1);
  const coefficients = givenStart(binary, Array.from(given).slice(0, -1));
  return Float64Array.of(...coefficients, given[given.length - 1]);
}
