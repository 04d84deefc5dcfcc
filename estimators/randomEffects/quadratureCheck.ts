import { phrase } from "../../scenarios/phrase.ts";
import type { FitWarning } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import type { NewtonResult } from "../numerics/newton.ts";
import { type RandomEffectsProblem, randomEffectsLikelihood } from "./randomEffectsProblem.ts";

/** Change of the log-likelihood with twice the nodes that is worth a warning. */
export const QUADRATURE_TOLERANCE = 1e-2;

/** Log-likelihood at the end of a search with twice the nodes, minus the one that was maximised. */
export function quadratureChange(
  problem: RandomEffectsProblem,
  search: NewtonResult,
  quadratureNodes: number,
): number {
  return randomEffectsLikelihood(problem, 2 * quadratureNodes).value(search.point) - search.value;
}

export function tooCoarse(change: number, quadratureNodes: number): FitWarning[] {
  if (Math.abs(change) <= QUADRATURE_TOLERANCE) return [];
  const message = phrase`twice the nodes move the log-likelihood by ${change.toPrecision(3)}; fit again with quadratureNodes = ${2 * quadratureNodes} or more`;
  return [fitWarning("quadrature-too-coarse", [], message)];
}
