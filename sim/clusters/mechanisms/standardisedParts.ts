import type { ClusterWorld } from "../clusterWorld.ts";

/**
 * D8 · High-value work abroad leaks less where a standardised part goes.
 *
 *     leakage of D5 · (1 − standardisedRelief) for the share standardisedShare of firms
 *
 * Unit: share; defaults 0.5 and 0.5 (0 to 1), [A]; off at standardisedRelief = 0. Which firms have such a part is
 * chance here; in the world able firms may choose it. Source: Gancarczyk & Gancarczyk (2017), proposition 2c.
 */
export function leakageFactor({ firms, scenario }: ClusterWorld, firm: number): number {
  return 1 - scenario.standardisedRelief * firms.standardised[firm];
}
