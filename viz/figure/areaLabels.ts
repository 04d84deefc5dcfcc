import type { Figure } from "./figure.ts";

/** The name of a stacked area, written on it. */
export interface AreaLabel {
  readonly text: string;
  readonly x: number;
  /** Lower and upper edge of the area at x. */
  readonly low: number;
  readonly high: number;
  /** Black or white, whichever can be read on the area: at least 4.5 : 1. */
  readonly colour: string;
}

/** The names of a figure's opaque areas, each where its area is highest. */
export function areaLabels({ marks }: Figure): AreaLabel[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== "band" || !mark.opaque) return [];
    const [first, ...rest] = mark.points;
    if (first === undefined) return [];
    const { x, low, high } = rest.reduce(
      (best, point) => (point.high - point.low > best.high - best.low ? point : best),
      first,
    );
    const colour = mark.style.colour === "blue" ? "#ffffff" : "#000000";
    return [{ text: mark.name, x, low, high, colour }];
  });
}

/** Where a label of this width stands: around its place, but within the plot. NaN where it does not fit. */
export function labelLeft(centre: number, width: number, left: number, right: number): number {
  // A long name on a narrow figure would run out of its area where that is lower.
  if (width > 0.3 * (right - left)) return Number.NaN;
  return Math.min(Math.max(centre - width / 2, left), right - width);
}
