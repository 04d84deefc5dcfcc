import type { Range } from "../../../study/report/quantiles.ts";
import { formatNumber } from "../../formatMeasure.ts";
import { label, line, type Place, svg } from "./svg.ts";

/** Where an axis has its marks, and how they are written. */
export interface Mark {
  readonly value: number;
  readonly text: string;
}

/** Of all marks together, so that they do not run into each other on the narrowest axis. */
const MOST_LETTERS = 26;

/** Round numbers within the range, 1, 2, 2.5 or 5 times a power of ten apart, at most `most` of them. */
export function marks({ low, high }: Range, most = 5): Mark[] {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  for (const factor of [1, 2, 2.5, 5, 10, 20, 25, 50]) {
    const step = factor * power;
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    if (last - first + 1 > most) continue;
    const halves = factor === 2.5 || factor === 25 ? 1 : 0;
    const decimals = Math.min(12, Math.max(0, halves - Math.floor(Math.log10(step) + 1e-9)));
    const found = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
      const value = (first + at) * step;
      return { value, text: markText(value, decimals) };
    });
    const letters = found.reduce((sum, { text }) => sum + text.length, 0);
    if (letters <= MOST_LETTERS || found.length <= 2) return found;
  }
  return [];
}

function markText(value: number, decimals: number): string {
  return Math.abs(value) >= 1e6 ? value.toExponential(1) : formatNumber(value, decimals);
}

/** The lower axis of a card, as a drawing of its own. */
export function axisBelow(width: number, range: Range, place: Place, title: string): string {
  const found = marks(range).map(
    ({ value, text }) => line("axis", place(value), 0, place(value), 5) + label(place(value), 17, text),
  );
  const ends = line("axis", place(range.low), 0, place(range.high), 0);
  return svg(width, 36, null, ends + found.join("") + label(width / 2, 32, title));
}

/** Thin upright lines at the marks. */
export function gridUpright(range: Range, place: Place, top: number, bottom: number): string {
  return marks(range)
    .map(({ value }) => line("grid", place(value), top, place(value), bottom))
    .join("");
}

/** A frame with marks on the left and below, for a drawing with two axes. */
export function frame(
  x: {
    readonly range: Range;
    readonly place: Place;
    readonly title: string;
    readonly marks?: readonly Mark[];
  },
  y: { readonly range: Range; readonly place: Place; readonly title: string },
): string {
  const [left, right] = [x.place(x.range.low), x.place(x.range.high)];
  const [bottom, top] = [y.place(y.range.low), y.place(y.range.high)];
  const below = (x.marks ?? marks(x.range)).map(
    ({ value, text }) =>
      line("axis", x.place(value), bottom, x.place(value), bottom + 4) +
      label(x.place(value), bottom + 15, text),
  );
  const beside = marks(y.range, 5).map(
    ({ value, text }) =>
      line("grid", left, y.place(value), right, y.place(value)) +
      label(left - 5, y.place(value) + 4, text, "end"),
  );
  return [
    ...beside,
    line("axis", left, bottom, right, bottom),
    line("axis", left, top, left, bottom),
    ...below,
    x.title === "" ? "" : label((left + right) / 2, bottom + 30, x.title),
    label(left, top - 7, y.title, "start"),
  ].join("");
}
