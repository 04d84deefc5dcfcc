import { addMoments, blockAt } from "./designBlock.ts";
import {
  createRiskSetScratch,
  type RiskSetScratch,
  rowWeights,
  sumHazards,
  sumRiskSets,
} from "./riskSetSums.ts";
import { rowWeightsOneByOne, sumRiskSetsOneByOne } from "./riskSetSumsOneByOne.ts";
import type { RiskSets } from "./riskSets.ts";
import { type ApproximateTies, addSlots, createSlotSums, type SlotSums, weighSlots } from "./slotSums.ts";
import { BLOCK_ROWS, type StandardisedDesign } from "./standardisedDesign.ts";

/** The log partial likelihood and its derivatives in the standardised coefficients. */
export interface Evaluation {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  /** Minus the second derivative: row-major, lower triangle only. */
  readonly information: Float64Array;
  /** Diagonal of the information before the means of the risk sets are taken out: what its size is to be judged by. */
  readonly secondMoment: Float64Array;
}

/** The sums over risk sets at one value of the coefficients. The arrays are overwritten by the next evaluation. */
export interface SlotState {
  readonly sums: SlotSums;
  readonly scratch: RiskSetScratch;
  /** Whether risk scores differ so much that sums are taken one by one, and `scratch.risk` holds η instead of r. */
  readonly oneByOne: boolean;
  readonly logLikelihood: number;
}

/**
 * The partial likelihood of Cox (1972) as a function of the standardised coefficients, in two passes over the rows
 * in any order and without a sum of cross-products over risk sets.
 *
 * With case weights w, r = w exp(η), S0 and S1 the sums of r and r x over the risk set of a slot, D0 and D1 over its d
 * events, m the mean weight of those, and f_l = l/d, p_l = S0 − f_l D0 (Efron; f = 0 for Breslow), l = 0 … d−1:
 *
 *     ℓ = Σ_events w η − Σ_slots m Σ_l log p_l
 *     A = m Σ 1/p_l   B = m Σ f_l/p_l   a2 = m Σ 1/p_l²   b2 = m Σ f_l/p_l²   c2 = m Σ f_l²/p_l²
 *     ω_i = r_i ( Σ_{slots at risk} A − event_i B )
 *     score       = Σ_i (w_i event_i − ω_i) x_i
 *     information = Σ_i ω_i x_i x_i' − Σ_slots [ a2 S1 S1' − b2 (S1 D1' + D1 S1') + c2 D1 D1' ]
 *
 * The sum of A over a row's slots is a difference of running sums, as the sums over risk sets are (`sumRiskSets`);
 * where a difference would lose its digits, everything is summed one by one.
 */
export function partialLikelihood(
  riskSets: RiskSets,
  design: StandardisedDesign,
  event: Uint8Array,
  ties: ApproximateTies,
): (coefficients: Float64Array) => Evaluation {
  const slotsAt = slotStates(riskSets, design, event, ties);
  return (coefficients) => {
    const state = slotsAt(coefficients);
    const { score, information, secondMoment } = derivatives(riskSets, design, event, state, null);
    return { logLikelihood: state.logLikelihood, score, information, secondMoment };
  };
}

/** The first pass of `partialLikelihood`: what happens in each slot. */
export function slotStates(
  riskSets: RiskSets,
  design: StandardisedDesign,
  event: Uint8Array,
  ties: ApproximateTies,
): (coefficients: Float64Array) => SlotState {
  const slots = riskSets.deaths.length;
  const sums = createSlotSums(slots, design.size);
  const scratch = createRiskSetScratch(event.length, slots, design.size);
  return (coefficients) => {
    let sumOfEta = sumRiskSets(riskSets, design, event, coefficients, sums, scratch);
    const oneByOne = Number.isNaN(sumOfEta);
    if (oneByOne) sumOfEta = sumRiskSetsOneByOne(riskSets, design, event, coefficients, sums, scratch);
    const logLikelihood = sumOfEta - weighSlots(sums, riskSets, ties);
    return { sums, scratch, oneByOne, logLikelihood };
  };
}

/**
 * The second pass of `partialLikelihood`: score and information. With a `factor` by slot, the information is
 * Σ_slots factor × the slot's own, and the score has no meaning.
 */
export function derivatives(
  riskSets: RiskSets,
  design: StandardisedDesign,
  event: Uint8Array,
  state: SlotState,
  factor: Float64Array | null,
): Omit<Evaluation, "logLikelihood"> {
  const k = design.size;
  const { scratch, oneByOne } = state;
  const slotPart = new Float64Array(k * k);
  addSlots(state.sums, riskSets, k, slotPart, factor);
  const times = (values: Float64Array) =>
    factor === null ? values : values.map((value, slot) => value * factor[slot]);
  const sums = {
    ...state.sums,
    hazard: times(state.sums.hazard),
    tieCorrection: times(state.sums.tieCorrection),
  };
  if (!oneByOne) sumHazards(riskSets, sums, scratch);

  const score = new Float64Array(k);
  const information = new Float64Array(k * k);
  const weightsOf = oneByOne ? rowWeightsOneByOne : rowWeights;
  const { weights } = riskSets;
  const weight = new Float64Array(BLOCK_ROWS);
  const residual = new Float64Array(BLOCK_ROWS);
  const columns = new Float64Array(3 * BLOCK_ROWS);
  for (let from = 0; from < design.rows; from += BLOCK_ROWS) {
    const block = blockAt(design, from);
    weightsOf(riskSets, event, sums, scratch, from, block.length, weight);
    for (let i = 0; i < block.length; i++) {
      const expected = weight[i];
      residual[i] = (weights === null ? 1 : weights[from + i]) * event[from + i] - expected;
    }
    addMoments(block, score, residual, information, weight, columns);
  }
  const secondMoment = Float64Array.from({ length: k }, (_, j) => information[j * k + j]);
  for (let index = 0; index < information.length; index++) information[index] -= slotPart[index];
  return { score, information, secondMoment };
}
