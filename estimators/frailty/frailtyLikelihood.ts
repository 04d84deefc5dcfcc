import { exp } from "../../numerics/elementary.ts";
import type { Objective } from "../numerics/newton.ts";
import {
  addCrossProduct,
  createCrossProduct,
  finishCrossProduct,
  startCrossProduct,
} from "../splitDesign/crossProduct.ts";
import { termsFromSlots } from "../splitDesign/estimatedTerms.ts";
import { addWeightedRows, linearPredictor } from "../splitDesign/products.ts";
import { averageCumulativeHazard, type CumulativeHazard } from "./averageSurvival.ts";
import type { FrailtyProblem } from "./frailtyProblem.ts";
import {
  AT_RISK,
  createGroupLikelihood,
  FIRST_EVENT,
  groupLikelihood,
  LN_VARIANCE,
} from "./groupLikelihood.ts";
import { addProjectedProduct } from "./projectedProduct.ts";

/** Rows of a group up to which its second derivatives are a block of rows × rows. */
const LARGEST_BLOCK = 100;

/** Derivatives of the weighted log-likelihood at a point. */
export interface FrailtyScores {
  /** By η of the row, by position. */
  readonly row: Float64Array;
  /** By ln θ, a group. */
  readonly lnVariance: Float64Array;
  /** −dℓ/dA, a group: the mean of its frailty given its rows. */
  readonly meanFrailty: Float64Array;
}

/** The log-likelihood over the standardised coefficients of the problem's terms and, last, ln θ. */
export interface FrailtyLikelihood extends Objective {
  readonly scores: (point: Float64Array) => FrailtyScores;
}

/**
 * Σ_g w_g [ℓ_g − log S(A0_g)], ℓ_g as in `groupLikelihood`, A0 the hazards before entry (which A holds too). Rows enter
 * through A or as events, so the derivatives by the η of a group's rows are those of ℓ_g with h = e^η between them:
 * for rows s, t without event ℓ_AA h_s h_t, and on the diagonal ℓ_A h_t more.
 */
