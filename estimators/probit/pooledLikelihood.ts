import type { Objective } from "../numerics/newton.ts";
import { termsFromSlots } from "../splitDesign/estimatedTerms.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import { plainPooledKernel, wasmPooledKernel } from "./pooledKernel.ts";

/**
 * The probit log-likelihood Σ log Φ(q η), q = 2y − 1, η = Xb + offset, with its gradient X'r, r = qφ/Φ, and its
 * observed information X' diag(d) X, d = λ(λ + z) with z = qη, λ = φ(z)/Φ(z).
 *
 * @param signs q by position (sorted by group).
 * @param terms the terms to estimate; the point has their standardised coefficients.
 */
export function pooledLikelihood(
  design: SplitDesign,
  signs: Float64Array,
  offset: Float64Array | null,
  terms: Int32Array,
): Objective {
  const kernel =
    design.kernel === null
      ? plainPooledKernel(design, signs, offset)
      : wasmPooledKernel(design.kernel, signs, offset);
  const { parts, slots } = design;
  const { groups } = design.rowGroups;
  const coefficients = new Float64Array(slots);
  const divided = parts && { gradient: new Float64Array(slots), sums: new Float64Array(slots * slots) };
  const { gradient: slotGradient, sums } = divided ?? kernel;
  const request = {
    ...({ task: "pooled", quadratureNodes: 0, sigma: 0 } as const),
    hasOffset: offset !== null,
  };
  const evaluateRange = (from: number, to: number): number => kernel.evaluateRange(coefficients, from, to);
  const own = { evaluateRange, gradient: kernel.gradient, sums: kernel.sums, modes: null };

  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    for (let i = 0; i < terms.length; i++) coefficients[design.slotOfTerm[terms[i]]] = point[i];
    const value =
      parts === null
        ? evaluateRange(0, groups)
        : parts.sum(request, { signs, offset, coefficients }, own, slotGradient, sums);
    for (let i = 0; i < terms.length; i++) gradient[i] = slotGradient[design.slotOfTerm[terms[i]]];
    termsFromSlots(design, terms, sums, slots, -1, hessian, terms.length);
    return value;
  };
  return { parameters: terms.length, evaluate };
}
