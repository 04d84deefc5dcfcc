import type { Moments } from "./moments.ts";

/**
 * Moments of values that come one at a time, twice: first their sum, then the sums about their mean. What comes out is
 * that of `momentsOf` to the last bit, without an array.
 */
export interface RunningMoments {
  count: number;
  sum: number;
  /** NaN before the second round. */
  centre: number;
  second: number;
  fourth: number;
}

export function emptyMoments(): RunningMoments {
  return { count: 0, sum: 0, centre: Number.NaN, second: 0, fourth: 0 };
}

export function addValue(to: RunningMoments, value: number): void {
  to.count++;
  to.sum += value;
}

/** Between the rounds. */
export function fixCentre(of: RunningMoments): void {
  of.centre = of.sum / of.count;
}

export function addDeviation(to: RunningMoments, value: number): void {
  const square = (value - to.centre) ** 2;
  to.second += square;
  to.fourth += square * square;
}

export function momentsSoFar({ count, centre, second, fourth }: RunningMoments): Moments {
  return { count, mean: centre, second, fourth };
}
