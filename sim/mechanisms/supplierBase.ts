import type { Decisions } from "../decisions/decide.ts";
import type { World } from "../world.ts";
import { replacesAtHome } from "./complementOrSubstitute.ts";

/**
 * A4 · The domestic supplier base: who would a returning firm work with?
 *
 *     base[j] += baseRecovery · returns − baseErosion · firm-years abroad that replaced domestic suppliers
 *     index of staying += reshoringBarrier · (1 − base[j] / initial[j]) · (1 − keeps domestic suppliers)
 *
 * The base starts at one supplier a firm of the province and stays within 0 and that. Units: supplier equivalents;
 * probit. Defaults: barrier 0 (0 to 5; 0.5 in the ready world), recovery 0.2 and erosion 0.3 (0 to 10), all [A]. Off at
 * reshoringBarrier = 0 (the base then moves without effect). The published share of 90 % that keep
 * domestic suppliers makes the barrier bind hardly anyone: the authors' second reason for the null of H3.
 */
export function reshoringBarrier(world: World, firm: number): number {
  const { reshoringBarrier: barrier } = world.scenario;
  if (barrier === 0 || !replacesAtHome(world, firm)) return 0;
  const province = world.firms.province[firm];
  return barrier * (1 - world.supplierBase[province] / world.supplierBaseInitial[province]);
}

/** End of the year: erosion by active substitutes, recovery by returns. */
export function updateSupplierBase(
  world: World,
  { returned, abroad }: Pick<Decisions, "returned" | "abroad">,
): void {
  const { firms, pairs, destinations, supplierBase, supplierBaseInitial, scenario } = world;
  for (const pair of abroad) {
    const firm = Math.floor(pair / destinations);
    const province = firms.province[firm];
    if (returned[pair] === 1 && world.moves?.left[pair] !== 1)
      supplierBase[province] += scenario.baseRecovery;
    if (pairs.active[pair] === 1 && replacesAtHome(world, firm)) {
      supplierBase[province] -= scenario.baseErosion;
    }
  }
  for (let province = 0; province < supplierBase.length; province++) {
    supplierBase[province] = Math.min(supplierBaseInitial[province], Math.max(0, supplierBase[province]));
  }
}
