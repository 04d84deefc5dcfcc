import type { WorldTrack, WorldYear } from "../../sim/index.ts";

/** What anybody can count in a world without a model. */
export const statisticNames = ["abroad", "starts", "returns", "popular", "clustering", "spread"] as const;
export type StatisticName = (typeof statisticNames)[number];

/**
 * - `abroad`: share of the living firms that are abroad at the end of the last year;
 * - `starts`: share of the living firms that begin a spell in a year, mean over the recorded years;
 * - `returns`: share of the firms abroad that end a spell in a year, mean over the recorded years;
 * - `popular`: share of all spells at the end of the last year that are in the most frequent destination;
 * - `clustering`: how many times as often two firms of one province and industry are in the same destination as any two firms,
 *   mean over the recorded years; 1 where peers have nothing in common;
 * - `spread`: variance of the provinces' shares abroad over what chance alone would give, in the last year; 1 by chance.
 */
export type PlainStatistics = Readonly<Record<StatisticName, number>>;

/**
 * @param track run to its last year. @param firstRecorded number of the first recorded year.
 * @throws RangeError for a track without a year.
 */
export function plainStatistics(track: WorldTrack, firstRecorded: number): PlainStatistics {
  const { years, stocks, world } = track;
  const recorded = years.slice(firstRecorded + 1);
  const last = years.at(-1);
  if (last === undefined) throw new RangeError("a world before its first year has nothing to count");
  const most = last.destinations.reduce((largest, each) => Math.max(largest, each), 0);
  return {
    abroad: last.total.abroad / last.total.alive,
    starts: mean(recorded.map(({ total }) => total.started / total.alive)),
    returns: mean(
      years
        .slice(firstRecorded, -1)
        .map(({ total }, at) => (recorded[at]?.total.returned ?? Number.NaN) / total.abroad),
    ),
    popular: most / last.total.pairs,
    clustering: mean(
      stocks
        .slice(firstRecorded + 1)
        .map((stock) => clusteringOf(stock, world.cellFirms, world.destinations)),
    ),
    spread: spreadOf(last),
  };
}

/**
 * Pairs of firms of a cell that are active in the same destination, over the number expected if the firms there were dealt out over all cells.
 *
 * @param stock active firms by cell and destination.
 */
export function clusteringOf(
  stock: ArrayLike<number>,
  cellFirms: ArrayLike<number>,
  destinations: number,
): number {
  const active = new Float64Array(destinations);
  let together = 0;
  let possible = 0;
  let firms = 0;
  for (let cell = 0; cell < cellFirms.length; cell++) {
    const size = cellFirms[cell] ?? 0;
    firms += size;
    possible += size * (size - 1);
    for (let destination = 0; destination < destinations; destination++) {
      const count = stock[cell * destinations + destination] ?? 0;
      active[destination] = (active[destination] ?? 0) + count;
      together += count * (count - 1);
    }
  }
  const expected = active.reduce((total, count) => total + (count * (count - 1)) / (firms * (firms - 1)), 0);
  return together / (possible * expected);
}

/** Pearson's statistic of equal shares over its degrees of freedom. */
function spreadOf({ alive, abroad, total }: WorldYear): number {
  const share = total.abroad / total.alive;
  let provinces = 0;
  let statistic = 0;
  for (let province = 0; province < alive.length; province++) {
    const firms = alive[province] ?? 0;
    if (firms === 0) continue;
    provinces++;
    const difference = (abroad[province] ?? 0) - firms * share;
    statistic += (difference * difference) / (firms * share * (1 - share));
  }
  return statistic / (provinces - 1);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation. */
export function standardDeviation(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0);
  return Math.sqrt(squares / (values.length - 1));
}
