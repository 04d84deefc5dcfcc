import type { Plugin } from "chart.js";
import { areaLabels, labelLeft } from "./areaLabels.ts";
import type { Figure } from "./figure.ts";
import { colourText } from "./palette.ts";
import { type FigureTheme, lineWidth } from "./theme.ts";

/** What is drawn now: a chart keeps its plugins while figure and theme change under it. */
export interface Shown {
  readonly figure: Figure;
  readonly theme: FigureTheme;
}

/** Paints the opaque ground under everything, and the guides and the names of stacked areas over the marks. */
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
      ctx.font = `${theme.fontSize}px system-ui, sans-serif`;
      ctx.textBaseline = "middle";
      for (const { text, x, low, high, colour } of areaLabels(figure)) {
        const [across, lower, upper] = [
          scales.x?.getPixelForValue(x),
          ...[low, high].map((y) => scales.y?.getPixelForValue(y)),
        ];
        if (across === undefined || lower === undefined || upper === undefined) continue;
        const start = labelLeft(across, ctx.measureText(text).width, left + 4, right - 4);
        if (!Number.isFinite(start) || lower - upper < theme.fontSize * 1.3) continue;
        ctx.fillStyle = colour;
        ctx.fillText(text, start, (lower + upper) / 2);
      }
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
