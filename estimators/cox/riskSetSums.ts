import { exp } from "../../numerics/elementary.ts";
import { blockAt, type DesignBlock, firstCell, linearPredictor } from "./designBlock.ts";
import type { RiskSets } from "./riskSets.ts";
import type { SlotSums } from "./slotSums.ts";
import { BLOCK_ROWS, COLUMN_STRIDE, type StandardisedDesign } from "./standardisedDesign.ts";

/** What is left of the largest sum over a stratum's later risk sets must be more than this, to keep nine digits. */
const SMALLEST_REMAINDER = 1e-6;
/** Sums between the inverse of this and this can be squared and divided by. */
const LARGEST_SUM = 1e100;

/** Scratch of one fit. */
export interface RiskSetScratch {
  /** r = w exp(η) by row, after `sumRiskSets`. */
  readonly risk: Float64Array;
  /** Running sums of A, after `sumHazards`. */
  readonly cumulative: Float64Array;
  /** S0 and S1 over the rows at risk in one slot only. */
  readonly alone0: Float64Array;
  readonly alone1: Float64Array;
}

export function createRiskSetScratch(rows: number, slots: number, k: number): RiskSetScratch {
  return {
    risk: new Float64Array(rows),
    cumulative: new Float64Array(slots),
    alone0: new Float64Array(slots),
    alone1: new Float64Array(slots * k),
  };
}

/**
 * Fills `sums` from the rows in any order, without shift. A row is added to the slot where it leaves and taken from
 * the slot where it enters; sums from the last slot down are then the sums over risk sets. Rows at risk in one slot
 * only, as all are in yearly data, are added to it and taken from nowhere.
 *
 * @returns Σ_events w η; NaN when some risk scores are too large, or those of a slot too small beside others of its
 *   stratum, for differences of sums (see `sumRiskSetsOneByOne`).
 */
export function sumRiskSets(
  riskSets: RiskSets,
  design: StandardisedDesign,
  event: Uint8Array,
  coefficients: Float64Array,
  sums: SlotSums,
  scratch: RiskSetScratch,
): number {
  const { enter, leave, deaths, firstSlot, weights } = riskSets;
  const { shift, s0, s1, d0, d1 } = sums;
  const { risk, alone0, alone1 } = scratch;
  for (const array of [shift, s0, s1, d0, d1, alone0, alone1]) array.fill(0);
  const eta = new Float64Array(BLOCK_ROWS);
  const atZero = design.offset === null && coefficients.every((value) => value === 0);
  let sumOfEta = 0;
  for (let from = 0; from < design.rows; from += BLOCK_ROWS) {
    const block = blockAt(design, from);
    if (!atZero) linearPredictor(block, coefficients, eta);
    for (let i = 0; i < block.length; i++) {
      const row = from + i;
      const last = leave[row];
      const before = enter[row];
      const weight = weights === null ? 1 : weights[row];
      const r = atZero ? weight : weight * exp(eta[i]);
      risk[row] = r;
      if (last === before + 1) {
        alone0[last] += r;
      } else if (last > before) {
        s0[last] += r;
        // Only the empty slot before a stratum's first event has no events: nothing is ever taken out of it.
        if (deaths[before] > 0) s0[before] -= r;
      }
      if (event[row] === 1) {
        sumOfEta += weight * eta[i];
        d0[last] += r;
      }
    }
    addRisksTimesDesign(block, riskSets, event, sums, scratch);
  }
  let exact = true;
  for (let s = 0; s < riskSets.strata; s++) {
    exact = sumFromTheLast(sums, scratch, firstSlot[s], firstSlot[s + 1], design.size) && exact;
  }
  return exact ? sumOfEta : Number.NaN;
}

