import { log } from "../../numerics/elementary.ts";
import { type RobustOptions, robustRequest } from "../covariance/robustOptions.ts";
import type { Fit, FitTest, FitWarning } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { likelihoodRatioTest, waldTest } from "../modelTests.ts";
import { groupRows, singletonGroups } from "../splitDesign/groupRows.ts";
import { parameterEstimates } from "../splitDesign/parameterEstimates.ts";
import { termEstimate } from "../termEstimate.ts";
import { binaryCovariance } from "./binaryCovariance.ts";
import type { LinkName } from "./links/link.ts";
import { LINKS } from "./links/links.ts";
import { givenStart, maximizePooled, separationOfSearch } from "./maximizePooled.ts";
import { nullLogLikelihood } from "./nullModel.ts";
import { prepareBinary, requireLength } from "./prepareBinary.ts";

export interface BinaryOptions extends RobustOptions {
  /** Pr(y = 1) = Φ(η), 1/(1 + e^−η) or 1 − exp(−e^η). Default "probit". */
  readonly link?: LinkName;
  /** One number a row, added to the linear predictor with coefficient 1. Default none. */
  readonly offset?: ArrayLike<number>;
  /**
   * One positive number a row, by which its log-likelihood counts, as R's `glm` takes them. They do not change the number
   * of observations. Default 1.
   */
  readonly weights?: ArrayLike<number>;
  /**
   * What standard errors come from: minus the Hessian at the estimates ("observed", default) or its expectation
   * ("expected", as in R's `glm`). They are one and the same for the logit. It is the bread of the sandwich too.
   */
  readonly information?: "observed" | "expected";
  /** Where the search starts, in the order of `termNames`. Default: zero, the intercept where the link has the mean outcome. */
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
  /**
   * A group for each row (any integers), such as the firm of a panel. It only saves time: columns that are constant within
   * groups are then worked with once a group. Default: none.
   */
  readonly group?: ArrayLike<number>;
}

export interface BinaryFit extends Fit {
  readonly model: LinkName;
  readonly information: "observed" | "expected";
  /** Of the model with the intercept alone (with none: no parameter), same offset and weights. */
  readonly logLikelihoodNull: number;
  /** −2ℓ + 2k, k the number of parameters estimated. */
  readonly aic: number;
  /** −2ℓ + k log n, n the number of rows. */
  readonly bic: number;
  /**
   * Against the model with the intercept alone; null when no other term was estimated. Wald's is made with the robust
   * covariance when there is one; the likelihood ratio takes the rows as independent in any case.
   */
  readonly tests: { readonly likelihoodRatio: FitTest | null; readonly wald: FitTest | null };
}

/**
 * Binary outcome with link probit, logit or complementary log-log, by maximum likelihood: Newton's method with the analytic
 * gradient and Hessian. All three log-likelihoods are concave.
 *
 * With `robust` or `cluster` the terms have `robustStdError` from the sandwich V(Σ ss')V over the scores s of rows or
 * clusters (White 1982, Econometrica 50, 1–25; Liang & Zeger 1986, Biometrika 73, 13–22), and the fit has
 * `robustCovariance`. With clusters the default is "HC0" with the factor G/(G − 1), that of R's `sandwich::vcovCL` for a
 * `glm` and of Stata's `vce(cluster)`. R's bread is the expected information (`information: "expected"`).
 *
 * A term that is a linear combination of the terms before it is left out (estimate NaN, as R's NA) with the warning
 * `collinear`; perfect prediction is named `separation` with its terms; an outcome without variation beside an
 * intercept gives `constant-outcome` and NaN estimates. In each case `converged` is false. Separated fits report where
 * the search stopped: only the log-likelihood is near its limit. `one-cluster` leaves the robust covariance NaN.
 *
 * @param outcome 0 or 1, one a row of `matrix`. Rows with missing values must have been dropped.
 * @throws RangeError for lengths that do not match, an outcome that is not 0 or 1, a cell that is not finite, a weight
 *   that is not positive.
 */
export function fitBinary(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  options: BinaryOptions = {},
): BinaryFit {
  const { confidenceLevel = 0.95, maxIterations = 50, tolerance = 1e-12, information = "observed" } = options;
  const link = LINKS[options.link ?? "probit"];
  if (options.group !== undefined) requireLength("the group column", options.group, matrix.rows);
  const request = robustRequest(options, matrix.rows, "HC0");
  const rowGroups = options.group === undefined ? singletonGroups(matrix.rows) : groupRows(options.group);
  const problem = prepareBinary(matrix, outcome, rowGroups, options.offset, options.weights);
  const start = options.start === undefined ? null : givenStart(problem, options.start);
  const newton = { maxIterations, tolerance };
  const search = problem.searchable ? maximizePooled(problem, start, newton, link) : null;

  const problems: FitWarning[] = [...problem.warnings];
  if (search !== null) {
    problems.push(...separationOfSearch(problem, search));
    if (!search.converged && problems.length === 0) {
      const message = `no maximum found in ${search.iterations} Newton steps; try another start, or scale the columns`;
      problems.push({ code: "not-converged", terms: [], message });
    }
  }
  const { names, design, terms } = problem;
  const { estimates, covariance: unknown } = parameterEstimates(design, terms, search, 0);
  const { model, robust } =
    search === null
      ? { model: null, robust: null }
      : binaryCovariance(problem, link, search, information, request);
  const covariance = model ?? unknown;
  const robustCovariance = request === null ? undefined : (robust ?? unknown);
  const stdError = (from: Float64Array, i: number): number => Math.sqrt(from[i * names.length + i]);

  // The likelihood of an outcome without variation tends to 1 as the intercept runs away.
  const logLikelihood = search === null ? 0 : search.value;
  const logLikelihoodNull = nullLogLikelihood(problem, link, newton);
  const tested = search === null ? [] : [...terms].filter((term) => term !== design.interceptTerm);
  return {
    model: link.name,
    information,
    observations: matrix.rows,
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
    ...(request === null || robustCovariance === undefined
      ? {}
      : { robustCovariance, robust: request.description }),
    logLikelihood,
    logLikelihoodNull,
    aic: -2 * logLikelihood + 2 * terms.length,
    bic: -2 * logLikelihood + terms.length * log(matrix.rows),
    tests: {
      likelihoodRatio:
        tested.length === 0 ? null : likelihoodRatioTest(logLikelihood, logLikelihoodNull, tested.length),
      wald: tested.length === 0 ? null : waldTest(estimates, robustCovariance ?? covariance, tested),
    },
    converged: search?.converged === true && problems.length === 0,
    iterations: search?.iterations ?? 0,
    warnings: [...problems, ...(request?.warnings ?? [])],
  };
}
