import { exp, log } from "../../numerics/elementary.ts";
import { createMode, findMode } from "./mode.ts";
import { addMovementOfNodes } from "./movingNodes.ts";
import { createNodeScores, scoreNodes } from "./nodeScores.ts";
import type { PairedNodes } from "./pairedNodes.ts";
import { createPosteriorMoments, posteriorMoments } from "./posterior.ts";

const HALF_LOG_PI = 0.5723649429247001;

/** The integral of one group at a time, and the moments of its posterior: see `quadratureLikelihood` for the formulas. */
export function createQuadratureGroups(
  signs: Float64Array,
  index: Float64Array,
  largest: number,
  rule: PairedNodes,
) {
  const { count, nodes, logWeights } = rule;
  const groupMode = createMode(largest);
  const scores = createNodeScores(largest, count);
  const moments = createPosteriorMoments(largest, count);
  const spread = new Float64Array(count);
  const shift = new Float64Array(count);
  const omega = new Float64Array(count);

  /** log ∫ of one group; with `derivatives` fills `moments`. `modes` are where to start, and are updated. */
  const evaluate = (
    group: number,
    first: number,
    size: number,
    sigma: number,
    modes: Float64Array,
    derivatives: boolean,
  ): number => {
    findMode(index, signs, first, size, sigma, modes[group], groupMode);
    const mode = groupMode.summary[0];
    const scale = groupMode.summary[1];
    modes[group] = mode;
    for (let k = 0; k < count; k++) {
      spread[k] = sigma * Math.SQRT2 * scale * nodes[k];
      shift[k] = sigma * mode + spread[k];
    }
    scoreNodes(index, signs, first, size, sigma * mode, spread, derivatives, scores);

    let top = -Infinity;
    for (let k = 0; k < count; k++) {
      const u = mode + Math.SQRT2 * scale * nodes[k];
      const exponent = scores.exponent[k] + logWeights[k] - 0.5 * u * u;
      omega[k] = exponent;
      if (exponent > top) top = exponent;
    }
    let even = 0;
    let odd = 0;
    for (let k = 0; k < count; k += 2) {
      omega[k] = scores.ratio[k] * exp(omega[k] - top);
      omega[k + 1] = scores.ratio[k + 1] * exp(omega[k + 1] - top);
      even += omega[k];
      odd += omega[k + 1];
    }
    const total = even + odd;
    if (derivatives) {
      for (let k = 0; k < count; k++) omega[k] /= total;
      posteriorMoments(scores, size, omega, shift, moments);
      addMovementOfNodes(groupMode, size, sigma, omega, nodes, scores.scoreSum, moments);
    }
    return log(scale * total) + top - HALF_LOG_PI;
  };
  return { evaluate, moments };
}
