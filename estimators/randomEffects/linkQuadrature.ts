import { exp } from "../../numerics/elementary.ts";
import type { BinaryLink } from "../binary/links/link.ts";
import {
  addCrossProduct,
  createCrossProduct,
  finishCrossProduct,
  startCrossProduct,
} from "../splitDesign/crossProduct.ts";
import { termsFromSlots } from "../splitDesign/estimatedTerms.ts";
import { addWeightedRows, linearPredictor } from "../splitDesign/products.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import { createGroupPosterior, findGroupPosterior } from "./groupPosterior.ts";
import { addMovement, createLinkMoments, linkMoments } from "./linkMoments.ts";
import type { QuadratureLikelihood, QuadratureScores } from "./quadratureLikelihood.ts";

/** What a random-effects likelihood is made of; arrays by position unless said otherwise. */
export interface GroupedProblem {
  readonly design: SplitDesign;
  /** 2y − 1. */
  readonly signs: Float64Array;
  readonly offset: Float64Array | null;
  /** By which a row's log-likelihood counts inside its group's integral; null when every row counts once. */
  readonly rowWeights: Float64Array | null;
  /** By group: by which a group's log-likelihood counts; null when every group counts once. */
  readonly groupWeights: Float64Array | null;
  /** Indices of the terms of the point. */
  readonly terms: Int32Array;
}

/**
 * The random-effects log-likelihood Σ_i W_i log ∫ Π_t p(y_it | η_it + σu)^w_it φ(u) du of any link by adaptive
 * Gauss–Hermite quadrature (see `findGroupPosterior`), its gradient and Hessian. The unweighted probit has a faster one of
 * its own (`quadratureLikelihood`), which equals this to rounding.
 *
 * The gradient is that of the quadrature itself, the nodes moving with the parameters; the Hessian holds mode and scale
 * fixed, which differs by the error of the quadrature only.
 *
 * The point has the standardised coefficients of `terms`, then ln σ. Modes are remembered from one evaluation to the next.
 */
export function linkQuadrature(
  { design, signs, offset, rowWeights, groupWeights, terms }: GroupedProblem,
  link: BinaryLink,
  quadratureNodes: number,
): QuadratureLikelihood {
  const { groups, start, largest } = design.rowGroups;
  const lnSigmaSlot = design.slots;
  const crossProduct = createCrossProduct(design, 1);
  const { sums, stride } = crossProduct;
  const slotGradient = new Float64Array(stride);
  const coefficients = new Float64Array(design.slots);
  const index = new Float64Array(signs.length);
  const outcomes = { link, index, signs, weights: rowWeights };
  const modes = new Float64Array(groups);
  const posterior = createGroupPosterior(largest, quadratureNodes);
  const moments = createLinkMoments(largest, quadratureNodes);
  const { rowScore, rowCross, within, lnSigma } = moments;

  const sumOverGroups = (
    point: Float64Array,
    derivatives: boolean,
    kept: QuadratureScores | null = null,
  ): number => {
    const sigma = exp(point[terms.length]);
    for (let i = 0; i < terms.length; i++) coefficients[design.slotOfTerm[terms[i]]] = point[i];
    linearPredictor(design, coefficients, offset, index);
    let value = 0;
    for (let group = 0; group < groups; group++) {
      const first = start[group];
      const size = start[group + 1] - first;
      const groupWeight = groupWeights === null ? 1 : groupWeights[group];
      value += groupWeight * findGroupPosterior(outcomes, first, size, sigma, modes[group], posterior);
      modes[group] = posterior.mode.summary[0];
      if (!derivatives) continue;

      linkMoments(posterior, size, moments);
      addMovement(posterior, size, sigma, moments);
      if (groupWeights !== null) {
        for (let t = 0; t < size; t++) {
          rowScore[t] *= groupWeight;
          rowCross[t] *= groupWeight;
        }
        for (let i = 0; i < size * size; i++) within[i] *= groupWeight;
        lnSigma[0] *= groupWeight;
        lnSigma[1] *= groupWeight;
      }
      if (kept !== null) {
        kept.row.set(rowScore.subarray(0, size), first);
        kept.lnSigma[group] = lnSigma[0];
        continue;
      }
      slotGradient[lnSigmaSlot] += lnSigma[0];
      sums[lnSigmaSlot * stride + lnSigmaSlot] += lnSigma[1];
      addWeightedRows(design, group, rowScore, slotGradient, 0);
      addWeightedRows(design, group, rowCross, sums, lnSigmaSlot * stride);
      addCrossProduct(design, within, false, crossProduct);
    }
    if (derivatives && kept === null) finishCrossProduct(design, crossProduct);
    return value;
  };

  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    startCrossProduct(crossProduct);
    slotGradient.fill(0);
    const value = sumOverGroups(point, true);
    const k = terms.length;
    const width = k + 1;
    const lnSigmaRow = lnSigmaSlot * stride;
    for (let i = 0; i < k; i++) {
      gradient[i] = slotGradient[design.slotOfTerm[terms[i]]];
      hessian[k * width + i] = sums[lnSigmaRow + design.slotOfTerm[terms[i]]];
    }
    gradient[k] = slotGradient[lnSigmaSlot];
    hessian[k * width + k] = sums[lnSigmaRow + lnSigmaSlot];
    termsFromSlots(design, terms, sums, stride, 1, hessian, width);
    return value;
  };
  const scores = (point: Float64Array): QuadratureScores => {
    const kept = { row: new Float64Array(signs.length), lnSigma: new Float64Array(groups) };
    sumOverGroups(point, true, kept);
    return kept;
  };
  const value = (point: Float64Array): number => sumOverGroups(point, false);
  return { parameters: terms.length + 1, evaluate, value, scores };
}
