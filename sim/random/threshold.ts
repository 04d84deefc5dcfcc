import { normalCdf } from "../../numerics/normal.ts";

/** Φ at −8, −8 + 1/64, …, 8. */
const grid = Float64Array.from({ length: 2 * 8 * 64 + 1 }, (_, k) => normalCdf(k / 64 - 8));

/**
 * Whether a latent index is positive: index + ε > 0 with ε standard normal and 1 − Φ(ε) = uniform, that is
 * uniform < Φ(index). Exact: a table of Φ brackets the index within 1/64, and Φ itself is evaluated only when the
 * draw falls into the bracket, about once in a hundred decisions. Raising the index can only turn a no into a yes.
 */
export function isPositive(index: number, uniform: number): boolean {
  const place = (index + 8) * 64;
  if (place >= 0 && place < 2 * 8 * 64) {
    const at = place | 0;
    if (uniform >= grid[at + 1]) return false;
    if (uniform < grid[at]) return true;
  }
  return uniform < normalCdf(index);
}

/** `isPositive` is false for this draw and all above it, at this index and all below it. */
export function negativeFrom(index: number): number {
  const place = Math.max(0, (index + 8) * 64);
  return place < 2 * 8 * 64 ? grid[(place | 0) + 1] : Number.POSITIVE_INFINITY;
}
