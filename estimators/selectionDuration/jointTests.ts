import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import { sumOfOuterProducts } from "../covariance/sandwich.ts";
import type { FitTest } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { likelihoodRatioTest, waldTest } from "../modelTests.ts";
import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";
import { rowScores } from "./jointLikelihood.ts";
import type { JointMaximum } from "./maximizeJoint.ts";
import type { SelectionDurationProblem } from "./prepareSelectionDuration.ts";
import type { SelectionDurationTests } from "./selectionDurationTypes.ts";

export const NO_JOINT_TESTS: SelectionDurationTests = { likelihoodRatio: null, wald: null, score: null };

/** Pivots below this share of the diagonal count as 0. */
const SINGULAR = 1e-12;

/** The equation with its intercept alone. */
export function withoutColumns({ rows, intercept }: ModelMatrix): ModelMatrix {
  return { rows, intercept, numeric: [], factors: [] };
}

/**
 * Tests of all columns of both equations.
 *
 * @param atNull the search of the model with both intercepts alone; null when it has no maximum.
 * @param covariance of all parameters, for Wald's test.
 */
export function jointTests(
  problem: SelectionDurationProblem,
  { search }: JointMaximum,
  atNull: JointMaximum | null,
  estimates: Float64Array,
  covariance: Float64Array,
): SelectionDurationTests {
  const { selection, duration } = problem;
  const first = selection.design.slotOfTerm.length;
  const tested = [
    ...[...selection.terms].filter((term) => term !== selection.design.interceptTerm),
    ...[...duration.terms]
      .filter((term) => term !== duration.design.interceptTerm)
      .map((term) => first + term),
  ];
  const df = tested.length;
  if (df === 0) return NO_JOINT_TESTS;
  const finite = tested.filter((at) => Number.isFinite(estimates[at]));
  return {
    likelihoodRatio: atNull === null ? null : likelihoodRatioTest(search.value, atNull.search.value, df),
    wald: finite.length === 0 ? null : waldTest(estimates, covariance, finite),
    score: atNull === null ? null : scoreTest(problem, atNull, df),
  };
}

/** g'(Σ ss')⁻¹g with the scores s of the rows at the model without columns, ln p and the dependence as it has them. */
function scoreTest(
  { rows, selection, duration }: SelectionDurationProblem,
  { search, model }: JointMaximum,
  df: number,
): FitTest | null {
  if (model.heldDependence !== null) return null;
  const point = new Float64Array(rows.selectionTerms + rows.durationTerms + (model.exponential ? 1 : 2));
  let taken = 0;
  // Columns are centred beside an intercept, which is then the whole index of a row without them.
  for (const [{ design, terms }, before] of [
    [selection, 0],
    [duration, rows.selectionTerms],
  ] as const) {
    const at = terms.indexOf(design.interceptTerm);
    if (at >= 0) point[before + at] = search.point[taken++];
  }
  point.set(search.point.subarray(taken), rows.selectionTerms + rows.durationTerms);
  const n = point.length;
  const scores = rowScores(rows, model, point);
  const gradient = new Float64Array(n);
  for (let at = 0; at < scores.length; at++) {
    const row = Math.floor(at / n);
    gradient[at - row * n] += scores[at];
    // A weight says how often a row counts, and so how often its outer product does.
    if (rows.weights !== null) scores[at] /= Math.sqrt(rows.weights[row]);
  }
  const information = sumOfOuterProducts(scores, n);
  if (choleskyInPlace(information, n, SINGULAR).length > 0) return null;
  const solution = gradient.slice();
  solveCholeskyInPlace(solution, information, n);
  const statistic = gradient.reduce((sum, slope, i) => sum + slope * solution[i], 0);
  return { statistic, df, pValue: chiSquaredUpperTail(statistic, df) };
}
