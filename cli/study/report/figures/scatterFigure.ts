import type { ResolvedDesign } from "../../../../study/cells.ts";
import { type EstimatePoints, estimatePoints, MOST_POINTS } from "../../../../study/report/estimatePoints.ts";
import { cellLabel, groupLabels } from "../../../../study/report/groupLabels.ts";
import { formatCell } from "../../estimandTables.ts";
import { frame } from "../axis.ts";
import type { FigureCard, ReportFigure } from "../document.ts";
import { columnsOf, countsColumn, inWords, leftOut, namesInWords, numbersColumn } from "../figureText.ts";
import { sample } from "../series.ts";
import { dots, length, line, placeOn, svg } from "../svg.ts";
import { type FigureScale, shareOut } from "./figureScale.ts";
import { groupColumns } from "./lollipopFigure.ts";

const WIDTH = 300;
const HEIGHT = 230;
const MOST_CARDS = 24;

/** Whether estimates that are far off know it: estimate against standard error. null where there are no standard errors. */
export function scatterFigure(design: ResolvedDesign, scale: FigureScale): ReportFigure | null {
  const { alpha } = design.design;
  const kept = scale.estimands.flatMap((each) => each.kept);
  const found = kept.flatMap((each) => {
    const points = estimatePoints(each, alpha);
    return points === null ? [] : [points];
  });
  if (found.length === 0) return null;
  const plots = shareOut(found, MOST_CARDS);
  const labels = groupLabels(
    design,
    plots.map(({ group }) => group),
    "estimand",
  );
  const thinned = plots.some(({ group }) => group.valid > MOST_POINTS);
  const outside = plots.reduce((sum, each) => sum + each.outside, 0);
  const drawn = plots.flatMap((plot) => plot.points.map((point) => ({ plot, point })));
  return {
    id: `standard-errors-${scale.id}`,
    title: `Estimate against standard error: ${scale.name}`,
    sentence: `Each sign is one replication by ${namesInWords(scale.methods)}: its estimate across, its standard error upward; the line is the truth. A slope says that the error follows the estimate.${
      thinned ? ` Of more than ${MOST_POINTS} replications every k-th is drawn.` : ""
    }${outside > 0 ? ` ${outside} signs lie beyond the axes.` : ""}${leftOut(plots.length, found.length, "panels")}`,
    legend: [
      [sample(dots("estimate", [[17, 6]])), `p ≤ ${alpha}`],
      [sample(cross(17, 6)), `p > ${alpha}, or no test`],
      [sample(line("truth", 17, 0, 17, 12)), "truth, mean over the replications"],
    ],
    cardWidth: 17,
    cards: plots.map((plot, at) => cardOf(plot, labels[at] ?? "")),
    table: {
      caption: "Standard errors in numbers, by estimand, cell and method",
      columns: columnsOf(
        ["estimand", "cell", "method"],
        ["valid", "empirical SE (MCSE)", "model SE (MCSE)", "rejecting, of those drawn"],
      ),
      rows: plots.map(({ group, points }) => [
        group.estimand,
        cellLabel(design, group.cell),
        group.method,
        String(group.valid),
        formatCell(group.measures.empiricalSe, null),
        formatCell(group.measures.modelSe, null),
        `${points.filter(({ rejects }) => rejects).length} of ${points.length}`,
      ]),
    },
    data: [
      ...groupColumns(
        design,
        drawn.map(({ plot }) => plot.group),
      ),
      countsColumn(
        "replication",
        drawn.map(({ point }) => point.replication),
      ),
      numbersColumn(
        "estimate",
        drawn.map(({ point }) => point.estimate),
      ),
      numbersColumn(
        "stdError",
        drawn.map(({ point }) => point.stdError),
      ),
      countsColumn(
        "rejects",
        drawn.map(({ point }) => Number(point.rejects)),
      ),
    ],
  };
}

function cardOf({ group, estimates, stdErrors, points }: EstimatePoints, label: string): FigureCard {
  const x = placeOn(estimates, 58, WIDTH - 12);
  const y = placeOn(stdErrors, HEIGHT - 38, 22);
  const rejecting = points.filter(({ rejects }) => rejects);
  const others = points.filter(({ rejects }) => !rejects);
  const errors = points.map(({ stdError }) => stdError);
  const description = `${points.length} replications, standard errors from ${inWords(Math.min(...errors))} to ${inWords(Math.max(...errors))}, ${rejecting.length} rejecting`;
  const content = [
    frame(
      { range: estimates, place: x, title: "estimate" },
      { range: stdErrors, place: y, title: "standard error" },
    ),
    Number.isFinite(group.truth)
      ? line("truth", x(group.truth), y(stdErrors.low), x(group.truth), y(stdErrors.high))
      : "",
    others.length === 0
      ? ""
      : `<path class="cross" d="${others.map((each) => crossPath(x(each.estimate), y(each.stdError))).join("")}"/>`,
    dots(
      "estimate",
      rejecting.map(({ estimate, stdError }) => [x(estimate), y(stdError)]),
    ),
  ].join("");
  const drawing = { label, description, markup: svg(WIDTH, HEIGHT, description, content) };
  return { title: group.estimand, drawings: [drawing] };
}

function cross(x: number, y: number): string {
  return `<path class="cross" d="${crossPath(x, y)}"/>`;
}

function crossPath(x: number, y: number): string {
  return `M${length(x - 2.2)} ${length(y - 2.2)}l4.4 4.4m0 -4.4l-4.4 4.4`;
}
