import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import { exp } from "../../numerics/elementary.ts";
import { maximizePooled } from "../binary/maximizePooled.ts";
import type { FitTest, RandomEffectsTests } from "../fit.ts";
import { likelihoodRatioTest, waldTest } from "../modelTests.ts";
import type { NewtonOptions } from "../numerics/newton.ts";
import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";
import { maximizeRandomEffects, type RandomEffectsMaximum } from "./maximizeRandomEffects.ts";
import {
  LATENT_VARIANCE,
  type RandomEffectsProblem,
  randomEffectsLikelihood,
} from "./randomEffectsProblem.ts";
import { withoutRegressors } from "./withoutRegressors.ts";

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
 * The tests of a maximum. They cost a pooled fit, an evaluation of the likelihood, and the fit of a model without regressors,
 * which is next to nothing unless there is an offset or row weights.
 *
 * @param estimates of all terms, `covariance` of them and ln σ, for Wald's test.
 */
export function testsOfFit(
  problem: RandomEffectsProblem,
  maximum: RandomEffectsMaximum,
  estimates: Float64Array,
  covariance: Float64Array,
  quadratureNodes: number,
  options: NewtonOptions,
): TestsOfFit {
  if (!maximum.search.converged || maximum.sigma === "unidentified") return NO_TESTS;
  const { design, terms } = problem.pooled;
  const { value } = maximum.search;
  const tested = [...terms].filter((term) => term !== design.interceptTerm);

  const nullProblem = withoutRegressors(problem);
  const nullMaximum =
    tested.length === 0 ? maximum : maximizeRandomEffects(nullProblem, undefined, quadratureNodes, options);
  const logLikelihoodNull = nullMaximum.search.converged ? nullMaximum.search.value : null;
  const pooled = pooledLogLikelihood(problem, maximum, options);
  return {
    logLikelihoodNull,
    logLikelihoodPooled: pooled,
    tests:
      tested.length === 0
        ? NO_TESTS.tests
        : {
            likelihoodRatio:
              logLikelihoodNull === null
                ? null
                : likelihoodRatioTest(value, logLikelihoodNull, tested.length),
            wald: waldTest(estimates, covariance, tested),
            score: scoreTest(problem, nullMaximum, tested.length, quadratureNodes),
          },
    sigmaTest: pooled === null ? null : testOfZeroSigma(value, pooled),
  };
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

/** g'(−H)⁻¹g of the whole model at the estimates of the null one; null when that has σ = 0 or −H is not positive definite. */
function scoreTest(
  problem: RandomEffectsProblem,
  nullMaximum: RandomEffectsMaximum,
  df: number,
  quadratureNodes: number,
): FitTest | null {
  const { search, sigma } = nullMaximum;
  if (sigma !== "interior" || !search.converged) return null;
  const { design, terms } = problem.pooled;
  const objective = randomEffectsLikelihood(problem, quadratureNodes);
  const n = objective.parameters;
  const point = new Float64Array(n);
  // The columns are centred where there is an intercept, and the intercept of centred columns is that of none.
  if (design.interceptTerm >= 0) point[terms.indexOf(design.interceptTerm)] = search.point[0];
  point[n - 1] = search.point[search.point.length - 1];
  const gradient = new Float64Array(n);
  const information = new Float64Array(n * n);
  objective.evaluate(point, gradient, information);
  for (let i = 0; i < information.length; i++) information[i] = -information[i];
  if (choleskyInPlace(information, n, 1e-14).length > 0) return null;
  const solution = gradient.slice();
  solveCholeskyInPlace(solution, information, n);
  const statistic = gradient.reduce((sum, slope, i) => sum + slope * solution[i], 0);
  return { statistic, df, pValue: chiSquaredUpperTail(statistic, df) };
}
