export interface Bins {
  /** Left end of the first bin, a multiple of the width. */
  readonly start: number;
  readonly width: number;
  /** Values in each bin; a value on an edge belongs to the bin at its right. */
  readonly counts: readonly number[];
  /** The bin of each value; -1 for a value that is not finite. */
  readonly binOf: readonly number[];
}

/**
 * Bins of a round width (1, 2 or 5 times a power of ten), at most about `most` of them, that hold every finite value. Layout
 * only: which bar a value belongs to. Without a finite value there are none; values that are all equal share one.
 */
export function binValues(values: ArrayLike<number>, most: number): Bins {
  const all = Array.from(values);
  const finite = all.filter(Number.isFinite);
  const least = finite.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const greatest = finite.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  if (finite.length === 0) return { start: 0, width: 1, counts: [], binOf: all.map(() => -1) };
  const width = roundWidth(least, greatest, Math.max(1, most));
  const first = Math.floor(least / width);
  const counts = Array.from({ length: Math.floor(greatest / width) - first + 1 }, () => 0);
  const binOf = all.map((value) => {
    if (!Number.isFinite(value)) return -1;
    const bin = Math.floor(value / width) - first;
    counts[bin] = (counts[bin] ?? 0) + 1;
    return bin;
  });
  return { start: first * width, width, counts, binOf };
}

function roundWidth(least: number, greatest: number, most: number): number {
  const reach = Math.max(Math.abs(least), Math.abs(greatest), Number.MIN_VALUE * 2 ** 60);
  // Equal values, or values that differ by rounding alone, share a bin as wide as a tenth of their size.
  const rough = greatest - least > reach * 1e-9 ? (greatest - least) / most : reach / 10;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
}
