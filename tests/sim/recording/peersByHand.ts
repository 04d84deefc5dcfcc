import type { Watched } from "../worlds.ts";

/** Where a pair's firm is, and what counts of peers look like when they are counted firm by firm. */
export function countsByHand({ world, active, captives }: Watched) {
  const { firms, destinations, captives: captive } = world;
  const cellOf = (pair: number) => firms.cell[Math.floor(pair / destinations)];
  const none = new Uint8Array(world.pairs.active.length);

  function status(pair: number, year: number): number {
    return (active.get(year) ?? none)[pair];
  }

  /** Firms of `cell` active in `destination` at the end of `year`, without firm `except`. */
  function activeIn(cell: number, destination: number, year: number, except: number): number {
    let count = 0;
    for (let firm = 0; firm < firms.count; firm++) {
      if (firms.cell[firm] === cell && firm !== except)
        count += status(firm * destinations + destination, year);
    }
    return count;
  }

  function meanOfTwoYears(of: (year: number) => number, year: number): number {
    return (of(year - 1) + of(year - 2)) / 2;
  }

  function elsewhere(pair: number, of: (destination: number) => number): number {
    let total = 0;
    for (let other = 0; other < destinations; other++) if (other !== pair % destinations) total += of(other);
    return total;
  }

  function captivesIn(cell: number, destination: number, year: number): number {
    const statuses = captives.get(year);
    if (statuses === undefined) throw new Error(`captive firms of ${year} were not watched`);
    let count = 0;
    for (let at = 0; at < captive.cell.length; at++) {
      if (captive.cell[at] === cell) count += statuses[at * destinations + destination];
    }
    return count;
  }

  const msePeers = (pair: number, destination: number, year: number) =>
    meanOfTwoYears(
      (when) => activeIn(cellOf(pair), destination, when, Math.floor(pair / destinations)),
      year,
    );
  const largePeers = (pair: number, destination: number, year: number) =>
    meanOfTwoYears((when) => captivesIn(cellOf(pair), destination, when), year);

  /** First year of the spell that runs at the end of `year`. */
  function spellStart(pair: number, year: number): number {
    let start = year;
    while (status(pair, start - 1) === 1) start -= 1;
    return start;
  }

  /** Returns of others of the cell from the destination in the years from `first` to before `year`, mean per year. */
  function backshored(pair: number, destination: number, first: number, year: number): number {
    let count = 0;
    for (let when = first; when < year; when++) {
      for (let firm = 0; firm < firms.count; firm++) {
        if (firms.cell[firm] !== cellOf(pair) || firm === Math.floor(pair / destinations)) continue;
        const other = firm * destinations + destination;
        if (status(other, when - 1) === 1 && status(other, when) === 0) count += 1;
      }
    }
    return count / (year - first);
  }

  function national(pair: number, year: number): number {
    const industry = firms.industry[Math.floor(pair / destinations)];
    return meanOfTwoYears((when) => {
      let count = 0;
      for (let firm = 0; firm < firms.count; firm++) {
        if (firms.industry[firm] === industry) {
          count += status(firm * destinations + (pair % destinations), when);
        }
      }
      return count;
    }, year);
  }

  return { status, msePeers, largePeers, elsewhere, spellStart, backshored, national };
}
