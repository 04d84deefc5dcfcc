import { InvalidInput } from "../../scenarios/invalidInput.ts";
import type { CoxFit, CoxTests, FitTest } from "../fit.ts";
import { likelihoodRatioTest, waldTest } from "../modelTests.ts";
import type { Evaluation } from "./partialLikelihood.ts";
import type { RobustPart } from "./robustCovariance.ts";

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

/** The global tests of a fit. */
export function globalTests(
  atZero: Evaluation,
  logLikelihood: number,
  estimated: readonly number[],
  estimates: Float64Array,
  covariance: Float64Array,
  robust: RobustPart | null,
): CoxTests {
  const finite = estimated.filter((j) => Number.isFinite(estimates[j]));
  const some = estimated.length > 0;
  return {
    likelihoodRatio: some ? likelihoodRatioTest(logLikelihood, atZero.logLikelihood, estimated.length) : null,
    wald: finite.length > 0 ? waldTest(estimates, robust?.covariance ?? covariance, finite) : null,
    score: some ? waldTest(atZero.score, atZero.information, estimated) : null,
    // The scores of a single cluster are the score itself: no variance can be made of them.
    robustScore:
      some && robust && robust.made.clusters !== 1
        ? waldTest(atZero.score, robust.scoreVarianceAtZero, estimated)
        : null,
  };
}
