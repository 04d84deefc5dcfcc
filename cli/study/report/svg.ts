import { escapeHtml } from "../../../study/journal/htmlOfJournal.ts";
import { visibleText } from "../../visibleText.ts";

/** Text in which nothing is markup and nothing is invisible. */
export function textMarkup(text: string): string {
  return escapeHtml(visibleText(text));
}

/** A length of a drawing, to a tenth of a unit. */
export function length(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/**
 * A drawing of the given size, in units that are pixels where the page has room for them.
 *
 * @param description for those who do not see it; null where others tell the same.
 * @param style rules of its own.
 */
export function svg(
  width: number,
  height: number,
  description: string | null,
  content: string,
  style = "",
): string {
  const told =
    description === null ? 'aria-hidden="true"' : `role="img" aria-label="${textMarkup(description)}"`;
  return `<svg viewBox="0 0 ${length(width)} ${length(height)}" ${told}${style === "" ? "" : ` style="${style}"`}>${content}</svg>`;
}

export function line(kind: string, x1: number, y1: number, x2: number, y2: number): string {
  return `<path class="${kind}" d="M${length(x1)} ${length(y1)}L${length(x2)} ${length(y2)}"/>`;
}

/** Many dots in one element: lines of no length with round ends. */
export function dots(kind: string, places: readonly (readonly [x: number, y: number])[]): string {
  if (places.length === 0) return "";
  return `<path class="dots ${kind}" d="${places.map(([x, y]) => `M${length(x)} ${length(y)}h0`).join("")}"/>`;
}

export function label(
  x: number,
  y: number,
  text: string,
  anchor: "start" | "middle" | "end" = "middle",
): string {
  return `<text x="${length(x)}" y="${length(y)}" text-anchor="${anchor}">${textMarkup(text)}</text>`;
}

export type Place = (value: number) => number;

/** From a stretch of an axis to a stretch of a drawing; what lies outside stands at its end. */
export function placeOn({ low, high }: { low: number; high: number }, from: number, to: number): Place {
  return (value) => {
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return from + share * (to - from);
  };
}
