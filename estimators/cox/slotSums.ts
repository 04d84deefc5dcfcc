import { log } from "../../numerics/elementary.ts";
import type { TieMethod } from "./coxData.ts";
import type { RiskSets } from "./riskSets.ts";

/** What the likelihood needs to know of each slot; sizes are slots, or slots × coefficients. */
export interface SlotSums {
  /** Subtracted from every η of the slot, so that the largest risk scores neither overflow nor vanish. */
  readonly shift: Float64Array;
  /** Sum of the risk scores r = exp(η − shift) over the risk set. */
  readonly s0: Float64Array;
  /** Sum of r x over the risk set. */
  readonly s1: Float64Array;
  /** Sum of r over the slot's events. */
  readonly d0: Float64Array;
  /** Sum of r x over the slot's events. */
  readonly d1: Float64Array;
  /** A: what everybody at risk is exposed to in the slot, per risk score. Written by `addSlots`. */
  readonly hazard: Float64Array;
  /** B: what Efron's method takes back from the slot's own events. Written by `addSlots`. */
  readonly tieCorrection: Float64Array;
}

export function createSlotSums(slots: number, k: number): SlotSums {
  const [shift, s0, d0, hazard, tieCorrection] = Array.from({ length: 5 }, () => new Float64Array(slots));
  return {
    shift,
    s0,
    s1: new Float64Array(slots * k),
    d0,
    d1: new Float64Array(slots * k),
    hazard,
    tieCorrection,
  };
}

/**
 * Adds every slot's rank-one terms (a2, b2, c2 of `partialLikelihood`) to the lower triangle of `crossProduct`,
 * writes A and B, and returns the sum of the log denominators.
 */
export function addSlots(
  sums: SlotSums,
  riskSets: RiskSets,
  k: number,
  ties: TieMethod,
  crossProduct: Float64Array,
): number {
  const { shift, s0, s1, d0, d1, hazard, tieCorrection } = sums;
  const { deaths } = riskSets;
  let logDenominators = 0;
  for (let slot = 0; slot < deaths.length; slot++) {
    const d = deaths[slot];
    let a1 = 0;
    let b1 = 0;
    let a2 = 0;
    let b2 = 0;
    let c2 = 0;
    for (let l = 0; l < d; l++) {
      const f = ties === "efron" ? l / d : 0;
      const p = s0[slot] - f * d0[slot];
      const inverse = 1 / p;
      logDenominators += log(p);
      a1 += inverse;
      b1 += f * inverse;
      a2 += inverse * inverse;
      b2 += f * inverse * inverse;
      c2 += f * f * inverse * inverse;
    }
    hazard[slot] = a1;
    tieCorrection[slot] = b1;
    if (d === 0) continue;
    logDenominators += d * shift[slot];
    const at = slot * k;
    for (let j = 0; j < k; j++) {
      const s = s1[at + j];
      const e = d1[at + j];
      const withS = a2 * s - b2 * e;
      const withE = c2 * e - b2 * s;
      for (let m = 0; m <= j; m++) crossProduct[j * k + m] += withS * s1[at + m] + withE * d1[at + m];
    }
  }
  return logDenominators;
}
