import { chiSquaredUpperTail } from "../numerics/chiSquared.ts";
import type { Fit, FitTest, TermEstimate } from "./fit.ts";
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

/**
 * Likelihood-ratio test of a model against a larger one that contains it, fitted to the same rows: χ² with one degree of
 * freedom for each parameter that the smaller one lacks (infinite estimates count, terms left out as collinear do not).
 * That the models are nested is for the caller to know; what gives the opposite away is refused.
 *
 * Against a model with a random effect (or gamma frailty) the smaller may be the pooled model with the same link: its
 * variance is then 0, on the boundary, and the p-value that of ½χ²(d − 1) + ½χ²(d) with d = `df`, χ²(0) being 0 (Self &
 * Liang 1987, Journal of the American Statistical Association 82, 605–610).
 *
 * It supposes independent rows (or, with random effects, groups). For fits that do not converge it is what their
 * log-likelihoods give; separated fits have the log-likelihood of the limit.
 *
 * @param options `termsByName`: whether the larger fit must have every term of the smaller by name. Default true; false for
 *   a larger one that contains it in other terms, as `factor(x)` does `x`.
 * @throws RangeError for fits to different numbers of rows or events, of models that do not contain each other, without more
 *   parameters in the larger, or with a lower log-likelihood there; for penalised fits, whose penalties differ with the
 *   terms; for fits with a robust covariance, which says that rows depend on each other (Wald's test then).
 */
export function testNested(
  smaller: Fit,
  larger: Fit,
  options: { readonly termsByName?: boolean } = {},
): FitTest {
  for (const fit of [smaller, larger]) {
    if ("penalty" in fit && fit.penalty !== undefined) {
      throw new RangeError(
        "penalised log-likelihoods of models with different terms have different penalties and cannot be compared; take the fit's own tests.likelihoodRatio",
      );
    }
    if (fit.robustCovariance !== undefined) {
      throw new RangeError(
        "a likelihood-ratio test does not go with a robust covariance: the rows of a cluster are not independent; take Wald's test, or fit without it",
      );
    }
  }
  for (const property of ["observations", "events", "selectedObservations", "ties"] as const) {
    const [found, expected] = [larger, smaller].map(
      // Each is a property of some fits, which `Fit` does not know of; undefined in the others.
      (fit) => (fit as Partial<Record<typeof property, unknown>>)[property],
    );
    if (found !== undefined && expected !== undefined && found !== expected) {
      throw new RangeError(
        `the smaller model has ${property} ${expected}, the larger ${found}: fit both to the same data`,
      );
    }
  }
  const boundary = isPooledOf(smaller, larger);
  if (smaller.model !== larger.model && !boundary) {
    throw new RangeError(`a model "${smaller.model}" is not contained in a model "${larger.model}"`);
  }
  const names = new Set(larger.terms.filter(isEstimated).map(({ term }) => term));
  const missing = smaller.terms.find((term) => isEstimated(term) && !names.has(term.term));
  if (missing !== undefined && options.termsByName !== false) {
    throw new RangeError(
      `the larger model has no term ${missing.term}; when it contains the smaller in other terms, say termsByName: false`,
    );
  }
  const df = parametersOf(larger) - parametersOf(smaller);
  if (df < 1) {
    throw new RangeError(
      `the larger model has ${parametersOf(larger)} parameters and the smaller ${parametersOf(smaller)}; it needs at least one more`,
    );
  }
  const statistic = 2 * (larger.logLikelihood - smaller.logLikelihood);
  if (statistic < -1e-6 * (1 + Math.abs(smaller.logLikelihood))) {
    throw new RangeError(
      `the larger model has a lower log-likelihood (${larger.logLikelihood}) than the smaller (${smaller.logLikelihood}): the models are not nested, or one has not converged`,
    );
  }
  if (!boundary) return { statistic, df, pValue: chiSquaredUpperTail(statistic, df) };
  if (statistic <= 0) return { statistic, df, pValue: 1 };
  // χ² without degrees of freedom is 0, and the statistic is above it.
  const inside = df === 1 ? 0 : chiSquaredUpperTail(statistic, df - 1);
  return { statistic, df, pValue: 0.5 * inside + 0.5 * chiSquaredUpperTail(statistic, df) };
}

/** Whether the first model is the second with a variance of 0. */
function isPooledOf(pooled: Fit, fit: Fit): boolean {
  if (fit.model === "gammaFrailty") return pooled.model === "cloglog";
  return "randomEffect" in fit && "link" in fit && fit.link === pooled.model;
}

/** Parameters estimated: terms not left out, what the covariance holds beyond them, effects that were absorbed. */
function parametersOf(fit: Fit): number {
  if ("residualDegreesOfFreedom" in fit) return fit.observations - Number(fit.residualDegreesOfFreedom);
  const further = Math.round(Math.sqrt(fit.covariance.length)) - fit.terms.length;
  return fit.terms.filter(isEstimated).length + further;
}

/** NaN with an infinite standard error is a separated term without a limit, not one left out. */
function isEstimated({ estimate, stdError }: TermEstimate): boolean {
  return !Number.isNaN(estimate) || stdError === Infinity;
}
