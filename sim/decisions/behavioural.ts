import { backshoringImitation } from "../mechanisms/backshoringImitation.ts";
import { errorCorrection } from "../mechanisms/errorCorrection.ts";
import { reshoringBarrier } from "../mechanisms/supplierBase.ts";
import { priorMean } from "../mechanisms/vicariousLearning.ts";
import { type Observation, peersSameDestination } from "../phases/observePeers.ts";
import type { World } from "../world.ts";

/**
 * Firms that weigh and err: before they start they count on the supplier quality they expect; once abroad they go by
 * what they have learned, by patience and commitment, by who returned, and by what awaits them at home.
 */
export function stayingTerms(world: World, pair: number): number {
  const { pairs, scenario, destinations, firms } = world;
  const firm = Math.floor(pair / destinations);
  const market = firms.cell[firm] * destinations + (pair % destinations);
  return (
    pairs.belief[pair] +
    scenario.commitment * pairs.volume[pair] +
    errorCorrection(scenario, pairs.tenure[pair]) -
    backshoringImitation(world, pair, market) +
    reshoringBarrier(world, firm)
  );
}

/** Expected quality of a firm that is not abroad, and what one more peer would change about it. */
export interface PriorBelief {
  now(pair: number): number;
  gain(pair: number): number;
}

/** null where no firm expects anything but zero. */
export function priorBelief(world: World, observation: Observation): PriorBelief | null {
  const { scenario, destinations, firms } = world;
  if (scenario.optimismBias === 0 && scenario.qualityMean.every((mean) => mean === 0)) return null;
  const peersOf = (pair: number) => {
    const market = firms.cell[Math.floor(pair / destinations)] * destinations + (pair % destinations);
    return peersSameDestination(observation, pair, market);
  };
  if (scenario.vicariousPrecision === 0) {
    return { now: (pair) => priorMean(world, pair % destinations, 0), gain: () => 0 };
  }
  return {
    now: (pair) => priorMean(world, pair % destinations, peersOf(pair)),
    gain(pair) {
      const peers = peersOf(pair);
      return priorMean(world, pair % destinations, peers + 1) - priorMean(world, pair % destinations, peers);
    },
  };
}
