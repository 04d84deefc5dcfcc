import type { MapColour } from "./colours.ts";

/** The value of `fill` for a colour: itself, or the striped pattern of that name. `id` is one for each map of a page. */
export function mapFill(id: string, { fill, stripe }: MapColour): string {
  return stripe === undefined ? fill : `url(#${stripeId(id, fill)})`;
}

/** The id of the pattern that stripes a colour. */
export function stripeId(id: string, fill: string): string {
  return `${id}-${fill.slice(1)}`;
}

/** A stripe's pattern: side of its square, and the line in it, in units of the map. */
export const stripe = { side: 90, line: 30, turn: "rotate(-45)" } as const;
