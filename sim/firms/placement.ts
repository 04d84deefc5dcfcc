import type { Geography } from "../geography/geography.ts";
import type { Firms } from "./firms.ts";

/** Puts each firm into a province and an industry, by two draws a firm. */
export function placeFirms(
  { count, province, industry, cell }: Firms,
  draws: Float64Array,
  { provinceShares, industryShares, industryNames }: Geography,
): void {
  const provinceOf = shareOf(provinceShares);
  for (let firm = 0; firm < count; firm++) {
    province[firm] = provinceOf(draws[2 * firm]);
    industry[firm] = industryOf(industryShares[province[firm]], draws[2 * firm + 1]);
    cell[firm] = province[firm] * industryNames.length + industry[firm];
  }
}

/** Industries take their shares of the unit interval from the last to the first, which gets what is left. */
function industryOf(shares: readonly number[], uniform: number): number {
  let left = uniform;
  let industry = shares.length - 1;
  while (industry > 0 && left >= shares[industry]) left -= shares[industry--];
  return industry;
}

/** Finds the first share whose cumulative sum is above a draw; the last one where rounding leaves none. */
export function shareOf(shares: Float64Array): (uniform: number) => number {
  const last = shares.length - 1;
  const cumulative = new Float64Array(shares.length);
  let sum = 0;
  for (let at = 0; at <= last; at++) {
    sum += shares[at];
    cumulative[at] = sum;
  }
  const firstAbove = (uniform: number, from: number) => {
    let at = from;
    while (at < last && uniform >= cumulative[at]) at++;
    return at;
  };
  // Where to look for the draws from k / 1024 on, so that few shares are passed over, however many there are.
  const guide = new Uint16Array(1024);
  for (let k = 1; k < guide.length; k++) guide[k] = firstAbove(k / guide.length, guide[k - 1]);
  return (uniform) => firstAbove(uniform, guide[Math.floor(uniform * guide.length)]);
}
