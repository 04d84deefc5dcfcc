import type { Fit } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { oneOf } from "../options.ts";
import { checkWeights } from "../rowWeights.ts";
import { checkBinaryOutcome } from "./binaryOutcome.ts";
import { type LinkName, LOG_LIKELIHOOD, SCORE } from "./links/link.ts";
import { LINKS } from "./links/links.ts";
import { indexOfRows } from "./predictBinary.ts";

/** "deviance": sign(y − p)√(−2wℓ); "pearson": (y − p)√w/√(p(1 − p)); "response": y − p. */
export type BinaryResidual = "deviance" | "pearson" | "response";

/**
 * Residuals of a fit of `fitBinary`, one a row, as R's `residuals` of a `glm` has them. The squares of the deviance residuals
 * add up to −2 times the log-likelihood (that without a penalty). A separated row has 0. NaN where the index has no limit
 * (see `predictBinary`).
 *
 * @param matrix the model matrix of the fit, or another one with the same terms; `outcome`, `offset` and `weights` are its rows'.
 * @throws RangeError for another type, when the terms are not those of the fit, for lengths that do not match, an outcome
 *   that is not 0 or 1, a weight or an offset that is not finite, a weight that is not positive.
 */
export function binaryResiduals(
  fit: Fit & { readonly model: LinkName },
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  type: BinaryResidual,
  options: { readonly offset?: ArrayLike<number>; readonly weights?: ArrayLike<number> } = {},
): Float64Array {
  oneOf("type", type, ["deviance", "pearson", "response"]);
  const { offset, weights } = options;
  checkBinaryOutcome(outcome, matrix.rows);
  if (weights !== undefined) checkWeights(weights, matrix.rows);
  const link = LINKS[fit.model];
  const values = new Float64Array(3);
  return indexOfRows(fit, matrix, offset).map((index, row) => {
    const y = outcome[row];
    const weight = weights === undefined ? 1 : weights[row];
    if (Number.isNaN(index)) return Number.NaN;
    if (type === "response") return y - link.probability(index);
    if (Math.abs(index) === Infinity) return index > 0 === (y === 1) ? 0 : (2 * y - 1) * Infinity;
    link.row(y, index, values);
    if (type === "deviance")
      return (2 * y - 1) * Math.sqrt(Math.max(-2 * weight * values[LOG_LIKELIHOOD], 0));
    // ℓ′ = (y − p)p′/(p(1 − p)), and its variance is p′²/(p(1 − p)): no difference of probabilities is needed.
    return (Math.sqrt(weight) * values[SCORE]) / Math.sqrt(link.expectedCurvature(index));
  });
}
