import { scoresAt } from "../binary/binaryCovariance.ts";
import { complementaryLogLog } from "../binary/links/complementaryLogLog.ts";
import { sandwichOfGroups } from "../covariance/groupScores.ts";
import type { RobustRequest } from "../covariance/robustOptions.ts";
import type { NewtonResult } from "../numerics/newton.ts";
import { frailtyLikelihood } from "./frailtyLikelihood.ts";
import type { FrailtyProblem } from "./frailtyProblem.ts";

/** `sandwichOfGroups` with the scores of the frailty likelihood; of the pooled cloglog when ln θ was not searched for. */
export function robustFrailtyCovariance(
  problem: FrailtyProblem,
  search: NewtonResult,
  request: RobustRequest,
): Float64Array | undefined {
  const { design, terms } = problem.binary;
  return sandwichOfGroups(design, terms, search, request, (point) => {
    if (point.length === terms.length) {
      return { row: scoresAt(problem.binary, complementaryLogLog, point), lnScale: new Float64Array(0) };
    }
    const { row, lnVariance } = frailtyLikelihood(problem).scores(point);
    return { row, lnScale: lnVariance };
  });
}
