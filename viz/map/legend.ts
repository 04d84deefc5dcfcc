import {
  classColours,
  colourOf,
  type MapColour,
  type MapOutline,
  type MapTheme,
  outlineOf,
} from "./colours.ts";
import { classOf, type MapScale } from "./scale.ts";
import type { MapWords } from "./words.ts";

export interface LegendEntry {
  readonly colour: MapColour;
  readonly outline: MapOutline;
  readonly text: string;
}

/** A class in words. Limits of a `difference` are written without sign: the words say up or down. */
export function classText(
  scale: MapScale,
  level: number | undefined,
  words: MapWords,
  format: (value: number) => string,
): string {
  if (level === undefined) return words.noValue;
  const limits = scale.limits.map(format);
  const at = (number: number) => limits[number] ?? "";
  if (scale.kind === "share") {
    if (level === 0) return words.under(at(0));
    return level === 4 ? words.atLeast(at(3)) : words.between(at(level - 1), at(level));
  }
  if (level === 2) return words.changeUnder(at(0));
  if (level === 0) return words.downAtLeast(at(1));
  if (level === 4) return words.upAtLeast(at(1));
  return (level === 1 ? words.downBetween : words.upBetween)(at(0), at(1));
}

/** The five classes, highest first, and "no value" when a province has none. */
export function legendEntries(
  scale: MapScale,
  values: Iterable<number | null | undefined>,
  theme: MapTheme,
  words: MapWords,
  format: (value: number) => string,
): readonly LegendEntry[] {
  const classes = classColours(scale.kind, theme).map((colour, level) => ({
    colour,
    outline: outlineOf(scale.kind, level),
    text: classText(scale, level, words, format),
  }));
  const missing = [...values].some((value) => classOf(scale, value) === undefined);
  const none = {
    colour: colourOf(scale.kind, theme, undefined),
    outline: outlineOf(scale.kind, undefined),
    text: words.noValue,
  };
  return [...classes.reverse(), ...(missing ? [none] : [])];
}
