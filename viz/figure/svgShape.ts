import { tickReach } from "./datasets.ts";
import { colourText, type MarkStyle } from "./palette.ts";
import { type SvgNode, svgNode } from "./svgNode.ts";
import { type FigureTheme, lineWidth, pointRadius } from "./theme.ts";

/** Attributes of a line in this style. */
export function strokeOf({ colour, dash, weight = 1 }: MarkStyle, theme: FigureTheme) {
  const width = lineWidth(theme) * weight;
  return {
    fill: "none",
    stroke: colourText(colour, theme.ink),
    "stroke-width": width,
    "stroke-dasharray": dash.length === 0 ? undefined : dash.map((length) => length * width).join(" "),
  };
}

/** The point of a style at (x, y), `size` times as large as an ordinary one. */
export function svgShape(
  { colour, shape }: MarkStyle,
  theme: FigureTheme,
  x: number,
  y: number,
  size = 1,
): SvgNode {
  const r = pointRadius(theme) * size;
  const reach = tickReach * r;
  const text = colourText(colour, theme.ink);
  const filled = { fill: text, stroke: theme.ground, "stroke-width": 1 };
  const drawn = { fill: "none", stroke: text, "stroke-width": lineWidth(theme) };
  const place = (dx: number, dy: number) =>
    `${Math.round((x + dx) * 100) / 100} ${Math.round((y + dy) * 100) / 100}`;
  const polygon = (...corners: readonly (readonly [number, number])[]) =>
    svgNode("path", { d: `M${corners.map(([dx, dy]) => place(dx, dy)).join("L")}Z`, ...filled });
  switch (shape) {
    case "circle":
      return svgNode("circle", { cx: x, cy: y, r, ...filled });
    case "square":
      return svgNode("rect", {
        x: x - 0.85 * r,
        y: y - 0.85 * r,
        width: 1.7 * r,
        height: 1.7 * r,
        ...filled,
      });
    case "triangle":
      return polygon([0, -r], [r, 0.8 * r], [-r, 0.8 * r]);
    case "diamond":
      return polygon([0, -1.2 * r], [1.2 * r, 0], [0, 1.2 * r], [-1.2 * r, 0]);
    case "cross":
      return svgNode("path", {
        d: `M${place(-r, -r)}L${place(r, r)}M${place(-r, r)}L${place(r, -r)}`,
        ...drawn,
      });
    case "tick":
      return svgNode("path", { d: `M${place(0, -reach)}L${place(0, reach)}`, ...drawn });
  }
}
