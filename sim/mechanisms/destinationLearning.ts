import { log1p } from "../../numerics/elementary.ts";
import type { World } from "../world.ts";

/**
 * A7 · Destination learning: the whole industry learns a destination at once.
 *
 *     index += destinationLearning · log(1 + N[l, k, t−1])      N: the industry's firms active in l
 *
 * Unit: probit per log(1 + n); default 0, range −1 to 1 (0 to 0.2 plausible); off at 0. Placebo peers of a random
 * province work as well as real ones, which tells it from A1.
 */
export function destinationLearning(
  world: World,
  nationalStock: Int32Array,
  industry: number,
  destination: number,
): number {
  const weight = world.scenario.destinationLearning;
  return weight === 0 ? 0 : weight * log1p(nationalStock[industry * world.destinations + destination]);
}

/** Small firms active at the end of t − 1 − lag, by industry × destination. */
export function nationalStock(world: World, lag: number): Int32Array {
  const { destinations, industries } = world;
  const stock = world.markets.stockHistory[lag];
  const sums = new Int32Array(industries * destinations);
  for (let cell = 0; cell < world.cellFirms.length; cell++) {
    const industry = cell % industries;
    for (let destination = 0; destination < destinations; destination++) {
      sums[industry * destinations + destination] += stock[cell * destinations + destination];
    }
  }
  return sums;
}
