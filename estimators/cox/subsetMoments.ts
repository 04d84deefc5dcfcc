/** Smaller risk scores count as this, so that no sum over subsets is zero. */
const SMALLEST_SCORE = 1e-290;

/**
 * Moments of the sum of x over a random subset of m items, m = 0 … d, a subset's probability being proportional to the
 * product of its items' scores r. Items are added one by one. With e_m the sum of those products over subsets of size
 * m, a random subset of m of the items so far and the new one has the new one with p = r e_{m−1} / (e_m + r e_{m−1}):
 *
 *     mean_m       ← (1 − p) mean_m + p (mean_{m−1} + x)
 *     covariance_m ← (1 − p) covariance_m + p covariance_{m−1} + p (1 − p) δ δ',   δ = mean_{m−1} + x − mean_m
 *
 * (Gail, Lubin and Rubinstein 1981, Biometrika 68, 703–707, as mixtures, so that nothing cancels.) Instead of e_m,
 * which overflows, the ratios e_m / e_{m−1} are kept.
 */
export interface SubsetMoments {
  /** e_m / e_{m−1} at m ≥ 1. */
  readonly ratio: Float64Array;
  /** Row m has the mean, k entries. */
  readonly mean: Float64Array;
  /** Row m has the covariance, k × k, lower triangle. */
  readonly covariance: Float64Array;
  /** Begins with no items, for subsets of up to `d` of `items` items. */
  start(d: number, items: number): void;
  add(score: number, x: Float64Array): void;
}

/** @param largest the largest d that will be asked for. */
export function createSubsetMoments(largest: number, k: number): SubsetMoments {
  const ratio = new Float64Array(largest + 1);
  const mean = new Float64Array((largest + 1) * k);
  const covariance = new Float64Array((largest + 1) * k * k);
  const difference = new Float64Array(k);
  let d = 0;
  let items = 0;
  let added = 0;
  return {
    ratio,
    mean,
    covariance,
    start(subsetSize, count) {
      d = subsetSize;
      items = count;
      added = 0;
      for (const array of [ratio, mean, covariance]) array.fill(0);
    },
    add(score, x) {
      const r = Math.max(score, SMALLEST_SCORE);
      added++;
      // Moments of subsets too small to grow to d with the items that are still to come need not be kept.
      const smallest = Math.max(1, d - (items - added));
      for (let m = Math.min(d, added); m >= 1; m--) {
        const own = ratio[m];
        const before = ratio[m - 1];
        ratio[m] = m === 1 ? own + r : (before * (own + r)) / (before + r);
        if (m < smallest) continue;
        const p = r / (own + r);
        const one = m * k;
        const less = one - k;
        for (let j = 0; j < k; j++) {
          difference[j] = mean[less + j] + x[j] - mean[one + j];
          mean[one + j] += p * difference[j];
        }
        const spread = p * (1 - p);
        for (let j = 0; j < k; j++) {
          const to = (one + j) * k;
          const from = (less + j) * k;
          const weighted = spread * difference[j];
          for (let i = 0; i <= j; i++) {
            covariance[to + i] =
              (1 - p) * covariance[to + i] + p * covariance[from + i] + weighted * difference[i];
          }
        }
      }
    },
  };
}
