import type { RandomEffectsProbitFit } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { fitRandomEffects, type RandomEffectsOptions } from "./fitRandomEffects.ts";

export type RandomEffectsProbitOptions = Omit<RandomEffectsOptions, "link">;

/** `fitRandomEffects` with the probit link; the arguments, results and errors are the same. */
export function fitRandomEffectsProbit(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  group: Int32Array | Uint32Array,
  options: RandomEffectsProbitOptions = {},
): RandomEffectsProbitFit {
  const fit = fitRandomEffects(matrix, outcome, group, { ...options, link: "probit" });
  return { ...fit, model: "randomEffectsProbit", link: "probit" };
}
