import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import { exp } from "../../numerics/elementary.ts";
import { maximizePooled } from "../binary/maximizePooled.ts";
import { groupScoreTest } from "../covariance/groupScores.ts";
import type { FitTest, FitWarning, RandomEffectsTests } from "../fit.ts";
import { likelihoodRatioTest, waldTest } from "../modelTests.ts";
import type { NewtonOptions } from "../numerics/newton.ts";
import type { RandomEffectsMaximum } from "./maximizeRandomEffects.ts";
import { maximizeNullModel, type NullModel } from "./nullModel.ts";
import type { MaximumOrLimit } from "./randomEffectsMaximum.ts";
import { LATENT_VARIANCE, type RandomEffectsProblem } from "./randomEffectsProblem.ts";

/** What a fit has to say beyond its estimates. */
export interface TestsOfFit {
  readonly logLikelihoodNull: number | null;
  readonly logLikelihoodPooled: number | null;
  readonly tests: RandomEffectsTests;
  readonly sigmaTest: FitTest | null;
}

export const NO_TESTS: TestsOfFit = {
  logLikelihoodNull: null,
  logLikelihoodPooled: null,
  tests: { likelihoodRatio: null, wald: null, score: null },
  sigmaTest: null,
};

/**
 * The tests of a maximum, or of the limit of a separated likelihood, and what is to be said of them.
 * They cost a pooled fit and the fit of a model without regressors, which is
 * next to nothing unless there is an offset or row weights.
 *
 * @param problem with all its rows.
 * @param estimates of all terms, `covariance` of them and ln σ, for Wald's test.
 */
export function testsOfFit(
  problem: RandomEffectsProblem,
  found: MaximumOrLimit,
  estimates: Float64Array,
  covariance: Float64Array,
  quadratureNodes: number,
  options: NewtonOptions,
): { readonly ofFit: TestsOfFit; readonly warnings: readonly FitWarning[] } {
  const { maximum } = found;
  if (maximum === null || !maximum.search.converged || maximum.sigma === "unidentified") {
    return { ofFit: NO_TESTS, warnings: [] };
  }
  const { design, terms } = problem.pooled;
  const { value } = maximum.search;
  const tested = [...terms].filter((term) => term !== design.interceptTerm);
  const finite = tested.filter((term) => Number.isFinite(estimates[term]));
  const df = tested.length;
  const nullModel = df === 0 ? null : maximizeNullModel(problem, quadratureNodes, options);
  const atNull = (nullModel?.maximum ?? maximum).search;
  const logLikelihoodNull = atNull.converged ? atNull.value : null;
  const pooled = pooledLogLikelihood(found.problem, maximum, options);
  return {
    ofFit: {
      logLikelihoodNull,
      logLikelihoodPooled: pooled,
      tests:
        nullModel === null
          ? NO_TESTS.tests
          : {
              likelihoodRatio:
                logLikelihoodNull === null ? null : likelihoodRatioTest(value, logLikelihoodNull, df),
              wald: finite.length === 0 ? null : waldTest(estimates, covariance, finite),
              score: scoreTest(problem, nullModel, df),
            },
      sigmaTest: pooled === null ? null : testOfZeroSigma(value, pooled),
    },
    warnings: nullModel?.warnings ?? [],
  };
}

function scoreTest(
  { pooled, groupWeights }: RandomEffectsProblem,
  nullModel: NullModel,
  df: number,
): FitTest | null {
  const scores = nullModel.scores();
  return scores === null ? null : groupScoreTest(pooled.design, pooled.terms, scores, groupWeights, df);
}

function pooledLogLikelihood(
  { pooled, link }: RandomEffectsProblem,
  { search, sigma }: RandomEffectsMaximum,
  options: NewtonOptions,
): number | null {
  if (sigma === "zero") return search.value;
  // The estimates on the scale they would have without the random effect are near its maximum.
  const k = pooled.terms.length;
  const variance = exp(2 * search.point[k]);
  const shrink = Math.sqrt(1 + variance / LATENT_VARIANCE[link.name]);
  const start = search.point.slice(0, k).map((coefficient) => coefficient / shrink);
  const fit = maximizePooled(pooled, start, options, link);
  return fit.converged ? fit.value : null;
}

function testOfZeroSigma(logLikelihood: number, logLikelihoodPooled: number): FitTest {
  const statistic = Math.max(2 * (logLikelihood - logLikelihoodPooled), 0);
  return { statistic, df: 1, pValue: statistic === 0 ? 1 : 0.5 * chiSquaredUpperTail(statistic, 1) };
}
