import { exp } from "../../numerics/elementary.ts";
import { addToSlots, blockAt, linearPredictor } from "./designBlock.ts";
import type { RiskSetScratch } from "./riskSetSums.ts";
import type { RiskSets } from "./riskSets.ts";
import type { SlotSums } from "./slotSums.ts";
import { BLOCK_ROWS, type StandardisedDesign } from "./standardisedDesign.ts";

/**
 * The same as `sumRiskSets` for risk scores of any size: each row is added to every slot it is at risk in, relative
 * to the largest η there. Nothing is taken out again, so nothing cancels; the price is an exponential a row and slot.
 * `scratch.risk` then holds η.
 *
 * @returns Σ_events w η.
 */
export function sumRiskSetsOneByOne(
  riskSets: RiskSets,
  design: StandardisedDesign,
  event: Uint8Array,
  coefficients: Float64Array,
  sums: SlotSums,
  scratch: RiskSetScratch,
): number {
  const { enter, leave, weights } = riskSets;
  const { shift, s0, s1, d0, d1 } = sums;
  const etaOf = scratch.risk;
  for (const array of [s0, s1, d0, d1]) array.fill(0);
  shift.fill(Number.NEGATIVE_INFINITY);

  const eta = new Float64Array(BLOCK_ROWS);
  for (let from = 0; from < design.rows; from += BLOCK_ROWS) {
    const block = blockAt(design, from);
    linearPredictor(block, coefficients, eta);
    for (let i = 0; i < block.length; i++) {
      const row = from + i;
      etaOf[row] = eta[i];
      for (let slot = enter[row] + 1; slot <= leave[row]; slot++) shift[slot] = Math.max(shift[slot], eta[i]);
    }
  }

  let sumOfEta = 0;
  const slotOf = new Int32Array(BLOCK_ROWS);
  const weight = new Float64Array(BLOCK_ROWS);
  for (let from = 0; from < design.rows; from += BLOCK_ROWS) {
    const block = blockAt(design, from);
    // Round by round, every row's next slot.
    for (let round = 1, left = true; left; round++) {
      left = false;
      for (let i = 0; i < block.length; i++) {
        const slot = enter[from + i] + round;
        slotOf[i] = slot <= leave[from + i] ? slot : -1;
        if (slotOf[i] < 0) continue;
        left = true;
        weight[i] = caseWeight(weights, from + i) * exp(etaOf[from + i] - shift[slot]);
        s0[slot] += weight[i];
      }
      addToSlots(block, s1, slotOf, weight);
    }
    for (let i = 0; i < block.length; i++) {
      const last = leave[from + i];
      slotOf[i] = event[from + i] === 1 ? last : -1;
      if (slotOf[i] < 0) continue;
      const w = caseWeight(weights, from + i);
      weight[i] = w * exp(etaOf[from + i] - shift[last]);
      d0[last] += weight[i];
      sumOfEta += w * etaOf[from + i];
    }
    addToSlots(block, d1, slotOf, weight);
  }
  return sumOfEta;
}

/** ω of rows `from` to `from + length` − 1, after `sumRiskSetsOneByOne`. */
export function rowWeightsOneByOne(
  riskSets: RiskSets,
  event: Uint8Array,
  sums: SlotSums,
  scratch: RiskSetScratch,
  from: number,
  length: number,
  weight: Float64Array,
): void {
  const { enter, leave, weights } = riskSets;
  const { shift, hazard, tieCorrection } = sums;
  for (let i = 0; i < length; i++) {
    const row = from + i;
    const last = leave[row];
    weight[i] = 0;
    for (let slot = enter[row] + 1; slot <= last; slot++) {
      const exposure = hazard[slot] - (slot === last ? event[row] * tieCorrection[slot] : 0);
      weight[i] += exp(scratch.risk[row] - shift[slot]) * exposure;
    }
    if (weights !== null) weight[i] *= weights[row];
  }
}

function caseWeight(weights: Float64Array | null, row: number): number {
  return weights === null ? 1 : weights[row];
}
