import { exp } from "../../numerics/elementary.ts";
import type { Draws } from "./draws.ts";

/** Durations with constant hazard `rate` × exp(0.5 x − 0.4 treated); x standard normal, treated 0 or 1 with even odds. */
export function exponentialDurations(
  draws: Draws,
  rows: number,
  rate: number,
): { columns: { x: Float64Array; treated: Float64Array }; duration: Float64Array } {
  const x = draws.column(rows, () => draws.normal());
  const treated = draws.column(rows, () => draws.indicator(0.5));
  const duration = draws.column(
    rows,
    (row) => draws.exponential() / (rate * exp(0.5 * x[row] - 0.4 * treated[row])),
  );
  return { columns: { x, treated }, duration };
}
