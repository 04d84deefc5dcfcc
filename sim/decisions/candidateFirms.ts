import { strikesFirms } from "../mechanisms/datedShocks.ts";
import type { Observation } from "../phases/observePeers.ts";
import { negativeFrom } from "../random/threshold.ts";
import type { World } from "../world.ts";
import { beliefWidth } from "./behavioural.ts";
import type { IndexTables } from "./indexTables.ts";

/**
 * Firms that may be abroad before or after the decisions, ascending: those that were in the last two years, and those
 * of which the lowest draw is so low that the highest index of a start in their cell could make it one. All others stay at
 * home whatever their own index, which then need not be computed. They are most.
 *
 * No start is missed: the bound adds the terms of an index in the same order, each at its largest, and rounding keeps
 * order. What A2 takes off for own presence elsewhere is zero for firms that were nowhere. Firms with dormant ties or with
 * clients to follow, and a firm with a shock of its own, weigh terms that are not in the tables, and an exclusive choice compares utilities: there every firm
 * is a candidate, as are register firms, whose turnover helps them to start.
 */
export function candidateFirms(world: World, observation: Observation, tables: IndexTables): Int32Array {
  const { scenario, workspace, ties } = world;
  if (
    scenario.destinationChoice === "exclusive" ||
    ties !== null ||
    world.register !== null ||
    scenario.clientFollowing !== 0 ||
    strikesFirms(scenario, world.year + 1)
  ) {
    return everyFirm(world);
  }
  const count = screen(
    world,
    highestStart(world, tables),
    highestPrior(world, tables) ?? new Float64Array(world.cellFirms.length),
    observation.ownActiveYears,
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
  return highestOfCell(cellFirms.length, destinations * width, starting);
}

/** What a behavioural firm can expect of a supplier at most, by cell; null where nobody expects anything. */
function highestPrior({ cellFirms, destinations }: World, { prior }: IndexTables): Float64Array | null {
  return prior === null ? null : highestOfCell(cellFirms.length, destinations * beliefWidth, prior.now);
}

/** @param width entries of a cell, one after the other. */
function highestOfCell(cells: number, width: number, table: Float64Array): Float64Array {
  const highest = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  for (let cell = 0, at = 0; cell < cells; cell++) {
    for (const end = at + width; at < end; at++) {
      if (table[at] > highest[cell]) highest[cell] = table[at];
    }
  }
  return highest;
}

/** @returns how many firms were found. */
function screen(
  { workspace, firmIndex, largestPairEffect, firms, destinations }: World,
  highestStart: Float64Array,
  highestPrior: Float64Array,
  yearsAbroad: Uint8Array,
): number {
  const { candidates, lowestUniform } = workspace;
  const { cell } = firms;
  let count = 0;
  for (let firm = 0; firm < firmIndex.length; firm++) {
    const at = cell[firm];
    const highest = firmIndex[firm] + largestPairEffect[firm] + highestStart[at] + highestPrior[at];
    let mayAct = lowestUniform[firm] < negativeFrom(highest);
    let pair = firm * destinations;
    for (const end = pair + destinations; pair < end && !mayAct; pair++) mayAct = yearsAbroad[pair] !== 0;
    if (mayAct) candidates[count++] = firm;
  }
  return count;
}
