import { exp } from "../../numerics/elementary.ts";
import type { CoxProblem } from "./coxProblem.ts";
import { readDesignRow } from "./designRow.ts";
import type { SlotState } from "./partialLikelihood.ts";

/**
 * What each row adds to the score, row-major rows × coefficients in standardised units, not multiplied by the case
 * weight (Therneau and Grambsch 2000, section 7.2; Efron's ties as in their section 3.3). With the sums of
 * `partialLikelihood`, V = a2 S1 − b2 D1 and W = b2 S1 − c2 D1 by slot, x̄ = (A S1 − B D1)/(m d):
 *
 *     event (x − x̄) − exp(η) [ x Σ A − Σ V ] + event exp(η) [ x B − W ],   sums over the slots at risk.
 */
export function scoreResiduals(problem: CoxProblem, state: SlotState): Float64Array {
  const { riskSets, design, data } = problem;
  const k = design.size;
  const { enter, leave, weights } = riskSets;
  const { sums, scratch, oneByOne } = state;
  const { hazard, tieCorrection, shift } = sums;
  const parts = slotParts(problem, state);
  const { hazardMean, cumulativeHazard, cumulativeMean } = parts;
  const residuals = new Float64Array(design.rows * k);
  const x = new Float64Array(k);
  const meanSum = new Float64Array(k);
  for (let row = 0; row < design.rows; row++) {
    const before = enter[row];
    const last = leave[row];
    if (before === last) continue;
    readDesignRow(design, row, x);
    meanSum.fill(0);
    let hazardSum = 0;
    let risk = oneByOne ? 1 : scratch.risk[row] / (weights === null ? 1 : weights[row]);
    if (oneByOne) {
      for (let slot = before + 1; slot <= last; slot++) {
        const here = exp(scratch.risk[row] - shift[slot]);
        hazardSum += here * hazard[slot];
        for (let j = 0; j < k; j++) meanSum[j] += here * hazardMean[slot * k + j];
      }
    } else if (last === before + 1) {
      hazardSum = hazard[last];
      for (let j = 0; j < k; j++) meanSum[j] = hazardMean[last * k + j];
    } else {
      hazardSum = cumulativeHazard[last] - cumulativeHazard[before];
      for (let j = 0; j < k; j++) meanSum[j] = cumulativeMean[last * k + j] - cumulativeMean[before * k + j];
    }
    const at = row * k;
    for (let j = 0; j < k; j++) residuals[at + j] = -risk * (x[j] * hazardSum - meanSum[j]);
    if (data.event[row] === 0) continue;
    if (oneByOne) risk = exp(scratch.risk[row] - shift[last]);
    for (let j = 0; j < k; j++) {
      const slot = last * k + j;
      residuals[at + j] +=
        x[j] - parts.mean[slot] + risk * (x[j] * tieCorrection[last] - parts.correctionMean[slot]);
    }
  }
  return residuals;
}

/** The slots' mean covariates, by themselves and times the hazard; slots × coefficients. */
export interface SlotParts {
  /** x̄: the mean of the covariates at risk, averaged over the slot's events. */
  readonly mean: Float64Array;
  /** V: A times the means it was taken with. */
  readonly hazardMean: Float64Array;
  /** W: B times the means it was taken with. */
  readonly correctionMean: Float64Array;
  /** Running sums of A and V within each stratum. */
  readonly cumulativeHazard: Float64Array;
  readonly cumulativeMean: Float64Array;
}

export function slotParts({ riskSets, design }: CoxProblem, { sums }: SlotState): SlotParts {
  const k = design.size;
  const { deaths, eventWeight, firstSlot } = riskSets;
  const { s1, d1, hazard, tieCorrection, a2, b2, c2 } = sums;
  const slots = deaths.length;
  const [mean, hazardMean, correctionMean, cumulativeMean] = Array.from(
    { length: 4 },
    () => new Float64Array(slots * k),
  );
  const cumulativeHazard = new Float64Array(slots);
  for (let s = 0; s < riskSets.strata; s++) {
    for (let slot = firstSlot[s] + 1; slot < firstSlot[s + 1]; slot++) {
      const events = (eventWeight === null ? 1 : eventWeight[slot]) * deaths[slot];
      cumulativeHazard[slot] = cumulativeHazard[slot - 1] + hazard[slot];
      for (let j = 0; j < k; j++) {
        const cell = slot * k + j;
        mean[cell] = (hazard[slot] * s1[cell] - tieCorrection[slot] * d1[cell]) / events;
        hazardMean[cell] = a2[slot] * s1[cell] - b2[slot] * d1[cell];
        correctionMean[cell] = b2[slot] * s1[cell] - c2[slot] * d1[cell];
        cumulativeMean[cell] = cumulativeMean[cell - k] + hazardMean[cell];
      }
    }
  }
  return { mean, hazardMean, correctionMean, cumulativeHazard, cumulativeMean };
}
