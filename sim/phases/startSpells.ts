import type { Decisions } from "../decisions/decide.ts";
import { startVolume } from "../mechanisms/vicariousLearning.ts";
import { marketOf, type World } from "../world.ts";
import { type Observation, peersSameDestination } from "./observePeers.ts";

/** Carries the decisions into the state of the pairs: spells begin, go on, or end. */
export function startSpells(world: World, observation: Observation, decisions: Decisions): void {
  const { pairs } = world;
  pairs.active.set(decisions.active);
  for (const pair of decisions.abroad) {
    if (decisions.active[pair] === 0) {
      pairs.tenure[pair] = -1;
      pairs.msePeersBeforeEntry[pair] = Number.NaN;
      pairs.largePeersBeforeEntry[pair] = Number.NaN;
      continue;
    }
    pairs.tenure[pair] += 1;
    if (decisions.started[pair] === 0) continue;
    const market = marketOf(world, pair);
    pairs.msePeersBeforeEntry[pair] = peersSameDestination(observation, pair, market);
    pairs.largePeersBeforeEntry[pair] = observation.largePeers[market];
    pairs.volume[pair] = startVolume(world.scenario, pairs.msePeersBeforeEntry[pair]);
  }
}
