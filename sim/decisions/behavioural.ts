import { backshoringImitation } from "../mechanisms/backshoringImitation.ts";
import { errorCorrection } from "../mechanisms/errorCorrection.ts";
import { madeInPull } from "../mechanisms/madeIn.ts";
import { migrantReturn } from "../mechanisms/migrantReturn.ts";
import { distanceLoss } from "../mechanisms/researchProximity.ts";
import { reshoringBarrier } from "../mechanisms/supplierBase.ts";
import { priorMean } from "../mechanisms/vicariousLearning.ts";
import { type Observation, publishedYears } from "../phases/observePeers.ts";
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
    reshoringBarrier(world, firm) -
    madeInPull(world, firm) -
    migrantReturn(world, firm) -
    distanceLoss(world, firm, pair % destinations)
  );
}

/** Whether a world has any of the terms of staying that most worlds do without: those after `errorCorrection`. */
function weighsMore({ scenario }: World): boolean {
  const { imitationBackshore, reshoringBarrier, madeInWeight, migrantReturn, distancePenalty } = scenario;
  return [imitationBackshore, reshoringBarrier, madeInWeight, migrantReturn, distancePenalty].some(
    (weight) => weight !== 0,
  );
}

/** Adds `stayingTerms` to the index of the active pairs of some firms. */
export function addStayingTerms(world: World, firms: Int32Array, index: Float64Array): void {
  const { destinations, scenario } = world;
  const { active, belief, volume, tenure } = world.pairs;
  const { commitment } = scenario;
  const more = weighsMore(world);
  for (let at = 0; at < firms.length; at++) {
    let pair = firms[at] * destinations;
    for (const end = pair + destinations; pair < end; pair++) {
      if (active[pair] === 0) continue;
      index[pair] += more
        ? stayingTerms(world, pair)
        : belief[pair] + commitment * volume[pair] + errorCorrection(scenario, tenure[pair]);
    }
  }
}

/**
 * Expected quality in the eyes of a firm that is not abroad, and what one more peer would change about it, tabulated
 * by market × years in which the firm itself was active (0, 1 or 2): that is all in which the peers that firms of one
 * market see can differ. Entry `market · beliefWidth + ownActiveYears`.
 */
export interface PriorBelief {
  readonly now: Float64Array;
  /** Empty where not asked for. */
  readonly gain: Float64Array;
}

export const beliefWidth = publishedYears + 1;

/** null where no firm expects anything but zero. */
export function priorBelief(world: World, { msePeers }: Observation, withGain: boolean): PriorBelief | null {
  const { scenario, destinations } = world;
  if (scenario.optimismBias === 0 && scenario.qualityMean.every((mean) => mean === 0)) return null;
  const now = new Float64Array(msePeers.length * beliefWidth);
  const gain = new Float64Array(withGain ? now.length : 0);
  for (let market = 0; market < msePeers.length; market++) {
    const destination = market % destinations;
    for (let ownYears = 0; ownYears < beliefWidth; ownYears++) {
      const at = market * beliefWidth + ownYears;
      // A market never has fewer peers than the firm itself: such entries are never looked up.
      const peers = Math.max(0, msePeers[market] - ownYears / publishedYears);
      now[at] = priorMean(world, destination, peers);
      if (withGain) gain[at] = priorMean(world, destination, peers + 1) - now[at];
    }
  }
  return { now, gain };
}
