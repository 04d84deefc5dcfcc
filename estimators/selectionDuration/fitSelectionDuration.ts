import { log } from "../../numerics/elementary.ts";
import { requireLength } from "../binary/prepareBinary.ts";
import { type RobustRequest, robustRequest } from "../covariance/robustOptions.ts";
import { sandwich, sumOfOuterProducts } from "../covariance/sandwich.ts";
import type { FitWarning } from "../fit.ts";
import { leavesOutTerms } from "../leftOutTerms.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { likelihoodRatioTest, waldTest } from "../modelTests.ts";
import { choleskyInPlace, inverseFromCholesky } from "../numerics/symmetric.ts";
import { inverseInformation } from "../splitDesign/parameterEstimates.ts";
import { termTable } from "../termTable.ts";
import { dependenceEstimate, shapeEstimate } from "./boundedEstimates.ts";
import { columnScale } from "./columnScale.ts";
import { rowScores } from "./jointLikelihood.ts";
import type { JointRows } from "./jointRows.ts";
import { jointTests, NO_JOINT_TESTS, withoutColumns } from "./jointTests.ts";
import type { JointMaximum } from "./maximizeJoint.ts";
import { prepareSelectionDuration } from "./prepareSelectionDuration.ts";
import { searchSelectionDuration } from "./searchSelectionDuration.ts";
import {
  checkSelectionDurationOptions,
  type SelectionDurationFit,
  type SelectionDurationOptions,
} from "./selectionDurationTypes.ts";

/**
 * Durations that are seen only of those who were selected, with dependence between the two: Boehmke, Morey & Shannon (2006),
 * American Journal of Political Science 50, 192–207 ("fgm"), or a Gaussian copula ("gaussian"), by maximum likelihood.
 *
 * Pr(selected) is exp(−exp(−w'γ)) with "fgm" and Φ(w'γ) with "gaussian": γ > 0 raises it in both. The duration is Weibull,
 * Pr(T > t) = exp(−u), u = (e^(x'β) t)^p: **β > 0 means shorter durations**. The log hazard ratio is pβ; R's `survreg` has
 * −β as coefficients and 1/p as scale. Likelihoods: `fgmDependence`, `gaussianDependence`.
 *
 * The dependence is positive when those who are selected for reasons that are not among the columns last longer. "fgm" cannot
 * express a correlation beyond ±0.25: when the likelihood is highest at that bound (`dependence-at-boundary`), the other
 * estimates are those at the bound, with standard errors that take it as known, and are biased if the truth lies beyond. |α| ≥ 0.95 has the same warning.
 *
 * Newton's method with the analytic gradient and Hessian over γ, β, ln p and a = atanh of the dependence, from the two models
 * apart with three values of a; the highest maximum counts. Standard errors are from the observed information; `robust` and
 * `cluster` as in `fitBinary`, k in "HC1" counting all parameters.
 *
 * `converged` is false with: `constant-outcome` (nobody or everybody selected) and `no-events` (all NaN), `separation` or `quasi-separation` (of the selection) and `monotone-likelihood` (no events where a term is high): the
 * terms that run away are ±Infinity, the others and the log-likelihood near their limits; `dependence-at-boundary` of "gaussian", `singular-hessian`, `not-converged`. `no-exclusion-restriction` is a note, and so
 * are `collinear` and `empty-category` (NaN for the terms named, the fit that of the others).
 *
 * Delayed entry, time-varying covariates and strata are beyond this model.
 *
 * @param selectionMatrix one row for everybody.
 * @param selected 0 or 1 for everybody.
 * @param durationMatrix one row for everybody; cells of those not selected are not read.
 * @param time duration, positive, in any unit; read where `selected` is 1 only.
 * @param event 1 when the duration ended, 0 when it was right-censored; read where `selected` is 1 only.
 * @throws RangeError for lengths that do not match, `selected` or `event` that is not 0 or 1, a time that is not positive and
 *   finite, a cell that is not finite, a weight that is not positive; InvalidInput for an option that is none of those described.
 */
