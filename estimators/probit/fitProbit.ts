import { type BinaryFit, type BinaryOptions, fitBinary } from "../binary/fitBinary.ts";
import type { ModelMatrix } from "../modelMatrix.ts";

export type ProbitOptions = Omit<BinaryOptions, "link">;

/** `BinaryFit` with the link probit. */
export interface ProbitFit extends BinaryFit {
  readonly model: "probit";
}

/**
 * Pooled probit, Pr(y = 1 | x) = Φ(x'b + offset): `fitBinary` with that link, where options, warnings and errors are
 * described.
 *
 * Standard errors come from the observed information unless asked otherwise. R's `glm` uses the expected one at the same
 * estimates; the two differ in finite samples and agree in large ones.
 */
export function fitProbit(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  options: ProbitOptions = {},
): ProbitFit {
  return { ...fitBinary(matrix, outcome, { ...options, link: "probit" }), model: "probit" };
}
