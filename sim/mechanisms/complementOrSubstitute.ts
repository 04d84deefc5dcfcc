import type { Decisions } from "../decisions/decide.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { World } from "../world.ts";
import { offshoringEffects, type SupplierPortfolios } from "./supplierPortfolio.ts";

/**
 * C2 · Complement or substitute: work abroad is added to the work at home, or replaces it.
 *
 *     a firm that starts while it is nowhere abroad adds with probability complementShare; else it replaces
 *     other suppliers (22 of 32) or its own work (10 of 32)
 *
 * and keeps to it until it starts again from home. Those who replace erode the province's supplier base (A4):
 * where firms have portfolios, this and not keepsDomesticShare says who does. Unit: share; default 0.47, range 0 to 1; off
 * at 1, where nobody replaces, or without portfolios. Source: Bettiol et al. (2017), of 62 firms 28 added, 22 and 10 replaced.
 */
export function drawOffshoringEffects(
  world: World,
  portfolios: SupplierPortfolios,
  { started, abroad }: Pick<Decisions, "started" | "abroad">,
  activeBefore: Uint8Array,
  year: number,
): void {
  const { scenario, destinations, firms } = world;
  const draws = new Float64Array(2 * firms.count);
  fillWithDraws(draws, world.key, "offshoringEffect", year);
  for (const pair of abroad) {
    const firm = Math.floor(pair / destinations);
    if (started[pair] === 0 || isAbroad(activeBefore, firm, destinations)) continue;
    const effect =
      draws[2 * firm] < scenario.complementShare
        ? "addition"
        : draws[2 * firm + 1] < otherSuppliersShare
          ? "replacesOtherSuppliers"
          : "replacesOwnWork";
    portfolios.effect[firm] = offshoringEffects.indexOf(effect);
  }
}

/** Of those who replace: 22 and 10 of 32. */
const otherSuppliersShare = 22 / 32;

/** Whether the firm's work abroad replaces work at home. */
export function replacesAtHome({ portfolios, firms }: World, firm: number): boolean {
  if (portfolios === null) return firms.keepsDomesticSuppliers[firm] === 0;
  const effect = offshoringEffects[portfolios.effect[firm]];
  return effect === "replacesOtherSuppliers" || effect === "replacesOwnWork";
}

/** Whether any of a firm's pairs is active. */
export function isAbroad(active: Uint8Array, firm: number, destinations: number): boolean {
  for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++) {
    if (active[pair] === 1) return true;
  }
  return false;
}
