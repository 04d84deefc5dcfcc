import { log } from "../../numerics/elementary.ts";
import type { TieMethod } from "./coxData.ts";
import type { RiskSets } from "./riskSets.ts";

/** How events that share a time share a risk set by weights of their own in it; the exact method does not. */
export type ApproximateTies = Exclude<TieMethod, "exact">;

/** What the likelihood needs to know of each slot; sizes are slots, or slots × coefficients. */
export interface SlotSums {
  /** Subtracted from every η of the slot, so that the largest risk scores neither overflow nor vanish. */
  readonly shift: Float64Array;
  /** Sum of the risk scores r = w exp(η − shift) over the risk set, w being the case weight. */
  readonly s0: Float64Array;
  /** Sum of r x over the risk set. */
  readonly s1: Float64Array;
  /** Sum of r over the slot's events. */
  readonly d0: Float64Array;
  /** Sum of r x over the slot's events. */
  readonly d1: Float64Array;
  /** A: what everybody at risk is exposed to in the slot, per risk score. Written by `weighSlots`, as those below. */
  readonly hazard: Float64Array;
  /** B: what Efron's method takes back from the slot's own events. */
  readonly tieCorrection: Float64Array;
  /** a2, b2 and c2 of `partialLikelihood`. */
  readonly a2: Float64Array;
  readonly b2: Float64Array;
  readonly c2: Float64Array;
}

export function createSlotSums(slots: number, k: number): SlotSums {
  const [shift, s0, d0, hazard, tieCorrection, a2, b2, c2] = Array.from(
    { length: 8 },
    () => new Float64Array(slots),
  );
  const [s1, d1] = Array.from({ length: 2 }, () => new Float64Array(slots * k));
  return { shift, s0, s1, d0, d1, hazard, tieCorrection, a2, b2, c2 };
}

/** Writes A, B, a2, b2 and c2 of every slot, and returns the sum of the log denominators. */
export function weighSlots(sums: SlotSums, riskSets: RiskSets, ties: ApproximateTies): number {
  const { shift, s0, d0, hazard, tieCorrection } = sums;
  const { deaths, eventWeight } = riskSets;
  let logDenominators = 0;
  for (let slot = 0; slot < deaths.length; slot++) {
    const d = deaths[slot];
    const w = eventWeight === null ? 1 : eventWeight[slot];
    let a1 = 0;
    let b1 = 0;
    let a2 = 0;
    let b2 = 0;
    let c2 = 0;
    let logs = 0;
    for (let l = 0; l < d; l++) {
      const f = ties === "efron" ? l / d : 0;
      const p = s0[slot] - f * d0[slot];
      const inverse = 1 / p;
      logs += log(p);
      a1 += inverse;
      b1 += f * inverse;
      a2 += inverse * inverse;
      b2 += f * inverse * inverse;
      c2 += f * f * inverse * inverse;
    }
    hazard[slot] = w * a1;
    tieCorrection[slot] = w * b1;
    sums.a2[slot] = w * a2;
    sums.b2[slot] = w * b2;
    sums.c2[slot] = w * c2;
    if (d > 0) logDenominators += w * (logs + d * shift[slot]);
  }
  return logDenominators;
}

/**
 * Adds every slot's rank-one terms (a2, b2, c2 of `partialLikelihood`), times `factor` of the slot if there is one, to
 * the lower triangle of `crossProduct`.
 */
export function addSlots(
  sums: SlotSums,
  riskSets: RiskSets,
  k: number,
  crossProduct: Float64Array,
  factor: Float64Array | null = null,
): void {
  const { s1, d1 } = sums;
  for (let slot = 0; slot < riskSets.deaths.length; slot++) {
    if (riskSets.deaths[slot] === 0) continue;
    const times = factor === null ? 1 : factor[slot];
    const a2 = times * sums.a2[slot];
    const b2 = times * sums.b2[slot];
    const c2 = times * sums.c2[slot];
    const at = slot * k;
    for (let j = 0; j < k; j++) {
      const s = s1[at + j];
      const e = d1[at + j];
      const withS = a2 * s - b2 * e;
      const withE = c2 * e - b2 * s;
      for (let m = 0; m <= j; m++) crossProduct[j * k + m] += withS * s1[at + m] + withE * d1[at + m];
    }
  }
}
