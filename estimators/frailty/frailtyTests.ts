import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import { groupScoreTest } from "../covariance/groupScores.ts";
import type { FitTest } from "../fit.ts";
import { likelihoodRatioTest, waldTest } from "../modelTests.ts";
import type { NewtonOptions } from "../numerics/newton.ts";
import { frailtyLikelihood } from "./frailtyLikelihood.ts";
import { type FrailtyProblem, withoutTerms } from "./frailtyProblem.ts";
import { type FrailtyMaximum, maximizeGammaFrailty } from "./maximizeGammaFrailty.ts";

/** Tests that every coefficient but the intercept is zero, θ free; null when not asked for or not to be had. */
export interface GammaFrailtyTests {
  readonly likelihoodRatio: FitTest | null;
  /** Of the coefficients with a finite estimate; with the robust covariance when the fit has one. */
  readonly wald: FitTest | null;
  /**
   * At the estimates of the model with intercept and frailty alone, the sum of outer products of the groups' scores as
   * information; null when θ = 0 is the maximum there, or with fewer groups than parameters.
   */
  readonly score: FitTest | null;
}

/** What a fit has to say beyond its estimates. */
export interface FrailtyTestsOfFit {
  readonly logLikelihoodNull: number | null;
  readonly logLikelihoodPooled: number | null;
  readonly tests: GammaFrailtyTests;
  readonly frailtyTest: FitTest | null;
}

export const NO_FRAILTY_TESTS: FrailtyTestsOfFit = {
  logLikelihoodNull: null,
  logLikelihoodPooled: null,
  tests: { likelihoodRatio: null, wald: null, score: null },
  frailtyTest: null,
};

/**
 * The tests of a maximum, or of the limit of a separated likelihood. They cost the fit of a model without terms.
 *
 * @param problem with all its rows.
 * @param estimates of all terms, `covariance` of them and ln θ, for Wald's test.
 */
export function frailtyTestsOfFit(
  problem: FrailtyProblem,
  { search, pooled, variance }: FrailtyMaximum,
  estimates: Float64Array,
  covariance: Float64Array,
  options: NewtonOptions,
): FrailtyTestsOfFit {
  if (!search.converged || variance === "unidentified") return NO_FRAILTY_TESTS;
  const { design, terms } = problem.binary;
  const tested = [...terms].filter((term) => term !== design.interceptTerm);
  const finite = tested.filter((term) => Number.isFinite(estimates[term]));
  const df = tested.length;
  const nullProblem = withoutTerms(problem);
  const atNull = df === 0 ? { search, variance } : maximizeGammaFrailty(nullProblem, undefined, options);
  const logLikelihoodNull = atNull.search.converged ? atNull.search.value : null;
  return {
    logLikelihoodNull,
    logLikelihoodPooled: pooled.converged ? pooled.value : null,
    tests: {
      likelihoodRatio:
        df === 0 || logLikelihoodNull === null
          ? null
          : likelihoodRatioTest(search.value, logLikelihoodNull, df),
      wald: finite.length === 0 ? null : waldTest(estimates, covariance, finite),
      score: df === 0 ? null : scoreTest(problem, nullProblem, atNull, df),
    },
    frailtyTest: pooled.converged ? testOfNoFrailty(search.value, pooled.value) : null,
  };
}

function scoreTest(
  { binary, groupWeights }: FrailtyProblem,
  nullProblem: FrailtyProblem,
  { search, variance }: Pick<FrailtyMaximum, "search" | "variance">,
  df: number,
): FitTest | null {
  if (variance !== "interior" || !search.converged) return null;
  const { row, lnVariance } = frailtyLikelihood(nullProblem).scores(search.point);
  return groupScoreTest(binary.design, binary.terms, { row, lnScale: lnVariance }, groupWeights, df);
}

function testOfNoFrailty(logLikelihood: number, logLikelihoodPooled: number): FitTest {
  const statistic = Math.max(2 * (logLikelihood - logLikelihoodPooled), 0);
  return { statistic, df: 1, pValue: statistic === 0 ? 1 : 0.5 * chiSquaredUpperTail(statistic, 1) };
}