export function fitSelectionDuration(
  selectionMatrix: ModelMatrix,
  selected: ArrayLike<number>,
  durationMatrix: ModelMatrix,
  time: ArrayLike<number>,
  event: ArrayLike<number>,
  options: SelectionDurationOptions = {},
): SelectionDurationFit {
  checkSelectionDurationOptions(options);
  const { dependence: kind = "fgm", distribution = "weibull", confidenceLevel = 0.95 } = options;
  const problem = prepareSelectionDuration(
    selectionMatrix,
    selected,
    durationMatrix,
    time,
    event,
    options.weights,
  );
  const { names, rows } = problem;
  const request = robustRequest(options, rows.rows, "HC0");
  const exponential = distribution === "exponential";
  const further = exponential ? 1 : 2;
  if (options.start !== undefined) requireLength("the start vector", options.start, names.length + further);
  const found = problem.searchable ? searchSelectionDuration(problem, selected, options) : null;
  const maximum = found?.maximum ?? null;

  const problems: FitWarning[] = [...problem.problems, ...(found?.problems ?? [])];
  const notes: FitWarning[] = [...problem.notes, ...(found?.notes ?? [])];
  const scale = columnScale(problem.selection, problem.duration, further);
  const unknown = new Float64Array(scale.parameters * scale.parameters).fill(Number.NaN);
  const estimates = scale.estimates(maximum === null ? new Float64Array(0) : maximum.search.point);
  const atDependence = scale.parameters - 1;
  if (maximum?.model.heldDependence != null) estimates[atDependence] = maximum.model.heldDependence;

  const n = maximum?.search.point.length ?? 0;
  const runaway = found?.runaway ?? new Map<number, number>();
  const bread =
    maximum === null
      ? null
      : runaway.size > 0
        ? inverseInTheLimit(maximum.search.hessian, n)
        : inverseInformation(maximum.search.hessian, n);
  if (maximum?.search.converged === true && bread === null && problems.every(leavesOutTerms)) {
    const message =
      "the Hessian is singular at the estimates: the data do not identify every parameter; simplify one of the equations";
    problems.push({ code: "singular-hessian", terms: [], message });
  }
  const covariance = bread === null ? unknown : scale.covariance(bread);
  const robustCovariance =
    request === null
      ? undefined
      : maximum === null || bread === null
        ? unknown
        : scale.covariance(robustOf(rows, maximum, bread, request));
  for (const [i, value] of runaway) {
    estimates[i] = value;
    for (const each of robustCovariance === undefined ? [covariance] : [covariance, robustCovariance]) {
      for (let j = 0; j < scale.parameters; j++) {
        each[i * scale.parameters + j] = each[j * scale.parameters + i] = Number.NaN;
      }
      each[i * scale.parameters + i] = Infinity;
    }
  }
  const stdErrorIn = (from: Float64Array, i: number): number => Math.sqrt(from[i * scale.parameters + i]);
  const used = robustCovariance ?? covariance;

  const testable =
    options.tests !== false && maximum?.search.converged === true && problems.every(leavesOutTerms);
  const atNull = testable
    ? nullMaximum(selectionMatrix, selected, durationMatrix, time, event, options)
    : null;

  const logLikelihood = maximum?.search.value ?? Number.NaN;
  const logLikelihoodIndependent = found?.logLikelihoodIndependent ?? Number.NaN;
  return {
    model: "selectionDuration",
    distribution,
    observations: rows.rows,
    selectedObservations: problem.selectedObservations,
    events: problem.events,
    censored: problem.selectedObservations - problem.events,
    terms: termTable(names, estimates, covariance, robustCovariance, confidenceLevel),
    covariance,
    ...(request === null || robustCovariance === undefined
      ? {}
      : { robustCovariance, robust: request.description }),
    shape: exponential
      ? null
      : shapeEstimate(estimates[names.length], stdErrorIn(used, names.length), confidenceLevel),
    dependence: dependenceEstimate(
      kind,
      estimates[atDependence],
      stdErrorIn(used, atDependence),
      confidenceLevel,
    ),
    logLikelihood,
    logLikelihoodIndependent,
    logLikelihoodNull: atNull?.search.value ?? null,
    tests:
      testable && maximum !== null ? jointTests(problem, maximum, atNull, estimates, used) : NO_JOINT_TESTS,
    aic: -2 * logLikelihood + 2 * n,
    bic: -2 * logLikelihood + n * log(rows.rows),
    independenceTest: {
      likelihoodRatio: likelihoodRatioTest(logLikelihood, logLikelihoodIndependent, 1),
      wald: waldTest(estimates, used, [atDependence]),
    },
    converged: maximum?.search.converged === true && problems.every(leavesOutTerms),
    iterations: maximum?.iterations ?? 0,
    warnings: [...problems, ...notes, ...(request?.warnings ?? [])],
  };
}

/** The maximum of the model with both intercepts alone; null when it has none. */
function nullMaximum(
  selectionMatrix: ModelMatrix,
  selected: ArrayLike<number>,
  durationMatrix: ModelMatrix,
  time: ArrayLike<number>,
  event: ArrayLike<number>,
  { start: _, ...options }: SelectionDurationOptions,
): JointMaximum | null {
  if (!selectionMatrix.intercept || !durationMatrix.intercept) return null;
  const [selection, duration] = [withoutColumns(selectionMatrix), withoutColumns(durationMatrix)];
  const problem = prepareSelectionDuration(selection, selected, duration, time, event, options.weights);
  const { maximum, problems } = searchSelectionDuration(problem, selected, options);
  return maximum.search.converged && problems.length === 0 ? maximum : null;
}

/**
 * (−H)⁻¹ where coefficients run away and −H has next to nothing to say along their direction: of several dependent
 * parameters the last are taken as known. What does not change along the direction has the covariance of the limit.
 */
function inverseInTheLimit(hessian: Float64Array, n: number): Float64Array {
  const factor = hessian.map((value) => -value);
  choleskyInPlace(factor, n, 1e-7);
  return inverseFromCholesky(factor, n).map((value) => (Number.isNaN(value) ? 0 : value));
}

/** V (Σ ss') V over rows or clusters. */
function robustOf(
  rows: JointRows,
  { model, search }: JointMaximum,
  bread: Float64Array,
  request: RobustRequest,
): Float64Array {
  const n = search.point.length;
  const scores = rowScores(rows, model, search.point);
  const { clusters } = request;
  let summed = scores;
  if (clusters !== null) {
    summed = new Float64Array(clusters.count * n);
    for (let row = 0; row < rows.rows; row++) {
      const to = clusters.ofRow[row] * n;
      for (let i = 0; i < n; i++) summed[to + i] += scores[row * n + i];
    }
  }
  const factor = request.factor(n);
  return sandwich(bread, sumOfOuterProducts(summed, n), n).map((value) => factor * value);
}
