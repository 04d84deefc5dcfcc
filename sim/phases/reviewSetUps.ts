import type { Decisions } from "../decisions/decide.ts";
import { drawOffshoringEffects, isAbroad } from "../mechanisms/complementOrSubstitute.ts";
import { extendSetUps } from "../mechanisms/moverStayer.ts";
import { keepAPart } from "../mechanisms/partialBackshoring.ts";
import { type SupplierPortfolios, setUps } from "../mechanisms/supplierPortfolio.ts";
import type { World } from "../world.ts";

/**
 * After the decisions: reviews may end in more volume (C3), and some of those who would return keep a part abroad (C4).
 * Changes the decisions.
 *
 * @returns by pair, whether a part came home; null where nobody keeps a part.
 */
export function reviewSetUps(world: World, decided: Decisions, year: number): Uint8Array | null {
  extendSetUps(world, decided);
  return keepAPart(world, decided, year);
}

/**
 * Once all is done: what a survey will ask of set-ups abroad. A firm that has just started from home has an unchanged
 * one. After that its last change counts: a further destination or more volume extends it; less volume, a
 * destination given up, or a move between destinations reduces it.
 *
 * @param reduced by pair, whether a part came home; null for nowhere.
 */
export function rememberSetUps(
  world: World,
  decisions: Decisions,
  reduced: Uint8Array | null,
  activeBefore: Uint8Array,
  year: number,
): void {
  const { portfolios, pairs, destinations, scenario } = world;
  if (portfolios === null) return;
  drawOffshoringEffects(world, portfolios, decisions, activeBefore, year);
  let firm = -1;
  for (const pair of decisions.abroad) {
    if (Math.floor(pair / destinations) === firm) continue;
    firm = Math.floor(pair / destinations);
    if (!isAbroad(pairs.active, firm, destinations)) continue;
    if (!isAbroad(activeBefore, firm, destinations)) {
      if (portfolios.startYear[firm] === 0) portfolios.startYear[firm] = year;
      portfolios.setUp[firm] = setUps.indexOf("unchanged");
      portfolios.returnYear[firm] = 0;
      continue;
    }
    rememberChange(world, portfolios, firm, decisions, reduced, year >= scenario.firstYear ? year : 0);
  }
}

function rememberChange(
  { reviews, destinations }: World,
  portfolios: SupplierPortfolios,
  firm: number,
  { started, returned }: Decisions,
  reduced: Uint8Array | null,
  year: number,
): void {
  let [starts, returns, cuts, extensions] = [0, 0, 0, 0];
  for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++) {
    starts += started[pair];
    returns += returned[pair];
    cuts += reduced === null ? 0 : reduced[pair];
    extensions += reviews === null ? 0 : reviews.extended[pair];
  }
  if (returns + cuts > 0) portfolios.setUp[firm] = setUps.indexOf("reduced");
  else if (starts + extensions > 0) portfolios.setUp[firm] = setUps.indexOf("extended");
  // Who starts elsewhere in the same year has moved, not come home.
  if (cuts > 0 || returns > starts) portfolios.returnYear[firm] = year;
}
