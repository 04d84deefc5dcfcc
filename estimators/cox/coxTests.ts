import { InvalidInput } from "../../scenarios/invalidInput.ts";
import type { CoxFit, CoxTests, FitTest } from "../fit.ts";
import { likelihoodRatioTest, waldTest } from "../modelTests.ts";
import type { Evaluation } from "./partialLikelihood.ts";
import type { RobustPart } from "./robustCovariance.ts";

/**
 * Likelihood-ratio test of a Cox model against a larger one that contains it: twice the gain in log-likelihood, on
 * as many degrees of freedom as the larger one has more estimated terms. It supposes independent rows; with a robust
 * covariance, test the terms by `testCoxTerms` instead.
 *
 * @throws InvalidInput when the fits cannot be nested: other rows, events or ways of handling ties, or no more terms
 *   in the larger one than in the smaller.
 */
export function testNestedCox(smaller: CoxFit, larger: CoxFit): FitTest {
  for (const property of ["observations", "events", "ties"] as const) {
    if (smaller[property] !== larger[property]) {
      const expected = `${smaller[property]}, as the smaller model has`;
      throw new InvalidInput({ path: `larger.${property}`, found: String(larger[property]), expected });
    }
  }
  const estimated = (fit: CoxFit) => fit.terms.filter((term) => !Number.isNaN(term.estimate));
  const names = new Set(estimated(larger).map((term) => term.term));
  const missing = estimated(smaller).find((term) => !names.has(term.term));
  const df = estimated(larger).length - estimated(smaller).length;
  if (missing || df < 1) {
    throw new InvalidInput({
      path: "larger.terms",
      found: missing ? `no ${missing.term}` : `${names.size} terms`,
      expected: "every term of the smaller model and at least one more",
    });
  }
  return likelihoodRatioTest(larger.logLikelihood, smaller.logLikelihood, df);
}

/**
 * Wald test that the named terms' coefficients are all zero, with the robust covariance if the fit has one.
 *
 * @param terms as in `fit.terms`; those without a finite estimate are left out of the test.
 * @throws InvalidInput for a term that the fit does not have.
 */
export function testCoxTerms(fit: CoxFit, terms: readonly string[]): FitTest {
  const positions = terms.map((name) => {
    const position = fit.terms.findIndex((term) => term.term === name);
    if (position < 0) {
      const expected = fit.terms.map((term) => term.term).join(", ");
      throw new InvalidInput({ path: "terms", found: name, expected });
    }
    return position;
  });
  const estimates = Float64Array.from(fit.terms, (term) => term.estimate);
  const finite = positions.filter((position) => Number.isFinite(estimates[position]));
  return waldTest(estimates, fit.robustCovariance ?? fit.covariance, finite);
}

/** The global tests of a fit; infinite estimates have no part in the Wald test. */
export function globalTests(
  atZero: Evaluation,
  logLikelihood: number,
  estimated: readonly number[],
  estimates: Float64Array,
  covariance: Float64Array,
  robust: RobustPart | null,
): CoxTests {
  const finite = estimated.filter((j) => Number.isFinite(estimates[j]));
  return {
    likelihoodRatio: likelihoodRatioTest(logLikelihood, atZero.logLikelihood, estimated.length),
    wald: waldTest(estimates, robust?.covariance ?? covariance, finite),
    score: waldTest(atZero.score, atZero.information, estimated),
    robustScore: robust && waldTest(atZero.score, robust.scoreVarianceAtZero, estimated),
  };
}
