import type { Observation } from "../phases/observePeers.ts";
import { negativeFrom } from "../random/threshold.ts";
import type { World } from "../world.ts";
import type { IndexTables } from "./indexTables.ts";

/**
 * Firms that may be abroad before or after the decisions, ascending: those that were in the last two years, and those
 * of which a draw is so low that the highest index of a start in their cell could make it one. All others stay at
 * home whatever their own index, which then need not be computed. They are most.
 *
 * No start is missed: the bound adds the terms of an index in the same order, each at its largest, and rounding keeps
 * order. What A2 takes off for own presence elsewhere is zero for firms that were nowhere. Behavioural firms weigh
 * terms that are not in the tables, as do firms with dormant ties or with clients to follow, and an exclusive choice
 * compares utilities: there every firm is a candidate, as are register firms, whose turnover helps them to start.
 */
export function candidateFirms(
  world: World,
  observation: Observation,
  tables: IndexTables,
  uniforms: Float64Array,
): Int32Array {
  const { scenario, workspace, ties } = world;
  if (
    scenario.decision.kind === "behavioural" ||
    scenario.destinationChoice === "exclusive" ||
    ties !== null ||
    world.register !== null ||
    scenario.clientFollowing !== 0
  ) {
    return everyFirm(world);
  }
  const count = screen(
    workspace.candidates,
    world.firmHighest,
    highestStart(world, tables),
    world.firms.cell,
    observation.ownActiveYears,
    uniforms,
    world.destinations,
  );
  return workspace.candidates.subarray(0, count);
}

/** The same decisions without the shortcut; wanted where the index itself is. */
export function everyFirm({ workspace }: World): Int32Array {
  for (let firm = 0; firm < workspace.candidates.length; firm++) workspace.candidates[firm] = firm;
  return workspace.candidates;
}

/** What the market can add to the index of a start at most, by cell. */
function highestStart({ cellFirms, destinations }: World, { width, starting }: IndexTables): Float64Array {
  const highest = new Float64Array(cellFirms.length).fill(Number.NEGATIVE_INFINITY);
  for (let cell = 0, at = 0; cell < highest.length; cell++) {
    for (const end = at + destinations * width; at < end; at++) {
      if (starting[at] > highest[cell]) highest[cell] = starting[at];
    }
  }
  return highest;
}

/** @returns how many firms were found. */
function screen(
  found: Int32Array,
  firmHighest: Float64Array,
  highestStart: Float64Array,
  cell: Int32Array,
  yearsAbroad: Uint8Array,
  uniforms: Float64Array,
  destinations: number,
): number {
  let count = 0;
  for (let firm = 0, pair = 0; firm < firmHighest.length; firm++) {
    const bound = negativeFrom(firmHighest[firm] + highestStart[cell[firm]]);
    let mayAct = false;
    for (const end = pair + destinations; pair < end; pair++) {
      if (uniforms[pair] < bound || yearsAbroad[pair] !== 0) mayAct = true;
    }
    if (mayAct) found[count++] = firm;
  }
  return count;
}
