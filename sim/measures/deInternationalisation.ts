/** The columns that are read, as a history or a file has them; rows sorted by pair, then year. */
export interface SpellColumns {
  readonly pair: ArrayLike<number>;
  readonly year: ArrayLike<number>;
  readonly active: ArrayLike<number>;
  readonly yLag: ArrayLike<number>;
  /** Not given where the panel cannot tell a pause from a return, as no survey can. */
  readonly paused?: ArrayLike<number>;
  readonly tieStrength?: ArrayLike<number>;
}

/** Starts out of how many pair-years that could have seen one. */
export interface StartRate {
  readonly atRisk: number;
  readonly starts: number;
}

/** How often leaving was for a while, and how long. Counts are over all pairs and years of the panel. */
export interface DeInternationalisation {
  /** Pair-years that were active the year before. */
  readonly stock: number;
  /** Spells that ended. */
  readonly stops: number;
  /** Stops after which the pair was active again within the years asked for: seen to be temporary. */
  readonly temporary: number;
  /** Stops after which it was seen not to be for as many years. A later start makes no difference. */
  readonly final: number;
  /** Stops too near the end of the panel to tell. */
  readonly undecided: number;
  /** Stops that kept a tie, as all that follows NaN where the panel has no ties. */
  readonly pauses: number;
  /** Pair-years that began with a dormant tie. */
  readonly dormant: number;
  /** Starts out of a dormant tie. */
  readonly reentries: number;
  /** Re-entries as a share of the stock. */
  readonly reentryRate: number;
  /** Years from the stop to the re-entry, median of the pauses that began and were ended in the panel; NaN where none. */
  readonly medianPause: number;
  /** Starts after a stop by years of silence (first: the year after the stop): paused pairs, and those without a tie. */
  readonly byYearsOfSilence: {
    readonly withTie: readonly StartRate[];
    readonly withoutTie: readonly StartRate[];
  };
}

/**
 * Whether de-internationalisation was temporary or final, from the recorded panel. A stop is a year that begins
 * active and ends not active; what a survey sees. Where the panel also has the columns `paused` and `tieStrength` (worlds
 * with E1), pauses are measured apart. Stops before the first row are not seen, so that pauses begun earlier count as
 * re-entries, but have no length.
 *
 * @param within years within which a temporary stop is over; default 2, after Freeman (2007): recovery in 18 to 24
 * months, return within two years.
 * @throws RangeError where columns differ in length, or rows are not sorted by pair, then year.
 */
export function deInternationalisation(columns: SpellColumns, within = 2): DeInternationalisation {
  const rows = columns.pair.length;
  for (const each of [columns.year, columns.active, columns.yLag, columns.paused, columns.tieStrength]) {
    if (each !== undefined && each.length !== rows) throw new RangeError("the columns differ in length");
  }
  const count = { stock: 0, stops: 0, temporary: 0, final: 0, pauses: 0, dormant: 0, reentries: 0 };
  const lengths: number[] = [];
  const withTie: MutableRate[] = [];
  const withoutTie: MutableRate[] = [];
  for (let first = 0, end = 0; first < rows; first = end) {
    end = endOfPair(columns, first);
    let stopped = Number.NaN;
    for (let row = first; row < end; row++) {
      const year = columns.year[row];
      const tie = columns.tieStrength?.[row] ?? 0;
      if (columns.yLag[row] === 1) {
        count.stock += 1;
        if (columns.active[row] === 1) continue;
        count.stops += 1;
        if (columns.paused?.[row] === 1) count.pauses += 1;
        stopped = year;
        const next = yearOfNextStart(columns, row, end);
        if (next - year <= within) count.temporary += 1;
        else if (columns.year[end - 1] - year >= within) count.final += 1;
        continue;
      }
      const starts = columns.active[row];
      if (tie > 0) {
        count.dormant += 1;
        count.reentries += starts;
      }
      if (Number.isNaN(stopped)) continue;
      addRate(tie > 0 ? withTie : withoutTie, year - stopped, starts);
      if (starts === 1 && tie > 0) lengths.push(year - stopped);
    }
  }
  const known = columns.paused !== undefined && columns.tieStrength !== undefined;
  const reentries = known ? count.reentries : Number.NaN;
  return {
    ...count,
    undecided: count.stops - count.temporary - count.final,
    pauses: known ? count.pauses : Number.NaN,
    dormant: known ? count.dormant : Number.NaN,
    reentries,
    reentryRate: reentries / count.stock,
    medianPause: median(lengths),
    byYearsOfSilence: { withTie, withoutTie },
  };
}

function endOfPair({ pair, year }: SpellColumns, first: number): number {
  let end = first + 1;
  while (end < pair.length && pair[end] === pair[first]) {
    if (year[end] <= year[end - 1])
      throw new RangeError(`row ${end + 1} is not later than the one before it`);
    end += 1;
  }
  if (end < pair.length && pair[end] < pair[first])
    throw new RangeError(`row ${end + 1} is not sorted by pair`);
  return end;
}

/** ∞ where the pair does not start again. */
function yearOfNextStart({ active, year }: SpellColumns, row: number, end: number): number {
  for (let later = row + 1; later < end; later++) if (active[later] === 1) return year[later];
  return Number.POSITIVE_INFINITY;
}

type MutableRate = { -readonly [Key in keyof StartRate]: StartRate[Key] };

function addRate(rates: MutableRate[], silence: number, starts: number): void {
  while (rates.length < silence) rates.push({ atRisk: 0, starts: 0 });
  const rate = rates[silence - 1];
  rate.atRisk += 1;
  rate.starts += starts;
}

function median(values: number[]): number {
  if (values.length === 0) return Number.NaN;
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}
