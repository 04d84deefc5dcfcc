import { exp, log } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { requireLength } from "../binary/prepareBinary.ts";
import { checkWholeGroups } from "../covariance/groupScores.ts";
import { withInfiniteVariance } from "../covariance/infiniteVariance.ts";
import { type RobustOptions, robustRequest } from "../covariance/robustOptions.ts";
import type { Fit, FitTest, FitWarning } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import { leavesOutTerms } from "../leftOutTerms.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import {
  checkBoolean,
  checkConfidenceLevel,
  checkFiniteColumn,
  checkPositive,
  checkWholeNumber,
  oneOf,
} from "../options.ts";
import { groupRows } from "../splitDesign/groupRows.ts";
import { parameterEstimates } from "../splitDesign/parameterEstimates.ts";
import { termTable } from "../termTable.ts";
import { prepareFrailty } from "./frailtyProblem.ts";
import { frailtyTestsOfFit, type GammaFrailtyTests, NO_FRAILTY_TESTS } from "./frailtyTests.ts";
import type { FrailtyMaximum } from "./maximizeGammaFrailty.ts";
import { maximumOrLimit } from "./maximumOrLimit.ts";
import { robustFrailtyCovariance } from "./robustCovariance.ts";

/**
 * With `robust` alone the groups are the clusters. Given clusters must hold whole groups. Default type with clusters
 * "HC0"; k in "HC1" counts ln θ.
 */
export interface GammaFrailtyOptions extends RobustOptions {
  /** One number a row, added to the log hazard with coefficient 1 (the log of an exposure). Default none. */
  readonly offset?: ArrayLike<number>;
  /** One positive number a row, the same throughout a group, by which the group's log-likelihood counts. Default 1. */
  readonly groupWeights?: ArrayLike<number>;
  /**
   * Delayed entry: 1 on rows at risk before the group was seen. The likelihood is that of the other rows given no event on
   * these. Gamma frailty needs them, with their covariates: those who were frail have left by then. Left out, as rows
   * that were never seen, the frailty of a late group is taken to be as at time 0. Default: 0 throughout.
   */
  readonly beforeEntry?: ArrayLike<number>;
  /**
   * Fit the model without terms too, for `tests`, `frailtyTest` and the log-likelihoods they compare with. Default true; false
   * saves the time where fits are many.
   */
  readonly tests?: boolean;
  /** Coefficients in the order of `termNames`, then ln θ. Default: the cloglog without frailty, with θ = 0.5. */
  readonly start?: ArrayLike<number>;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** Newton steps. Default 50. */
  readonly maxIterations?: number;
  /**
   * Converged when g'(−H)⁻¹g, the squared distance to the maximum in standard errors, falls below it; the step that is
   * still known then is taken. Default 1e-12.
   */
  readonly tolerance?: number;
}

/** The frailty of a `GammaFrailtyFit`, gamma with mean 1 and shared by the rows of a group. */
export interface Frailty {
  readonly groups: number;
  /** θ, the variance of the frailty, whose mean is 1. */
  readonly variance: number;
  /** Delta method from the standard error of ln θ. */
  readonly varianceStdError: number;
  /** Limits of ln θ, exponentiated. */
  readonly confLow: number;
  readonly confHigh: number;
}

/** A grouped hazard with gamma frailty; `covariance` has ln θ as its last row and column, after the terms. */
export interface GammaFrailtyFit extends Fit {
  readonly model: "gammaFrailty";
  readonly frailty: Frailty;
  /** Rows with an event. */
  readonly events: number;
  /**
   * Of the model with the intercept alone (with none: no term) and a frailty variance of its own; null when tests were not asked
   * for, or there is no maximum to compare with it.
   */
  readonly logLikelihoodNull: number | null;
  /** Of the cloglog with the same terms and no frailty; null as above. */
  readonly logLikelihoodPooled: number | null;
  /** −2ℓ + 2k, k the number of coefficients estimated and 1 for θ. */
  readonly aic: number;
  /** −2ℓ + k log n, n the number of rows. */
  readonly bic: number;
  readonly tests: GammaFrailtyTests;
  /**
   * Likelihood-ratio test of θ = 0, which is on the edge: under it the statistic is 0 half the time, else χ² with 1 df. Null as
   * `logLikelihoodPooled`.
   */
  readonly frailtyTest: FitTest | null;
}

/**
 * Grouped-duration proportional hazards with gamma frailty, by maximum likelihood: the probability of an event on row t of
 * group i is 1 − exp(−v_i exp(x_it'b + offset_it)) given v_i, which is gamma with mean 1 and variance θ and shared by the rows
 * of the group (Prentice & Gloeckler 1978, Biometrics 34, 57–67; Meyer 1990, Econometrica 58, 757–782). A group is a
 * spell, or all spells of a unit. Coefficients are log hazard ratios of continuous time, given v; periods are terms like any
 * other (`factor(period)`).
 *
 * Groups with no event or one have a closed likelihood; with more the integral over v is taken by a trapezoidal rule that is
 * exact to rounding. The search is Newton's over b and ln θ with analytic derivatives.
 *
 * `terms` are the coefficients, `covariance` has ln θ as its last row and column, from the observed information.
 *
 * Warnings of `fitBinary` apply, separation with its limit included: infinite coefficients by sign, and the fit of the rows that are
 * not decided. Further ones: `sigma-at-boundary` (θ = 0 is the maximum, verified by the score there:
 * estimates are then those of the cloglog, ln θ has no standard error, and the fit counts as converged; or θ runs to infinity),
 * `singular-hessian` (θ cannot be told from the rest, as when the periods alone explain single spells).
 *
 * @param outcome 1 on rows with an event, else 0.
 * @param group an integer identifier for each row; rows of a group need not be adjacent.
 * @throws RangeError for lengths that do not match, an outcome that is not 0 or 1, a cell that is not finite, weights that differ
 *   within a group or are not positive, a cluster that divides a group, an event before entry; InvalidInput for an option that
 *   is none of those described.
 */
