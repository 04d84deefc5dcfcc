import { exp, log } from "../../../numerics/elementary.ts";

/** In how many of the seeds an order held. */
export interface ShareOfSeeds {
  readonly share: number;
  /** √(share · (1 − share) / seeds); 0 where the order held in all or in none, and then `bound` says more. */
  readonly monteCarloError: number;
  /**
   * Where it held in all seeds, the smallest share that would do so with probability 2.5 %, 0.025^(1/seeds); where in
   * none, the largest, 1 less that. null in between.
   */
  readonly bound: number | null;
  readonly seeds: number;
  /** Seeds in which one side does not exist, such as the mean over firms of which there are none; they do not hold. */
  readonly undecided: number;
}

/**
 * @param sides one list a seed: the quantities that should descend strictly, NaN for what does not exist.
 * @throws RangeError without a seed.
 */
export function shareOfSeeds(sides: readonly (readonly number[])[]): ShareOfSeeds {
  const seeds = sides.length;
  if (seeds === 0) throw new RangeError("a share of seeds needs at least one seed");
  const held = sides.filter(descends).length;
  const share = held / seeds;
  const certain = exp(log(0.025) / seeds);
  return {
    share,
    monteCarloError: Math.sqrt((share * (1 - share)) / seeds),
    bound: held === seeds ? certain : held === 0 ? 1 - certain : null,
    seeds,
    undecided: sides.filter((values) => values.some(Number.isNaN)).length,
  };
}

/** Whether each number is above the next one; never with a NaN among them. */
export function descends(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || values[at - 1] > value);
}
