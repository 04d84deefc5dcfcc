import type { Measure, Share } from "../study/performance.ts";

/** Decimals at which a Monte Carlo standard error shows two significant digits; more would be noise. */
export function decimalsFor(mcse: number): number {
  if (!(mcse > 0) || !Number.isFinite(mcse)) return 4;
  return Math.min(8, Math.max(0, 1 - Math.floor(Math.log10(mcse))));
}

/** A number at a fixed number of decimals; `–` where it is undefined. */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return "–";
  const text = value.toFixed(decimals);
  // A small negative number would be printed as minus zero.
  return Number(text) === 0 ? text.replace("-", "") : text;
}

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
