import { exp, log1p } from "../../numerics/elementary.ts";

/** tanh a; ±1 at ±Infinity. */
export function tanh(a: number): number {
  const e = exp(-2 * Math.abs(a));
  const magnitude = (1 - e) / (1 + e);
  return a < 0 ? -magnitude : magnitude;
}

/** atanh r for |r| ≤ 1. */
export function atanh(r: number): number {
  return 0.5 * (log1p(r) - log1p(-r));
}
