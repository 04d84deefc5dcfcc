import type { Observation } from "../phases/observePeers.ts";
import type { World } from "../world.ts";
import { beliefWidth, type PriorBelief, priorBelief, stayingTerms } from "./behavioural.ts";
import { firmIndex } from "./firmIndex.ts";
import { type IndexTables, indexTables } from "./indexTables.ts";

/** The latent index of every pair in a year: active where index + N(0, 1) > 0. */
export interface DecisionIndex {
  readonly index: Float64Array;
  /** What one more peer, counted in every year looked back on, would add to it. */
  readonly gain: Float64Array;
}

/** Readable in one line: index = firm + pair + market (by own history) + what only behavioural firms weigh. */
export function decisionIndex(
  world: World,
  observation: Observation,
  year: number,
  withGain: boolean,
): DecisionIndex {
  const { pairs, firms, destinations } = world;
  const tables = indexTables(world, observation, year);
  const ofFirm = firmIndex(world);
  const { index } = world.workspace;
  fillIndex(
    index,
    ofFirm,
    pairs.pairEffect,
    pairs.active,
    observation.ownExposureYears,
    firms.cell,
    tables,
    destinations,
  );
  subtractOwnActivityElsewhere(world, observation, index);
  const behavioural = world.scenario.decision.kind === "behavioural";
  const belief = behavioural ? priorBelief(world, observation) : null;
  if (behavioural) addBehaviouralTerms(index, world, observation, belief);
  return { index, gain: withGain ? gains(world, observation, tables, belief) : new Float64Array(0) };
}

function addBehaviouralTerms(
  index: Float64Array,
  world: World,
  observation: Observation,
  belief: PriorBelief | null,
): void {
  const { pairs, firms, destinations } = world;
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    const firstMarket = firms.cell[firm] * destinations;
    for (let market = firstMarket; market < firstMarket + destinations; market++, pair++) {
      if (pairs.active[pair] === 1) index[pair] += stayingTerms(world, pair);
      else if (belief !== null)
        index[pair] += belief.now[market * beliefWidth + observation.ownActiveYears[pair]];
    }
  }
}

function gains(
  { pairs, firms, destinations }: World,
  observation: Observation,
  tables: IndexTables,
  belief: PriorBelief | null,
): Float64Array {
  const gain = new Float64Array(pairs.active.length);
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    const firstMarket = firms.cell[firm] * destinations;
    for (let market = firstMarket; market < firstMarket + destinations; market++, pair++) {
      const at = market * tables.width + observation.ownExposureYears[pair];
      gain[pair] = pairs.active[pair] === 1 ? tables.stayingGain[at] : tables.startingGain[at];
      if (belief !== null && pairs.active[pair] === 0)
        gain[pair] += belief.gain[market * beliefWidth + observation.ownActiveYears[pair]];
    }
  }
  return gain;
}

function fillIndex(
  index: Float64Array,
  ofFirm: Float64Array,
  pairEffect: Float64Array,
  active: Uint8Array,
  ownYears: Uint8Array,
  cell: Int32Array,
  tables: IndexTables,
  destinations: number,
): void {
  const { width, starting, staying } = tables;
  for (let firm = 0, pair = 0; firm < ofFirm.length; firm++) {
    const firmPart = ofFirm[firm];
    let at = cell[firm] * destinations * width;
    for (let destination = 0; destination < destinations; destination++, pair++, at += width) {
      const market = active[pair] === 1 ? staying[at + ownYears[pair]] : starting[at + ownYears[pair]];
      index[pair] = firmPart + pairEffect[pair] + market;
    }
  }
}

/** A2 counts peers elsewhere; the tables hold everybody elsewhere, so the firm's own presence there comes off. */
function subtractOwnActivityElsewhere(world: World, observation: Observation, index: Float64Array): void {
  const weight = world.scenario.imitationOther / 2;
  if (weight === 0 || world.scenario.includeOwnFirm) return;
  const { destinations } = world;
  const own = observation.ownActiveYears;
  for (let firstPair = 0; firstPair < index.length; firstPair += destinations) {
    let everywhere = 0;
    for (let at = firstPair; at < firstPair + destinations; at++) everywhere += own[at];
    if (everywhere === 0) continue;
    for (let at = firstPair; at < firstPair + destinations; at++)
      index[at] -= weight * (everywhere - own[at]);
  }
}
