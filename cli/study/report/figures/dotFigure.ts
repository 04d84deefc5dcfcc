import type { ResolvedDesign } from "../../../../study/cells.ts";
import { type DotRow, type DotRows, dotRows, MOST_DOTS } from "../../../../study/report/dotRows.ts";
import { cellLabel, groupLabels } from "../../../../study/report/groupLabels.ts";
import { type KeptEstimates, MOST_KEPT } from "../../../../study/report/keptEstimates.ts";
import { decimalsFor, formatNumber } from "../../../formatMeasure.ts";
import { axisBelow, gridUpright } from "../axis.ts";
import type { Drawing, FigureCard, ReportFigure } from "../document.ts";
import {
  columnsOf,
  countsColumn,
  inWords,
  labelsColumn,
  leftOut,
  namesInWords,
  numbersColumn,
} from "../figureText.ts";
import { sample } from "../series.ts";
import { dots, label, line, placeOn, svg } from "../svg.ts";
import type { FigureScale } from "./figureScale.ts";

const WIDTH = 360;
const MARGIN = 24;
const HEIGHT = 46;
/** Diameter of a dot. */
const DOT = 4;
const ROWS_A_CARD = 10;

/** How the estimates of every group are spread, beside the truth: one dot a replication. */
export function dotFigure(
  design: ResolvedDesign,
  { name, id, methods, estimands, groups }: FigureScale,
): ReportFigure {
  const bins = Math.floor((WIDTH - 2 * MARGIN) / DOT);
  const kept = estimands.flatMap((each) => each.kept);
  const found = estimands.flatMap(({ estimand, kept }) => {
    const rows = dotRows(kept, bins);
    return rows === null ? [] : [{ estimand, rows }];
  });
  const rows = found.flatMap(({ rows }) => rows.rows);
  const quantiles = rows.some((row) => row.quantiles);
  const thinned = kept.some(({ every }) => every > 1);
  return {
    id: `estimates-${id}`,
    title: `Estimates: ${name}`,
    sentence: [
      `How the estimates of ${namesInWords(methods)} are spread over the replications: ${
        quantiles
          ? `each dot is one of ${MOST_DOTS} evenly spaced quantiles where there are more estimates than that, and one replication elsewhere`
          : "each dot is one replication"
      }, and the line is the truth.`,
      thinned ? ` Of more than ${MOST_KEPT} estimates in a row every k-th is taken.` : "",
      rows.some(({ below, above }) => below + above > 0)
        ? " An axis ends three interquartile ranges outside the quartiles of its rows; how many estimates lie beyond stands at its end."
        : "",
      leftOut(kept.length, groups, "rows"),
    ].join(""),
    legend: [
      [sample(dots("estimate", [[17, 6]])), quantiles ? "estimate (quantile)" : "estimate"],
      [sample(line("truth", 17, 0, 17, 12)), "truth, mean over the replications"],
      [sample(mean(17, 4)), "mean estimate"],
    ],
    cardWidth: 20,
    stacked: true,
    cards: found.flatMap(({ estimand, rows }) => cardsOf(design, estimand, rows)),
    table: {
      caption: "Estimates in numbers, by estimand, cell and method",
      columns: columnsOf(
        ["estimand", "cell", "method"],
        ["valid", "truth", "mean", "least", "1st quartile", "median", "3rd quartile", "most"],
      ),
      rows: rows.map((row) => tableRow(design, row)),
    },
    data: dataOf(design, kept),
  };
}

function cardsOf(design: ResolvedDesign, estimand: string, { range, rows }: DotRows): FigureCard[] {
  const place = placeOn(range, MARGIN, WIDTH - MARGIN);
  const labels = groupLabels(
    design,
    rows.map(({ group }) => group),
  );
  const cards: FigureCard[] = [];
  for (let from = 0; from < rows.length; from += ROWS_A_CARD) {
    const drawings = rows.slice(from, from + ROWS_A_CARD).map((row, at): Drawing => {
      const description = inSentence(row);
      const grid = gridUpright(range, place, 0, HEIGHT);
      return {
        label: labels[from + at] ?? "",
        description,
        markup: svg(WIDTH, HEIGHT, description, grid + drawRow(row, place)),
      };
    });
    const axis = { label: "", description: null, markup: axisBelow(WIDTH, range, place, "estimate") };
    cards.push({ title: from === 0 ? estimand : `${estimand}, continued`, drawings: [...drawings, axis] });
  }
  return cards;
}

function drawRow({ group, dots: stacked, below, above }: DotRow, place: (value: number) => number): string {
  const base = HEIGHT - 10;
  const highest = stacked.reduce((most, { level }) => Math.max(most, level), 0);
  const step = Math.min(DOT, (base - 6) / Math.max(1, highest));
  const truth = Number.isFinite(group.truth)
    ? line("truth", place(group.truth), 0, place(group.truth), HEIGHT)
    : "";
  return [
    dots(
      "estimate",
      stacked.map(({ value, level }) => [place(value), base - 2 - level * step]),
    ),
    truth,
    mean(place(group.estimate.value), base + 1),
    below > 0 ? label(0, base, `◂${below}`, "start") : "",
    above > 0 ? label(WIDTH, base, `${above}▸`, "end") : "",
  ].join("");
}

/** A small triangle that points at the mean from below. */
function mean(x: number, y: number): string {
  return `<path class="mean" d="M${x.toFixed(1)} ${y.toFixed(1)}l4 7h-8z"/>`;
}

function inSentence({ group, least, median, most }: DotRow): string {
  const { valid, replications, truth, estimate } = group;
  const known = Number.isFinite(truth) ? `truth ${inWords(truth)}` : "no truth is defined";
  return `${valid} of ${replications} estimates from ${inWords(least)} to ${inWords(most)}, median ${inWords(median)}, mean ${inWords(estimate.value)}; ${known}`;
}

function tableRow(design: ResolvedDesign, row: DotRow): string[] {
  const { group, least, firstQuartile, median, thirdQuartile, most } = row;
  const decimals = decimalsFor(group.measures.empiricalSe?.mcse || group.estimate.mcse);
  const numbers = [group.truth, group.estimate.value, least, firstQuartile, median, thirdQuartile, most];
  return [
    group.estimand,
    cellLabel(design, group.cell),
    group.method,
    String(group.valid),
    ...numbers.map((value) => formatNumber(value, decimals)),
  ];
}

function dataOf(design: ResolvedDesign, kept: readonly KeptEstimates[]): ReportFigure["data"] {
  const ofGroup = <Value>(value: (each: KeptEstimates) => Value) =>
    kept.flatMap((each) => each.replication.map(() => value(each)));
  return [
    labelsColumn(
      "estimand",
      ofGroup(({ group }) => group.estimand),
    ),
    countsColumn(
      "cell",
      ofGroup(({ group }) => group.cell),
    ),
    labelsColumn(
      "cellLabel",
      ofGroup(({ group }) => cellLabel(design, group.cell)),
    ),
    labelsColumn(
      "method",
      ofGroup(({ group }) => group.method),
    ),
    countsColumn(
      "replication",
      kept.flatMap(({ replication }) => [...replication]),
    ),
    numbersColumn(
      "truth",
      kept.flatMap(({ truth }) => [...truth]),
    ),
    numbersColumn(
      "estimate",
      kept.flatMap(({ estimate }) => [...estimate]),
    ),
  ];
}
