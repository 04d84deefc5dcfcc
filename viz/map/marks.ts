import type { MapWords } from "./words.ts";

/** Provinces (by code) that were given a pioneer, and those that were given a shock; one may be in both. */
export interface MapMarks {
  readonly pioneer: ReadonlySet<string>;
  readonly shock: ReadonlySet<string>;
}

/** The letters that mark a province, such as `P`, `S` or `PS`; empty for most. */
export function markLetters(marks: MapMarks | undefined, code: string, words: MapWords): string {
  return (
    (marks?.pioneer.has(code) ? words.pioneerLetter : "") + (marks?.shock.has(code) ? words.shockLetter : "")
  );
}

/** The marks of a province in words, such as `["pioneer", "shock"]`. */
export function markNames(marks: MapMarks | undefined, code: string, words: MapWords): readonly string[] {
  return [
    ...(marks?.pioneer.has(code) ? [words.pioneer] : []),
    ...(marks?.shock.has(code) ? [words.shock] : []),
  ];
}

/** Where the plate with the letters of a mark stands: in the lower half of a tile, or on the middle of a shape. */
export function markBox(x: number, y: number, letters: string, tile: boolean) {
  const [width, height] = [80 + 85 * letters.length, 150];
  const middle = tile ? y + 80 : y;
  return { left: x - width / 2, top: middle - height / 2, width, height, baseline: middle };
}

/** How much higher the code of a marked tile stands. */
export const codeRise = 80;
