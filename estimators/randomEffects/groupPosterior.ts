import { exp, log } from "../../numerics/elementary.ts";
import { CURVATURE, LOG_LIKELIHOOD, SCORE } from "../binary/links/link.ts";
import { gaussHermite } from "../numerics/gaussHermite.ts";
import {
  createLinkMode,
  findLinkMode,
  type IndexedOutcomes,
  type LinkMode,
  withinReach,
} from "./linkMode.ts";
import { rowOf } from "./linkResponse.ts";

const HALF_LOG_PI = 0.5723649429247001;

/** The posterior of one group's random effect u ~ N(0, 1) given its outcomes, on the nodes of the adaptive rule. */
export interface GroupPosterior {
  readonly mode: LinkMode;
  /** Nodes a_k of the rule and log(w_k) + a_k². */
  readonly nodes: Float64Array;
  readonly logWeights: Float64Array;
  /** σu_k. */
  readonly shift: Float64Array;
  /** Posterior weight of each node, sum 1. */
  readonly omega: Float64Array;
  /** wℓ′ and −wℓ″ by row and node, row-major. */
  readonly score: Float64Array;
  readonly curvature: Float64Array;
  /** Scratch: one row's ℓ, ℓ′, −ℓ″. */
  readonly row: Float64Array;
}

export function createGroupPosterior(largestGroup: number, quadratureNodes: number): GroupPosterior {
  const { nodes, weights } = gaussHermite(quadratureNodes);
  return {
    mode: createLinkMode(largestGroup),
    nodes,
    logWeights: weights.map((weight, k) => log(weight) + nodes[k] * nodes[k]),
    shift: new Float64Array(quadratureNodes),
    omega: new Float64Array(quadratureNodes),
    score: new Float64Array(largestGroup * quadratureNodes),
    curvature: new Float64Array(largestGroup * quadratureNodes),
    row: new Float64Array(3),
  };
}

/**
 * Fills `target` for the group at positions `first` to `first + size − 1` and returns the logarithm of its integral: with
 * nodes a_k and weights w_k of the rule, mode m and scale c of the integrand, u_k = m + √2 c a_k and
 *
 *     log W_k = log w_k + a_k² − u_k²/2 + Σ_t w_t ℓ(y_t, η_t + σu_k),   log(c/√π) + log Σ_k W_k,   ω_k = W_k / Σ W.
 *
 * @param near where the mode is looked for first.
 */
export function findGroupPosterior(
  outcomes: IndexedOutcomes,
  first: number,
  size: number,
  sigma: number,
  near: number,
  target: GroupPosterior,
): number {
  const { mode, nodes, logWeights, shift, omega, score, curvature, row } = target;
  const { link, index, signs, weights } = outcomes;
  const rowLikelihood = rowOf(link);
  findLinkMode(outcomes, first, size, sigma, near, mode);
  const centre = mode.summary[0];
  const scale = mode.summary[1];
  const count = nodes.length;
  for (let k = 0; k < count; k++) {
    const u = centre + Math.SQRT2 * scale * nodes[k];
    shift[k] = sigma * u;
    omega[k] = logWeights[k] - 0.5 * u * u;
  }
  for (let t = 0; t < size; t++) {
    const outcome = signs[first + t] > 0 ? 1 : 0;
    const weight = weights === null ? 1 : weights[first + t];
    for (let k = 0; k < count; k++) {
      rowLikelihood(outcome, withinReach(link, index[first + t] + shift[k]), row);
      omega[k] += weight * row[LOG_LIKELIHOOD];
      score[t * count + k] = weight * row[SCORE];
      curvature[t * count + k] = weight * row[CURVATURE];
    }
  }
  let top = -Infinity;
  for (let k = 0; k < count; k++) if (omega[k] > top) top = omega[k];
  let total = 0;
  for (let k = 0; k < count; k++) {
    omega[k] = exp(omega[k] - top);
    total += omega[k];
  }
  for (let k = 0; k < count; k++) omega[k] /= total;
  return log(scale * total) + top - HALF_LOG_PI;
}
