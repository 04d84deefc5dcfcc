import type { ChartConfiguration, ChartDataset, Point } from "chart.js";
import type { EstimateRow } from "../study/rows.ts";

/** Okabe and Ito's blue and vermillion: distinct to all, at least 3 : 1 on white and on the dark ground. */
const estimateColour = "#0072B2";
const truthColour = "#D55E00";

export interface EstimateChartOptions {
  /** Colour of text and grid, which differs between the light and the dark theme. */
  readonly ink: string;
  /** False where the reader asked for less motion. */
  readonly animated: boolean;
}

/**
 * One dot a history: its estimate across, its number upward; a line at the mean of the true values, where there is a truth.
 * Rows of failed fits are left out. The numbers are the rows' own; nothing is computed here but the line's place.
 */
export function estimateChart(
  rows: readonly EstimateRow[],
  { ink, animated }: EstimateChartOptions,
): ChartConfiguration<"scatter", Point[]> {
  const valid = rows.filter(({ status, estimate }) => status === "ok" && Number.isFinite(estimate));
  const last = valid.reduce((most, { replication }) => Math.max(most, replication), 1);
  const dots: ChartDataset<"scatter", Point[]> = {
    label: "estimate, one dot a history",
    data: valid.map(({ estimate, replication }) => ({ x: estimate, y: replication })),
    backgroundColor: estimateColour,
    pointRadius: 4,
  };
  const axis = (text: string) => ({
    title: { display: true, text, color: ink },
    ticks: { color: ink },
    grid: { color: `${ink}22` },
  });
  return {
    type: "scatter",
    data: { datasets: [dots, ...truthLine(valid, last)] },
    options: {
      maintainAspectRatio: false,
      animation: animated ? {} : false,
      plugins: { legend: { labels: { color: ink } } },
      scales: { x: axis("estimate"), y: { ...axis("history"), min: 0, max: last + 1 } },
    },
  };
}

function truthLine(valid: readonly EstimateRow[], last: number): ChartDataset<"scatter", Point[]>[] {
  const truths = valid.map(({ truth }) => truth).filter(Number.isFinite);
  if (truths.length === 0) return [];
  const truth = truths.reduce((sum, each) => sum + each, 0) / truths.length;
  const line = [0, last + 1].map((y) => ({ x: truth, y }));
  return [
    { label: "truth", data: line, showLine: true, pointRadius: 0, borderColor: truthColour, borderWidth: 3 },
  ];
}
