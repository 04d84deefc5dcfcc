import type { MapScale } from "./scale.ts";

export type MapTheme = "light" | "dark";

/** What a class of values looks like. Stripes tell a decrease from an increase without colour. */
export interface MapColour {
  readonly fill: string;
  readonly stripe?: string;
}

/**
 * Viridis at five even places, dark for low shares on a dark page and light for low shares on a light page, so that what
 * stands out is what is high. On the light page its two lightest colours are paler and greyer than viridis has them: most of
 * the country is there, and lime would be the loudest thing on the map.
 */
const shares: Readonly<Record<MapTheme, readonly MapColour[]>> = {
  light: ["#d3e3cb", "#86c7a1", "#2f958d", "#39568c", "#440154"].map((fill) => ({ fill })),
  dark: ["#482878", "#31688e", "#1f9e89", "#6ece58", "#fde725"].map((fill) => ({ fill })),
};

/** Okabe and Ito's blue for less, vermillion for more, white for none, in both themes; each side a tint and the full colour. */
const differences: readonly MapColour[] = [
  { fill: "#0072b2", stripe: "#003f66" },
  { fill: "#9ccbe6", stripe: "#74b3d8" },
  { fill: "#ffffff" },
  { fill: "#f4b48c" },
  { fill: "#d55e00" },
];

/** The page, what is written on it, lines that must be seen (3:1), and the focus. */
export const pageColours: Readonly<
  Record<MapTheme, { ground: string; ink: string; line: string; focus: string }>
> = {
  light: { ground: "#ffffff", ink: "#1a1a1a", line: "#767676", focus: "#0072b2" },
  dark: { ground: "#121212", ink: "#eaeaea", line: "#8a8a8a", focus: "#56b4e9" },
};

/** The five colours of a scale, lowest class first. */
export function classColours(kind: MapScale["kind"], theme: MapTheme): readonly MapColour[] {
  return kind === "share" ? shares[theme] : differences;
}

/** The colour of a class; that of the page for a province without a value. */
export function colourOf(kind: MapScale["kind"], theme: MapTheme, level: number | undefined): MapColour {
  return (
    (level === undefined ? undefined : classColours(kind, theme)[level]) ?? {
      fill: pageColours[theme].ground,
    }
  );
}

/** How a province is outlined: white ones by a line, those without a value by a broken line, others by the page. */
export type MapOutline = "map-plain" | "map-white" | "map-none";

/** The outline of a class. */
export function outlineOf(kind: MapScale["kind"], level: number | undefined): MapOutline {
  if (level === undefined) return "map-none";
  return kind === "difference" && level === 2 ? "map-white" : "map-plain";
}

/** Relative luminance of `#rrggbb` (WCAG 2.2), 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours `#rrggbb` (WCAG 2.2), 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever is read better on a colour and its stripes. */
export function textOn({ fill, stripe = fill }: MapColour): "#000000" | "#ffffff" {
  const worst = (text: string) => Math.min(contrast(text, fill), contrast(text, stripe));
  return worst("#000000") >= worst("#ffffff") ? "#000000" : "#ffffff";
}
