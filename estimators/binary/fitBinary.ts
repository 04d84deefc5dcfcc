import { log } from "../../numerics/elementary.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { robustRequest } from "../covariance/robustOptions.ts";
import type { Fit, FitTest, FitWarning } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import { kernelFor } from "../kernels/kernelOption.ts";
import { leavesOutTerms } from "../leftOutTerms.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { likelihoodRatioTest, waldTest } from "../modelTests.ts";
import { groupRows, singletonGroups } from "../splitDesign/groupRows.ts";
import { parameterEstimates } from "../splitDesign/parameterEstimates.ts";
import { termEstimate } from "../termEstimate.ts";
import { binaryCovariance } from "./binaryCovariance.ts";
import { type BinaryOptions, checkBinaryOptions } from "./binaryOptions.ts";
import { limitFit } from "./limitFit.ts";
import type { LinkName } from "./links/link.ts";
import { LINKS } from "./links/links.ts";
import { givenStart, maximizePooled } from "./maximizePooled.ts";
import { nullModel } from "./nullModel.ts";
import { maximizePenalized } from "./penalizedFit.ts";
import { prepareBinary, requireLength } from "./prepareBinary.ts";
import { scoreTest } from "./scoreTest.ts";
import { isSeparation, mayBeSeparated } from "./separation.ts";

export type { BinaryOptions } from "./binaryOptions.ts";

