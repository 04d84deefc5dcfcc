import { exp } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import { separationOfSearch } from "../binary/maximizePooled.ts";
import { prepareBinary, requireLength } from "../binary/prepareBinary.ts";
import { type RobustOptions, robustRequest } from "../covariance/robustOptions.ts";
import type { FitWarning, RandomEffectsProbitFit } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { groupRows } from "../splitDesign/groupRows.ts";
import { parameterEstimates } from "../splitDesign/parameterEstimates.ts";
import { termEstimate } from "../termEstimate.ts";
import { maximizeRandomEffects, randomEffectsLikelihood } from "./maximizeRandomEffects.ts";
import { checkWholeGroups, robustCovarianceOfGroups } from "./robustCovariance.ts";

/**
 * With `robust` alone the groups are the clusters. Given clusters must hold whole groups. Default type with clusters
 * "HC0"; k in "HC1" counts ln σ.
 */
export interface RandomEffectsProbitOptions extends RobustOptions {
  /** Nodes of the adaptive Gauss–Hermite rule, 1 to 128. Default 12, the number of Stata's `xtprobit`. */
  readonly quadratureNodes?: number;
  /** Evaluate the log-likelihood once more with twice the nodes at the estimates. Default true. */
  readonly checkQuadrature?: boolean;
  /** One number a row, added to the linear predictor with coefficient 1. Default none. */
  readonly offset?: ArrayLike<number>;
  /** Coefficients in the order of `termNames`, then ln σ. Default: the pooled probit rescaled, with σ = 0.5. */
  readonly start?: ArrayLike<number>;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** Newton steps. Default 50. */
  readonly maxIterations?: number;
  /**
   * Converged when g'(−H)⁻¹g, the squared distance to the maximum in standard errors, falls below it; the step that is
   * still known then is taken. Default 1e-10.
   */
  readonly tolerance?: number;
}

/** Change of the log-likelihood with twice the nodes that is worth a warning. */
const QUADRATURE_TOLERANCE = 1e-2;

/**
 * Random-effects probit, Pr(y_it = 1 | x_it, u_i) = Φ(x_it'b + offset_it + σu_i) with u_i ~ N(0, 1) for each group, by
 * maximum likelihood. The integral over u_i is taken by Gauss–Hermite quadrature centred at the mode and scaled by the
 * curvature of each group's integrand (Liu & Pierce 1994, Biometrika 81, 624–629), as lme4's `glmer` does with nAGQ nodes
 * but for its scale, which comes from the expected information. The search is Newton's, over b and ln σ, with the analytic gradient of the
 * quadrature itself and the Hessian at fixed nodes.
 *
 * With lagged outcome, initial outcome and means over time among the columns this is the dynamic model of Wooldridge
 * (2005), Journal of Applied Econometrics 20, 39–54.
 *
 * `terms` are the coefficients, `covariance` has ln σ as its last row and column, from the observed information.
 * `robustCovariance`, when asked for, is V(Σ ss')V with the scores s of groups or of clusters of groups; standard error
 * and limits of σ are then made with it.
 *
 * Warnings of `fitProbit` apply; further ones: `sigma-at-boundary` (σ = 0 is the maximum: estimates are then those of the
 * pooled probit, verified by its score, and ln σ has no standard error; or σ runs to infinity), `quadrature-too-coarse`
 * (twice the nodes move the log-likelihood by more than 0.01), `singular-hessian` (σ is not identified).
 *
 * @param group an integer identifier for each row; rows of a group need not be adjacent, groups may differ in size.
 * @throws RangeError for lengths that do not match, an outcome that is not 0 or 1, a cell that is not finite.
 */
