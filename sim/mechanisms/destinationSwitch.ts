import { normalQuantile } from "../../numerics/normal.ts";
import { destinationNames, type Scenario } from "../../scenarios/index.ts";
import type { Decisions } from "../decisions/decide.ts";
import { fillWithDraws, type Purpose } from "../random/streams.ts";
import type { World } from "../world.ts";

/**
 * Switching the destination, and C5 · Nearshoring: a spell goes on elsewhere.
 *
 *     of the pairs that would stay in East Asia or the rest of the world, each moves to Europe with probability
 *     nearshoringRate; of the others that would stay, each moves with probability switchRate to the destination with the highest
 *     index of starting + ε
 *
 * among those where the firm neither is nor was at the beginning of the year. A move takes one year and the volume goes
 * along; the supplier is a new one. To neighbours and to the survey it is a return and a start; it brings no work home (A4)
 * and is no pause (E1). Unit: probability a year; default 0 (0.005 plausible for nearshoringRate), range 0 to 1; off at 0. Source: Canello
 * (2022) cannot tell moves from returns; Bettiol et al. (2017), nearshoring of 4 in 17; values [A].
 */
export interface Moves {
  /** By pair: 1 where the spell left for another destination this year. */
  readonly left: Uint8Array;
  /** By pair: the pair that a spell begun this year came from; −1 where it did not move. */
  readonly from: Int32Array;
}

/** null where nobody moves. */
export function emptyMoves(scenario: Scenario, pairs: number): Moves | null {
  return hasMoves(scenario) ? { left: new Uint8Array(pairs), from: new Int32Array(pairs).fill(-1) } : null;
}

export function hasMoves({ switchRate, nearshoringRate }: Scenario): boolean {
  return switchRate > 0 || nearshoringRate > 0;
}

const near = destinationNames.indexOf("europe");
const far = [destinationNames.indexOf("eastAsia"), destinationNames.indexOf("other")];

/** After the decisions, which it changes. Firms that hold on to their set-up (C3) have an index of −∞ elsewhere, and move nearer only. */
export function switchDestinations(world: World, decisions: Decisions, year: number): Decisions {
  const { moves, pairs, destinations, scenario, workspace } = world;
  if (moves === null) return decisions;
  moves.left.fill(0);
  moves.from.fill(-1);
  const nearer = draws(world, "nearshoring", year, scenario.nearshoringRate);
  const anywhere = draws(world, "destinationSwitch", year, scenario.switchRate);
  const errors = draws(world, "switchTarget", year, scenario.switchRate);
  const { active, started, returned } = decisions;
  const isFree = (pair: number) => pairs.active[pair] === 0 && active[pair] === 0;
  const best = (first: number) => {
    let [found, highest] = [-1, Number.NEGATIVE_INFINITY];
    for (let pair = first; pair < first + destinations; pair++) {
      const utility = workspace.index[pair] + normalQuantile(1 - errors[pair]);
      if (isFree(pair) && utility > highest) [found, highest] = [pair, utility];
    }
    return found;
  };
  for (const pair of decisions.abroad.slice()) {
    if (pairs.active[pair] === 0 || active[pair] === 0) continue;
    const first = pair - (pair % destinations);
    let target = -1;
    let time = 0;
    if (far.includes(pair - first) && nearer[pair] < scenario.nearshoringRate && isFree(first + near)) {
      target = first + near;
      time = nearer[pair] / scenario.nearshoringRate;
    } else if (anywhere[pair] < scenario.switchRate) {
      target = best(first);
      time = anywhere[pair] / scenario.switchRate;
    }
    if (target < 0) continue;
    active[pair] = 0;
    returned[pair] = 1;
    moves.left[pair] = 1;
    active[target] = 1;
    started[target] = 1;
    moves.from[target] = pair;
    // What is left of the draw is uniform again: when in the year it happens, for those who ask to the day.
    if (scenario.decision.kind === "entryExit") pairs.exitTime[pair] = time;
  }
  let count = 0;
  for (let pair = 0; pair < active.length; pair++)
    if (active[pair] === 1 || pairs.active[pair] === 1) workspace.abroad[count++] = pair;
  return { ...decisions, abroad: workspace.abroad.subarray(0, count) };
}

/** Draws that are never looked at where the rate is 0 are not made. */
function draws(world: World, purpose: Purpose, year: number, rate: number): Float64Array {
  const made = new Float64Array(rate > 0 ? world.pairs.active.length : 0);
  if (rate > 0) fillWithDraws(made, world.key, purpose, year);
  return made;
}

/** Once spells have begun: what was made in one destination is made in the other. */
export function carryVolumes({ moves, pairs }: World): void {
  if (moves === null) return;
  for (let pair = 0; pair < moves.from.length; pair++)
    if (moves.from[pair] >= 0) pairs.volume[pair] = pairs.volume[moves.from[pair]];
}
