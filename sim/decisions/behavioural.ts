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

/**
 * Expected quality in the eyes of a firm that is not abroad, and what one more peer would change about it, tabulated
 * by market × years in which the firm itself was active (0, 1 or 2): that is all in which the peers that firms of one
 * market see can differ. Entry `market · beliefWidth + ownActiveYears`.
 */
export interface PriorBelief {
  readonly now: Float64Array;
  readonly gain: Float64Array;
}

export const beliefWidth = publishedYears + 1;

/** null where no firm expects anything but zero. */
export function priorBelief(world: World, { msePeers }: Observation): PriorBelief | null {
  const { scenario, destinations } = world;
  if (scenario.optimismBias === 0 && scenario.qualityMean.every((mean) => mean === 0)) return null;
  const now = new Float64Array(msePeers.length * beliefWidth);
  const gain = new Float64Array(now.length);
  for (let market = 0; market < msePeers.length; market++) {
    const destination = market % destinations;
    for (let ownYears = 0; ownYears < beliefWidth; ownYears++) {
      const at = market * beliefWidth + ownYears;
      // A market never has fewer peers than the firm itself: such entries are never looked up.
      const peers = Math.max(0, msePeers[market] - ownYears / publishedYears);
      now[at] = priorMean(world, destination, peers);
      gain[at] = priorMean(world, destination, peers + 1) - now[at];
    }
  }
  return { now, gain };
}
