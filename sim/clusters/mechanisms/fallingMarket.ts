import type { ClusterWorld } from "../clusterWorld.ts";

/**
 * A rival of D4 and D5 · Demand for what the clusters make falls.
 *
 *     market · (1 − marketDecline) each year, and with it the orders of every firm
 *
 * Unit: per year; default 0 (0 to 1), 0.05 in gancarczyk-2017/falling-market; off at 0. [A].
 */
export function shrinkMarket(world: ClusterWorld): void {
  world.market *= 1 - world.scenario.marketDecline;
}
