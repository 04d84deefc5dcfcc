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

/** A performance measure and how far it may be off because the number of replications is finite. */
export interface Measure {
  readonly value: number;
  readonly mcse: number;
}

/** A share of replications. `mcse` is 0 when the share is 0 or 1: show the Wilson limits there. */
export interface Share extends Measure {
  /** 95 % Wilson score limits, 0 to 1. */
  readonly low: number;
  readonly high: number;
}

export interface EmpiricalStandardError extends Measure {
  /**
   * Without the assumption of normal estimates: (s / 2) √((κ − 1) / n). κ = m₄ / m₂² is the kurtosis, the ratio of
   * the central moments of divisor n (3 for a normal); it is 1 at least.
   */
  readonly mcseAnyShape: number;
}

type Values = ArrayLike<number>;

export function mean(values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/**
 * m₄ / m₂², moments of divisor n about the mean; NaN where all values are equal. Powers are written as products: the
 * last bits of x ** y are the engine's choice.
 */
function kurtosis(values: Values): number {
  const n = values.length;
  const centre = mean(values);
  let second = 0;
  let fourth = 0;
  for (let i = 0; i < n; i++) {
    const square = ((values[i] as number) - centre) ** 2;
    second += square;
    fourth += square * square;
  }
  return (n * fourth) / (second * second);
}

/** Sample variance, divisor n − 1. */
function variance(values: Values): number {
  const n = values.length;
  if (n < 2) return Number.NaN;
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += ((values[i] as number) - centre) ** 2;
  return sum / (n - 1);
}

/** Mean of the estimates; MCSE s / √n. With one truth for all its MCSE is that of the bias. */
export function meanEstimate(estimates: Values): Measure {
  return { value: mean(estimates), mcse: Math.sqrt(variance(estimates) / estimates.length) };
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
  if (meanTruth === 0) return { value: Number.NaN, mcse: Number.NaN };
  const ratio = mean(estimates) / meanTruth;
  const residuals = Float64Array.from(estimates, (estimate, i) => estimate - ratio * (truths[i] as number));
  return {
    value: ratio - 1,
    mcse: Math.sqrt(variance(residuals) / residuals.length) / Math.abs(meanTruth),
  };
}

/** Standard deviation s of the errors; MCSE s / √(2 (n − 1)), which holds for normal estimates. */
export function empiricalSe(errors: Values): EmpiricalStandardError {
  const n = errors.length;
  const value = Math.sqrt(variance(errors));
  // Two values have κ = 1, which rounding may miss.
  const excess = Math.max(0, kurtosis(errors) - 1);
  return {
    value,
    mcse: value / Math.sqrt(2 * (n - 1)),
    mcseAnyShape: value === 0 ? 0 : (value / 2) * Math.sqrt(excess / n),
  };
}

/** Root of the mean estimated variance V̂; MCSE √(Var(V̂) / (4 n modelSe²)). */
export function modelSe(standardErrors: Values): Measure {
  const variances = Float64Array.from(standardErrors, (standardError) => standardError ** 2);
  const value = Math.sqrt(mean(variances));
  return { value, mcse: Math.sqrt(variance(variances) / (4 * variances.length * value ** 2)) };
}

/**
 * By how many per cent the model SE exceeds the empirical SE: 100 (modelSe / empiricalSe − 1). Where an estimate came
 * without a standard error there are fewer of these than errors.
 */
export function relativeErrorOfModelSe(errors: Values, standardErrors: Values): Measure {
  const variances = Float64Array.from(standardErrors, (standardError) => standardError ** 2);
  const model = Math.sqrt(mean(variances));
  const ratio = model / Math.sqrt(variance(errors));
  return {
    value: 100 * (ratio - 1),
    mcse:
      100 *
      ratio *
      Math.sqrt(
        variance(variances) / (4 * variances.length * (model ** 2 * model ** 2)) +
          1 / (2 * (errors.length - 1)),
      ),
  };
}

/** Mean squared error; MCSE √(Σ(qᵢ − MSE)² / (n (n − 1))) with qᵢ = eᵢ². */
export function meanSquaredError(errors: Values): Measure {
  const squares = Float64Array.from(errors, (error) => error ** 2);
  return { value: mean(squares), mcse: Math.sqrt(variance(squares) / squares.length) };
}

/** √MSE; MCSE(MSE) / (2 √MSE). */
export function rootMeanSquaredError(errors: Values): Measure {
  const squared = meanSquaredError(errors);
  const value = Math.sqrt(squared.value);
  return { value, mcse: squared.mcse / (2 * value) };
}

/** Share of confidence intervals that hold the truth of their replication. */
export function coverage(confLow: Values, confHigh: Values, truths: Values): Share {
  let covered = 0;
  for (let i = 0; i < truths.length; i++) {
    const truth = truths[i] as number;
    if ((confLow[i] as number) <= truth && truth <= (confHigh[i] as number)) covered++;
  }
  return share(covered, truths.length);
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
  return share(rejected, pValues.length);
}

/** Mean width of the confidence intervals; MCSE s / √n of the widths. */
export function intervalWidth(confLow: Values, confHigh: Values): Measure {
  return bias(estimationErrors(confHigh, confLow));
}

/** Share of the replications that gave a valid estimate. */
export function convergence(valid: number, total: number): Share {
  return share(valid, total);
}

/** 97.5 % point of the standard normal. */
const NORMAL_975 = 1.959963984540054;

function share(count: number, total: number): Share {
  const value = count / total;
  const { low, high } = wilsonLimits(count, total, NORMAL_975);
  return { value, mcse: Math.sqrt((value * (1 - value)) / total), low, high };
}

/**
 * Score limits of a binomial share (Wilson 1927): the p at which |count / total − p| = z √(p (1 − p) / total).
 * Unlike the Wald limits they do not collapse at 0 or 1. NaN when total is 0.
 */
export function wilsonLimits(count: number, total: number, z: number): { low: number; high: number } {
  const shrink = 1 / (1 + z ** 2 / total);
  const centre = (count / total + z ** 2 / (2 * total)) * shrink;
  const half =
    z * shrink * Math.sqrt((count * (total - count)) / (total * total * total) + z ** 2 / (4 * total ** 2));
  // At 0 and 1 the limits are exact by algebra and off by rounding in floating point.
  return { low: count === 0 ? 0 : centre - half, high: count === total ? 1 : centre + half };
}
