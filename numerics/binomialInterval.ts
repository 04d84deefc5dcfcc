import { incompleteBeta } from "./incompleteBeta.ts";

/**
 * Exact limits of a binomial share (Clopper & Pearson 1934, Biometrika 26, 404–413): the shares at which so many successes or
 * more, and so many or fewer, have a probability of α/2; 5 of 50 give 0.033 and 0.218 at 95 %. 0 below no success, 1 above
 * nothing but; by bisection to the last bits.
 *
 * @param level of confidence, in (0, 1); default 0.95.
 * @throws RangeError unless 0 ≤ count ≤ total, whole numbers, total > 0.
 */
export function exactBinomialInterval(
  count: number,
  total: number,
  level = 0.95,
): { readonly low: number; readonly high: number } {
  const whole = Number.isInteger(count) && Number.isInteger(total) && total > 0;
  if (!whole || count < 0 || count > total) {
    throw new RangeError(`${count} of ${total}: expected whole numbers, the first at most the second`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`level ${level}: expected a number between 0 and 1`);
  const tail = 0.5 * (1 - level);
  const failures = total - count;
  return {
    low: count === 0 ? 0 : shareWhere((share) => incompleteBeta(share, count, failures + 1) - tail),
    high:
      failures === 0
        ? 1
        : shareWhere((share) => tail - incompleteBeta(1 - share, failures, count + 1, share)),
  };
}

/** Where an increasing function changes its sign. */
function shareWhere(increasing: (share: number) => number): number {
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) return low;
    if (increasing(middle) < 0) low = middle;
    else high = middle;
  }
}