export function fitGammaFrailty(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  group: ArrayLike<number>,
  options: GammaFrailtyOptions = {},
): GammaFrailtyFit {
  checkOptions(options);
  const { confidenceLevel = 0.95, maxIterations = 50, tolerance = 1e-12 } = options;
  requireLength("the group column", group, matrix.rows);
  const rowGroups = groupRows(group);
  const cluster = options.cluster ?? (options.robust === undefined ? undefined : group);
  const request = robustRequest({ ...options, ...(cluster && { cluster }) }, matrix.rows, "HC0");
  if (request?.clusters) checkWholeGroups(rowGroups, request.clusters);
  const problem = prepareFrailty(matrix, outcome, rowGroups, options);
  const { binary } = problem;
  const { names, design, terms } = binary;
  const newton = { maxIterations, tolerance };
  const found = maximumOrLimit(problem, matrix, outcome, options.start, newton);
  const { maximum, limits } = found;
  const search = maximum?.search ?? null;

  const ofSearch = parameterEstimates(design, found.problem.binary.terms, search, 1);
  const { estimates } = ofSearch;
  limits?.forEach((limit, term) => {
    if (limit !== 0) estimates[term] = limit;
  });
  const covariance = withInfiniteVariance(ofSearch.covariance, limits);
  const robust =
    request === null || search === null ? undefined : robustFrailtyCovariance(found.problem, search, request);
  const robustCovariance = robust && withInfiniteVariance(robust, limits);
  const last = covariance.length - 1;
  const harmless = maximum?.variance === "zero" ? maximum.warnings.length : 0;
  const trouble =
    maximum?.warnings.length === 0 && (found.warnings.every(leavesOutTerms) || limits !== null)
      ? troubleOfSearch(maximum, covariance[last])
      : [];
  const warnings: FitWarning[] = [...found.warnings, ...trouble];
  const problems = warnings.filter((warning) => !leavesOutTerms(warning));
  const converged = search?.converged === true && problems.length === harmless;

  // The likelihood of an outcome without variation tends to 1 as the intercept runs away.
  const logLikelihood = search === null ? 0 : search.value;
  const parameters = terms.length + (maximum?.variance === "interior" ? 1 : 0);
  let events = 0;
  for (let row = 0; row < matrix.rows; row++) events += outcome[row];
  return {
    model: "gammaFrailty",
    observations: matrix.rows,
    events,
    terms: termTable(names, estimates, covariance, robustCovariance, confidenceLevel),
    covariance,
    ...(request !== null && robustCovariance ? { robustCovariance, robust: request.description } : {}),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * parameters,
    bic: -2 * logLikelihood + parameters * log(matrix.rows),
    ...(options.tests === false ||
    maximum === null ||
    trouble.length > 0 ||
    maximum.warnings.length > harmless
      ? NO_FRAILTY_TESTS
      : frailtyTestsOfFit(problem, maximum, estimates, robustCovariance ?? covariance, newton)),
    converged,
    iterations: search?.iterations ?? 0,
    warnings: [...warnings, ...(request?.warnings ?? [])],
    frailty: describeFrailty(
      rowGroups.groups,
      maximum?.variance === "zero" ? -Infinity : estimates[names.length],
      Math.sqrt((robustCovariance ?? covariance)[last]),
      confidenceLevel,
    ),
  };
}

function checkOptions(options: GammaFrailtyOptions): void {
  oneOf("robust", options.robust, ["HC0", "HC1"]);
  checkBoolean("clusterAdjustment", options.clusterAdjustment);
  checkBoolean("tests", options.tests);
  checkFiniteColumn("offset", options.offset);
  checkFiniteColumn("start", options.start);
  checkConfidenceLevel(options.confidenceLevel);
  checkWholeNumber("maxIterations", options.maxIterations, 0);
  checkPositive("tolerance", options.tolerance);
}

/** Why a search that nothing else was found against is no maximum. */
function troubleOfSearch({ search, variance }: FrailtyMaximum, varianceOfLn: number): FitWarning[] {
  if (variance === "interior" && !(varianceOfLn < LARGEST_VARIANCE)) {
    const message = phrase`the Hessian is singular: the data do not tell the frailty from the other terms; give the hazard a simpler course over time, or spells of several rows and units of several spells`;
    return [fitWarning("singular-hessian", ["lnVariance"], message)];
  }
  if (search.converged) return [];
  const message = phrase`no maximum found in ${search.iterations} Newton steps; try another start, or scale the columns`;
  return [fitWarning("not-converged", [], message)];
}

/** A variance of ln θ that says that nothing is known of it. */
const LARGEST_VARIANCE = 1e6;

function describeFrailty(
  groups: number,
  lnVariance: number,
  stdError: number,
  confidenceLevel: number,
): Frailty {
  const variance = exp(lnVariance);
  const halfWidth = normalQuantile(0.5 + confidenceLevel / 2) * stdError;
  return {
    groups,
    variance,
    varianceStdError: variance * stdError,
    confLow: variance === 0 ? 0 : exp(lnVariance - halfWidth),
    confHigh: exp(lnVariance + halfWidth),
  };
}
