import type { Guide } from "../../figure/figure.ts";
import { meanStyle } from "../../figure/palette.ts";
import { skipped } from "./Guess.tsx";

/** The reader's guess as a line across a figure; none where nothing was guessed. */
export function guessGuide(
  detail: Readonly<Record<string, string>>,
  axis: "x" | "y",
  name: string,
  scale = 1,
): Guide[] {
  const { guess } = detail;
  if (guess === undefined || guess === skipped) return [];
  const at = Number(guess) * scale;
  return Number.isFinite(at) ? [{ axis, at, name, style: meanStyle }] : [];
}
