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
}

/**
 * Phase "decide". Closed firms stay out.
 *
 * @param hazard of return, where the decision model is entryExit; the index then decides on starts alone.
 * @param uniforms one draw a pair, used or not.
 */
export function decide(
  world: World,
  { index }: DecisionIndex,
  hazard: ExitHazard | null,
  uniforms: Float64Array,
): Decisions {
  const { pairs, firms, destinations } = world;
  const decisions = {
    active: new Uint8Array(index.length),
    started: new Uint8Array(index.length),
    returned: new Uint8Array(index.length),
  };
  if (hazard !== null) pairs.exitTime.fill(Number.NaN);
  const exclusive = world.scenario.destinationChoice === "exclusive";
  let pair = 0;
  for (let firm = 0; firm < firms.count; firm++) {
    if (firms.alive[firm] === 0) {
      pair += destinations;
      continue;
    }
    if (exclusive) exclusiveStarts(pairs.active, index, uniforms, pair, destinations, decisions);
    for (let destination = 0; destination < destinations; destination++, pair++) {
      const uniform = uniforms[pair];
      if (pairs.active[pair] === 1) {
        const stays =
          hazard === null
            ? isPositive(index[pair], uniform)
            : staysUntilYearEnd(world, hazard, pair, uniform);
        if (stays) decisions.active[pair] = 1;
        else decisions.returned[pair] = 1;
      } else if (!exclusive && isPositive(index[pair], uniform)) {
        decisions.active[pair] = 1;
        decisions.started[pair] = 1;
      }
    }
  }
  return decisions;
}

function staysUntilYearEnd(world: World, hazard: ExitHazard, pair: number, uniform: number): boolean {
  const time = returnTime(hazard, pair, uniform);
  if (time > 1) return true;
  world.pairs.exitTime[pair] = time;
  return false;
}
