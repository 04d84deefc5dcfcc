import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import type { FitTest } from "../fit.ts";
import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";
import { expectedHessian, indexAt } from "./binaryCovariance.ts";
import { linkLikelihood } from "./linkLikelihood.ts";
import type { BinaryLink } from "./links/link.ts";
import type { NullModel } from "./nullModel.ts";
import type { BinaryProblem } from "./prepareBinary.ts";

/**
 * Rao's score test that all coefficients but the intercept are zero: U'I⁻¹U with the scores and the expected information at
 * the null model, as R's `anova(…, test = "Rao")` has it. It supposes independent rows; it needs no finite maximum.
 */
export function scoreTest(
  problem: BinaryProblem,
  link: BinaryLink,
  { intercept }: NullModel,
): FitTest | null {
  const { design, terms } = problem;
  const k = terms.length;
  const df = [...terms].filter((term) => term !== design.interceptTerm).length;
  if (df === 0) return null;
  const point = new Float64Array(k);
  if (design.interceptTerm >= 0) point[0] = intercept;
  const gradient = new Float64Array(k);
  linkLikelihood(problem, link).evaluate(point, gradient, new Float64Array(k * k));
  const factor = expectedHessian(problem, link, indexAt(problem, point)).map((value) => -value);
  const singular = choleskyInPlace(factor, k).length > 0;
  const solution = gradient.slice();
  solveCholeskyInPlace(solution, factor, k);
  const statistic = singular ? Number.NaN : gradient.reduce((sum, score, i) => sum + score * solution[i], 0);
  return { statistic, df, pValue: chiSquaredUpperTail(statistic, df) };
}
