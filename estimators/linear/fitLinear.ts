import { log } from "../../numerics/elementary.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { type RobustOptions, type RobustRequest, robustRequest } from "../covariance/robustOptions.ts";
import type { Fit, FitTest, FitWarning } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import { collinearWarning, leavesOutTerms } from "../leftOutTerms.ts";
import { type ModelMatrix, termNames, termOrder } from "../modelMatrix.ts";
import { waldTest } from "../modelTests.ts";
import { checkConfidenceLevel, checkPositive, oneOf } from "../options.ts";
import { checkWeights } from "../rowWeights.ts";
import { termEstimate } from "../termEstimate.ts";
import { absorbedFactors } from "./absorb.ts";
import { absorbedParameters, isNested } from "./absorbedParameters.ts";
import { inverseOfCrossProduct, linearSandwich } from "./linearCovariance.ts";
import { orthogonalise, projectOut } from "./orthogonalise.ts";
import { withinVariation } from "./withinVariation.ts";

const LOG_TWO_PI = 1.8378770664093453;

/** Options of `fitLinear`; what is not known or not in range is refused. */
export interface LinearOptions extends RobustOptions {
  /** Factors whose effects are absorbed: for each, a level (any integer) for each row. Default none. */
  readonly absorb?: readonly ArrayLike<number>[];
  /** One positive number a row, the inverse of the variance of its error but for a factor, as in R's `lm`. Default 1. */
  readonly weights?: ArrayLike<number>;
  /**
   * Which absorbed effects the K of "HC1" counts with clusters. "nested" (default): not those of a factor whose levels each
   * lie in one cluster, but at least one, the constant; "full": all of them, as `vcovCL` does with dummies in the `lm`.
   */
  readonly countedEffects?: "nested" | "full";
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** How far the alternating projections go, see `absorb`. Default 1e-12. */
  readonly tolerance?: number;
}

/**
 * Least squares. `logLikelihood` is that of normal errors at the estimates and the residual variance RSS/n, as R's `logLik` of
 * an `lm`; `iterations` is 1. Of an outcome without variation all numbers are NaN.
 */
export interface LinearFit extends Fit {
  readonly model: "linear";
  /** −2ℓ + 2k, k the number of parameters estimated, absorbed effects and the variance among them, as R's `AIC` counts. */
  readonly aic: number;
  /** −2ℓ + k log n, n the number of rows. */
  readonly bic: number;
  /** Parameters that the absorbed effects are, the constant among them. */
  readonly absorbedParameters: number;
  /** Rows less all parameters. */
  readonly residualDegreesOfFreedom: number;
  /** Square root of the (weighted) residual sum of squares over its degrees of freedom. */
  readonly residualStdError: number;
  readonly rSquared: number;
  /** Share of the variation left by the absorbed effects that the terms explain; `rSquared` without absorbed effects. */
  readonly withinRSquared: number;
  /** That all terms but the intercept are zero, with the robust covariance when there is one; null without such terms. */
  readonly tests: { readonly wald: FitTest | null };
}

/**
 * Least squares with absorbed fixed effects; with an outcome of 0 and 1, the linear probability model.
 *
 * Every column is replaced by what the absorbed effects leave of it (`absorb`), then regressed. With absorbed effects there
 * is no term `(Intercept)`: it is one of them. Standard errors are those of R's `lm` with all dummies; with an outcome of 0
 * and 1 the errors are heteroskedastic by nature, so ask for `robust` or `cluster`. With clusters the default is "HC1" with
 * G/(G − 1), that of `sandwich::vcovCL` for an `lm`, of Stata and of fixest. Statistics are taken as normal (`lm` takes
 * Student's t, which matters with few degrees of freedom or few clusters).
 *
 * Degrees of freedom of two absorbed factors are exact; of more they are those of `absorbedParameters`. The rule for
 * factors nested in clusters is that of fixest (`fixef.K = "nested"`). Levels with a single row stay, as in
 * `lm`; they say nothing of the terms.
 *
 * `collinear` names terms that the absorbed effects explain, and terms that are combinations of others before them (left
 * out, estimate NaN). With `converged` false: `constant-outcome`, the outcome does not vary, or the absorbed effects explain
 * it exactly, so that nothing is estimated (NaN);
 * `saturated`, no degree of freedom is left; `not-converged`, the projections. `one-cluster` leaves the robust covariance NaN.
 *
 * @param outcome one finite number a row.
 * @throws RangeError for lengths that do not match, a cell that is not finite, a weight that is not positive, an option that
 *   is not known (`InvalidInput`).
 */
