import type { World } from "../world.ts";

/**
 * C6 · Demand for what is made in Italy, which draws makers of consumer goods home.
 *
 *     index of staying −= madeInWeight · premium[t] · consumer goods
 *     premium[t] = min(1, madeInRise · (t − madeInStart)), 0 before
 *
 * in behavioural worlds. Clothing and footwear are consumer goods; register firms know whether theirs are. Unit: index of
 * net saving; default 0 (0.3 in the world of districts), range 0 to 5; off at 0. Source: Bettiol et al. (2017) Table 4:
 * "fully made in Italy" is the first motive of returns (4.00 of 5), which fall into 2012–13; values and path [A]. Rising
 * costs abroad in the same years are the rival explanation (A12).
 */
export function madeInPull(world: World, firm: number): number {
  const { madeInWeight } = world.scenario;
  if (madeInWeight === 0 || world.register?.consumerGoods[firm] === 0) return 0;
  return madeInWeight * madeInPremium(world);
}

/** The premium of the year that is being simulated. */
export function madeInPremium({ scenario, year }: World): number {
  return Math.min(1, Math.max(0, scenario.madeInRise * (year + 1 - scenario.madeInStart)));
}
