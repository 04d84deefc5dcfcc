import { ALIVE, BORN } from "../../sim/watch/statuses.ts";
import type { WorldTrack } from "../../sim/watch/worldTrack.ts";

/** Of the returns from a destination, how many were back in the same one within 1, 2, 3 … years. */
export interface ComingBack {
  readonly returns: number;
  /** share[k − 1]: back within k years. */
  readonly share: readonly number[];
}

/** @param from number of the first year whose returns are counted. @param within years followed; later returns are left out. */
export function comingBack({ statuses, world, years }: WorldTrack, from: number, within: number): ComingBack {
  const { bytes, firms } = statuses;
  const back = new Float64Array(within);
  let returns = 0;
  for (let year = Math.max(1, from); year + within < years.length; year++) {
    for (let firm = 0; firm < firms; firm++) {
      const now = bytes[year * firms + firm] ?? 0;
      const before = bytes[(year - 1) * firms + firm] ?? 0;
      if ((now & ALIVE) === 0 || (now & BORN) !== 0) continue;
      for (let destination = 0; destination < world.destinations; destination++) {
        if (((before & ~now) >> destination) % 2 === 0) continue;
        returns += 1;
        for (let after = 1; after <= within; after++) {
          const later = bytes[(year + after) * firms + firm] ?? 0;
          if ((later & BORN) !== 0) break;
          if (((later >> destination) & 1) === 0) continue;
          back[after - 1] = (back[after - 1] ?? 0) + 1;
          break;
        }
      }
    }
  }
  let sum = 0;
  return {
    returns,
    share: Array.from(back, (count) => {
      sum += count;
      return sum / returns;
    }),
  };
}
