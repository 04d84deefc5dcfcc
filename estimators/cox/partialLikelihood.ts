import type { TieMethod } from "./coxData.ts";
import { DesignBlock } from "./designBlock.ts";
import type { RiskSets } from "./riskSets.ts";
import { addSlots, type SlotSums } from "./slotSums.ts";
import type { StandardisedDesign } from "./standardisedDesign.ts";

/** The log partial likelihood and its derivatives in the standardised coefficients. */
export interface Evaluation {
  /** −Infinity or NaN where the risk scores overflow. */
  readonly logLikelihood: number;
  readonly score: Float64Array;
  /** Minus the second derivative: row-major, lower triangle only. */
  readonly information: Float64Array;
  /** Diagonal of the information before the means of the risk sets are taken out: what its size is to be judged by. */
  readonly secondMoment: Float64Array;
}

/**
 * The partial likelihood of Cox (1972) as a function of the standardised coefficients, in two passes over the rows
 * in any order and without a sum of cross-products over risk sets.
 *
 * With r = exp(η), S0 and S1 the sums of r and r x over the risk set of a slot, D0 and D1 over its d events, and
 * f_l = l/d, p_l = S0 − f_l D0 (Efron; f = 0 for Breslow), l = 0 … d−1:
 *
 *     ℓ = Σ_events η − Σ_slots Σ_l log p_l
 *     A = Σ 1/p_l   B = Σ f_l/p_l   a2 = Σ 1/p_l²   b2 = Σ f_l/p_l²   c2 = Σ f_l²/p_l²
 *     ω_i = r_i ( Σ_{slots at risk} A − event_i B )
 *     score       = Σ_i (event_i − ω_i) x_i
 *     information = Σ_i ω_i x_i x_i' − Σ_slots [ a2 S1 S1' − b2 (S1 D1' + D1 S1') + c2 D1 D1' ]
 *
 * The first pass adds each row to the slot where it leaves and takes it from the slot where it enters; sums from the
 * last slot down are then the sums over risk sets. The sums of A in ω are differences of running sums.
 */
export function partialLikelihood(
  riskSets: RiskSets,
  design: StandardisedDesign,
  event: Uint8Array,
  ties: TieMethod,
): (coefficients: Float64Array) => Evaluation {
  const rows = event.length;
  const k = design.size;
  const slots = riskSets.deaths.length;
  const { enter, leave, firstSlot, deaths } = riskSets;
  const block = new DesignBlock(design, riskSets);
  const risk = new Float64Array(rows);
  const sums: SlotSums = {
    s0: new Float64Array(slots),
    s1: new Float64Array(slots * k),
    d0: new Float64Array(slots),
    d1: new Float64Array(slots * k),
    hazard: new Float64Array(slots),
    tieCorrection: new Float64Array(slots),
  };

  /** First pass: fills `risk` and `sums`, returns Σ_events η. */
  function accumulate(coefficients: Float64Array): number {
    const { s0, s1, d0, d1 } = sums;
    for (const array of [s0, s1, d0, d1]) array.fill(0);
    let sum = 0;
    for (let from = 0; from < rows; from += block.capacity) {
      const length = block.load(from, Math.min(from + block.capacity, rows));
      block.linearPredictor(coefficients);
      const eta = block.eta;
      for (let i = 0; i < length; i++) {
        const row = from + i;
        const last = leave[row];
        const before = enter[row];
        if (last === before) continue;
        const r = Math.exp(eta[i]);
        risk[row] = r;
        s0[last] += r;
        block.addRow(s1, last * k, i, r);
        // Only the empty slot before a stratum's first event has no events: nothing is ever taken out of it.
        if (deaths[before] > 0) {
          s0[before] -= r;
          block.addRow(s1, before * k, i, -r);
        }
        if (event[row] === 1) {
          sum += eta[i];
          d0[last] += r;
          block.addRow(d1, last * k, i, r);
        }
      }
    }
    for (let s = 0; s < riskSets.strata; s++) sumFromTheLast(sums, firstSlot[s], firstSlot[s + 1], k);
    return sum;
  }

  /** Second pass: adds score, cross-products and second moments. */
  function addRows(score: Float64Array, information: Float64Array): void {
    const cumulative = runningSums(sums.hazard, firstSlot);
    const weight = new Float64Array(block.capacity);
    const residual = new Float64Array(block.capacity);
    for (let from = 0; from < rows; from += block.capacity) {
      const length = block.load(from, Math.min(from + block.capacity, rows));
      for (let i = 0; i < length; i++) {
        const row = from + i;
        const last = leave[row];
        const before = enter[row];
        if (last === before) {
          weight[i] = 0;
          residual[i] = 0;
          continue;
        }
        const correction = event[row] === 1 ? sums.tieCorrection[last] : 0;
        weight[i] = risk[row] * (cumulative[last] - cumulative[before] - correction);
        residual[i] = event[row] - weight[i];
      }
      block.addWeightedSum(score, residual);
      block.addCrossProduct(information, weight);
    }
  }

  return (coefficients) => {
    const score = new Float64Array(k);
    const information = new Float64Array(k * k);
    const sumOfEta = accumulate(coefficients);
    const slotPart = new Float64Array(k * k);
    const logDenominators = addSlots(sums, riskSets, k, ties, slotPart);
    addRows(score, information);
    const secondMoment = Float64Array.from({ length: k }, (_, j) => information[j * k + j]);
    for (let index = 0; index < information.length; index++) information[index] -= slotPart[index];
    return { logLikelihood: sumOfEta - logDenominators, score, information, secondMoment };
  };
}

/** Turns the entries of one stratum's slots into sums over risk sets; S0 with Neumaier's compensation. */
function sumFromTheLast(sums: SlotSums, first: number, end: number, k: number): void {
  const { s0, s1 } = sums;
  let total = 0;
  let compensation = 0;
  for (let slot = end - 1; slot > first; slot--) {
    const entry = s0[slot];
    const next = total + entry;
    compensation += Math.abs(total) >= Math.abs(entry) ? total - next + entry : entry - next + total;
    total = next;
    s0[slot] = total + compensation;
    if (slot === end - 1) continue;
    for (let j = 0; j < k; j++) s1[slot * k + j] += s1[(slot + 1) * k + j];
  }
}

/** Sums of `hazard` up to each slot, from 0 at each stratum's first. */
function runningSums(hazard: Float64Array, firstSlot: Int32Array): Float64Array {
  const cumulative = new Float64Array(hazard.length);
  for (let s = 0; s + 1 < firstSlot.length; s++) {
    for (let slot = firstSlot[s] + 1; slot < firstSlot[s + 1]; slot++) {
      cumulative[slot] = cumulative[slot - 1] + hazard[slot];
    }
  }
  return cumulative;
}
