import { formatNumber } from "../study/measures/decimals.ts";
import type { Measure, Share } from "../study/performance.ts";

export { decimalsFor, formatNumber } from "../study/measures/decimals.ts";

/** The value, and on a second line its Monte Carlo standard error in parentheses, both at the decimals of their row. */
export function formatMeasure({ value, mcse }: Measure, decimals: number): string {
  if (!Number.isFinite(value)) return "–";
  const error = formatNumber(mcse, decimals);
  const vanishes = mcse > 0 && Number(error) === 0;
  return `${formatNumber(value, decimals)}\n(${vanishes ? `<${(10 ** -decimals).toFixed(decimals)}` : error})`;
}

/**
 * A share in per cent. Where it is 0 or 100 the standard error says nothing, and the Wilson limit stands in its place.
 */
export function formatShare({ value, mcse, low, high }: Share): string {
  if (!Number.isFinite(value)) return "–";
  const percent = (share: number) => formatNumber(100 * share, 1);
  const error = value === 0 ? `≤${percent(high)}` : value === 1 ? `≥${percent(low)}` : percent(mcse);
  return `${percent(value)}\n(${error})`;
}
