import { log1p } from "../../numerics/elementary.ts";
import type { World } from "../world.ts";

/**
 * A4 · Imitation of backshoring (hypothesis 3).
 *
 *     index of staying −= imitationBackshore · log(1 + B)
 *
 * B: peers of the own cell that returned from the destination, mean per year since the first recorded year; the
 * firm's own earlier returns are left out. Unit: probit per log(1 + n); default 0, range −5 to 5; off at 0.
 * What holds a return back is the supplier base, in supplierBase.ts.
 */
export function backshoringImitation(world: World, pair: number, market: number): number {
  const weight = world.scenario.imitationBackshore;
  return weight === 0 ? 0 : weight * log1p(peersBackshored(world, pair, market));
}

/** B of the formula above; 0 before any recorded year is over. */
export function peersBackshored(world: World, pair: number, market: number): number {
  const { returnYears, returns } = world.markets;
  return returnYears === 0 ? 0 : (returns[market] - world.pairs.returns[pair]) / returnYears;
}
