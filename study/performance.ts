import {
  empiricalSeOf,
  exaggerationOf,
  type Measure,
  meanOf,
  modelSeOf,
  relativeBiasOf,
  relativeErrorOf,
  rootOfMeanSquare,
  type Share,
  type SignificantMeasure,
  type SignificantShare,
  type SpreadMeasure,
  shareOf,
  wrongSignOf,
} from "./measuresOfMoments.ts";
import { type PairedShare, pairedShareOf, relativePrecisionOf } from "./measuresOfPairs.ts";
import { mean, momentsOf } from "./moments.ts";

export { type Bounds, boundsOfShare } from "./measures/failureBounds.ts";
export {
  type Measure,
  type Share,
  type SignificantMeasure,
  type SignificantShare,
  type SpreadMeasure,
  wilsonLimits,
} from "./measuresOfMoments.ts";
export type { PairedShare } from "./measuresOfPairs.ts";
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
export function empiricalSe(errors: Values): SpreadMeasure {
  return empiricalSeOf(momentsOf(errors));
}

/** Root of the mean estimated variance V̂; MCSE √(Var(V̂) / (4 n modelSe²)). */
export function modelSe(standardErrors: Values): Measure {
  return modelSeOf(momentsOf(squares(standardErrors)));
}

/**
 * By how many per cent the model SE exceeds the empirical SE: 100 (modelSe / empiricalSe − 1). An estimate without a
 * standard error has NaN there; its error counts.
 */
export function relativeErrorOfModelSe(errors: Values, standardErrors: Values): SpreadMeasure {
  const ofErrors = momentsOf(errors);
  const ofVariances = momentsOf(squares(standardErrors).filter((variance) => !Number.isNaN(variance)));
  let product = 0;
  for (let i = 0; i < errors.length; i++) {
    const excess = (standardErrors[i] as number) ** 2 - ofVariances.mean;
    if (!Number.isNaN(excess)) product += excess * ((errors[i] as number) - ofErrors.mean) ** 2;
  }
  return relativeErrorOf(ofErrors, ofVariances, product);
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

/**
 * Type S error (Gelman & Carlin 2014): share of wrong signs, θ̂ θ < 0, among the estimates whose test rejects. Of truths
 * that are not 0.
 */
export function typeS(estimates: Values, truths: Values, pValues: Values, alpha: number): SignificantShare {
  let significant = 0;
  let wrong = 0;
  for (let i = 0; i < estimates.length; i++) {
    if (!((pValues[i] as number) <= alpha)) continue;
    significant++;
    if ((estimates[i] as number) * (truths[i] as number) < 0) wrong++;
  }
  return wrongSignOf(wrong, significant);
}

/**
 * Type M error, the exaggeration ratio: mean |θ̂| over mean |θ| of the estimates whose test rejects; MCSE s / (|θ| √n) of
 * these n. Where the truth varies, s is the spread of the residuals |θ̂ᵢ| − value · |θᵢ|.
 */
export function typeM(estimates: Values, truths: Values, pValues: Values, alpha: number): SignificantMeasure {
  const sizes: number[] = [];
  const truthSizes: number[] = [];
  for (let i = 0; i < estimates.length; i++) {
    if (!((pValues[i] as number) <= alpha)) continue;
    sizes.push(Math.abs(estimates[i] as number));
    truthSizes.push(Math.abs(truths[i] as number));
  }
  const meanSize = mean(sizes);
  const meanTruth = mean(truthSizes);
  const ratio = meanSize / meanTruth;
  const residuals = sizes.map((size, i) => size - ratio * (truthSizes[i] as number));
  return exaggerationOf(meanSize, meanTruth, momentsOf(residuals));
}

/** Mean width of the confidence intervals; MCSE s / √n of the widths. */
export function intervalWidth(confLow: Values, confHigh: Values): Measure {
  return bias(estimationErrors(confHigh, confLow));
}

/** Share of the replications that gave a valid estimate. */
export function convergence(valid: number, total: number): Share {
  return shareOf(valid, total);
}

/**
 * By how many per cent a method is more precise than a reference on the same data: 100 ((s_A / s_B)² − 1), s_A the
 * empirical standard error of the reference; MCSE 200 (s_A / s_B)² √((1 − ρ²) / (n − 1)), ρ the correlation of the
 * errors.
 */
export function relativePrecision(errors: Values, referenceErrors: Values): SpreadMeasure {
  const method = momentsOf(errors);
  const reference = momentsOf(referenceErrors);
  let product = 0;
  let squares = 0;
  for (let i = 0; i < errors.length; i++) {
    const both = ((errors[i] as number) - method.mean) * ((referenceErrors[i] as number) - reference.mean);
    product += both;
    squares += both ** 2;
  }
  return relativePrecisionOf(method, reference, { product, squares });
}

/** Mean of the estimates less those of a reference on the same data, which is also the difference of the biases; MCSE s / √n. */
export function pairedDifference(estimates: Values, referenceEstimates: Values): Measure {
  return meanEstimate(estimationErrors(estimates, referenceEstimates));
}

/** Share of tests that reject less that of a reference on the same data; MCSE √(b + c − (b − c)² / n) / n, b and c the discordant pairs. */
export function pairedRejection(pValues: Values, referencePValues: Values, alpha: number): PairedShare {
  return discordance(
    pValues.length,
    (i) => (pValues[i] as number) <= alpha,
    (i) => (referencePValues[i] as number) <= alpha,
  );
}

/** An interval a replication. */
export interface Intervals {
  readonly low: Values;
  readonly high: Values;
}

/** Coverage less that of a reference on the same data, with the error of `pairedRejection`. */
export function pairedCoverage(method: Intervals, reference: Intervals, truths: Values): PairedShare {
  const covers = ({ low, high }: Intervals, i: number) =>
    (low[i] as number) <= (truths[i] as number) && (truths[i] as number) <= (high[i] as number);
  return discordance(
    truths.length,
    (i) => covers(method, i),
    (i) => covers(reference, i),
  );
}

function discordance(
  pairs: number,
  ofMethod: (pair: number) => boolean,
  ofReference: (pair: number) => boolean,
): PairedShare {
  let onlyMethod = 0;
  let onlyReference = 0;
  for (let i = 0; i < pairs; i++) {
    const [here, there] = [ofMethod(i), ofReference(i)];
    if (here && !there) onlyMethod++;
    if (there && !here) onlyReference++;
  }
  return pairedShareOf(onlyMethod, onlyReference, pairs);
}

function squares(values: Values): Float64Array {
  return Float64Array.from(values, (value) => value ** 2);
}
