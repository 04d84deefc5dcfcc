import { ALIVE, BORN, ownYears } from "../../sim/watch/statuses.ts";
import type { WorldTrack } from "../../sim/watch/worldTrack.ts";
import { peersInMarket } from "../../sim/watch/worldYear.ts";
import { peerClasses } from "./peerClasses.ts";

/** How often firms started in a destination that they were not in, among those that saw a like number of peers there. */
export interface StartRate {
  /** Peers seen: from this, up to but not including the other; infinite in the last class. */
  readonly from: number;
  readonly to: number;
  /** Firm × destination × year: not active there at the end of the year before. */
  readonly atHome: number;
  readonly starts: number;
  /** starts / atHome; NaN where there are none. */
  readonly rate: number;
}

/**
 * Start rates by the number of peers seen, over the years from `from` on.
 *
 * @param from number of the first year counted, from 1.
 */
export function startRates(track: WorldTrack, from: number): StartRate[] {
  const { statuses, stocks, world } = track;
  const { destinations, firms } = world;
  const atHome = new Float64Array(peerClasses.length);
  const starts = new Float64Array(peerClasses.length);
  for (let year = Math.max(1, from); year < track.years.length; year++) {
    for (let firm = 0; firm < statuses.firms; firm++) {
      const now = statuses.bytes[year * statuses.firms + firm] ?? 0;
      const last = statuses.bytes[(year - 1) * statuses.firms + firm] ?? 0;
      if ((now & ALIVE) === 0 || (now & BORN) !== 0) continue;
      const market = (firms.cell[firm] ?? 0) * destinations;
      for (let destination = 0; destination < destinations; destination++) {
        if (((last >> destination) & 1) === 1) continue;
        const peers =
          peersInMarket(stocks, market + destination, year) - ownYears(statuses, firm, destination, year) / 2;
        const at = peerClasses.findLastIndex((begin) => peers >= begin);
        atHome[at] = (atHome[at] ?? 0) + 1;
        starts[at] = (starts[at] ?? 0) + ((now >> destination) & 1);
      }
    }
  }
  return peerClasses.map((begin, at) => ({
    from: begin,
    to: peerClasses[at + 1] ?? Number.POSITIVE_INFINITY,
    atHome: atHome[at] ?? 0,
    starts: starts[at] ?? 0,
    rate: (starts[at] ?? 0) / (atHome[at] ?? 0),
  }));
}
