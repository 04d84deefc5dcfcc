import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";
import { addCrossProduct, createCrossProduct, finishCrossProduct } from "./crossProduct.ts";
import { linearPredictor } from "./products.ts";
import type { SplitDesign } from "./splitDesign.ts";

/** Remaining share of a column's sum of squares below which it counts as a combination of the ones before it. */
const COLLINEARITY_TOLERANCE = 1e-10;

/** Terms, by index, that add to the ones before them, and those that do not (R prints NA for these). */
export interface EstimatedTerms {
  readonly estimated: Int32Array;
  readonly dependent: readonly number[];
  /** Of the first dependent ones, the terms they are combinations of and the share of their norm which these leave. */
  readonly combinations: readonly {
    readonly term: number;
    readonly of: readonly number[];
    readonly remaining: number;
  }[];
}

/** Dependent terms whose combination is looked for: it takes a pass over the rows. */
const MOST_COMBINATIONS = 5;

/**
 * Finds linear dependence among the columns of the design itself, before any outcome is looked at.
 *
 * @param order of all terms: of several dependent ones the first stays. Default: as they are numbered.
 */
export function findEstimatedTerms(
  design: SplitDesign,
  order: Int32Array = Int32Array.from(design.slotOfTerm, (_, term) => term),
): EstimatedTerms {
  const n = order.length;
  const gram = new Float64Array(n * n);
  termsFromSlots(design, order, productOfSlots(design), design.slots, 1, gram, n);
  const factor = gram.slice();
  const places = choleskyInPlace(factor, n, COLLINEARITY_TOLERANCE);
  const leftOut = new Set(places);
  const combinations = places.slice(0, MOST_COMBINATIONS).map((place) => {
    const size = Math.sqrt(gram[place * n + place]);
    const weights = Float64Array.from({ length: n }, (_, i) =>
      leftOut.has(i) ? 0 : gram[Math.max(i, place) * n + Math.min(i, place)],
    );
    solveCholeskyInPlace(weights, factor, n);
    // In units of the column: what another contributes to it. The centring of columns shows in no weight of theirs.
    const of = [...order].filter((_, i) => Math.abs(weights[i]) * Math.sqrt(gram[i * n + i]) > 1e-6 * size);
    const slotCoefficients = new Float64Array(design.slots);
    order.forEach((term, i) => {
      slotCoefficients[design.slotOfTerm[term]] = i === place ? 1 : -weights[i];
    });
    const left = new Float64Array(design.rowGroups.order.length);
    linearPredictor(design, slotCoefficients, null, left);
    const remaining = size === 0 ? 0 : Math.sqrt(left.reduce((sum, value) => sum + value * value, 0)) / size;
    return { term: order[place], of: size === 0 ? [] : of, remaining };
  });
  const dependent = places.map((place) => order[place]).sort((a, b) => a - b);
  const estimated = order.filter((_, place) => !leftOut.has(place)).sort();
  return { estimated, dependent, combinations };
}

/** X'X by slot. */
function productOfSlots(design: SplitDesign): Float64Array {
  const { kernel } = design;
  if (kernel !== null) {
    kernel.describe({ hasOffset: false, further: 0, half: 0 });
    kernel.gram();
    return kernel.sums;
  }
  const crossProduct = createCrossProduct(design);
  const ones = new Float64Array(design.rowGroups.largest).fill(1);
  for (let g = 0; g < design.rowGroups.groups; g++) addCrossProduct(design, ones, true, crossProduct);
  finishCrossProduct(design, crossProduct);
  return crossProduct.sums;
}

/** Copies `factor` × the sums by slot into the leading block of `target` (lower triangle, row length `width`), by term. */
export function termsFromSlots(
  design: SplitDesign,
  terms: Int32Array,
  sums: Float64Array,
  stride: number,
  factor: number,
  target: Float64Array,
  width: number,
): void {
  for (let i = 0; i < terms.length; i++) {
    const slotI = design.slotOfTerm[terms[i]];
    for (let j = 0; j <= i; j++) {
      const slotJ = design.slotOfTerm[terms[j]];
      target[i * width + j] = factor * sums[Math.max(slotI, slotJ) * stride + Math.min(slotI, slotJ)];
    }
  }
}

/** Coefficients of the standardised columns (estimated terms only) as coefficients of the columns as given. */
export function unstandardise(
  design: SplitDesign,
  terms: Int32Array,
  coefficients: Float64Array,
): Float64Array {
  const result = new Float64Array(terms.length);
  for (let i = 0; i < terms.length; i++) {
    result[i] += coefficients[i] / design.scale[terms[i]];
    if (design.centre[terms[i]] !== 0)
      result[0] -= (coefficients[i] * design.centre[terms[i]]) / design.scale[terms[i]];
  }
  return result;
}

/** The inverse of `unstandardise`. */
export function standardise(
  design: SplitDesign,
  terms: Int32Array,
  coefficients: ArrayLike<number>,
): Float64Array {
  const result = new Float64Array(terms.length);
  for (let i = 0; i < terms.length; i++) {
    result[i] += coefficients[i] * design.scale[terms[i]];
    if (design.centre[terms[i]] !== 0) result[0] += coefficients[i] * design.centre[terms[i]];
  }
  return result;
}

/**
 * The covariance of the columns as given, L V L', from V of the standardised ones; parameters after the estimated
 * terms (ln σ) are left on their scale. V is (terms + further) square.
 */
export function unstandardiseCovariance(
  design: SplitDesign,
  terms: Int32Array,
  covariance: Float64Array,
): Float64Array {
  const n = Math.round(Math.sqrt(covariance.length));
  const result = covariance.slice();
  // First the rows, then the columns: row 0 (the intercept) takes −centre/scale of every other.
  for (const [rowStep, columnStep] of [
    [n, 1],
    [1, n],
  ]) {
    for (let j = 0; j < n; j++) {
      for (let i = 0; i < terms.length; i++) {
        const at = i * rowStep + j * columnStep;
        result[at] /= design.scale[terms[i]];
        if (design.centre[terms[i]] !== 0) result[j * columnStep] -= result[at] * design.centre[terms[i]];
      }
    }
  }
  return result;
}
