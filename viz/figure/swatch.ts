import { bandOpacity } from "./datasets.ts";
import type { LegendEntry } from "./legend.ts";
import { colourText } from "./palette.ts";
import { type SvgNode, svgNode } from "./svgNode.ts";
import { strokeOf, svgShape } from "./svgShape.ts";
import type { FigureTheme } from "./theme.ts";

/** Size of a legend's swatch in type sizes. */
export const swatchSize = { width: 2.4, height: 1.2 } as const;

/** The swatch of a legend entry with its upper left corner at (0, 0). */
export function swatch({ style, swatch: kind }: LegendEntry, theme: FigureTheme): SvgNode {
  const [width, height] = [swatchSize.width * theme.fontSize, swatchSize.height * theme.fontSize];
  const stroke = strokeOf(style, theme);
  const across = svgNode("path", { d: `M0 ${height / 2}H${width}`, ...stroke });
  const upright = svgNode("path", { d: `M${width / 2} 0V${height}`, ...stroke });
  const point = svgShape(style, theme, width / 2, height / 2, style.shape === "tick" ? 0.6 : 1);
  const area = (opacity: number | undefined) =>
    svgNode("rect", {
      x: 0,
      y: height * 0.1,
      width,
      height: height * 0.8,
      fill: colourText(style.colour, theme.ink),
      "fill-opacity": opacity,
      stroke: colourText(style.colour, theme.ink),
    });
  const solid = svgNode("path", {
    d: `M0 ${height / 2}H${width}`,
    ...strokeOf({ ...style, dash: [] }, theme),
  });
  const drawn: Record<LegendEntry["swatch"], readonly SvgNode[]> = {
    line: [across],
    linePoint: [across, point],
    area: [area(undefined)],
    softArea: [area(bandOpacity)],
    point: [point],
    interval: [solid, point],
    box: [area(bandOpacity), upright],
    guide: [upright],
    guideAcross: [across],
  };
  return svgNode("g", {}, ...drawn[kind]);
}
