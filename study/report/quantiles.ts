/** A stretch of an axis. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** In ascending order; values that are not finite are left out. */
export function sortedFinite(values: readonly number[]): number[] {
  return values.filter(Number.isFinite).sort((a, b) => a - b);
}

/**
 * The quantile of sorted values, linear between them (R's type 7); NaN where there are none.
 *
 * @param share 0 to 1.
 */
export function quantileOf(sorted: readonly number[], share: number): number {
  const last = sorted.length - 1;
  if (last < 0) return Number.NaN;
  const place = last * Math.min(1, Math.max(0, share));
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(last, below + 1)] ?? Number.NaN;
  return low + (place - below) * (high - low);
}

/** Evenly spaced quantiles that stand for all values: those of (i − ½) / count. All values where they are no more. */
export function quantileDots(sorted: readonly number[], count: number): readonly number[] {
  if (sorted.length <= count) return sorted;
  return Array.from({ length: count }, (_, at) => quantileOf(sorted, (at + 0.5) / count));
}

/** Interquartile ranges beyond the quartiles that an axis still shows: a normal has one value in two million outside. */
const FENCES = 3;

/**
 * What an axis shows of sorted values: all of them, but for those more than three interquartile ranges outside the
 * quartiles, which would press the others into a line. null where there is no value.
 */
export function shownRange(sorted: readonly number[]): Range | null {
  const least = sorted[0];
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return null;
  const [first, third] = [quantileOf(sorted, 0.25), quantileOf(sorted, 0.75)];
  const fence = FENCES * (third - first);
  // Where half of the values are equal every other would be outside.
  if (fence === 0) return { low: least, high: most };
  return { low: Math.max(least, first - fence), high: Math.min(most, third + fence) };
}

/** The range that holds all, with a margin; a single point is given some room. null where there is none. */
export function rangeAround(ranges: readonly (Range | null)[], points: readonly number[] = []): Range | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const range of ranges) {
    if (range === null) continue;
    low = Math.min(low, range.low);
    high = Math.max(high, range.high);
  }
  for (const point of points) {
    if (!Number.isFinite(point)) continue;
    low = Math.min(low, point);
    high = Math.max(high, point);
  }
  if (!(low <= high)) return null;
  const margin = low === high ? Math.abs(low) / 10 || 1 : (high - low) / 25;
  return { low: low - margin, high: high + margin };
}
