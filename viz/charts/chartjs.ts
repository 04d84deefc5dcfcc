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
import { drawingTurns } from "./drawingTurns.ts";

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

/** All charts of the page share these frames; half of the 16 ms of one are left to the rest of the page. */
const turns = drawingTurns({
  requestFrame: requestAnimationFrame,
  now: () => performance.now(),
  milliseconds: 8,
});

/** A figure that changes again within so many milliseconds jumps to its new place: to move there would be to draw without end. */
const restBeforeMoving = 1500;

/** A chart that is made in one task, its canvas and its events, and laid out in another: together they take as long as two others. */
class LaterChart extends Chart {
  declare begun?: boolean;

  override update(...how: Parameters<Chart["update"]>): void {
    // Chart.js lays a chart out as the last part of making it.
    if (this.begun) super.update(...how);
  }
}

/** A figure on a canvas. */
export interface FigureChart {
  /** Shows this figure from one of the next frames on; of several before that only the last is drawn. */
  update(figure: Figure, theme: FigureTheme): void;
  /** Shows it at once, if it is not shown yet: no frame comes before a page is printed. */
  drawNow(): void;
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
  let drawn: { readonly marks: string; readonly theme: FigureTheme } | null = null;
  let drawnAt = Number.NEGATIVE_INFINITY;
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
  everDrawn = true;
  const chart = new LaterChart(canvas, configure());
  chart.begun = true;
  const made = shown;
  turns.ask(draw);

  function draw(): void {
    const marks = marksOf(shown.figure);
    const guidesOnly = marks === drawn?.marks && shown.theme === drawn.theme;
    const asMade = drawn === null && shown === made;
    drawn = { marks, theme: shown.theme };
    if (guidesOnly) {
      chart.draw();
      return;
    }
    if (asMade) {
      chart.update();
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
    const rested = performance.now() - drawnAt > restBeforeMoving;
    drawnAt = performance.now();
    chart.update(shown.theme.animated && rested ? undefined : "none");
  }

  return {
    update(nextFigure, nextTheme) {
      if (nextFigure === shown.figure && nextTheme === shown.theme) return;
      shown = { figure: nextFigure, theme: nextTheme };
      turns.ask(draw);
    },
    drawNow() {
      if (turns.drop(draw)) draw();
    },
    destroy() {
      turns.drop(draw);
      chart.destroy();
    },
  };
}

let everDrawn = false;

/**
 * Draws a figure where nobody sees it, unless one was drawn before: the first chart of a page takes twice the time of those that come after
 * it, whose code the browser has compiled by then.
 */
export function rehearse(figure: Figure, theme: FigureTheme): void {
  if (everDrawn) return;
  everDrawn = true;
  const canvas = document.createElement("canvas");
  const { options, ...configuration } = figureConfiguration(figure, theme);
  // No size of a parent to follow: the canvas is in no page.
  new Chart(canvas, {
    ...configuration,
    options: { ...options, responsive: false, animation: false },
  } as FigureChartConfiguration).destroy();
}

/**
 * What Chart.js has to lay out anew when it differs. Guides are not part of it, unless an axis reaches as far as one: a marked year moves
 * while years go by, and to draw costs far less than to lay out.
 */
function marksOf(figure: Figure): string {
  const { x, y, marks, language } = figure;
  return JSON.stringify([x, y, axisRange(figure, "x"), axisRange(figure, "y"), marks, language]);
}
