import type { Figure } from "./figure.ts";
import type { MarkStyle } from "./palette.ts";

/** One entry: how a mark looks and what it is. */
export interface LegendEntry {
  readonly name: string;
  readonly style: MarkStyle;
  /** What of the style is shown: a line, an area, a point, a line with a point, or an upright line. */
  readonly swatch:
    | "line"
    | "linePoint"
    | "area"
    | "softArea"
    | "point"
    | "interval"
    | "box"
    | "guide"
    | "guideAcross";
}

/** What a figure's marks and guides are called, each name once, in their order. */
export function legendOf({ marks, guides }: Figure): LegendEntry[] {
  const entries = [
    ...marks
      .filter(({ inLegend }) => inLegend !== false)
      .map((mark) => ({ ...named(mark), swatch: swatchOf(mark) })),
    ...guides
      .filter(({ inLegend }) => inLegend !== false)
      .map((guide) => ({
        ...named(guide),
        swatch: guide.axis === "x" ? ("guide" as const) : ("guideAcross" as const),
      })),
  ];
  return entries.filter(({ name }, at) => entries.findIndex((other) => other.name === name) === at);
}

function named({ name, style }: { readonly name: string; readonly style: MarkStyle }) {
  return { name, style };
}

function swatchOf(mark: Figure["marks"][number]): LegendEntry["swatch"] {
  switch (mark.kind) {
    case "line":
      return mark.stepped ? "line" : "linePoint";
    case "band":
      return mark.opaque ? "area" : "softArea";
    case "bars":
      return "area";
    case "dots":
      return "point";
    case "intervals":
      return "interval";
    case "boxes":
      return "box";
  }
}
