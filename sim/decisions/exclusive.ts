import { normalQuantile } from "../../numerics/normal.ts";
import type { Decisions } from "./decide.ts";

/**
 * A2, exclusive choice: a firm active nowhere starts in the destination with the highest utility, index + ε, if that
 * is positive; a firm active somewhere starts nowhere else. Here the size of the deviates matters, not their sign
 * alone, so each is computed.
 */
export function exclusiveStarts(
  active: Uint8Array,
  index: Float64Array,
  uniforms: Float64Array,
  firstPair: number,
  destinations: number,
  decisions: Pick<Decisions, "active" | "started">,
): void {
  const best = bestDestination(active, index, uniforms, firstPair, destinations, -1, 0);
  if (best < 0) return;
  decisions.active[firstPair + best] = 1;
  decisions.started[firstPair + best] = 1;
}

/**
 * Where the firm of `firstPair` starts, −1 where nowhere. `gain` is added to the index of one destination, to ask
 * what it would have done with one more peer there.
 */
export function bestDestination(
  active: Uint8Array,
  index: Float64Array,
  uniforms: Float64Array,
  firstPair: number,
  destinations: number,
  gaining: number,
  gain: number,
): number {
  let best = -1;
  let bestUtility = 0;
  for (let destination = 0; destination < destinations; destination++) {
    const pair = firstPair + destination;
    if (active[pair] === 1) return -1;
    // 1 − uniform, so that a larger index and a smaller draw both favour a start, as in isPositive.
    const utility = index[pair] + (destination === gaining ? gain : 0) + normalQuantile(1 - uniforms[pair]);
    if (utility > bestUtility) {
      best = destination;
      bestUtility = utility;
    }
  }
  return best;
}
