import { normalCdf } from "../../numerics/normal.ts";

/** Φ at −8, −8 + 1/64, …, 8. */
const steps = 64;
const reach = 8;
const grid = Float64Array.from({ length: 2 * reach * steps + 1 }, (_, k) => normalCdf(k / steps - reach));

/**
 * Whether a latent index is positive: index + ε > 0 with ε standard normal and 1 − Φ(ε) = uniform, that is
 * uniform < Φ(index). Exact: a table of Φ brackets the index within 1/64, and Φ itself is evaluated only when the
 * draw falls into the bracket, about once in a hundred decisions. Raising the index can only turn a no into a yes.
 */
export function isPositive(index: number, uniform: number): boolean {
  const at = Math.floor((index + reach) * steps);
  if (at >= 0 && at < grid.length - 1) {
    if (uniform < grid[at]) return true;
    if (uniform >= grid[at + 1]) return false;
  }
  return uniform < normalCdf(index);
}
