import { bandOpacity } from "./datasets.ts";
import type { BandMark, BoxesMark, IntervalsMark, LineMark, Mark } from "./figure.ts";
import { colourText } from "./palette.ts";
import { type SvgNode, svgNode } from "./svgNode.ts";
import { strokeOf, svgShape } from "./svgShape.ts";
import { type FigureTheme, lineWidth, pointRadius } from "./theme.ts";

/** Where values are on the drawing, in pixels. */
export interface Placement {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** More points than this on one line are drawn as the line alone. */
export const mostShapesOnLine = 60;

/** The elements of one mark. */
export function svgMark(mark: Mark, place: Placement, theme: FigureTheme): SvgNode[] {
  const colour = colourText(mark.style.colour, theme.ink);
  switch (mark.kind) {
    case "line":
      return lineNodes(mark, place, theme);
    case "band":
      return [bandNode(mark, place, theme)];
    case "dots":
      return mark.points.map(({ x, y }) => svgShape(mark.style, theme, place.x(x), place.y(y)));
    case "bars":
      return mark.bars.map(({ x, from, to }) => {
        const [left, right] = [place.x(x - mark.width / 2), place.x(x + mark.width / 2)];
        const [top, bottom] = [place.y(Math.max(from, to)), place.y(Math.min(from, to))];
        const size = { x: left + 0.5, y: top, width: Math.max(1, right - left - 1), height: bottom - top };
        return svgNode("rect", { ...size, fill: colour });
      });
    case "intervals":
      return mark.points.flatMap((point) => intervalNodes(point, mark, place, theme));
    case "boxes":
      return mark.boxes.flatMap((box) => boxNodes(box, mark, place, theme));
  }
}

const round = (value: number) => Math.round(value * 100) / 100;

function lineNodes({ points, stepped, style }: LineMark, place: Placement, theme: FigureTheme): SvgNode[] {
  let path = "";
  let drawing = false;
  for (const { x, y } of points) {
    if (!Number.isFinite(y)) {
      drawing = false;
      continue;
    }
    const [px, py] = [round(place.x(x)), round(place.y(y))];
    path += !drawing ? `M${px} ${py}` : stepped ? `H${px}V${py}` : `L${px} ${py}`;
    drawing = true;
  }
  const shaped =
    stepped || points.length > mostShapesOnLine ? [] : points.filter(({ y }) => Number.isFinite(y));
  return [
    svgNode("path", { d: path, ...strokeOf(style, theme) }),
    ...shaped.map(({ x, y }) => svgShape(style, theme, place.x(x), place.y(y))),
  ];
}

function bandNode(
  { points, stepped, opaque, style }: BandMark,
  place: Placement,
  theme: FigureTheme,
): SvgNode {
  const finite = points.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  const upper: string[] = [];
  const lower: string[] = [];
  for (const [at, { x, low, high }] of finite.entries()) {
    const px = round(place.x(x));
    const before = finite[at - 1];
    if (stepped && before) {
      upper.push(`${px} ${round(place.y(before.high))}`);
      lower.push(`${px} ${round(place.y(before.low))}`);
    }
    upper.push(`${px} ${round(place.y(high))}`);
    lower.push(`${px} ${round(place.y(low))}`);
  }
  return svgNode("path", {
    d: finite.length === 0 ? "" : `M${[...upper, ...lower.reverse()].join("L")}Z`,
    fill: colourText(style.colour, theme.ink),
    "fill-opacity": opaque ? undefined : bandOpacity,
    stroke: opaque ? theme.ground : colourText(style.colour, theme.ink),
  });
}

function intervalNodes(
  { x, low, high, y }: IntervalsMark["points"][number],
  { style, dense }: IntervalsMark,
  place: Placement,
  theme: FigureTheme,
): SvgNode[] {
  const [left, right] = [round(place.x(low)), round(place.x(high))];
  const [top, middle, bottom] = [-1, 0, 1].map((up) => round(place.y(y) + up * pointRadius(theme)));
  const whiskers = dense ? "" : `M${left} ${top}V${bottom}M${right} ${top}V${bottom}`;
  const stroke = strokeOf({ ...style, dash: [], weight: (style.weight ?? 1) / (dense ? 2 : 1) }, theme);
  return [
    svgNode("path", { d: `M${left} ${middle}H${right}${whiskers}`, ...stroke }),
    svgShape(style, theme, place.x(x), place.y(y), dense ? 0.5 : 1),
  ];
}

function boxNodes(
  box: BoxesMark["boxes"][number],
  { style }: BoxesMark,
  place: Placement,
  theme: FigureTheme,
): SvgNode[] {
  const middle = place.y(box.y);
  const half = theme.fontSize;
  const [low, q1, median, q3, high] = [box.low, box.q1, box.median, box.q3, box.high].map((value) =>
    round(place.x(value)),
  );
  const stroke = strokeOf({ ...style, dash: [] }, theme);
  const [top, bottom] = [round(middle - half), round(middle + half)];
  return [
    svgNode("path", { d: `M${low} ${round(middle)}H${q1}M${q3} ${round(middle)}H${high}`, ...stroke }),
    svgNode("path", {
      d: `M${q1} ${top}H${q3}V${bottom}H${q1}Z`,
      ...stroke,
      fill: colourText(style.colour, theme.ink),
      "fill-opacity": bandOpacity,
    }),
    svgNode("path", {
      d: `M${median} ${top}V${bottom}`,
      stroke: theme.ink,
      "stroke-width": lineWidth(theme),
    }),
    ...box.outliers.map((at) =>
      svgNode("circle", { cx: place.x(at), cy: middle, r: pointRadius(theme) / 2, fill: stroke.stroke }),
    ),
  ];
}
