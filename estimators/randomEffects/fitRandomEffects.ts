import { exp, log } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { LinkName } from "../binary/links/link.ts";
import { LINKS } from "../binary/links/links.ts";
import { requireLength } from "../binary/prepareBinary.ts";
import { checkWholeGroups } from "../covariance/groupScores.ts";
import { withInfiniteVariance } from "../covariance/infiniteVariance.ts";
import { robustRequest } from "../covariance/robustOptions.ts";
import type { FitWarning, RandomEffectsFit, RandomEffectsModel } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import { leavesOutTerms } from "../leftOutTerms.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { type ThreadSession, withThreads } from "../parts/fitThreads.ts";
import { groupRows } from "../splitDesign/groupRows.ts";
import { termTable } from "../termTable.ts";
import { quadratureChange, tooCoarse } from "./quadratureCheck.ts";
import { estimatesOfMaximum, maximumOrLimit } from "./randomEffectsMaximum.ts";
import { checkRandomEffectsOptions, type RandomEffectsOptions } from "./randomEffectsOptions.ts";
import { LATENT_VARIANCE, prepareRandomEffects } from "./randomEffectsProblem.ts";
import { NO_TESTS, testsOfFit } from "./randomEffectsTests.ts";
import { robustCovarianceOfGroups } from "./robustCovariance.ts";

export type { RandomEffectsOptions } from "./randomEffectsOptions.ts";

const MODEL_OF_LINK: Readonly<Record<LinkName, RandomEffectsModel>> = {
  probit: "randomEffectsProbit",
  logit: "randomEffectsLogit",
  cloglog: "randomEffectsCloglog",
};

/**
 * Binary outcome with a random intercept, Pr(y_it = 1 | x_it, u_i) = p(x_it'b + offset_it + σu_i) with u_i ~ N(0, 1) for
 * each group and p the normal, logistic or complementary log-log response, by maximum likelihood. The integral over u_i is
 * taken by Gauss–Hermite quadrature centred at the mode and scaled by the curvature of each group's integrand (Liu & Pierce
 * 1994, Biometrika 81, 624–629), as lme4's `glmer` does with nAGQ nodes but for its scale, which comes from the expected
 * information. The search is Newton's, over b and ln σ, with the analytic gradient of the quadrature itself and the Hessian
 * at fixed nodes (where that does not arrive, from differences of the gradient). From the default start a maximum below that of
 * σ = 0 is not taken for one.
 *
 * With lagged outcome, initial outcome and means over time among the columns the probit is the dynamic model of Wooldridge
 * (2005), Journal of Applied Econometrics 20, 39–54. The complementary log-log on rows of spells is a grouped proportional
 * hazard with normal frailty.
 *
 * `terms` are the coefficients, `covariance` has ln σ as its last row and column, from the observed information.
 * `robustCovariance`, when asked for, is V(Σ ss')V with the scores s of groups or of clusters of groups; standard error
 * and limits of σ are then made with it.
 *
 * Warnings of `fitBinary` apply, separation with its limit included: infinite coefficients by sign, and the random-effects
 * fit of the rows that are not decided. Further ones: `sigma-at-boundary` (σ = 0 is the maximum: estimates are then those of the
 * pooled model, verified by its score, and ln σ has no standard error; or σ runs to infinity), `quadrature-too-coarse`
 * (twice the nodes move the log-likelihood by more than 0.01), `singular-hessian` (σ is not identified).
 *
 * @param group an integer identifier for each row; rows of a group need not be adjacent, groups may differ in size.
 * @throws RangeError for lengths that do not match, an outcome that is not 0 or 1, a cell that is not finite, a weight that
 *   is not positive, group weights that differ within a group, a cluster that divides a group; InvalidInput for an option that
 *   is none of those described.
 */
export function fitRandomEffects(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  group: Int32Array | Uint32Array,
  options: RandomEffectsOptions = {},
): RandomEffectsFit {
  const { link = "probit", weights, groupWeights } = options;
  checkRandomEffectsOptions(options);
  const divisible = link === "probit" && weights === undefined && groupWeights === undefined;
  return withThreads(divisible ? options.threads : undefined, matrix.rows, (session) =>
    fitWithin(session, matrix, outcome, group, options),
  );
}