export function fitLinear(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  options: LinearOptions = {},
): LinearFit {
  const { absorb: absorbedCodes = [], confidenceLevel = 0.95, tolerance = 1e-12 } = options;
  const { rows } = matrix;
  oneOf("countedEffects", options.countedEffects, ["nested", "full"]);
  checkConfidenceLevel(options.confidenceLevel);
  checkPositive("tolerance", options.tolerance);
  absorbedCodes.forEach((codes, f) => {
    if (codes.length !== rows) {
      throw new RangeError(
        `absorbed factor ${f} has ${codes.length} rows where the model matrix has ${rows}`,
      );
    }
  });
  if (options.weights !== undefined) checkWeights(options.weights, rows);
  const weights = options.weights === undefined ? null : Float64Array.from(options.weights);
  const request = robustRequest(options, rows, "HC1");
  const absorbed = absorbedFactors(absorbedCodes, weights);
  const hasEffects = absorbedCodes.length > 0;
  const skipped = hasEffects && matrix.intercept ? 1 : 0;
  const order = termOrder(matrix)
    .slice(skipped)
    .map((term) => term - skipped);
  const names = termNames(matrix).slice(skipped);
  const within = withinVariation(matrix, outcome, names, absorbed, tolerance);
  const { outcomeNorm, withinNorm } = within;
  const warnings: FitWarning[] = [...within.warnings];
  const design = orthogonalise(within.columns, hasEffects, order);
  const { inverse } = design;
  // What is left of such an outcome is rounding, and estimates and tests would be made of it.
  const nothing = warnings.some(({ code }) => code === "constant-outcome");
  const kept = nothing ? [] : design.kept;
  const dependent = design.combinations.filter(({ column }) => !within.explained.includes(names[column]));
  const isEmpty = ({ column }: { readonly column: number }): boolean => within.empty.includes(names[column]);
  const empty = dependent.filter(isEmpty).map(({ column }) => names[column]);
  if (empty.length > 0) {
    const message =
      empty.length === 1
        ? phrase`no row is in ${empty.join(", ")}, so nothing can be said about it; drop the level`
        : phrase`no row is in ${empty.join(", ")}, so nothing can be said about them; drop the level`;
    warnings.push(fitWarning("empty-category", empty, message));
  }
  const combined = dependent
    .filter((each) => !isEmpty(each))
    .map(({ column, of, remaining }) => ({
      term: names[column],
      of: of.map((other) => names[other]),
      remaining,
    }));
  if (combined.length > 0) warnings.push(collinearWarning(combined));
  // What is left of the response is the residual.
  const residuals = within.response;
  const along = projectOut(design.basis, residuals);
  const residualNorm = Math.sqrt(residuals.reduce((sum, value) => sum + value * value, 0));
  const k = kept.length;
  const estimates = new Float64Array(names.length).fill(Number.NaN);
  kept.forEach((term, i) => {
    let sum = 0;
    for (let j = i; j < k; j++) sum += inverse[i * k + j] * along[j];
    estimates[term] = sum;
  });

  const effects = absorbedParameters(absorbed.factors);
  const degrees = rows - design.kept.length - effects;
  const residualStdError = degrees > 0 && !nothing ? residualNorm / Math.sqrt(degrees) : Number.NaN;
  if (degrees <= 0) {
    const message = phrase`${rows} rows and as many parameters or more: no degree of freedom is left for standard errors`;
    warnings.push(fitWarning("saturated", [], message));
  }
  const inPlaces = (reduced: Float64Array, factor: number): Float64Array => {
    const all = new Float64Array(names.length * names.length).fill(Number.NaN);
    kept.forEach((row, i) => {
      kept.forEach((column, j) => {
        all[row * names.length + column] = factor * reduced[i * k + j];
      });
    });
    return all;
  };
  const covariance = inPlaces(inverseOfCrossProduct(design), residualStdError * residualStdError);
  const robustCovariance =
    request === null || degrees <= 0
      ? undefined
      : inPlaces(
          linearSandwich(design, residuals, request.clusters),
          request.factor(k + countedEffects(request, absorbed.factors, options.countedEffects ?? "nested")),
        );
  const stdError = (from: Float64Array, i: number): number => Math.sqrt(from[i * names.length + i]);
  const tested = kept.filter((term) => names[term] !== "(Intercept)");
  const parameters = rows - degrees + 1;
  const logWeights = weights === null ? 0 : weights.reduce((sum, weight) => sum + log(weight), 0);
  const logLikelihood = nothing
    ? Number.NaN
    : 0.5 * (logWeights - rows * (LOG_TWO_PI + 1 + 2 * log(residualNorm) - log(rows)));
  return {
    model: "linear",
    observations: rows,
    terms: names.map((name, i) =>
      termEstimate(
        name,
        estimates[i],
        stdError(covariance, i),
        confidenceLevel,
        robustCovariance && stdError(robustCovariance, i),
      ),
    ),
    covariance,
    ...(request !== null && robustCovariance ? { robustCovariance, robust: request.description } : {}),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * parameters,
    bic: -2 * logLikelihood + parameters * log(rows),
    converged: warnings.every(leavesOutTerms),
    iterations: 1,
    warnings: [...warnings, ...(request?.warnings ?? [])],
    absorbedParameters: effects,
    residualDegreesOfFreedom: degrees,
    residualStdError,
    rSquared: nothing ? Number.NaN : 1 - square(residualNorm / outcomeNorm),
    withinRSquared: nothing ? Number.NaN : 1 - square(residualNorm / (hasEffects ? withinNorm : outcomeNorm)),
    tests: {
      wald: tested.length === 0 ? null : waldTest(estimates, robustCovariance ?? covariance, tested),
    },
  };
}

/** Absorbed parameters that count in K. */
function countedEffects(
  { clusters }: RobustRequest,
  factors: Parameters<typeof absorbedParameters>[0],
  counted: "nested" | "full",
): number {
  if (clusters === null || counted === "full" || factors.length === 0) return absorbedParameters(factors);
  return Math.max(1, absorbedParameters(factors.filter((factor) => !isNested(factor, clusters))));
}

function square(value: number): number {
  return value * value;
}
