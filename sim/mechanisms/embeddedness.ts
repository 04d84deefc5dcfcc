import type { World } from "../world.ts";

/**
 * C1 · Embeddedness: who works with the district stays in it; and what else a register knows of who starts.
 *
 *     index of starting += turnoverClassEffect[class of turnover] + districtIndustryEffect[industry]
 *                          − embeddednessCost · district's share of the firm's suppliers
 *
 * Firms not yet founded, and firms that outsource nothing, start nowhere. Unit: probit; probit per share. Defaults 0 and
 * 0.8 (0 to 5; 0 to 2 plausible), [A]. The cost is off at 0 or without portfolios, the classes at zeros or without
 * register firms. Source: Bettiol et al. (2017): offshorers have 35.9 % of their suppliers in the district, the others
 * 68.6 %; 19 % offshore below EUR 5 million, 89 % above 50. Size is the rival explanation, and is put in as found.
 */
export function addStartingTerms(index: Float64Array, world: World, year: number): void {
  const { register, portfolios, scenario, firms, pairs, destinations } = world;
  if (register === null && portfolios === null) return;
  const inDistricts = scenario.geography === "districts";
  for (let firm = 0; firm < firms.count; firm++) {
    let term = inDistricts ? scenario.districtIndustryEffect[firms.industry[firm]] : 0;
    if (register !== null) {
      term += scenario.turnoverClassEffect[register.turnoverClass[firm]];
      if (year < register.foundingYear[firm]) term = Number.NEGATIVE_INFINITY;
    }
    if (portfolios !== null) {
      term -= scenario.embeddednessCost * portfolios.district[firm];
      if (portfolios.outsources[firm] === 0) term = Number.NEGATIVE_INFINITY;
    }
    for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++) {
      if (pairs.active[pair] === 0) index[pair] += term;
    }
  }
}
