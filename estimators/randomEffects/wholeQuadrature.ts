import type { PartRequest } from "../parts/sharedPart.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import { pairedNodes } from "./pairedNodes.ts";
import { plainQuadratureKernel, type QuadratureScores, wasmQuadratureKernel } from "./quadratureKernel.ts";
import { quadratureScores } from "./quadratureScores.ts";

/** The quadrature of all groups, in this thread or divided among several; coefficients by slot. */
export interface WholeQuadrature {
  /** The log-likelihood; with `derivatives` its gradient and Hessian are left in `gradient` and `sums`. */
  readonly evaluate: (coefficients: Float64Array, sigma: number, derivatives: boolean) => number;
  readonly gradient: Float64Array;
  /** See `QuadratureKernel`. */
  readonly sums: Float64Array;
  /** The gradient before it is summed. */
  readonly scores: (coefficients: Float64Array, sigma: number) => QuadratureScores;
}

export function wholeQuadrature(
  design: SplitDesign,
  signs: Float64Array,
  offset: Float64Array | null,
  quadratureNodes: number,
): WholeQuadrature {
  const { parts, slots } = design;
  const { groups } = design.rowGroups;
  const rule = pairedNodes(quadratureNodes);
  const problem = { design, signs, offset };
  const kernel =
    design.kernel === null
      ? plainQuadratureKernel(design, signs, offset, rule)
      : wasmQuadratureKernel(design.kernel, signs, offset, rule);
  const noScores = (): QuadratureScores => ({
    row: new Float64Array(signs.length),
    lnSigma: new Float64Array(groups),
  });
  if (parts === null) {
    return {
      evaluate: (coefficients, sigma, derivatives) =>
        kernel.evaluateRange(coefficients, sigma, 0, groups, derivatives),
      gradient: kernel.gradient,
      sums: kernel.sums,
      scores: (coefficients, sigma) => {
        const kept = noScores();
        quadratureScores(problem, rule, coefficients, sigma, 0, groups, kept);
        return kept;
      },
    };
  }
  const gradient = new Float64Array(slots + 1);
  const sums = new Float64Array((slots + 1) * (slots + 1));
  const request = (task: PartRequest["task"], sigma: number): PartRequest => ({
    ...{ task, sigma, quadratureNodes },
    hasOffset: offset !== null,
  });
  return {
    evaluate: (coefficients, sigma, derivatives) => {
      const evaluateRange = (from: number, to: number): number =>
        kernel.evaluateRange(coefficients, sigma, from, to, derivatives);
      const own = { evaluateRange, gradient: kernel.gradient, sums: kernel.sums, modes: kernel.modes };
      const asked = request(derivatives ? "derivatives" : "value", sigma);
      return parts.sum(asked, { signs, offset, coefficients }, own, gradient, sums);
    },
    gradient,
    sums,
    scores: (coefficients, sigma) => {
      const kept = noScores();
      parts.each(
        request("scores", sigma),
        { signs, offset, coefficients },
        (from, to) => quadratureScores(problem, rule, coefficients, sigma, from, to, kept),
        ({ rowScores, lnSigmaScores }, fromGroup, fromRow) => {
          kept.row.set(rowScores, fromRow);
          kept.lnSigma.set(lnSigmaScores, fromGroup);
        },
      );
      return kept;
    },
  };
}
