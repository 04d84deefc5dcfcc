import type { Plugin } from "chart.js";
import type { Guide } from "./figure.ts";
import { colourText } from "./palette.ts";
import { type FigureTheme, lineWidth } from "./theme.ts";

/** Paints the ground under everything, and the guides over the marks. */
export function guidesPlugin(guides: readonly Guide[], theme: FigureTheme): Plugin {
  return {
    id: "guides",
    beforeDraw({ ctx, width, height }) {
      ctx.save();
      ctx.fillStyle = theme.ground;
      ctx.fillRect(0, 0, width, height);
      ctx.restore();
    },
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      for (const { axis, at, style } of guides) {
        const place = scales[axis]?.getPixelForValue(at);
        if (place === undefined) continue;
        const width = lineWidth(theme) * (style.weight ?? 1);
        ctx.save();
        ctx.beginPath();
        ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
        ctx.clip();
        ctx.beginPath();
        ctx.strokeStyle = colourText(style.colour, theme.ink);
        ctx.lineWidth = width;
        ctx.setLineDash(style.dash.map((length) => length * width));
        if (axis === "x") {
          ctx.moveTo(place, chartArea.top);
          ctx.lineTo(place, chartArea.bottom);
        } else {
          ctx.moveTo(chartArea.left, place);
          ctx.lineTo(chartArea.right, place);
        }
        ctx.stroke();
        ctx.restore();
      }
    },
  };
}
