import { addClientFollowing } from "../mechanisms/clientFollowing.ts";
import { considerLeaving } from "../mechanisms/consideration.ts";
import { addFirmShocks } from "../mechanisms/datedShocks.ts";
import { addStartingTerms } from "../mechanisms/embeddedness.ts";
import { addBackOwnReturn } from "../mechanisms/exitDeterrence.ts";
import { addToOwnGain, subtractOwnFirm } from "../mechanisms/firmImitation.ts";
import { subtractEarlyEntryCost } from "../mechanisms/firstMovers.ts";
import { holdSetUps } from "../mechanisms/moverStayer.ts";
import { profitHold } from "../mechanisms/profits.ts";
import { addReentryTerms, rememberedBelief } from "../mechanisms/reentry.ts";
import { sunkCostHold } from "../mechanisms/sunkCost.ts";
import type { Observation } from "../phases/observePeers.ts";
import type { World } from "../world.ts";
import { addStayingTerms, beliefWidth } from "./behavioural.ts";
import type { IndexTables } from "./indexTables.ts";

/** The latent index of pairs in a year: active where index + N(0, 1) > 0. */
export interface DecisionIndex {
  /** By pair; meaningless for firms that were not asked about. */
  readonly index: Float64Array;
  /** What one more peer, counted in every year looked back on, would add to it; empty where the tables do not say. */
  readonly gain: Float64Array;
}

/**
 * Readable in one line: index = firm + pair + market (by own history) + what only behavioural firms weigh.
 *
 * @param candidates firms whose index is asked for; all must be where firms may pause or follow clients.
 */
export function decisionIndex(
  world: World,
  observation: Observation,
  tables: IndexTables,
  candidates: Int32Array,
): DecisionIndex {
  const { index } = world.workspace;
  fillIndex(world, observation.ownExposureYears, tables, candidates, index);
  subtractOwnActivityElsewhere(world, observation, candidates, index);
  addBackOwnReturn(world, candidates, index);
  addClientFollowing(index, world);
  addFirmShocks(index, world, world.year + 1);
  subtractOwnFirm(world, candidates, index);
  subtractEarlyEntryCost(world, candidates, index);
  addHold(world, sunkCostHold(world), candidates, index);
  addHold(world, profitHold(world), candidates, index);
  if (world.scenario.decision.kind === "behavioural")
    addBehaviouralTerms(world, observation, tables, candidates, index);
  if (world.ties !== null) addReentryTerms(index, world.ties, world.scenario);
  addStartingTerms(index, world, world.year + 1);
  considerLeaving(index, world, world.year + 1);
  holdSetUps(index, world);
  return { index, gain: gains(world, observation, tables) };
}

/** What holds a firm abroad as a whole, by firm, in the index of staying; in entryExit worlds a hazard decides on that. */
function addHold(
  { pairs, destinations }: World,
  hold: Float64Array | null,
  candidates: Int32Array,
  index: Float64Array,
): void {
  if (hold === null) return;
  for (const firm of candidates) {
    for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++) {
      if (pairs.active[pair] === 1) index[pair] += hold[firm];
    }
  }
}

function addBehaviouralTerms(
  world: World,
  observation: Observation,
  { prior: belief }: IndexTables,
  candidates: Int32Array,
  index: Float64Array,
): void {
  addStayingTerms(world, candidates, index);
  const { pairs, firms, destinations, ties } = world;
  if (belief === null && ties === null) return;
  for (const firm of candidates) {
    let pair = firm * destinations;
    const firstMarket = firms.cell[firm] * destinations;
    for (let market = firstMarket; market < firstMarket + destinations; market++, pair++) {
      if (pairs.active[pair] === 1) continue;
      const prior = belief === null ? 0 : belief.now[market * beliefWidth + observation.ownActiveYears[pair]];
      index[pair] += ties !== null && ties.paused[pair] === 1 ? rememberedBelief(world, pair, prior) : prior;
    }
  }
}

function gains(world: World, observation: Observation, tables: IndexTables): Float64Array {
  if (tables.gain === null) return new Float64Array(0);
  const { pairs, firms, destinations, ties, scenario } = world;
  const { starting, staying } = tables.gain;
  const belief = tables.prior;
  const gain = new Float64Array(pairs.active.length);
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    const firstMarket = firms.cell[firm] * destinations;
    for (let market = firstMarket; market < firstMarket + destinations; market++, pair++) {
      const at = market * tables.width + observation.ownExposureYears[pair];
      gain[pair] = pairs.active[pair] === 1 ? staying[at] : starting[at];
      if (belief === null || pairs.active[pair] === 1) continue;
      const unknown = ties !== null && ties.paused[pair] === 1 ? 1 - scenario.knowledgeKept : 1;
      gain[pair] += unknown * belief.gain[market * beliefWidth + observation.ownActiveYears[pair]];
    }
  }
  addToOwnGain(world, gain);
  return gain;
}

function fillIndex(
  { firms, pairs, firmIndex, destinations }: World,
  ownYears: Uint8Array,
  { width, starting, staying }: IndexTables,
  candidates: Int32Array,
  index: Float64Array,
): void {
  const { cell } = firms;
  const { active, pairEffect } = pairs;
  for (let candidate = 0; candidate < candidates.length; candidate++) {
    const firm = candidates[candidate];
    const firmPart = firmIndex[firm];
    let pair = firm * destinations;
    let at = cell[firm] * destinations * width;
    for (const end = pair + destinations; pair < end; pair++, at += width) {
      const market = active[pair] === 1 ? staying[at + ownYears[pair]] : starting[at + ownYears[pair]];
      index[pair] = firmPart + pairEffect[pair] + market;
    }
  }
}

/** A2 counts peers elsewhere; the tables hold everybody elsewhere, so the firm's own presence there comes off. */
function subtractOwnActivityElsewhere(
  world: World,
  observation: Observation,
  candidates: Int32Array,
  index: Float64Array,
): void {
  const weight = world.scenario.imitationOther / 2;
  if (weight === 0 || world.scenario.includeOwnFirm) return;
  const { destinations } = world;
  const own = observation.ownActiveYears;
  for (const firm of candidates) {
    const firstPair = firm * destinations;
    let everywhere = 0;
    for (let at = firstPair; at < firstPair + destinations; at++) everywhere += own[at];
    if (everywhere === 0) continue;
    for (let at = firstPair; at < firstPair + destinations; at++)
      index[at] -= weight * (everywhere - own[at]);
  }
}
