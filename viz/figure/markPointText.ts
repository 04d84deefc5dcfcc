import type { Axis, Figure, Mark } from "./figure.ts";
import { numberWriter } from "./numbers.ts";

/** What a tooltip says of one point: the mark's name and the point's numbers, as the figure's language writes them. */
export function markPointText(figure: Figure, mark: Mark, at: number): string {
  const label = mark.kind === "dots" ? mark.labels?.[at] : undefined;
  if (label !== undefined) return label;
  const numbers = numbersOf(figure, mark, at);
  return numbers === "" ? mark.name : `${mark.name}: ${numbers}`;
}

function numbersOf(figure: Figure, mark: Mark, at: number): string {
  const x = placeWriter(figure, figure.x);
  const y = placeWriter(figure, figure.y);
  switch (mark.kind) {
    case "line":
    case "dots": {
      const point = mark.points[at];
      return point ? `${x(point.x)}; ${y(point.y)}` : "";
    }
    case "band": {
      const point = mark.points[at];
      return point ? `${x(point.x)}; ${y(point.low)} … ${y(point.high)}` : "";
    }
    case "bars": {
      const bar = mark.bars[at];
      return bar ? `${x(bar.x)}; ${y(bar.to - bar.from)}` : "";
    }
    case "intervals": {
      const point = mark.points[at];
      return point ? `${x(point.x)} (${x(point.low)} … ${x(point.high)})` : "";
    }
    case "boxes": {
      const box = mark.boxes[at];
      return box ? [box.low, box.q1, box.median, box.q3, box.high].map(x).join(" | ") : "";
    }
  }
}

function placeWriter({ language }: Figure, { format, categories }: Axis): (value: number) => string {
  const write = numberWriter(language, format);
  return (value) => categories?.[Math.round(value)] ?? (categories ? "" : write(value));
}
