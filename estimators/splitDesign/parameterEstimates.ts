import type { NewtonResult } from "../numerics/newton.ts";
import { choleskyInPlace, inverseFromCholesky } from "../numerics/symmetric.ts";
import { unstandardise, unstandardiseCovariance } from "./estimatedTerms.ts";
import type { SplitDesign } from "./splitDesign.ts";

/** Parameters in the order of `termNames`, then the model's further ones; NaN where nothing was estimated. */
export interface ParameterEstimates {
  readonly estimates: Float64Array;
  /** Inverse of minus the Hessian, row-major; all NaN when that is singular. */
  readonly covariance: Float64Array;
}

/**
 * Takes a search over the standardised coefficients of `terms` (and `further` more parameters) back to all terms on
 * the scale of the columns as given.
 */
export function parameterEstimates(
  design: SplitDesign,
  terms: Int32Array,
  search: NewtonResult | null,
  further: number,
): ParameterEstimates {
  const all = design.slotOfTerm.length + further;
  const estimates = new Float64Array(all).fill(Number.NaN);
  const covariance = new Float64Array(all * all).fill(Number.NaN);
  if (search === null) return { estimates, covariance };
  const position = positions(design, terms, further);
  // A search may have left the further parameters out (σ = 0): their places stay NaN.
  const n = search.point.length;
  unstandardise(design, terms, search.point).forEach((estimate, i) => {
    estimates[terms[i]] = estimate;
  });
  for (let i = terms.length; i < n; i++) estimates[position[i]] = search.point[i];

  const inverse = inverseInformation(search.hessian, n);
  return inverse === null
    ? { estimates, covariance }
    : { estimates, covariance: covarianceOfColumns(design, terms, inverse, further) };
}

/** (−H)⁻¹ from the lower triangle of an n × n Hessian; null when −H is not positive definite. */
export function inverseInformation(hessian: Float64Array, n: number): Float64Array | null {
  const factor = hessian.map((value) => -value);
  return choleskyInPlace(factor, n).length > 0 ? null : inverseFromCholesky(factor, n);
}

/**
 * The covariance of all parameters on the scale of the columns as given, NaN for those not estimated, from that of the
 * standardised coefficients of `terms` (and of `further` more parameters, unless they were left out).
 */
export function covarianceOfColumns(
  design: SplitDesign,
  terms: Int32Array,
  standardised: Float64Array,
  further: number,
): Float64Array {
  const all = design.slotOfTerm.length + further;
  const covariance = new Float64Array(all * all).fill(Number.NaN);
  const reduced = unstandardiseCovariance(design, terms, standardised);
  const n = Math.round(Math.sqrt(reduced.length));
  const position = positions(design, terms, further);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) covariance[position[i] * all + position[j]] = reduced[i * n + j];
  }
  return covariance;
}

/** Where the estimated parameters stand among all of them. */
function positions(design: SplitDesign, terms: Int32Array, further: number): number[] {
  return [...terms, ...Array.from({ length: further }, (_, i) => design.slotOfTerm.length + i)];
}
