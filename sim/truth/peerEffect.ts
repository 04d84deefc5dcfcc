import { normalCdf } from "../../numerics/normal.ts";
import type { DecisionIndex } from "../decisions/decisionIndex.ts";
import { bestDestination } from "../decisions/exclusive.ts";
import type { PeerEffect } from "../run.ts";
import type { World } from "../world.ts";

/** Sums over the decisions of the recorded years. */
export interface TruthSums {
  entryGain: number;
  entryDecisions: number;
  stayingGain: number;
  stayingDecisions: number;
  /** Summed gain in Pr(start) of the inactive firms, by market: followers a year of one more peer. */
  readonly marketGain: Float64Array;
  years: number;
}

export function emptyTruthSums(markets: number): TruthSums {
  return {
    entryGain: 0,
    entryDecisions: 0,
    stayingGain: 0,
    stayingDecisions: 0,
    marketGain: new Float64Array(markets),
    years: 0,
  };
}

/**
 * The interventional truth: for every decision, Pr(active) with one more peer counted in every year looked back on,
 * minus Pr(active) as it was, all else equal. A return by hazard does not depend on present peers, so its effect is
 * zero; in an exclusive choice the two outcomes under the same draws are compared, whose difference has the same mean.
 */
export function addPeerEffects(
  world: World,
  decision: DecisionIndex,
  uniforms: Float64Array,
  returnsByHazard: boolean,
): void {
  const { truth, pairs, firms, destinations, scenario } = world;
  const exclusive = scenario.destinationChoice === "exclusive";
  const { index, gain } = decision;
  truth.years += 1;
  for (let pair = 0; pair < index.length; pair++) {
    const firm = Math.floor(pair / destinations);
    if (firms.alive[firm] === 0) continue;
    if (pairs.active[pair] === 1) {
      truth.stayingDecisions += 1;
      if (!returnsByHazard) truth.stayingGain += gainInProbability(index[pair], gain[pair]);
      continue;
    }
    const more = exclusive
      ? gainInChoice(world, decision, uniforms, firm, pair)
      : gainInProbability(index[pair], gain[pair]);
    truth.entryDecisions += 1;
    truth.entryGain += more;
    truth.marketGain[firms.cell[firm] * destinations + (pair % destinations)] += more;
  }
}

function gainInProbability(index: number, gain: number): number {
  return gain === 0 ? 0 : normalCdf(index + gain) - normalCdf(index);
}

function gainInChoice(
  world: World,
  decision: DecisionIndex,
  uniforms: Float64Array,
  firm: number,
  pair: number,
): number {
  const gain = decision.gain[pair];
  if (gain === 0) return 0;
  const { pairs, destinations } = world;
  const first = firm * destinations;
  const destination = pair - first;
  const before = bestDestination(pairs.active, decision.index, uniforms, first, destinations, -1, 0);
  const after = bestDestination(
    pairs.active,
    decision.index,
    uniforms,
    first,
    destinations,
    destination,
    gain,
  );
  return Number(after === destination) - Number(before === destination);
}

export function peerEffect(truth: TruthSums): PeerEffect {
  const decisions = truth.entryDecisions + truth.stayingDecisions;
  return {
    entry: truth.entryGain / truth.entryDecisions,
    staying: truth.stayingGain / truth.stayingDecisions,
    all: (truth.entryGain + truth.stayingGain) / decisions,
    entryDecisions: truth.entryDecisions,
    stayingDecisions: truth.stayingDecisions,
  };
}
