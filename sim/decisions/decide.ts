import { isPositive } from "../random/threshold.ts";
import type { World } from "../world.ts";
import type { DecisionIndex } from "./decisionIndex.ts";
import { type ExitHazard, returnTime } from "./entryExit.ts";
import { exclusiveStarts } from "./exclusive.ts";

/** What firms do in a year, by pair. */
export interface Decisions {
  readonly active: Uint8Array;
  readonly started: Uint8Array;
  readonly returned: Uint8Array;
  /**
   * Pairs that were active before or are after, ascending. Nothing happens to the others, and they are most: whoever
   * carries the decisions out passes over these alone.
   */
  readonly abroad: Int32Array;
}

/**
 * Phase "decide". Closed firms stay out.
 *
 * @param hazard of return, where the decision model is entryExit; the index then decides on starts alone.
 * @param uniforms one draw a pair, used or not.
 * @param candidates firms that may be abroad before or after, ascending; the others stay at home unasked.
 */
export function decide(
  world: World,
  { index }: DecisionIndex,
  hazard: ExitHazard | null,
  uniforms: Float64Array,
  candidates: Int32Array,
): Decisions {
  const { destinations } = world;
  const { active: activeBefore, exitTime } = world.pairs;
  const { alive } = world.firms;
  const active = new Uint8Array(index.length);
  const started = new Uint8Array(index.length);
  const returned = new Uint8Array(index.length);
  const { abroad } = world.workspace;
  let count = 0;
  if (hazard !== null) exitTime.fill(Number.NaN);
  const exclusive = world.scenario.destinationChoice === "exclusive";
  for (let candidate = 0; candidate < candidates.length; candidate++) {
    const firm = candidates[candidate];
    if (alive[firm] === 0) continue;
    let pair = firm * destinations;
    if (exclusive) exclusiveStarts(activeBefore, index, uniforms, pair, destinations, { active, started });
    for (const end = pair + destinations; pair < end; pair++) {
      const uniform = uniforms[pair];
      if (activeBefore[pair] === 0) {
        if (exclusive ? started[pair] === 0 : !isPositive(index[pair], uniform)) continue;
        active[pair] = 1;
        started[pair] = 1;
      } else if (
        hazard === null ? isPositive(index[pair], uniform) : staysUntilYearEnd(world, hazard, pair, uniform)
      ) {
        active[pair] = 1;
      } else {
        returned[pair] = 1;
      }
      abroad[count++] = pair;
    }
  }
  return { active, started, returned, abroad: abroad.subarray(0, count) };
}

function staysUntilYearEnd(world: World, hazard: ExitHazard, pair: number, uniform: number): boolean {
  const time = returnTime(hazard, pair, uniform);
  if (time > 1) return true;
  world.pairs.exitTime[pair] = time;
  return false;
}
