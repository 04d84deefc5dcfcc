import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { CoxData } from "./coxData.ts";

/** √(2^−52), R's `sqrt(.Machine$double.eps)`. */
const TOLERANCE = 2 ** -26;

/**
 * The same durations with times that differ by rounding alone made equal, as R's `coxph` does before it fits (`timefix = TRUE`,
 * `aeqSurv`): times next to each other that differ by at most 1.5e-8, or by that share of the mean absolute time, become the
 * earliest of their run. 4.1 − 3.9 and 0.2 are then tied. `fitCox` takes times as they are: give it, and everything that
 * is asked of the fit, the data that this returns. They are `data` itself when no two times are that near.
 *
 * @throws InvalidInput when a row would have no time at risk left, with the row from 0 in its `path`.
 */
export function mergeNearTimes(data: CoxData): CoxData {
  const { start, stop } = data;
  const sorted = Float64Array.from(new Set(start ? [...start, ...stop] : stop)).sort();
  let sum = 0;
  for (const time of sorted) sum += Math.abs(time);
  const mean = sum / sorted.length;
  const merged = new Map<number, number>();
  for (let i = 1, kept = sorted[0]; i < sorted.length; i++) {
    const gap = sorted[i] - sorted[i - 1];
    if (gap <= TOLERANCE || gap / mean <= TOLERANCE) merged.set(sorted[i], kept);
    else kept = sorted[i];
  }
  if (merged.size === 0) return data;
  const fixed = (times: Float64Array): Float64Array => times.map((time) => merged.get(time) ?? time);
  const fixedStop = fixed(stop);
  if (start === undefined) return { ...data, stop: fixedStop };
  const fixedStart = fixed(start);
  const empty = fixedStart.findIndex((time, row) => time === fixedStop[row]);
  if (empty >= 0) {
    throw new InvalidInput({
      path: `start[${empty}]`,
      found: phrase`${start[empty]}, to ${stop[empty]}: no time at risk but for rounding`,
      expected: phrase`times further apart; leave the row out or count time in another unit`,
    });
  }
  return { ...data, start: fixedStart, stop: fixedStop };
}
