import { RowOfMatrix } from "../matrixRow.ts";
import type { CoxData } from "./coxData.ts";
import { readRow } from "./coxNewData.ts";
import type { RiskSets } from "./riskSets.ts";

/**
 * What a linear predictor is measured from: the means of the row's stratum ("strata"; without strata as "sample"), those of the
 * whole sample ("sample"; columns that hold only −1, 0 and 1 are not centred, as R's `coxph(nocenter = )` leaves them), or
 * nothing ("zero"). Means are weighted by case weights. The mean offset is taken off in all three, as in R.
 */
export type CoxReference = "strata" | "sample" | "zero";

export const REFERENCES: readonly CoxReference[] = ["strata", "sample", "zero"];

/** x̄ by stratum and term, strata × terms row-major. */
export function referenceMeans(
  data: CoxData,
  { strata, stratum }: RiskSets,
  reference: CoxReference,
): { means: Float64Array; offsetMean: number } {
  const { matrix, weights, offset } = data;
  const row = new RowOfMatrix(matrix);
  const k = matrix.numeric.length + matrix.factors.reduce((sum, { levels }) => sum + levels.length - 1, 0);
  const within = reference === "strata" && data.strata !== undefined;
  const means = new Float64Array(strata * k);
  const total = new Float64Array(strata);
  const x = new Float64Array(k);
  const indicator = new Uint8Array(k).fill(1);
  let offsets = 0;
  for (let r = 0; r < matrix.rows; r++) {
    const weight = weights ? weights[r] : 1;
    const s = within ? stratum[r] : 0;
    readRow(row, r, x);
    total[s] += weight;
    offsets += offset ? offset[r] : 0;
    for (let j = 0; j < k; j++) {
      means[s * k + j] += weight * x[j];
      if (x[j] !== 0 && Math.abs(x[j]) !== 1) indicator[j] = 0;
    }
  }
  const offsetMean = matrix.rows > 0 ? offsets / matrix.rows : 0;
  if (reference === "zero") return { means: means.fill(0), offsetMean };
  for (let s = 0; s < strata; s++) {
    for (let j = 0; j < k; j++) {
      if (within) means[s * k + j] /= total[s];
      else if (s > 0) means[s * k + j] = means[j];
      else means[j] = indicator[j] === 1 ? 0 : means[j] / total[0];
    }
  }
  return { means, offsetMean };
}
