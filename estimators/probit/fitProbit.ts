import { givenStart, maximizePooled, separationOfSearch } from "../binary/maximizePooled.ts";
import { prepareBinary, requireLength } from "../binary/prepareBinary.ts";
import type { Fit, FitWarning } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { groupRows, singletonGroups } from "../splitDesign/groupRows.ts";
import { parameterEstimates } from "../splitDesign/parameterEstimates.ts";
import { termEstimate } from "../termEstimate.ts";

export interface ProbitOptions {
  /** One number a row, added to the linear predictor with coefficient 1. Default none. */
  readonly offset?: ArrayLike<number>;
  /** Where the search starts, in the order of `termNames`. Default: zero, the intercept at Φ⁻¹(mean outcome). */
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

export interface ProbitFit extends Fit {
  readonly model: "probit";
}

/**
 * Pooled probit, Pr(y = 1 | x) = Φ(x'b + offset), by maximum likelihood: Newton's method with the analytic gradient and
 * Hessian.
 *
 * Standard errors come from the observed information. R's `glm` uses the expected one at the same estimates; the two
 * differ in finite samples and agree in large ones.
 *
 * A term that is a linear combination of the terms before it is left out (estimate NaN, as R's NA) with the warning
 * `collinear`; perfect prediction is named `separation` with its terms; an outcome without variation beside an
 * intercept gives `constant-outcome` and NaN estimates. In each case `converged` is false. Separated fits report where
 * the search stopped: only the log-likelihood is near its limit.
 *
 * @param outcome 0 or 1, one a row of `matrix`. Rows with missing values must have been dropped.
 * @throws RangeError for lengths that do not match, an outcome that is not 0 or 1, a cell that is not finite.
 */
export function fitProbit(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  options: ProbitOptions = {},
): ProbitFit {
  const { confidenceLevel = 0.95, maxIterations = 50, tolerance = 1e-12 } = options;
  if (options.group !== undefined) requireLength("the group column", options.group, matrix.rows);
  const rowGroups = options.group === undefined ? singletonGroups(matrix.rows) : groupRows(options.group);
  const problem = prepareBinary(matrix, outcome, rowGroups, options.offset);
  const start = options.start === undefined ? null : givenStart(problem, options.start);
  const search = problem.searchable ? maximizePooled(problem, start, { maxIterations, tolerance }) : null;
  const warnings: FitWarning[] = [...problem.warnings];
  if (search !== null) {
    warnings.push(...separationOfSearch(problem, search));
    if (!search.converged && warnings.length === 0) {
      const message = `no maximum found in ${search.iterations} Newton steps; try another start, or scale the columns`;
      warnings.push({ code: "not-converged", terms: [], message });
    }
  }
  const { names } = problem;
  const { estimates, covariance } = parameterEstimates(problem.design, problem.terms, search, 0);
  return {
    model: "probit",
    observations: matrix.rows,
    terms: names.map((name, i) =>
      termEstimate(name, estimates[i], Math.sqrt(covariance[i * names.length + i]), confidenceLevel),
    ),
    covariance,
    // The likelihood of an outcome without variation tends to 1 as the intercept runs away.
    logLikelihood: search === null ? 0 : search.value,
    converged: search?.converged === true && warnings.length === 0,
    iterations: search?.iterations ?? 0,
    warnings,
  };
}
