import { BoxAndWiskers, BoxPlotController } from "@sgratzl/chartjs-chart-boxplot";
import {
  BarController,
  BarElement,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import { PointWithErrorBar, ScatterWithErrorBarsController } from "chartjs-chart-error-bars";
import { markOfDataset } from "../figure/datasets.ts";
import type { Figure } from "../figure/figure.ts";
import { type FigureChartConfiguration, figureConfiguration } from "../figure/figureConfiguration.ts";
import { guidesPlugin } from "../figure/guidesPlugin.ts";
import { axisRange } from "../figure/scale.ts";
import type { FigureTheme } from "../figure/theme.ts";

// By hand: what figures are made of and nothing else, so that the chunk stays small.
Chart.register(
  BarController,
  BarElement,
  BoxAndWiskers,
  BoxPlotController,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  PointWithErrorBar,
  ScatterController,
  ScatterWithErrorBarsController,
  Tooltip,
);

/** A figure on a canvas. */
export interface FigureChart {
  /** Shows this figure from the next frame on; of several within a frame only the last is drawn. */
  update(figure: Figure, theme: FigureTheme): void;
  destroy(): void;
}

/**
 * Draws a figure on a canvas, whose parent decides its size, and keeps the one Chart.js chart while the figure changes.
 *
 * @param onPick told the row of the table that a clicked dot stands for.
 */
export function drawFigure(
  canvas: HTMLCanvasElement,
  figure: Figure,
  theme: FigureTheme,
  onPick: (row: number) => void,
): FigureChart {
  let shown = { figure, theme };
  let drawn = { marks: marksOf(figure), theme };
  let frame: number | null = null;
  const configure = (): FigureChartConfiguration => {
    const configuration = figureConfiguration(shown.figure, shown.theme);
    const rowOf = (hit: { datasetIndex: number; index: number } | undefined) => {
      const mark = shown.figure.marks[markOfDataset(shown.figure.marks)[hit?.datasetIndex ?? -1] ?? -1];
      return mark?.kind === "dots" && hit ? mark.rows?.[hit.index] : undefined;
    };
    return {
      ...configuration,
      options: {
        ...configuration.options,
        onClick: (_event, [hit]) => {
          const row = rowOf(hit);
          if (row !== undefined) onPick(row);
        },
        onHover: (_event, [hit]) => {
          canvas.style.cursor = rowOf(hit) === undefined ? "" : "pointer";
        },
      },
      plugins: [guidesPlugin(() => shown)],
    };
  };
  const chart = new Chart(canvas, configure());

  function draw(): void {
    frame = null;
    const marks = marksOf(shown.figure);
    const guidesOnly = marks === drawn.marks && shown.theme === drawn.theme;
    drawn = { marks, theme: shown.theme };
    if (guidesOnly) {
      chart.draw();
      return;
    }
    const { data, options } = configure();
    const old = chart.data.datasets;
    chart.data.yLabels = data.yLabels ?? [];
    // A dataset that stays the same object keeps its place on the canvas, from which it moves to its new one.
    chart.data.datasets = data.datasets.map((next, at) => {
      const kept = old[at];
      return kept !== undefined && kept.type === next.type ? Object.assign(kept, next) : next;
    });
    if (options) chart.options = options;
    chart.update(shown.theme.animated ? undefined : "none");
  }

  return {
    update(nextFigure, nextTheme) {
      shown = { figure: nextFigure, theme: nextTheme };
      frame ??= requestAnimationFrame(draw);
    },
    destroy() {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
      chart.destroy();
    },
  };
}

/**
 * What Chart.js has to lay out anew when it differs. Guides are not part of it, unless an axis reaches as far as one: a marked year moves
 * while years go by, and to draw costs far less than to lay out.
 */
function marksOf(figure: Figure): string {
  const { x, y, marks, language } = figure;
  return JSON.stringify([x, y, axisRange(figure, "x"), axisRange(figure, "y"), marks, language]);
}
