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
import type { FigureChartConfiguration } from "../figure/figureConfig.ts";

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

/** A chart on a canvas, which its maker updates and destroys. */
export function createChart(canvas: HTMLCanvasElement, configuration: FigureChartConfiguration) {
  return new Chart(canvas, configuration);
}
