import { linearPredictor } from "../splitDesign/products.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import type { PairedNodes } from "./pairedNodes.ts";
import { createQuadratureGroups } from "./quadratureGroups.ts";
import type { QuadratureScores } from "./quadratureKernel.ts";

/** The gradient of the random-effects probit before it is summed, of the groups `from` to `to` − 1. */
export function quadratureScores(
  problem: {
    readonly design: SplitDesign;
    readonly signs: Float64Array;
    readonly offset: Float64Array | null;
  },
  rule: PairedNodes,
  coefficients: Float64Array,
  sigma: number,
  from: number,
  to: number,
  kept: QuadratureScores,
): void {
  const { design, signs, offset } = problem;
  const { groups, start, largest } = design.rowGroups;
  const index = new Float64Array(signs.length);
  linearPredictor(design, coefficients, offset, index, from, to);
  const { evaluate, moments } = createQuadratureGroups(signs, index, largest, rule);
  const modes = new Float64Array(groups);
  for (let group = from; group < to; group++) {
    const first = start[group];
    const size = start[group + 1] - first;
    evaluate(group, first, size, sigma, modes, true);
    kept.row.set(moments.rowScore.subarray(0, size), first);
    kept.lnSigma[group] = moments.lnSigma[0];
  }
}
