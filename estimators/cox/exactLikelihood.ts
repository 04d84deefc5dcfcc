import { exp, log } from "../../numerics/elementary.ts";
import { blockAt, linearPredictor } from "./designBlock.ts";
import { readDesignRow } from "./designRow.ts";
import type { Evaluation } from "./partialLikelihood.ts";
import type { RiskSets } from "./riskSets.ts";
import { BLOCK_ROWS, type StandardisedDesign } from "./standardisedDesign.ts";
import { createSubsetMoments, type SubsetMoments } from "./subsetMoments.ts";

/** Multiplications one evaluation may take: beyond it a fit of several evaluations is no longer waited for. */
export const LARGEST_EXACT_COST = 1e9;

/**
 * Multiplications of one evaluation of `exactLikelihood`, d being the events and n the rows at risk of a slot: Σ_slots
 * d n steps of the recursion for the sums, and d (n − d + 1) for the means and covariances of k terms.
 */
export function exactCost({ deaths, atRisk }: RiskSets, k: number): number {
  let cost = 0;
  deaths.forEach((d, slot) => {
    const n = atRisk[slot];
    if (d > 0) cost += 3 * d * n + d * (n - d + 1) * (2 * k + (3 * k * (k + 1)) / 2);
  });
  return cost;
}

/**
 * The exact partial likelihood for discrete time (Cox 1972, section 6): given that d of those at risk had the event at
 * one time, the probability that it was these, Π_events e^η / Σ_S Π_S e^η over all subsets S of size d. It is the
 * conditional logistic likelihood of the risk sets, and its coefficients are log odds ratios within a time. Without
 * ties it is the partial likelihood of `partialLikelihood`.
 *
 * The sum over subsets is taken by the recursion of Gail, Lubin and Rubinstein (1981), see `SubsetMoments`.
 */
export function exactLikelihood(
  riskSets: RiskSets,
  design: StandardisedDesign,
  event: Uint8Array,
): (coefficients: Float64Array) => Evaluation {
  const k = design.size;
  const rowsOf = rowsByStratum(riskSets);
  const mostEvents = riskSets.deaths.reduce((most, d) => Math.max(most, d), 0);
  const moments = createSubsetMoments(mostEvents, k);
  const x = new Float64Array(k);
  return (coefficients) => {
    const eta = allLinearPredictors(design, coefficients);
    const result = {
      logLikelihood: 0,
      score: new Float64Array(k),
      information: new Float64Array(k * k),
      secondMoment: new Float64Array(k),
    };
    rowsOf.forEach((rows, stratum) => {
      for (let slot = riskSets.firstSlot[stratum] + 1; slot < riskSets.firstSlot[stratum + 1]; slot++) {
        const atRisk = rows.filter((row) => riskSets.enter[row] < slot && slot <= riskSets.leave[row]);
        const d = riskSets.deaths[slot];
        const shift = atRisk.reduce((largest, row) => Math.max(largest, eta[row]), Number.NEGATIVE_INFINITY);
        moments.start(d, atRisk.length);
        for (const row of atRisk) {
          readDesignRow(design, row, x);
          moments.add(exp(eta[row] - shift), x);
          for (let j = 0; j < k; j++) result.secondMoment[j] += (d * x[j] * x[j]) / atRisk.length;
          if (event[row] === 0 || riskSets.leave[row] !== slot) continue;
          result.logLikelihood += eta[row] - shift;
          for (let j = 0; j < k; j++) result.score[j] += x[j];
        }
        result.logLikelihood -= subtractMoments(moments, d, k, result.score, result.information);
      }
    });
    return result;
  };
}

/** Takes the mean from the score, adds the covariance to the information, and returns the log of the sum. */
function subtractMoments(
  { ratio, mean, covariance }: SubsetMoments,
  d: number,
  k: number,
  score: Float64Array,
  information: Float64Array,
): number {
  let logSum = 0;
  for (let m = 1; m <= d; m++) logSum += log(ratio[m]);
  for (let j = 0; j < k; j++) score[j] -= mean[d * k + j];
  for (let cell = 0; cell < k * k; cell++) information[cell] += covariance[d * k * k + cell];
  return logSum;
}

/** η of every row. */
export function allLinearPredictors(design: StandardisedDesign, coefficients: Float64Array): Float64Array {
  const eta = new Float64Array(design.rows);
  const ofBlock = new Float64Array(BLOCK_ROWS);
  for (let from = 0; from < design.rows; from += BLOCK_ROWS) {
    const block = blockAt(design, from);
    linearPredictor(block, coefficients, ofBlock);
    eta.set(ofBlock.subarray(0, block.length), from);
  }
  return eta;
}

/** Rows of each stratum that are at risk at an event. */
export function rowsByStratum({ strata, stratum, enter, leave }: RiskSets): Int32Array[] {
  const rows: number[][] = Array.from({ length: strata }, () => []);
  for (let row = 0; row < stratum.length; row++) {
    if (enter[row] < leave[row]) rows[stratum[row]].push(row);
  }
  return rows.map((list) => Int32Array.from(list));
}
