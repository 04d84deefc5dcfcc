import { scoresAt } from "../binary/binaryCovariance.ts";
import { sandwichOfGroups } from "../covariance/groupScores.ts";
import type { RobustRequest } from "../covariance/robustOptions.ts";
import type { NewtonResult } from "../numerics/newton.ts";
import { type RandomEffectsProblem, randomEffectsLikelihood } from "./randomEffectsProblem.ts";

/** `sandwichOfGroups` with the scores of the quadrature; of the pooled model when ln σ was not searched for. */
export function robustCovarianceOfGroups(
  problem: RandomEffectsProblem,
  search: NewtonResult,
  quadratureNodes: number,
  request: RobustRequest,
): Float64Array | undefined {
  const { pooled, link } = problem;
  const { design, terms } = pooled;
  return sandwichOfGroups(design, terms, search, request, (point) => {
    if (point.length === terms.length) {
      return { row: scoresAt(pooled, link, point), lnScale: new Float64Array(0) };
    }
    const { row, lnSigma } = randomEffectsLikelihood(problem, quadratureNodes).scores(point);
    return { row, lnScale: lnSigma };
  });
}