function fitWithin(
  session: ThreadSession | null,
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  group: Int32Array | Uint32Array,
  options: RandomEffectsOptions,
): RandomEffectsFit {
  const { quadratureNodes = 12, checkQuadrature = true, confidenceLevel = 0.95 } = options;
  const { maxIterations = 50, tolerance = 1e-10 } = options;
  const link = LINKS[options.link ?? "probit"];
  requireLength("the group column", group, matrix.rows);
  const rowGroups = groupRows(group);
  const cluster = options.cluster ?? (options.robust === undefined ? undefined : group);
  const request = robustRequest({ ...options, ...(cluster && { cluster }) }, matrix.rows, "HC0");
  if (request?.clusters) checkWholeGroups(rowGroups, request.clusters);
  const problem = prepareRandomEffects(matrix, outcome, rowGroups, link, options.offset, options, session);
  const newton = { maxIterations, tolerance };
  const found = maximumOrLimit(problem, matrix, outcome, options.start, quadratureNodes, newton);
  const { maximum, limits } = found;
  const search = maximum?.search ?? null;
  const interior = maximum?.sigma === "interior";

  const warnings: FitWarning[] = [...found.warnings];
  const problems = warnings.filter((warning) => !leavesOutTerms(warning));
  const harmless = maximum?.sigma === "zero" ? maximum.warnings.length : 0;
  let converged = search?.converged === true && problems.length === harmless;
  if (search?.converged === false && (problems.length === 0 || limits !== null)) {
    const message = phrase`no maximum found in ${search.iterations} Newton steps; try another start, or more quadrature nodes`;
    warnings.push(fitWarning("not-converged", [], message));
  }

  const { names } = problem.pooled;
  const parameters = names.length + 1;
  const { estimates, covariance } = estimatesOfMaximum(found);
  const robust =
    request === null || search === null
      ? undefined
      : robustCovarianceOfGroups(found.problem, search, quadratureNodes, request);
  const robustCovariance = robust && withInfiniteVariance(robust, limits);
  const lnSigma = maximum?.sigma === "zero" ? -Infinity : estimates[names.length];
  const lnSigmaStdError = Math.sqrt((robustCovariance ?? covariance)[parameters * parameters - 1]);
  const singular = interior && !(covariance[parameters * parameters - 1] > 0);
  if (singular && converged) {
    converged = false;
    const message = phrase`the Hessian is singular at the estimates: the data do not identify every parameter`;
    warnings.push(fitWarning("singular-hessian", [], message));
  }
  const sigma = exp(lnSigma);
  const halfWidth = normalQuantile(0.5 + confidenceLevel / 2) * lnSigmaStdError;

  let quadratureError: number | null = null;
  if (checkQuadrature && search !== null && interior) {
    quadratureError = quadratureChange(found.problem, search, quadratureNodes);
    warnings.push(...tooCoarse(quadratureError, quadratureNodes));
  }
  const { ofFit, warnings: ofTests } =
    options.tests === false || maximum === null || singular || maximum.warnings.length > harmless
      ? { ofFit: NO_TESTS, warnings: [] }
      : testsOfFit(problem, found, estimates, robustCovariance ?? covariance, quadratureNodes, newton);
  warnings.push(...ofTests);
  if (request !== null) warnings.push(...request.warnings);
  // The likelihood of an outcome that is constant, or decided in every row, tends to 1.
  const logLikelihood = search === null ? 0 : search.value;
  const estimated = problem.pooled.terms.length + (maximum?.sigma === "unidentified" ? 0 : 1);
  return {
    model: MODEL_OF_LINK[link.name],
    link: link.name,
    observations: matrix.rows,
    terms: termTable(names, estimates, covariance, robustCovariance, confidenceLevel),
    covariance,
    ...(request !== null && robustCovariance ? { robustCovariance, robust: request.description } : {}),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * estimated,
    bic: -2 * logLikelihood + estimated * log(matrix.rows),
    ...ofFit,
    converged,
    iterations: search?.iterations ?? 0,
    warnings,
    randomEffect: {
      groups: rowGroups.groups,
      sigma,
      sigmaStdError: sigma * lnSigmaStdError,
      sigmaConfLow: sigma === 0 ? 0 : exp(lnSigma - halfWidth),
      sigmaConfHigh: exp(lnSigma + halfWidth),
      rho: (sigma * sigma) / (LATENT_VARIANCE[link.name] + sigma * sigma),
      quadratureNodes,
      quadratureError,
    },
  };
}
