import { chiSquaredUpperTail } from "../numerics/chiSquared.ts";
import type { FitTest } from "./fit.ts";
import { choleskyInPlace, solveCholeskyInPlace } from "./numerics/symmetric.ts";

/** 2(ℓ − ℓ₀) as χ² with one degree of freedom for each parameter that the smaller model lacks. */
export function likelihoodRatioTest(logLikelihood: number, logLikelihoodNull: number, df: number): FitTest {
  const statistic = 2 * (logLikelihood - logLikelihoodNull);
  return { statistic, df, pValue: chiSquaredUpperTail(statistic, df) };
}

/**
 * Wald's b'V⁻¹b of the hypothesis that the given parameters are all zero, V their block of the covariance matrix. NaN
 * where V is singular (fewer clusters than parameters) or not known.
 *
 * @param covariance row-major, of all parameters; `positions` picks from it and from `estimates`.
 */
export function waldTest(
  estimates: ArrayLike<number>,
  covariance: Float64Array,
  positions: readonly number[],
): FitTest {
  const n = positions.length;
  const width = Math.round(Math.sqrt(covariance.length));
  const factor = new Float64Array(n * n);
  const scale = positions.map((at) => Math.sqrt(covariance[at * width + at]));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      factor[i * n + j] = covariance[positions[i] * width + positions[j]] / (scale[i] * scale[j]);
    }
  }
  const standardised = Float64Array.from(positions, (at, i) => estimates[at] / scale[i]);
  const solution = standardised.slice();
  const singular = choleskyInPlace(factor, n, 1e-12).length > 0;
  solveCholeskyInPlace(solution, factor, n);
  const statistic = singular
    ? Number.NaN
    : standardised.reduce((sum, value, i) => sum + value * solution[i], 0);
  return { statistic, df: n, pValue: chiSquaredUpperTail(statistic, n) };
}
