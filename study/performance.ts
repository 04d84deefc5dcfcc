import {
  type EmpiricalStandardError,
  empiricalSeOf,
  type Measure,
  meanOf,
  modelSeOf,
  relativeBiasOf,
  relativeErrorOf,
  rootOfMeanSquare,
  type Share,
  shareOf,
} from "./measuresOfMoments.ts";
import { mean, momentsOf } from "./moments.ts";

export { type EmpiricalStandardError, type Measure, type Share, wilsonLimits } from "./measuresOfMoments.ts";
export { mean } from "./moments.ts";

/**
 * Performance measures of a Monte Carlo study, each with its Monte Carlo standard error (MCSE), after Morris, White &
 * Crowther (2019, Stat Med 38:2074, table 6) and White's `simsum` (Stata J 2010).
 *
 * With θᵢ the truth of replication i and θ̂ᵢ its estimate, everything is written in the errors eᵢ = θ̂ᵢ − θᵢ, so that a
 * truth that varies between replications (an average partial effect, say) is compared with the estimate of its own
 * replication. With one truth for all, these are the published formulas term by term.
 *
 * All take the valid replications only, arrays of one length in one order. A measure of too few replications to be
 * defined (none, or one where a spread is needed) is NaN.
 */

type Values = ArrayLike<number>;

/** Mean of the estimates; MCSE s / √n. With one truth for all its MCSE is that of the bias. */
export function meanEstimate(estimates: Values): Measure {
  return meanOf(momentsOf(estimates));
}

/** e = θ̂ − θ. */
export function estimationErrors(estimates: Values, truths: Values): Float64Array {
  return Float64Array.from(estimates, (estimate, i) => estimate - (truths[i] as number));
}

/** Mean error; MCSE s / √n. */
export function bias(errors: Values): Measure {
  return meanEstimate(errors);
}

/**
 * Mean error as a share of the mean truth; NaN when that is 0. MCSE s / (|θ| √n); where the truth varies, s is the
 * spread of the residuals of the ratio, θ̂ᵢ − (1 + value) θᵢ.
 */
export function relativeBias(estimates: Values, truths: Values): Measure {
  const meanTruth = mean(truths);
  const meanOfEstimates = mean(estimates);
  const ratio = meanOfEstimates / meanTruth;
  const residuals = Float64Array.from(estimates, (estimate, i) => estimate - ratio * (truths[i] as number));
  return relativeBiasOf(meanOfEstimates, meanTruth, momentsOf(residuals));
}

/** Standard deviation s of the errors; MCSE s / √(2 (n − 1)), which holds for normal estimates. */
export function empiricalSe(errors: Values): EmpiricalStandardError {
  return empiricalSeOf(momentsOf(errors));
}

/** Root of the mean estimated variance V̂; MCSE √(Var(V̂) / (4 n modelSe²)). */
export function modelSe(standardErrors: Values): Measure {
  return modelSeOf(momentsOf(squares(standardErrors)));
}

/**
 * By how many per cent the model SE exceeds the empirical SE: 100 (modelSe / empiricalSe − 1). Where an estimate came
 * without a standard error there are fewer of these than errors.
 */
export function relativeErrorOfModelSe(errors: Values, standardErrors: Values): Measure {
  return relativeErrorOf(momentsOf(errors), momentsOf(squares(standardErrors)));
}

/** Mean squared error; MCSE √(Σ(qᵢ − MSE)² / (n (n − 1))) with qᵢ = eᵢ². */
export function meanSquaredError(errors: Values): Measure {
  return meanOf(momentsOf(squares(errors)));
}

/** √MSE; MCSE(MSE) / (2 √MSE). */
export function rootMeanSquaredError(errors: Values): Measure {
  return rootOfMeanSquare(momentsOf(squares(errors)));
}

/** Share of confidence intervals that hold the truth of their replication. */
export function coverage(confLow: Values, confHigh: Values, truths: Values): Share {
  let covered = 0;
  for (let i = 0; i < truths.length; i++) {
    const truth = truths[i] as number;
    if ((confLow[i] as number) <= truth && truth <= (confHigh[i] as number)) covered++;
  }
  return shareOf(covered, truths.length);
}

/** Coverage of θ + bias: what the coverage would be if only the bias were removed. */
export function biasEliminatedCoverage(
  confLow: Values,
  confHigh: Values,
  truths: Values,
  meanError: number,
): Share {
  return coverage(
    confLow,
    confHigh,
    Float64Array.from(truths, (truth) => truth + meanError),
  );
}

/** Share of tests that reject, p ≤ α: the type I error where the null is true, the power where it is not. */
export function rejection(pValues: Values, alpha: number): Share {
  let rejected = 0;
  for (let i = 0; i < pValues.length; i++) if ((pValues[i] as number) <= alpha) rejected++;
  return shareOf(rejected, pValues.length);
}

/** Mean width of the confidence intervals; MCSE s / √n of the widths. */
export function intervalWidth(confLow: Values, confHigh: Values): Measure {
  return bias(estimationErrors(confHigh, confLow));
}

/** Share of the replications that gave a valid estimate. */
export function convergence(valid: number, total: number): Share {
  return shareOf(valid, total);
}

function squares(values: Values): Float64Array {
  return Float64Array.from(values, (value) => value ** 2);
}
