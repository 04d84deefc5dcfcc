import { log } from "../../numerics/elementary.ts";
import { maximizeByNewton, type NewtonOptions, type Objective } from "../numerics/newton.ts";
import { type BinaryLink, CURVATURE, LOG_LIKELIHOOD, SCORE } from "./links/link.ts";
import type { BinaryProblem } from "./prepareBinary.ts";

export interface NullModel {
  readonly logLikelihood: number;
  /** Of the intercept; 0 in a model without one. */
  readonly intercept: number;
}

/**
 * The model without regressors: with an intercept when the model has one, with the same offset and weights. Without an
 * offset its log-likelihood is Σ w log(share of the outcome), whatever the link.
 */
export function nullModel(problem: BinaryProblem, link: BinaryLink, options: NewtonOptions): NullModel {
  const { design, signs, offset, weights, shareOfOnes } = problem;
  const hasIntercept = design.interceptTerm >= 0;
  if (hasIntercept && offset === null) {
    let ones = 0;
    let total = 0;
    for (let p = 0; p < signs.length; p++) {
      const weight = weights === null ? 1 : weights[p];
      total += weight;
      if (signs[p] > 0) ones += weight;
    }
    const zeros = total - ones;
    const logLikelihood =
      (ones > 0 ? ones * log(ones / total) : 0) + (zeros > 0 ? zeros * log(zeros / total) : 0);
    return { logLikelihood, intercept: link.quantile(ones / total) };
  }
  const { evaluate } = interceptLikelihood(problem, link);
  if (!hasIntercept) {
    const logLikelihood = evaluate(Float64Array.of(0), new Float64Array(1), new Float64Array(1));
    return { logLikelihood, intercept: 0 };
  }
  if (!problem.searchable) return { logLikelihood: 0, intercept: Number.NaN };
  const search = maximizeByNewton({ parameters: 1, evaluate }, [link.quantile(shareOfOnes)], options);
  return { logLikelihood: search.value, intercept: search.point[0] };
}

/** The log-likelihood of an intercept beside the offset. */
function interceptLikelihood({ signs, offset, weights }: BinaryProblem, link: BinaryLink): Objective {
  const row = new Float64Array(3);
  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    let value = 0;
    let score = 0;
    let curvature = 0;
    for (let p = 0; p < signs.length; p++) {
      const weight = weights === null ? 1 : weights[p];
      link.row(signs[p] > 0 ? 1 : 0, point[0] + (offset === null ? 0 : offset[p]), row);
      value += weight * row[LOG_LIKELIHOOD];
      score += weight * row[SCORE];
      curvature += weight * row[CURVATURE];
    }
    gradient[0] = score;
    hessian[0] = -curvature;
    return value;
  };
  return { parameters: 1, evaluate };
}
