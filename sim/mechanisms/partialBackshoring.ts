import type { Decisions } from "../decisions/decide.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { World } from "../world.ts";

/**
 * C4 · Partial backshoring: some of those who would leave bring only a part home.
 *
 *     of the pairs that return in a year, each stays with probability partialReturnShare, and
 *     volume *= 1 − returnFraction
 *
 * in behavioural worlds, which have volumes; to its peers (A4) this is a return like any other. Such a pair is active, before and after; what is left of it binds less
 * (`commitment`, A3). Where volumes can also be cut (E2), a good year puts the volume of the start back. Unit: share of
 * returns; share of volume. Defaults 0 and 0.4 (both 0 to 1), [A]; off at
 * partialReturnShare = 0. Source: Bettiol et al. (2017): five of 50 firms with suppliers in emerging economies
 * brought production home and still are there; those that brought all of it home are seen as domestic.
 *
 * @returns what firms do in the end, and by pair whether a part came home; null where the mechanism is off.
 */
export function keepAPart(world: World, decided: Decisions, year: number): Uint8Array | null {
  const { scenario, pairs } = world;
  if (scenario.partialReturnShare === 0 || scenario.decision.kind !== "behavioural") return null;
  const draws = new Float64Array(decided.active.length);
  fillWithDraws(draws, world.key, "partialReturn", year);
  const reduced = new Uint8Array(draws.length);
  for (const pair of decided.abroad) {
    if (decided.returned[pair] === 0 || draws[pair] >= scenario.partialReturnShare) continue;
    decided.returned[pair] = 0;
    decided.active[pair] = 1;
    pairs.volume[pair] *= 1 - scenario.returnFraction;
    reduced[pair] = 1;
  }
  return reduced;
}
