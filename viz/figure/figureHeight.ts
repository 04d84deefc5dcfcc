import type { Figure } from "./figure.ts";
import { narrowLabel, wideLabel, wrapWords } from "./wrap.ts";

/** Height of a figure's canvas in type sizes, on a wide page and on a narrow one. */
export interface FigureHeight {
  readonly wide: number;
  readonly narrow: number;
}

/** A row of names needs room for its marks and for the lines of its name; other figures have a fixed height. */
export function figureHeight({ y: { categories }, marks, strip }: Figure): FigureHeight {
  const intervals = marks.filter(({ kind }) => kind === "intervals").length;
  if (!categories) {
    const fixed = strip ? 9 : intervals > 0 ? 26 : 20;
    return { wide: fixed, narrow: fixed };
  }
  const heightFor = (most: number) => {
    const lines = categories.reduce((tallest, name) => Math.max(tallest, wrapWords(name, most).length), 1);
    const rows = categories.length * Math.max(2.6, 1 + intervals * 1.1, 0.8 + lines * 1.15);
    // A single row still has its axis's name below it, of several lines on a narrow page.
    return Math.max(5 + rows, most === narrowLabel ? 12 : 9);
  };
  return { wide: heightFor(wideLabel), narrow: heightFor(narrowLabel) };
}
