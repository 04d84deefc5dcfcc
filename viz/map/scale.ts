/**
 * How values become five classes. The caller fixes the limits once, for all panes and years.
 *
 * - `share`: four rising limits; a value on a limit is of the class above it.
 * - `difference`: two rising positive limits, the same up and down; 0 is always in the middle class, and a value on a limit
 *   is of the class farther from 0.
 */
export type MapScale =
  | { readonly kind: "share"; readonly limits: readonly [number, number, number, number] }
  | { readonly kind: "difference"; readonly limits: readonly [number, number] };

/** The class of a value, 0 (lowest) to 4; undefined for a province without a value. */
export function classOf(scale: MapScale, value: number | null | undefined): number | undefined {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  const reached = (limits: readonly number[], size: number) => limits.filter((limit) => size >= limit).length;
  if (scale.kind === "share") return reached(scale.limits, value);
  return 2 + Math.sign(value) * reached(scale.limits, Math.abs(value));
}
