import { decimalsFor, formatNumber } from "../formatMeasure.ts";
import type { TextColumn } from "../textTable.ts";

/** At the decimals that show four significant digits of the standard error. */
export function showNumber(value: number, stdError: number): string {
  if (value === Number.POSITIVE_INFINITY) return "∞";
  if (value === Number.NEGATIVE_INFINITY) return "−∞";
  return formatNumber(value, Math.min(10, decimalsFor(stdError) + 2));
}

export function showP(value: number): string {
  return value < 0.0001 ? "<0.0001" : formatNumber(value, 4);
}

export function showTestP(value: number): string {
  return value < 0.0001 ? "<0.0001" : `= ${formatNumber(value, 4)}`;
}

/** A name from the user's data on one line. */
export function oneLine(text: string): string {
  return text.replaceAll("\n", "␊");
}

/** Titles of confidence limits: `95 % low`. */
export function limitTitles(confidenceLevel: number): [low: string, high: string] {
  const percent = `${Number((100 * confidenceLevel).toPrecision(12))} %`;
  return [`${percent} low`, `${percent} high`];
}

export const count = (value: number) => value.toLocaleString("en");
export const left = (title: string): TextColumn => ({ title, align: "left" });
export const right = (title: string): TextColumn => ({ title, align: "right" });
