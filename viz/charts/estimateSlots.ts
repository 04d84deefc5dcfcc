/**
 * Places of `count` lines within a row of height 1, evenly from top to bottom around its middle and at most 0.22 apart, so
 * that rows stay apart: one line stands in the middle, two at ∓0.11.
 */
export function estimateSlots(count: number): number[] {
  const distance = Math.min(0.22, 0.7 / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, at) => (at - (count - 1) / 2) * distance);
}
