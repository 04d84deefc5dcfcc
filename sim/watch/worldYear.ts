import type { World } from "../world.ts";
import { ALIVE, ANYWHERE, BORN, type Statuses } from "./statuses.ts";

/**
 * One world at the end of a year. Counts are firms; those by province have the order of the world's provinces, those by
 * destination the order of its destinations.
 */
export interface WorldYear {
  readonly alive: Int32Array;
  /** Active somewhere abroad. */
  readonly abroad: Int32Array;
  /** Began a spell somewhere in the year. */
  readonly started: Int32Array;
  /** Ended a spell somewhere in the year; a firm that closed has not returned. */
  readonly returned: Int32Array;
  /**
   * Mean number of peers a living firm saw for a destination when it decided: small firms of its province and industry active there, mean
   * of the two years before, own firm left out. 0 in a province without firms.
   */
  readonly peers: Float64Array;
  /** Active in each destination. */
  readonly destinations: Int32Array;
  /** The same by province: entry `province · destinations + destination`. */
  readonly destinationsByProvince: Int32Array;
  /** The whole country. `pairs` counts firm × destination. */
  readonly total: {
    readonly alive: number;
    readonly abroad: number;
    readonly started: number;
    readonly returned: number;
    readonly pairs: number;
    readonly peers: number;
  };
}

/** Firms active by market at the end of each year, newest last: what peers are counted from. */
export type Stocks = readonly Int32Array[];

/** Peers in a market, own firm not yet left out, that firms saw in a year: mean of the two years before. */
export function peersInMarket(stocks: Stocks, market: number, year: number): number {
  return ((stocks[year - 1]?.[market] ?? 0) + (stocks[year - 2]?.[market] ?? 0)) / 2;
}

/** Counts a year of which the statuses are written down. Adds its stock to `stocks`. */
export function countYear(world: World, statuses: Statuses, stocks: Int32Array[], year: number): WorldYear {
  const { destinations, industries, provinces, cellFirms } = world;
  const { province, cell } = world.firms;
  const count = provinces.length;
  const alive = new Int32Array(count);
  const abroad = new Int32Array(count);
  const started = new Int32Array(count);
  const returned = new Int32Array(count);
  const own = new Int32Array(count);
  const stock = new Int32Array(cellFirms.length * destinations);
  const { firms, bytes } = statuses;
  const now = year * firms;
  const last = year < 1 ? -1 : now - firms;
  const before = year < 2 ? -1 : now - 2 * firms;
  for (let firm = 0; firm < firms; firm++) {
    const status = bytes[now + firm];
    const statusLast = last < 0 ? 0 : bytes[last + firm];
    const statusBefore = before < 0 ? 0 : bytes[before + firm];
    if (((status | statusLast | statusBefore) & ANYWHERE) === 0) {
      alive[province[firm]] += (status & ALIVE) >> 4;
      continue;
    }
    const at = province[firm];
    const active = status & ANYWHERE;
    const activeLast = statusLast & ANYWHERE;
    if (active !== 0) {
      abroad[at] += 1;
      const market = cell[firm] * destinations;
      for (let destination = 0; destination < destinations; destination++)
        stock[market + destination] += (active >> destination) & 1;
    }
    if ((active & ~activeLast) !== 0) started[at] += 1;
    if ((status & ALIVE) === 0) continue;
    alive[at] += 1;
    if ((activeLast & ~active) !== 0) returned[at] += 1;
    if ((status & BORN) === 0) own[at] += flags[activeLast];
    if (((status | statusLast) & BORN) === 0) own[at] += flags[statusBefore & ANYWHERE];
  }
  const peers = new Float64Array(count);
  const destinationsByProvince = new Int32Array(count * destinations);
  stocks.push(stock);
  for (let at = 0; at < cellFirms.length; at++) {
    const place = Math.floor(at / industries);
    for (let destination = 0; destination < destinations; destination++) {
      const market = at * destinations + destination;
      peers[place] += cellFirms[at] * peersInMarket(stocks, market, year);
      destinationsByProvince[place * destinations + destination] += stock[market];
    }
  }
  let seen = 0;
  for (let place = 0; place < count; place++) {
    peers[place] -= own[place] / 2;
    seen += peers[place];
    peers[place] = alive[place] === 0 ? 0 : peers[place] / (alive[place] * destinations);
  }
  const inDestination = new Int32Array(destinations);
  for (let at = 0; at < destinationsByProvince.length; at++)
    inDestination[at % destinations] += destinationsByProvince[at];
  const living = sum(alive);
  return {
    alive,
    abroad,
    started,
    returned,
    peers,
    destinations: inDestination,
    destinationsByProvince,
    total: {
      alive: living,
      abroad: sum(abroad),
      started: sum(started),
      returned: sum(returned),
      pairs: sum(inDestination),
      peers: living === 0 ? 0 : seen / (living * destinations),
    },
  };
}

/** How many destinations a status has. */
const flags = Uint8Array.from(
  { length: 16 },
  (_, status) => [0, 1, 2, 3].filter((bit) => (status >> bit) & 1).length,
);

export function sum(counts: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < counts.length; at++) total += counts[at];
  return total;
}
