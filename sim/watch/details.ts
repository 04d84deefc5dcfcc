import { ALIVE, destinationsIn, ownYears, statusOf, tenureOf } from "./statuses.ts";
import type { WatchRun } from "./watchRun.ts";
import type { WorldTrack } from "./worldTrack.ts";
import { peersInMarket } from "./worldYear.ts";

/** One firm in one world at the end of a year. */
export interface FirmStatus {
  readonly alive: boolean;
  /** Where it is active, by number of the destination. */
  readonly destinations: readonly number[];
  /** Completed years of its longest running spell, 0 in the first; −1 where it is at home. */
  readonly tenure: number;
  /** Peers it saw when it decided, by destination: mean of the two years before, own firm left out. */
  readonly peers: readonly number[];
}

/** @param year number of the year; see `WatchSnapshot.index`. */
export function firmStatus(track: WorldTrack, firm: number, year: number): FirmStatus {
  const { statuses, stocks, world } = track;
  const status = statusOf(statuses, firm, year);
  const destinations = destinationsIn(status);
  const market = world.firms.cell[firm] * world.destinations;
  return {
    alive: (status & ALIVE) !== 0,
    destinations,
    tenure: Math.max(-1, ...destinations.map((each) => tenureOf(statuses, firm, each, year))),
    peers: world.destinationNames.map(
      (_, each) => peersInMarket(stocks, market + each, year) - ownYears(statuses, firm, each, year) / 2,
    ),
  };
}

/** A number of a year that has been watched. @throws RangeError for any other. */
export function watchedYear({ snapshots }: WatchRun, year: number): number {
  if (Number.isInteger(year) && year >= 0 && year < snapshots.length) return year;
  throw new RangeError(`year: ${year} is not one of the ${snapshots.length} years watched so far, from 0`);
}