export function fitRandomEffectsProbit(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  group: Int32Array | Uint32Array,
  options: RandomEffectsProbitOptions = {},
): RandomEffectsProbitFit {
  const { quadratureNodes = 12, checkQuadrature = true, confidenceLevel = 0.95 } = options;
  const { maxIterations = 50, tolerance = 1e-10 } = options;
  requireLength("the group column", group, matrix.rows);
  const rowGroups = groupRows(group);
  const cluster = options.cluster ?? (options.robust === undefined ? undefined : group);
  const request = robustRequest({ ...options, ...(cluster && { cluster }) }, matrix.rows, "HC0");
  if (request?.clusters) checkWholeGroups(rowGroups, request.clusters);
  const problem = prepareBinary(matrix, outcome, rowGroups, options.offset);
  const maximum = problem.searchable
    ? maximizeRandomEffects(problem, options.start, quadratureNodes, { maxIterations, tolerance })
    : null;
  const search = maximum?.search ?? null;
  const interior = maximum?.sigma === "interior";

  const warnings: FitWarning[] = [...problem.warnings];
  if (maximum !== null) warnings.push(...separationOfSearch(problem, maximum.search), ...maximum.warnings);
  let converged =
    search?.converged === true &&
    (warnings.length === 0 || (maximum?.sigma === "zero" && warnings.length === maximum.warnings.length));
  if (search !== null && !search.converged && warnings.length === 0) {
    const message = `no maximum found in ${search.iterations} Newton steps; try another start, or more quadrature nodes`;
    warnings.push({ code: "not-converged", terms: [], message });
  }

  const { names } = problem;
  const parameters = names.length + 1;
  const { estimates, covariance } = parameterEstimates(problem.design, problem.terms, search, 1);
  const robustCovariance =
    request === null || search === null
      ? undefined
      : robustCovarianceOfGroups(problem, search, quadratureNodes, request);
  const lnSigma = maximum?.sigma === "zero" ? -Infinity : estimates[names.length];
  const lnSigmaStdError = Math.sqrt((robustCovariance ?? covariance)[parameters * parameters - 1]);
  if (interior && converged && !(covariance[parameters * parameters - 1] > 0)) {
    converged = false;
    const message = "the Hessian is singular at the estimates: the data do not identify every parameter";
    warnings.push({ code: "singular-hessian", terms: [], message });
  }
  const sigma = exp(lnSigma);
  const halfWidth = normalQuantile(0.5 + confidenceLevel / 2) * lnSigmaStdError;

  let quadratureError: number | null = null;
  if (checkQuadrature && search !== null && interior) {
    quadratureError =
      randomEffectsLikelihood(problem, 2 * quadratureNodes).value(search.point) - search.value;
    if (Math.abs(quadratureError) > QUADRATURE_TOLERANCE) {
      const message = `twice the nodes move the log-likelihood by ${quadratureError.toPrecision(3)}; fit again with quadratureNodes = ${2 * quadratureNodes} or more`;
      warnings.push({ code: "quadrature-too-coarse", terms: [], message });
    }
  }
  if (request !== null) warnings.push(...request.warnings);
  return {
    model: "randomEffectsProbit",
    observations: matrix.rows,
    terms: names.map((name, i) =>
      termEstimate(
        name,
        estimates[i],
        Math.sqrt(covariance[i * parameters + i]),
        confidenceLevel,
        robustCovariance && Math.sqrt(robustCovariance[i * parameters + i]),
      ),
    ),
    covariance,
    ...(request !== null && robustCovariance ? { robustCovariance, robust: request.description } : {}),
    // The likelihood of an outcome without variation tends to 1 as the intercept runs away.
    logLikelihood: search === null ? 0 : search.value,
    converged,
    iterations: search?.iterations ?? 0,
    warnings,
    randomEffect: {
      groups: rowGroups.groups,
      sigma,
      sigmaStdError: sigma * lnSigmaStdError,
      sigmaConfLow: sigma === 0 ? 0 : exp(lnSigma - halfWidth),
      sigmaConfHigh: exp(lnSigma + halfWidth),
      rho: (sigma * sigma) / (1 + sigma * sigma),
      quadratureNodes,
      quadratureError,
    },
  };
}
