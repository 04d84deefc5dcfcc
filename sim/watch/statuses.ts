import type { World } from "../world.ts";

/**
 * Where every firm of one world stood at the end of every year, a byte a firm and year, so that any year can be looked
 * at again: entry `year · firms + firm`. Bits 0 to 3: active in the destination of that number. Entry 0 is the world
 * before its first year.
 */
export interface Statuses {
  readonly firms: number;
  readonly bytes: Uint8Array;
}

/** A firm has the place at the end of the year. */
export const ALIVE = 16;
/** The firm that has the place was born in the year: what its place did before was another's. */
export const BORN = 32;
/** The bits of all destinations. */
export const ANYWHERE = 15;

export function emptyStatuses(firms: number, years: number): Statuses {
  return { firms, bytes: new Uint8Array(firms * years) };
}

/** Writes down the end of the year that is over. */
export function rememberStatuses({ firms, bytes }: Statuses, world: World, year: number): void {
  const { alive } = world.firms;
  const { active } = world.pairs;
  const { destinations, births } = world;
  let at = year * firms;
  for (let firm = 0, pair = 0; firm < firms; firm++, at++) {
    let status = alive[firm] === 1 ? ALIVE : 0;
    for (let destination = 0; destination < destinations; destination++, pair++)
      status |= active[pair] << destination;
    bytes[at] = status;
  }
  for (const firm of births?.born ?? []) bytes[year * firms + firm] |= BORN;
}

export function statusOf({ firms, bytes }: Statuses, firm: number, year: number): number {
  return bytes[year * firms + firm];
}

/** Years in which the firm itself is counted among the peers it sees in a year, by destination: 0, 1 or 2. */
export function ownYears(statuses: Statuses, firm: number, destination: number, year: number): number {
  if (year < 1 || (statusOf(statuses, firm, year) & BORN) !== 0) return 0;
  const last = statusOf(statuses, firm, year - 1);
  const before = year < 2 || (last & BORN) !== 0 ? 0 : statusOf(statuses, firm, year - 2);
  return ((last >> destination) & 1) + ((before >> destination) & 1);
}

/** Completed years of the spell that runs at the end of a year, 0 in its first; −1 where none does. */
export function tenureOf(statuses: Statuses, firm: number, destination: number, year: number): number {
  let tenure = -1;
  for (let at = year; at >= 0; at--) {
    const status = statusOf(statuses, firm, at);
    if (((status >> destination) & 1) === 0) break;
    tenure += 1;
    if ((status & BORN) !== 0) break;
  }
  return tenure;
}

/** Number of the firm that has a place, as the panel gives it: a later firm of a place has one that no other has. */
export function numberOf(statuses: Statuses, firm: number, year: number): number {
  let generation = 0;
  for (let at = 0; at <= year; at++) if ((statusOf(statuses, firm, at) & BORN) !== 0) generation += 1;
  return generation * statuses.firms + firm + 1;
}

/** Numbers of the destinations in a status. */
export function destinationsIn(status: number): number[] {
  return [0, 1, 2, 3].filter((destination) => ((status >> destination) & 1) === 1);
}