export function frailtyLikelihood(problem: FrailtyProblem): FrailtyLikelihood {
  const { binary, beforeEntry, decided, groupWeights, mostEvents } = problem;
  const { design, signs, offset, terms } = binary;
  const { groups, start, largest } = design.rowGroups;
  const n = terms.length;
  const width = n + 1;
  const crossProduct = createCrossProduct(design);
  const slotCoefficients = new Float64Array(design.slots);
  const slotGradient = new Float64Array(design.slots);
  const slotCross = new Float64Array(design.slots);
  const index = new Float64Array(signs.length);
  const hazards = new Float64Array(largest);
  /** Of the rows of a group: 0 for those in A, else the number of the event. */
  const eventOfRow = new Int32Array(largest);
  /** Derivative of that parameter (A or η of the event) by the row's η. */
  const rowSlopes = new Float64Array(largest);
  const diagonal = new Float64Array(largest);
  const events = new Float64Array(mostEvents);
  const rowScores = new Float64Array(largest);
  const rowCross = new Float64Array(largest);
  const blockSize = Math.min(largest, LARGEST_BLOCK);
  const block = new Float64Array(blockSize * blockSize);
  const curvatures = new Float64Array((mostEvents + 1) * (mostEvents + 1));
  const inner = createGroupLikelihood(mostEvents);

  /** Of the group read last. */
  let entryHazard = 0;
  let eventCount = 0;
  /** Reads the rows of a group and evaluates it. Returns its share of the log-likelihood. */
  const readGroup = (group: number, lnVariance: number): number => {
    const first = start[group];
    const size = start[group + 1] - first;
    let atRisk = 0;
    let count = 0;
    entryHazard = 0;
    for (let t = 0; t < size; t++) {
      const eta = index[first + t];
      hazards[t] = decided?.[first + t] === 1 ? 0 : exp(eta);
      eventOfRow[t] = 0;
      rowSlopes[t] = hazards[t];
      if (decided?.[first + t] === 1) continue;
      if (signs[first + t] > 0) {
        events[count++] = eta;
        eventOfRow[t] = count;
        rowSlopes[t] = 1;
      } else {
        atRisk += hazards[t];
        if (beforeEntry?.[first + t] === 1) entryHazard += hazards[t];
      }
    }
    eventCount = count;
    groupLikelihood(atRisk, events, count, lnVariance, inner);
    return inner.value;
  };

  /** X_g' M X_g of the group read last, its diagonal filled: M = J'HJ + diag, H by A and events; less what is due to entry. */
  const addSecondDerivatives = (group: number, weight: number, entry: CumulativeHazard | null): void => {
    const first = start[group];
    const size = start[group + 1] - first;
    const { hessian: h, width: w } = inner;
    const parameters = eventCount + 1;
    for (let i = 0; i < parameters; i++) {
      for (let j = 0; j <= i; j++) {
        const cell =
          weight *
          h[(i === 0 ? AT_RISK : i + FIRST_EVENT - 1) * w + (j === 0 ? AT_RISK : j + FIRST_EVENT - 1)];
        curvatures[i * parameters + j] = cell;
        curvatures[j * parameters + i] = cell;
      }
    }
    const ofEntry = entry === null ? 0 : weight * entry.byHazardTwice;
    if (size > LARGEST_BLOCK) {
      addProjectedProduct(design, group, eventOfRow, rowSlopes, curvatures, parameters, crossProduct);
      if (beforeEntry !== null && ofEntry !== 0) {
        const early = Int32Array.from({ length: size }, (_, t) => beforeEntry[first + t] - 1);
        addProjectedProduct(design, group, early, hazards, Float64Array.of(ofEntry), 1, crossProduct);
      }
      addCrossProduct(design, diagonal, true, crossProduct);
      return;
    }
    for (let t = 0; t < size; t++) {
      const row = eventOfRow[t] * parameters;
      const early = beforeEntry !== null && beforeEntry[first + t] === 1 ? ofEntry * hazards[t] : 0;
      for (let s = 0; s < size; s++) {
        let cell = curvatures[row + eventOfRow[s]] * rowSlopes[t] * rowSlopes[s];
        if (early !== 0 && beforeEntry?.[first + s] === 1) cell += early * hazards[s];
        block[t * size + s] = cell;
      }
      block[t * size + t] += diagonal[t];
    }
    addCrossProduct(design, block, false, crossProduct);
  };

  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    for (let i = 0; i < n; i++) slotCoefficients[design.slotOfTerm[terms[i]]] = point[i];
    const lnVariance = point[n];
    const variance = exp(lnVariance);
    linearPredictor(design, slotCoefficients, offset, index);
    startCrossProduct(crossProduct);
    slotGradient.fill(0);
    slotCross.fill(0);
    let value = 0;
    let byLnVariance = 0;
    let byLnVarianceTwice = 0;
    for (let group = 0; group < groups; group++) {
      const weight = groupWeights === null ? 1 : groupWeights[group];
      const first = start[group];
      const size = start[group + 1] - first;
      let share = readGroup(group, lnVariance);
      const { gradient: g, hessian: h, width: w } = inner;
      let groupByLnVariance = g[LN_VARIANCE];
      let groupByLnVarianceTwice = h[LN_VARIANCE * w + LN_VARIANCE];
      for (let t = 0; t < size; t++) {
        const e = eventOfRow[t];
        rowScores[t] = weight * (e === 0 ? g[AT_RISK] * hazards[t] : g[e + FIRST_EVENT - 1]);
        rowCross[t] = weight * hazards[t] * h[LN_VARIANCE * w];
        if (e > 0) rowCross[t] = weight * h[(e + FIRST_EVENT - 1) * w + LN_VARIANCE];
        diagonal[t] = e === 0 ? rowScores[t] : 0;
      }
      let entry: CumulativeHazard | null = null;
      if (entryHazard > 0 && beforeEntry !== null) {
        entry = averageCumulativeHazard(entryHazard, variance);
        share += entry.value;
        groupByLnVariance += entry.byLnVariance;
        groupByLnVarianceTwice += entry.byLnVarianceTwice;
        for (let t = 0; t < size; t++) {
          if (beforeEntry[first + t] === 0) continue;
          rowScores[t] += weight * entry.byHazard * hazards[t];
          rowCross[t] += weight * entry.byHazardAndLnVariance * hazards[t];
          diagonal[t] += weight * entry.byHazard * hazards[t];
        }
      }
      addSecondDerivatives(group, weight, entry);
      value += weight * share;
      byLnVariance += weight * groupByLnVariance;
      byLnVarianceTwice += weight * groupByLnVarianceTwice;
      addWeightedRows(design, group, rowScores, slotGradient, 0);
      addWeightedRows(design, group, rowCross, slotCross, 0);
    }
    finishCrossProduct(design, crossProduct);
    termsFromSlots(design, terms, crossProduct.sums, crossProduct.stride, 1, hessian, width);
    for (let i = 0; i < n; i++) {
      gradient[i] = slotGradient[design.slotOfTerm[terms[i]]];
      hessian[n * width + i] = slotCross[design.slotOfTerm[terms[i]]];
    }
    gradient[n] = byLnVariance;
    hessian[n * width + n] = byLnVarianceTwice;
    return value;
  };

  const scores = (point: Float64Array): FrailtyScores => {
    for (let i = 0; i < n; i++) slotCoefficients[design.slotOfTerm[terms[i]]] = point[i];
    linearPredictor(design, slotCoefficients, offset, index);
    const row = new Float64Array(signs.length);
    const lnVariance = new Float64Array(groups);
    const meanFrailty = new Float64Array(groups);
    for (let group = 0; group < groups; group++) {
      const weight = groupWeights === null ? 1 : groupWeights[group];
      const first = start[group];
      readGroup(group, point[n]);
      const { gradient } = inner;
      const entry = averageCumulativeHazard(entryHazard, exp(point[n]));
      meanFrailty[group] = -gradient[AT_RISK];
      lnVariance[group] = weight * (gradient[LN_VARIANCE] + entry.byLnVariance);
      for (let p = first; p < start[group + 1]; p++) {
        const e = eventOfRow[p - first];
        const seen = beforeEntry?.[p] === 1 ? entry.byHazard : 0;
        row[p] =
          weight *
          (e === 0 ? (gradient[AT_RISK] + seen) * hazards[p - first] : gradient[e + FIRST_EVENT - 1]);
      }
    }
    return { row, lnVariance, meanFrailty };
  };
  return { parameters: width, evaluate, scores };
}
