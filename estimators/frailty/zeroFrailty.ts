import { indexAt } from "../binary/binaryCovariance.ts";
import { complementaryLogLog } from "../binary/links/complementaryLogLog.ts";
import { CURVATURE, SCORE } from "../binary/links/link.ts";
import type { FrailtyProblem } from "./frailtyProblem.ts";

/**
 * Derivative of the log-likelihood by θ at θ = 0 and the given standardised coefficients:
 * ½ Σ_g w_g [(Σ_t s_t)² − Σ_t (s_t − ℓ″_t) − (Σ_0 s_t)²] with the cloglog's score s and second derivative ℓ″ by η, Σ_0 over the
 * rows before entry. At the pooled maximum a value of 0 or less says that no
 * frailty is itself a maximum (Chesher 1984, Econometrica 52, 865–872).
 */
export function frailtyScoreAtZero(problem: FrailtyProblem, point: Float64Array): number {
  const { binary, beforeEntry, decided, groupWeights } = problem;
  const { signs } = binary;
  const { groups, start } = binary.design.rowGroups;
  const index = indexAt(binary, point);
  const row = new Float64Array(3);
  let sum = 0;
  for (let group = 0; group < groups; group++) {
    let scores = 0;
    let entryScores = 0;
    let curvatures = 0;
    for (let p = start[group]; p < start[group + 1]; p++) {
      if (decided?.[p] === 1) continue;
      complementaryLogLog.row(signs[p] > 0 ? 1 : 0, index[p], row);
      scores += row[SCORE];
      curvatures += row[SCORE] + row[CURVATURE];
      if (beforeEntry?.[p] === 1) entryScores += row[SCORE];
    }
    const weight = groupWeights === null ? 1 : groupWeights[group];
    sum += weight * (scores * scores - curvatures - entryScores * entryScores);
  }
  return 0.5 * sum;
}
