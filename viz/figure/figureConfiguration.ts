import type { ChartConfiguration, ScaleOptions, TooltipItem } from "chart.js";
import { datasetsOf, type FigureChartType, markOfDataset } from "./datasets.ts";
import type { Figure } from "./figure.ts";
import { guidesPlugin } from "./guidesPlugin.ts";
import { markPointText } from "./markPointText.ts";
import { tickWriter } from "./numbers.ts";
import { type AxisName, axisRange, axisTicks } from "./scale.ts";
import type { FigureTheme } from "./theme.ts";
import { narrowLabel, wideLabel, wrapWords } from "./wrap.ts";

export type FigureChartConfiguration = ChartConfiguration<FigureChartType>;

/**
 * The Chart.js configuration of a figure: its marks as datasets in drawing order, its guides and the opaque ground as a
 * plugin. The legend, the title and the summary stand in the page, not on the canvas.
 */
export function figureConfiguration(figure: Figure, theme: FigureTheme): FigureChartConfiguration {
  const marks = markOfDataset(figure.marks);
  return {
    type: "scatter",
    data: {
      ...(figure.y.categories ? { yLabels: figure.y.categories.map((_, at) => String(at)) } : {}),
      datasets: figure.marks.flatMap((mark, at) => datasetsOf(mark, at, theme, figure.y.categories?.length)),
    },
    options: {
      maintainAspectRatio: false,
      responsive: true,
      animation: theme.animated ? { duration: 150 } : false,
      font: { family: "system-ui, sans-serif", size: theme.fontSize },
      interaction: { mode: "nearest", intersect: true },
      scales: { x: scaleOf(figure, "x", theme), y: scaleOf(figure, "y", theme) },
      plugins: {
        tooltip: {
          titleFont: { size: theme.fontSize },
          bodyFont: { size: theme.fontSize },
          callbacks: {
            title: () => "",
            label: ({ datasetIndex, dataIndex }: TooltipItem<FigureChartType>) => {
              const mark = figure.marks[marks[datasetIndex] ?? -1];
              return mark ? markPointText(figure, mark, dataIndex) : "";
            },
          },
        },
      },
    },
    plugins: [guidesPlugin(() => ({ figure, theme }))],
  } as FigureChartConfiguration;
}

/** Room that a tick and its label need, in type sizes. */
const tickRoom = { x: 5, y: 3 } as const;

function scaleOf(figure: Figure, name: AxisName, theme: FigureTheme): ScaleOptions {
  const axis = figure[name];
  const range = axisRange(figure, name);
  const font = { family: "system-ui, sans-serif", size: theme.fontSize };
  const { categories } = axis;
  let writer: { readonly step: number; readonly write: (value: number) => string } | null = null;
  const options: object = {
    type: "linear",
    position: name === "x" ? "bottom" : "left",
    ...range,
    reverse: categories !== undefined && name === "y",
    title: {
      display: axis.label !== "",
      // A title longer than its axis would be squeezed.
      text: ({ chart }: { chart: { width: number; height: number } }) =>
        wrapWords(
          axis.label,
          Math.floor((name === "x" ? chart.width : chart.height) / (0.9 * theme.fontSize)),
        ),
      color: theme.ink,
      font,
    },
    // Bars and boxes would have their axis padded and its grid moved between the ticks.
    offset: false,
    grid: { color: categories ? "transparent" : theme.grid, offset: false },
    border: { color: theme.grid },
    ticks: {
      color: theme.ink,
      font,
      autoSkip: categories === undefined,
      maxRotation: categories ? 50 : 0,
      callback(
        this: { chart: { width: number } },
        value: number | string,
        _at: number,
        ticks: { value: number }[],
      ) {
        const place = Number(value);
        if (categories)
          return wrapWords(categories[place] ?? "", this.chart.width < 480 ? narrowLabel : wideLabel);
        const [first, second] = ticks;
        const step = first && second ? second.value - first.value : 0;
        if (writer?.step !== step) writer = { step, write: tickWriter(figure.language, axis.format, step) };
        return writer.write(place);
      },
    },
    afterBuildTicks(scale: { ticks: { value: number }[]; chart: { width: number; height: number } }) {
      const room = name === "x" ? scale.chart.width : scale.chart.height;
      const most = Math.max(2, Math.floor(room / (theme.fontSize * tickRoom[name])));
      const values = categories
        ? categories.map((_, at) => at)
        : axisTicks(range, Math.min(most, 11), axis.format).values;
      scale.ticks = values.map((value) => ({ value }));
    },
  };
  // Chart.js takes a function for the title's text, as for any option; its types do not say so.
  return options as ScaleOptions;
}
