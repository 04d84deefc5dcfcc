import type { Plugin } from "chart.js";
import type { Figure } from "./figure.ts";
import { colourText } from "./palette.ts";
import { type FigureTheme, lineWidth } from "./theme.ts";

/** What is drawn now: a chart keeps its plugins while figure and theme change under it. */
export interface Shown {
  readonly figure: Figure;
  readonly theme: FigureTheme;
}

/** Paints the opaque ground under everything, and the guides over the marks. */
export function guidesPlugin(shown: () => Shown): Plugin {
  return {
    id: "guides",
    beforeDraw({ ctx, width, height }) {
      ctx.save();
      ctx.fillStyle = shown().theme.ground;
      ctx.fillRect(0, 0, width, height);
      ctx.restore();
    },
    afterDatasetsDraw({ ctx, chartArea: { left, right, top, bottom, width, height }, scales }) {
      const { figure, theme } = shown();
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, top, width, height);
      ctx.clip();
      for (const { axis, at, style } of figure.guides) {
        const place = scales[axis]?.getPixelForValue(at);
        if (place === undefined) continue;
        ctx.beginPath();
        ctx.strokeStyle = colourText(style.colour, theme.ink);
        ctx.lineWidth = lineWidth(theme) * (style.weight ?? 1);
        ctx.setLineDash(style.dash.map((length) => length * ctx.lineWidth));
        ctx.moveTo(axis === "x" ? place : left, axis === "x" ? top : place);
        ctx.lineTo(axis === "x" ? place : right, axis === "x" ? bottom : place);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
