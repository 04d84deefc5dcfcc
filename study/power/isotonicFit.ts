/**
 * The non-decreasing values nearest to given ones in weighted least squares, by pooling adjacent violators (Ayer, Brunk,
 * Ewing, Reid & Silverman 1955, Ann. Math. Stat. 26, 641–647). Of shares weighted by their totals it is also the maximum of
 * the binomial likelihood.
 *
 * @param values in the order in which they may not fall.
 * @param weights positive, one a value.
 * @returns one fitted value for each, blocks of equal ones; empty for none.
 * @throws RangeError when the lengths differ or a weight is not positive.
 */
export function isotonicFit(values: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  if (values.length !== weights.length) {
    throw new RangeError(`${values.length} values and ${weights.length} weights: expected as many`);
  }
  const means: number[] = [];
  const sums: number[] = [];
  const sizes: number[] = [];
  for (let at = 0; at < values.length; at++) {
    let weight = weights[at] as number;
    if (!(weight > 0)) throw new RangeError(`weight ${weight}: expected a positive number`);
    let mean = values[at] as number;
    let size = 1;
    while (means.length > 0 && (means.at(-1) as number) > mean) {
      const before = sums.pop() as number;
      mean = (mean * weight + (means.pop() as number) * before) / (weight + before);
      weight += before;
      size += sizes.pop() as number;
    }
    means.push(mean);
    sums.push(weight);
    sizes.push(size);
  }
  return Float64Array.from(
    means.flatMap((mean, block) => new Array<number>(sizes[block] as number).fill(mean)),
  );
}