/** A fit of `fitBinary`. `covariance` is that of `information`. */
export interface BinaryFit extends Fit {
  readonly model: LinkName;
  readonly information: "observed" | "expected";
  /** Only with a penalty: `logLikelihood` and `logLikelihoodNull` then include it, that of all terms in both. */
  readonly penalty?: "firth";
  /** Of the model with the intercept alone (with none: no parameter), same offset and weights. */
  readonly logLikelihoodNull: number;
  /** −2ℓ + 2k, k the number of parameters estimated (those of the limit of a separated fit among them); NaN without a fit. */
  readonly aic: number;
  /** −2ℓ + k log n, n the number of rows. */
  readonly bic: number;
  /**
   * Against the model with the intercept alone; null when no other term was estimated. Wald's is made with the robust
   * covariance when there is one, of the terms with finite estimates; the likelihood ratio takes the rows as independent in
   * any case, and so does the score test (Rao's, with the expected information at the null model), which is made when
   * `scoreTest` asks for it.
   */
  readonly tests: {
    readonly likelihoodRatio: FitTest | null;
    readonly wald: FitTest | null;
    readonly score: FitTest | null;
  };
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
 * What cannot be estimated is named in `warnings`; all but the first make `converged` false:
 * - "collinear": a term that is a linear combination of the terms before it is left out (estimate and standard error NaN, as
 *   R's NA); "empty-category": so is a factor level without rows. The fit is that of the other terms;
 * - "separation" when every row is predicted perfectly in the limit, "quasi-separation" when some are. The log-likelihood,
 *   and every coefficient that the other rows determine, with its covariance, are those of the limit. A coefficient that runs
 *   away is ±Infinity; one whose sign depends on the way the others take is NaN; both have an infinite standard error. The
 *   likelihood-ratio test stands, with all terms counted. The warning's `terms` are those that decide outcomes;
 * - "constant-outcome" beside an intercept: NaN estimates.
 *
 * `penalty: "firth"` has finite estimates in all these cases but the first. "one-cluster" leaves the robust covariance NaN.
 *
 * @param outcome 0 or 1, one a row of `matrix`. Rows with missing values must have been dropped.
 * @throws RangeError for lengths that do not match, an outcome that is not 0 or 1, a cell or an offset that is not finite, a
 *   weight that is not positive, an option that is not known (`InvalidInput`) or does not go with a penalty.
 */
export function fitBinary(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  options: BinaryOptions = {},
): BinaryFit {
  checkBinaryOptions(options);
  const penalized = options.penalty !== undefined;
  const { confidenceLevel = 0.95, information = penalized ? "expected" : "observed" } = options;
  const link = LINKS[options.link ?? "probit"];
  if (options.group !== undefined) requireLength("the group column", options.group, matrix.rows);
  const request = robustRequest(options, matrix.rows, "HC0");
  const rowGroups = options.group === undefined ? singletonGroups(matrix.rows) : groupRows(options.group);
  const kernel =
    link === LINKS.probit && options.weights === undefined ? kernelFor(options.kernel, matrix.rows) : "plain";
  const problem = prepareBinary(matrix, outcome, rowGroups, options.offset, options.weights, kernel);
  const start = options.start === undefined ? null : givenStart(problem, options.start);
  const { names, design, terms, searchable } = problem;

  const { maxIterations = penalized ? 500 : 50, tolerance = penalized ? 1e-20 : 1e-12 } = options;
  const newton = { maxIterations, tolerance };
  const problems: FitWarning[] = problem.warnings.filter((warning) => !isSeparation(warning));
  const separated = problems.length < problem.warnings.length;
  const maximum = penalized ? maximizePenalized(problem, start, newton, link) : null;
  // Where a term is known to run away there is nothing to follow it for.
  const search =
    maximum !== null
      ? maximum.search
      : searchable && !separated
        ? maximizePooled(problem, start, newton, link)
        : null;
  const limit =
    !penalized && searchable && (search === null || mayBeSeparated(problem, search))
      ? limitFit(problem, matrix, outcome, link, newton, information, request, search !== null)
      : null;
  if (maximum !== null) problems.splice(0, problems.length, ...maximum.warnings(problems));
  if (limit !== null) problems.push(limit.warning);
  const iterations = limit?.iterations ?? search?.iterations ?? 0;
  if (limit?.converged === false || (limit === null && search?.converged === false)) {
    const message = phrase`no maximum found in ${iterations} Newton steps; try another start, or scale the columns`;
    if (problems.every(leavesOutTerms) || limit !== null)
      problems.push(fitWarning("not-converged", [], message));
  }

  const ofSearch = parameterEstimates(design, terms, limit === null ? search : null, 0);
  const estimates = limit?.estimates ?? ofSearch.estimates;
  const { model, robust } =
    limit !== null
      ? { model: limit.covariance, robust: limit.robustCovariance }
      : search === null
        ? { model: null, robust: null }
        : binaryCovariance(problem, link, search, information, request);
  const covariance = model ?? ofSearch.covariance;
  const robustCovariance = request === null ? undefined : (robust ?? ofSearch.covariance);
  const stdError = (from: Float64Array, i: number): number => Math.sqrt(from[i * names.length + i]);

  // The likelihood of an outcome without variation tends to 1 as the intercept runs away.
  const logLikelihood = limit?.logLikelihood ?? search?.value ?? 0;
  const ofNull = maximum?.ofNull ?? nullModel(problem, link, newton);
  const logLikelihoodNull = ofNull.logLikelihood;
  const fitted = search !== null || limit !== null;
  const tested = fitted ? [...terms].filter((term) => term !== design.interceptTerm) : [];
  const finite = tested.filter((term) => Number.isFinite(estimates[term]));
  return {
    model: link.name,
    information,
    ...(penalized ? { penalty: "firth" as const } : {}),
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
    aic: fitted ? -2 * logLikelihood + 2 * terms.length : Number.NaN,
    bic: fitted ? -2 * logLikelihood + terms.length * log(matrix.rows) : Number.NaN,
    tests: {
      likelihoodRatio:
        tested.length === 0 ? null : likelihoodRatioTest(logLikelihood, logLikelihoodNull, tested.length),
      wald: finite.length === 0 ? null : waldTest(estimates, robustCovariance ?? covariance, finite),
      score: options.scoreTest === true && searchable ? scoreTest(problem, link, ofNull) : null,
    },
    converged: search?.converged === true && problems.every(leavesOutTerms),
    iterations,
    warnings: [...problems, ...(request?.warnings ?? [])],
  };
}
