import { log } from "../../numerics/elementary.ts";
import { gaussHermite } from "../numerics/gaussHermite.ts";

/**
 * A Gauss–Hermite rule with its symmetric nodes in pairs: node i is a_i ≥ 0, ascending, and node `half` + i is −a_i. `half`
 * is even: the loops take nodes two by two, with two sums that do not wait for each other. What that adds (the second zero
 * of an odd rule, and nodes to fill up) has weight 0.
 */
export interface PairedNodes {
  readonly half: number;
  /** 2 × `half`. */
  readonly count: number;
  readonly nodes: Float64Array;
  /** log(w_k) + a_k², −Infinity where the weight is 0. */
  readonly logWeights: Float64Array;
}

/** @param quadratureNodes 1 to 256; a RangeError otherwise. */
export function pairedNodes(quadratureNodes: number): PairedNodes {
  const rule = gaussHermite(quadratureNodes);
  const atOrAbove = (quadratureNodes + 1) >> 1;
  const half = atOrAbove + (atOrAbove & 1);
  const nodes = new Float64Array(2 * half);
  const logWeights = new Float64Array(2 * half).fill(-Infinity);
  for (let i = 0; i < atOrAbove; i++) {
    const k = quadratureNodes - atOrAbove + i;
    nodes[i] = rule.nodes[k];
    logWeights[i] = log(rule.weights[k]) + rule.nodes[k] * rule.nodes[k];
    if (quadratureNodes - 1 - k === k) continue;
    nodes[half + i] = -rule.nodes[k];
    logWeights[half + i] = logWeights[i];
  }
  return { half, count: 2 * half, nodes, logWeights };
}
