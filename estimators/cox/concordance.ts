import type { CoxFit } from "../fit.ts";
import type { CoxData } from "./coxData.ts";
import { allLinearPredictors, rowsByStratum } from "./exactLikelihood.ts";
import { createFenwickTree, type FenwickTree } from "./fenwickTree.ts";
import { fittedState } from "./fittedState.ts";
import type { RiskSets } from "./riskSets.ts";
import { clustersOf, sumByCluster } from "./robustCovariance.ts";

/** How well the fitted risks order the events. Counts are sums of products of case weights over pairs. */
export interface Concordance {
  /** Harrell's C: (concordant + tied / 2) / (concordant + discordant + tied); NaN without pairs. */
  readonly estimate: number;
  /** From the infinitesimal jackknife, by clusters when the data name them. */
  readonly stdError: number;
  /** Pairs in which the one who failed first had the higher risk. */
  readonly concordant: number;
  readonly discordant: number;
  /** Pairs with equal risks. */
  readonly tied: number;
}

/**
 * Concordance of a Cox fit (Harrell 1982; Therneau and Watson 2017): over all pairs of an event and a row of its stratum
 * that is at risk at its time and does not have an event then. Rows censored at the time are at risk. In n log n steps.
 *
 * @throws InvalidInput for a fit with infinite estimates, without events, or with exact ties.
 */
export function coxConcordance(data: CoxData, fit: CoxFit): Concordance {
  const { problem, coefficients } = fittedState(data, fit);
  const { riskSets, design } = problem;
  const eta = allLinearPredictors(design, coefficients);
  // By row: weights of the pairs it is in, concordant, discordant and tied.
  const pairs = new Float64Array(3 * data.stop.length);
  rowsByStratum(riskSets).forEach((rows, stratum) => {
    countPairs(data, riskSets, stratum, rows, eta, pairs);
  });
  let [concordant, discordant, tied] = [0, 0, 0];
  for (let row = 0; row < data.stop.length; row++) {
    // Each pair is counted with both of its rows.
    const half = (data.weights ? data.weights[row] : 1) / 2;
    concordant += half * pairs[3 * row];
    discordant += half * pairs[3 * row + 1];
    tied += half * pairs[3 * row + 2];
  }
  const all = concordant + discordant + tied;
  const estimate = (concordant + tied / 2) / all;
  const influence = Float64Array.from(data.stop, (_, row) => {
    const [more, less, equal] = pairs.subarray(3 * row, 3 * row + 3);
    return (more + equal / 2 - estimate * (more + less + equal)) / all;
  });
  const byCluster = sumByCluster(clustersOf(problem), influence, data.weights, 1);
  const stdError = Math.sqrt(byCluster.reduce((sum, value) => sum + value * value, 0));
  return { estimate, stdError, concordant, discordant, tied };
}

/** Adds the pairs within a stratum: first for the events, from the last slot down, then for those at risk. */
function countPairs(
  data: CoxData,
  { firstSlot, enter, leave }: RiskSets,
  stratum: number,
  rows: Int32Array,
  eta: Float64Array,
  pairs: Float64Array,
): void {
  const first = firstSlot[stratum];
  const slots = firstSlot[stratum + 1] - first;
  const { rankOf, ranks } = denseRanks(rows, eta);
  const weight = (row: number) => (data.weights ? data.weights[row] : 1);
  const entering = bucketRows(rows, slots, (row) => enter[row] - first);
  // A row is compared with events up to here: not with those of its own time if it has one.
  const leaving = bucketRows(rows, slots, (row) => leave[row] - data.event[row] - first);
  const failing = bucketRows(
    rows.filter((row) => data.event[row] === 1),
    slots,
    (row) => leave[row] - first,
  );
  const count = (tree: FenwickTree, row: number, sign: number, below: 0 | 1) => {
    const rank = rankOf[row];
    const lower = tree.sumBefore(rank);
    const upTo = tree.sumBefore(rank + 1);
    pairs[3 * row + below] += sign * lower;
    pairs[3 * row + 1 - below] += sign * (tree.total() - upTo);
    pairs[3 * row + 2] += sign * (upTo - lower);
  };
  const atRisk = createFenwickTree(ranks);
  for (let slot = slots - 1; slot > 0; slot--) {
    for (const row of leaving[slot]) if (enter[row] - first < slot) atRisk.add(rankOf[row], weight(row));
    for (const row of entering[slot]) {
      if (leave[row] - data.event[row] > enter[row]) atRisk.add(rankOf[row], -weight(row));
    }
    for (const row of failing[slot]) count(atRisk, row, 1, 0);
  }
  const failed = createFenwickTree(ranks);
  for (let slot = 0; slot < slots; slot++) {
    for (const row of failing[slot]) failed.add(rankOf[row], weight(row));
    for (const row of leaving[slot]) count(failed, row, 1, 1);
    for (const row of entering[slot]) count(failed, row, -1, 1);
  }
}

/** Rows by slot, keeping their order. */
export function bucketRows(rows: Int32Array, slots: number, slotOf: (row: number) => number): number[][] {
  const buckets: number[][] = Array.from({ length: slots }, () => []);
  for (const row of rows) buckets[slotOf(row)].push(row);
  return buckets;
}

/** Ranks from 0 of the distinct values of η among `rows`. */
function denseRanks(rows: Int32Array, eta: Float64Array): { rankOf: Int32Array; ranks: number } {
  const rankOf = new Int32Array(eta.length);
  const sorted = rows.slice().sort((a, b) => eta[a] - eta[b]);
  let ranks = 0;
  sorted.forEach((row, at) => {
    if (at > 0 && eta[row] > eta[sorted[at - 1]]) ranks++;
    rankOf[row] = ranks;
  });
  return { rankOf, ranks: ranks + 1 };
}
