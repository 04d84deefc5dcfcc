import type { World } from "../world.ts";

/**
 * E9 · Exits deter: who sees peers come back starts less.
 *
 *     index of starting −= exitDeterrence · R     R: peers of the market that returned last year, own firm left out
 *
 * A pause (E1) looks like a return. Firms that closed did not return. Unit: probit per firm; default 0 (0.02
 * plausible), range 0 to 5; off at 0. Source: Chan, Makino & Isobe (2006) on multinationals, as read by Freeman
 * (2007); value [A].
 *
 * @returns returns of the last year by market, own ones not yet taken out; null where nobody looks.
 */
export function returnersLastYear(world: World): Int32Array | null {
  const { firms, destinations, cellFirms, scenario } = world;
  if (scenario.exitDeterrence === 0) return null;
  const returners = new Int32Array(cellFirms.length * destinations);
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    const firstMarket = firms.cell[firm] * destinations;
    for (let market = firstMarket; market < firstMarket + destinations; market++, pair++) {
      if (firms.alive[firm] === 1 && returnedLastYear(world, pair)) returners[market] += 1;
    }
  }
  return returners;
}

export function returnedLastYear({ pairs }: World, pair: number): boolean {
  return pairs.activeHistory[1][pair] === 1 && pairs.activeHistory[0][pair] === 0;
}

/** The tables hold all returners of a market; a firm is not deterred by itself. */
export function addBackOwnReturn(world: World, candidates: Int32Array, index: Float64Array): void {
  const { destinations, scenario } = world;
  if (scenario.exitDeterrence === 0) return;
  for (const firm of candidates) {
    for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++) {
      if (returnedLastYear(world, pair)) index[pair] += scenario.exitDeterrence;
    }
  }
}