/** r x of the rows of a block, to the slots where `sumRiskSets` has r. */
function addRisksTimesDesign(
  block: DesignBlock,
  { enter, leave, deaths }: RiskSets,
  event: Uint8Array,
  { s1, d1 }: SlotSums,
  { risk, alone1 }: RiskSetScratch,
): void {
  const { design, from, length } = block;
  const { cells, columns, size, factors } = design;
  const first = firstCell(block);
  for (let i = 0; i < length; i++) {
    const last = leave[from + i];
    const before = enter[from + i];
    if (last === before) continue;
    const r = risk[from + i];
    const own = last * size;
    const earlier = before * size;
    const alone = last === before + 1;
    const taken = !alone && deaths[before] > 0;
    if (taken) {
      for (let j = 0, cell = first + i; j < columns; j++, cell += COLUMN_STRIDE) {
        const product = r * cells[cell];
        s1[own + j] += product;
        s1[earlier + j] -= product;
      }
    } else {
      const target = alone ? alone1 : s1;
      for (let j = 0, cell = first + i; j < columns; j++, cell += COLUMN_STRIDE)
        target[own + j] += r * cells[cell];
    }
    if (event[from + i] === 1) {
      for (let j = 0, cell = first + i; j < columns; j++, cell += COLUMN_STRIDE)
        d1[own + j] += r * cells[cell];
    }
    for (let f = 0; f < factors.length; f++) {
      const code = factors[f].codes[from + i];
      if (code === 0) continue;
      const column = factors[f].offset + code;
      if (alone) alone1[own + column] += r;
      else s1[own + column] += r;
      if (taken) s1[earlier + column] -= r;
      if (event[from + i] === 1) d1[own + column] += r;
    }
  }
}

/**
 * Turns the entries of one stratum's slots into sums over risk sets, S0 with Neumaier's compensation. False when too
 * many digits were lost or a sum is out of range.
 */
function sumFromTheLast(
  sums: SlotSums,
  scratch: RiskSetScratch,
  first: number,
  end: number,
  k: number,
): boolean {
  const { s0, s1 } = sums;
  const { alone0, alone1 } = scratch;
  let total = 0;
  let compensation = 0;
  let largest = 0;
  let exact = true;
  for (let slot = end - 1; slot > first; slot--) {
    const entry = s0[slot];
    const next = total + entry;
    compensation += Math.abs(total) >= Math.abs(entry) ? total - next + entry : entry - next + total;
    total = next;
    largest = Math.max(largest, total);
    s0[slot] = total + compensation;
    const riskSet = s0[slot] + alone0[slot];
    exact =
      exact && riskSet > SMALLEST_REMAINDER * largest && riskSet > 1 / LARGEST_SUM && riskSet < LARGEST_SUM;
    for (let j = 0; slot < end - 1 && j < k; j++) s1[slot * k + j] += s1[(slot + 1) * k + j];
  }
  for (let slot = first + 1; slot < end; slot++) {
    s0[slot] += alone0[slot];
    for (let j = 0; j < k; j++) s1[slot * k + j] += alone1[slot * k + j];
  }
  return exact;
}

/** Running sums of A within each stratum, for `addRowWeights`. */
export function sumHazards(riskSets: RiskSets, sums: SlotSums, scratch: RiskSetScratch): void {
  const { firstSlot, strata } = riskSets;
  const { cumulative } = scratch;
  for (let s = 0; s < strata; s++) {
    cumulative[firstSlot[s]] = 0;
    for (let slot = firstSlot[s] + 1; slot < firstSlot[s + 1]; slot++) {
      cumulative[slot] = cumulative[slot - 1] + sums.hazard[slot];
    }
  }
}

/** ω of rows `from` to `from + length` − 1. */
export function rowWeights(
  riskSets: RiskSets,
  event: Uint8Array,
  sums: SlotSums,
  scratch: RiskSetScratch,
  from: number,
  length: number,
  weight: Float64Array,
): void {
  const { enter, leave } = riskSets;
  const { hazard, tieCorrection } = sums;
  const { risk, cumulative } = scratch;
  for (let i = 0; i < length; i++) {
    const row = from + i;
    const last = leave[row];
    const before = enter[row];
    const exposure = last === before + 1 ? hazard[last] : cumulative[last] - cumulative[before];
    weight[i] = last === before ? 0 : risk[row] * (exposure - event[row] * tieCorrection[last]);
  }
}
