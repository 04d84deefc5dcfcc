import type { Chart, ChartDataset } from "chart.js";
import type { BandMark, Box, Mark } from "./figure.ts";
import { colourText, type MarkStyle, type Shape } from "./palette.ts";
import { type FigureTheme, lineWidth, pointRadius } from "./theme.ts";

/** The kinds of Chart.js dataset that figures are made of. */
export type FigureChartType = "line" | "bar" | "scatter" | "scatterWithErrorBars" | "boxplot";

/** The number of the mark that each dataset of a figure draws. */
export function markOfDataset(marks: readonly Mark[]): number[] {
  return marks.flatMap(({ kind }, at) => (kind === "band" ? [at, at] : [at]));
}

const pointStyles: Record<Shape, { pointStyle: string; rotation?: number }> = {
  circle: { pointStyle: "circle" },
  square: { pointStyle: "rect" },
  triangle: { pointStyle: "triangle" },
  diamond: { pointStyle: "rectRot" },
  cross: { pointStyle: "crossRot" },
  tick: { pointStyle: "line", rotation: 90 },
};

/** Half the length of a tick in point radii: it reaches across the lines of its row. */
export const tickReach = 3;

/** Radii of shapes in radii of a circle, so that they look equally large. */
const reachOf: Record<Shape, number> = {
  circle: 1,
  square: 1.2,
  triangle: 1.4,
  diamond: 1.25,
  cross: 1,
  tick: tickReach,
};

/** How solid an area of uncertainty is. */
export const bandOpacity = 0.25;

/**
 * The Chart.js datasets of one mark: one, but two for a band, whose upper edge is filled down to the lower.
 *
 * @param rows how dense names the y axis has, among which boxes stand by their index.
 */
export function datasetsOf(
  mark: Mark,
  at: number,
  theme: FigureTheme,
  rows = 0,
): ChartDataset<FigureChartType>[] {
  const drawn = mark.kind === "band" ? bandData(mark, theme) : [singleData(mark, theme, rows)];
  // Chart.js draws datasets of a lower order later, that is on top. The plugins' types do not join in one union.
  return drawn.map((data) => ({ label: mark.name, order: -at, ...data }) as ChartDataset<FigureChartType>);
}

function stroke({ colour, dash, weight = 1 }: MarkStyle, theme: FigureTheme) {
  const borderWidth = lineWidth(theme) * weight;
  return {
    borderColor: colourText(colour, theme.ink),
    borderWidth,
    borderDash: dash.map((length) => length * borderWidth),
  };
}

function points({ colour, shape }: MarkStyle, theme: FigureTheme) {
  const text = colourText(colour, theme.ink);
  return {
    ...pointStyles[shape],
    pointRadius: pointRadius(theme) * reachOf[shape],
    pointHoverRadius: pointRadius(theme) * 1.5,
    pointHitRadius: 12,
    pointBackgroundColor: text,
    pointBorderColor: shape === "cross" || shape === "tick" ? text : theme.ground,
    pointBorderWidth: shape === "cross" || shape === "tick" ? lineWidth(theme) : 1,
    backgroundColor: text,
  };
}

function singleData(mark: Exclude<Mark, BandMark>, theme: FigureTheme, rows: number): object {
  const colour = colourText(mark.style.colour, theme.ink);
  const dense = mark.kind === "intervals" && mark.dense;
  switch (mark.kind) {
    case "line":
      return {
        type: "line",
        data: mark.points.map(({ x, y }) => ({ x, y })),
        parsing: false,
        ...points(mark.style, theme),
        ...stroke(mark.style, theme),
        // A shape at every step of a survival curve would be read as a censored spell.
        ...(mark.stepped ? { stepped: "before", pointRadius: 0 } : {}),
        spanGaps: false,
        fill: false,
        clip: lineWidth(theme),
      };
    case "dots":
      return {
        type: "scatter",
        data: mark.points.map(({ x, y }) => ({ x, y })),
        parsing: false,
        ...points(mark.style, theme),
      };
    case "bars":
      return {
        type: "bar",
        data: mark.bars.map(({ x, from, to }) => ({ x, y: [from, to] })),
        grouped: false,
        // Chart.js would make bars as narrow as the ticks are near.
        barThickness: ({ chart }: { chart: Chart }) => {
          const scale = chart.scales.x;
          if (!scale) return 1;
          // From the axis' own end: a pixel far outside the plot is not exact.
          return Math.max(
            1,
            scale.getPixelForValue(scale.min + mark.width) - scale.getPixelForValue(scale.min) - 1,
          );
        },
        borderSkipped: false,
        minBarLength: 0,
        backgroundColor: colour,
      };
    case "intervals":
      return {
        type: "scatterWithErrorBars",
        data: mark.points.map(({ x, y, low, high }) => ({ x, y, xMin: low, xMax: high, yMin: y, yMax: y })),
        ...points(mark.style, theme),
        // The plugin's element takes the names without "point" in front.
        radius: pointRadius(theme) * reachOf[mark.style.shape] * (dense ? 0.5 : 1),
        hoverRadius: pointRadius(theme) * 1.5,
        hitRadius: 12,
        borderColor: theme.ground,
        borderWidth: dense ? 0 : 1,
        errorBarColor: colour,
        errorBarWhiskerColor: colour,
        errorBarLineWidth: (lineWidth(theme) * (mark.style.weight ?? 1)) / (dense ? 2 : 1),
        errorBarWhiskerLineWidth: lineWidth(theme),
        errorBarWhiskerSize: dense ? 0 : pointRadius(theme) * 2,
      };
    case "boxes":
      return {
        type: "boxplot",
        indexAxis: "y",
        data: boxesByRow(mark.boxes, rows),
        grouped: false,
        maxBarThickness: theme.fontSize * 2,
        backgroundColor: `${colour}40`,
        borderColor: colour,
        medianColor: theme.ink,
        borderWidth: lineWidth(theme),
        outlierBackgroundColor: colour,
        outlierRadius: pointRadius(theme) / 2,
        meanRadius: 0,
        itemRadius: 0,
      };
  }
}

/** The plugin places a box by its index alone. */
function boxesByRow(boxes: readonly Box[], rows: number): (object | null)[] {
  const byRow: (object | null)[] = Array.from({ length: rows }, () => null);
  for (const { y, low, q1, median, q3, high, outliers } of boxes) {
    const whiskers = { min: low, max: high, whiskerMin: low, whiskerMax: high };
    byRow[y] = { ...whiskers, q1, median, q3, items: [], outliers: [...outliers] };
  }
  return byRow;
}

function bandData(mark: BandMark, theme: FigureTheme): object[] {
  const colour = colourText(mark.style.colour, theme.ink);
  const edge = (pick: "low" | "high") => ({
    type: "line",
    data: mark.points.map((point) => ({ x: point.x, y: point[pick] })),
    parsing: false,
    pointRadius: 0,
    pointHitRadius: 0,
    ...(mark.stepped ? { stepped: "before" } : {}),
    borderWidth: 1,
    borderColor: mark.opaque ? theme.ground : colour,
  });
  const opacity = mark.opaque ? "" : Math.round(255 * bandOpacity).toString(16);
  return [
    { ...edge("low"), fill: false },
    { ...edge("high"), fill: "-1", backgroundColor: `${colour}${opacity}` },
  ];
}
