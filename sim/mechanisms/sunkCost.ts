import type { World } from "../world.ts";
import { foreignCostShares } from "./subcontractingCosts.ts";

/** Foreign share from which B4 is measured, so that `exitHazard` and `base` stay those of a typical spell [A]. */
export const typicalForeignCostShare = 45;

/**
 * B4 · Sunk cost abroad: who has put much of its subcontracting abroad leaves less.
 *
 *     entryExit:  log hazard of return −= sunkCost · (S − 45)      S: foreign share of the firm's cost of subcontracting
 *     elsewhere:  index of staying     += sunkCost · (S − 45)         at the end of t − 1, percent
 *
 * Unit: log hazard, or probit, per percentage point; default 0, range −1 to 1; off at 0. Source: Canello & Pavone (draft),
 * Table 3: 0.019 per point. At a hazard of 0.2 this is about 0.014 probit. Form of the index and centring [A].
 *
 * @returns what holds a firm, by firm; null where nothing does.
 */
export function sunkCostHold(world: World): Float64Array | null {
  const { sunkCost } = world.scenario;
  if (sunkCost === 0) return null;
  return foreignCostShares(world).map((share) => sunkCost * (share - typicalForeignCostShare));
}
