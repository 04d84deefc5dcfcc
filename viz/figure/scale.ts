import type { Axis, Figure, Mark } from "./figure.ts";

export type AxisName = "x" | "y";

export interface Range {
  readonly min: number;
  readonly max: number;
}

/**
 * The ends of an axis: those it names, otherwise those of what is drawn, with a margin of a twentieth. An axis of names runs
 * half a place beyond the first and the last. Where nothing is drawn it runs from 0 to 1.
 */
export function axisRange(figure: Figure, name: AxisName): Range {
  const axis = figure[name];
  if (axis.categories) return { min: -0.5, max: axis.categories.length - 0.5 };
  let low = axis.includesZero ? 0 : Number.POSITIVE_INFINITY;
  let high = axis.includesZero ? 0 : Number.NEGATIVE_INFINITY;
  const reach = (value: number) => {
    if (!Number.isFinite(value)) return;
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (const mark of figure.marks) visitExtent(mark, name, reach);
  for (const guide of figure.guides) if (guide.axis === name) reach(guide.at);
  return withMargin(axis, low, high);
}

function withMargin(axis: Axis, low: number, high: number): Range {
  let [min, max] = low <= high ? [low, high] : [0, 1];
  const margin = max > min ? (max - min) / 20 : Math.abs(max) / 20 || 0.5;
  if (!(axis.includesZero && min === 0)) min -= margin;
  if (!(axis.includesZero && max === 0)) max += margin;
  return { min: axis.min ?? min, max: axis.max ?? max };
}

function visitExtent(mark: Mark, name: AxisName, reach: (value: number) => void): void {
  switch (mark.kind) {
    case "line":
    case "dots":
      for (const point of mark.points) reach(point[name]);
      return;
    case "band":
      for (const { x, low, high } of mark.points)
        for (const at of name === "x" ? [x] : [low, high]) reach(at);
      return;
    case "bars":
      for (const { x, from, to } of mark.bars) {
        const half = mark.width / 2;
        for (const at of name === "x" ? [x - half, x + half] : [from, to]) reach(at);
      }
      return;
    case "intervals":
      for (const { x, low, high, y } of mark.points) {
        for (const at of name === "x" ? [x, low, high] : [y]) reach(at);
      }
      return;
    case "boxes":
      for (const { y, low, high, outliers } of mark.boxes) {
        for (const at of name === "x" ? [low, high, ...outliers] : [y]) reach(at);
      }
  }
}

export interface Ticks {
  readonly values: readonly number[];
  readonly step: number;
}

/**
 * Round numbers within a range, 1, 2 or 5 times a power of ten apart, at most `most` of them (at least 2); years and counts
 * are never less than 1 apart.
 */
export function axisTicks({ min, max }: Range, most: number, format: Axis["format"]): Ticks {
  if (!(max > min) || !Number.isFinite(max - min)) return { values: [min], step: 1 };
  const whole = format === "year" || format === "count";
  const power = 10 ** Math.floor(Math.log10((max - min) / Math.max(2, most)));
  const ends = (step: number) => [Math.ceil(min / step - 1e-9), Math.floor(max / step + 1e-9)] as const;
  const fits = (step: number) => {
    const [first, last] = ends(step);
    return last - first < most && !(whole && step < 1);
  };
  // `power` is more than a tenth of a `most`-th of the range, so one of these fits; 1 is for counts that hardly differ.
  const step = [1, 2, 5, 10, 20, 50].map((times) => times * power).find(fits) ?? 1;
  const [first, last] = ends(step);
  const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    tidy((first + at) * step, step),
  );
  return { values, step };
}

/** Takes off what binary fractions leave behind: 0.30000000000000004 is 0.3. */
function tidy(value: number, step: number): number {
  const digits = Math.max(0, Math.min(15, 2 - Math.floor(Math.log10(step))));
  return Number(value.toFixed(digits));
}
