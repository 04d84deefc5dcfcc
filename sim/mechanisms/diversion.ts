import type { World } from "../world.ts";

/**
 * A2 · Cross-destination diversion.
 *
 *     index += imitationOther · Q        Q: peers of the own cell active in other destinations, mean of t − 1, t − 2
 *
 * Unit: probit per firm; default 0, range −1 to 1 (published −0.025 and −0.001); off at 0.
 * Source: Canello (2022) eq. (1). The other half of A2, `destinationChoice: exclusive`, is in decisions/exclusive.ts.
 */
export function diversion(world: World, peersOther: number): number {
  return world.scenario.imitationOther * peersOther;
}
