import { length } from "./svg.ts";

/** Lines a drawing tells apart, by colour, dashes and sign at once. */
export const MOST_SERIES = 8;

/** Signs on the points of a line. */
const SIGNS = ["circle", "square", "triangle", "diamond"] as const;

/** Class of what belongs to a series. */
export function seriesClass(at: number): string {
  return `s${at % 4}${at >= 4 ? " second" : ""}`;
}

/** The sign of a series at a place. */
export function seriesSign(at: number, x: number, y: number): string {
  const kind = seriesClass(at);
  const [px, py] = [length(x), length(y)];
  switch (SIGNS[at % 4]) {
    case "square":
      return `<path class="sign ${kind}" d="M${length(x - 3)} ${length(y - 3)}h6v6h-6z"/>`;
    case "triangle":
      return `<path class="sign ${kind}" d="M${px} ${length(y - 4)}l4 7h-8z"/>`;
    case "diamond":
      return `<path class="sign ${kind}" d="M${px} ${length(y - 4.5)}l4.5 4.5l-4.5 4.5l-4.5 -4.5z"/>`;
    default:
      return `<circle class="sign ${kind}" cx="${px}" cy="${py}" r="3.2"/>`;
  }
}

/** A piece of the line of a series, for a legend. */
export function seriesSample(at: number): string {
  return `<svg viewBox="0 0 34 12" aria-hidden="true"><path class="series ${seriesClass(at)}" d="M1 6h32"/>${seriesSign(at, 17, 6)}</svg>`;
}

/** A legend's sign. */
export function sample(content: string): string {
  return `<svg viewBox="0 0 34 12" aria-hidden="true">${content}</svg>`;
}
