import type { Decisions } from "../decisions/decide.ts";
import type { World } from "../world.ts";
import { type Observation, peersSameDestination } from "./observePeers.ts";

/** Carries the decisions into the state of the pairs: spells begin, go on, or end. */
export function startSpells(world: World, observation: Observation, decisions: Decisions): void {
  const { pairs, firms, destinations } = world;
  pairs.active.set(decisions.active);
  for (let pair = 0; pair < pairs.active.length; pair++) {
    if (decisions.active[pair] === 0) {
      if (pairs.tenure[pair] === -1) continue;
      pairs.tenure[pair] = -1;
      pairs.msePeersBeforeEntry[pair] = Number.NaN;
      pairs.largePeersBeforeEntry[pair] = Number.NaN;
      continue;
    }
    pairs.tenure[pair] += 1;
    if (decisions.started[pair] === 0) continue;
    const market = firms.cell[Math.floor(pair / destinations)] * destinations + (pair % destinations);
    pairs.msePeersBeforeEntry[pair] = peersSameDestination(observation, pair, market);
    pairs.largePeersBeforeEntry[pair] = observation.largePeers[market];
  }
}
