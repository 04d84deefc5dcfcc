import type { ResolvedDesign } from "../../../../study/cells.ts";
import { cellLabel, groupLabels } from "../../../../study/report/groupLabels.ts";
import {
  MOST_INTERVALS,
  type ZipInterval,
  type ZipPlot,
  zipPlot,
} from "../../../../study/report/zipIntervals.ts";
import { formatShare } from "../../../formatMeasure.ts";
import { frame } from "../axis.ts";
import type { FigureCard, ReportFigure } from "../document.ts";
import { columnsOf, countsColumn, inWords, leftOut, namesInWords, numbersColumn } from "../figureText.ts";
import { sample } from "../series.ts";
import { length, line, placeOn, svg } from "../svg.ts";
import { type FigureScale, shareOut } from "./figureScale.ts";
import { groupColumns } from "./lollipopFigure.ts";

const WIDTH = 300;
const HEIGHT = 250;
/** So many have room for thicker lines. */
const FEW_INTERVALS = 60;
const MOST_CARDS = 24;

/** Confidence intervals in the order of their distance from the truth. null where no drawn group has a truth. */
export function zipFigure(design: ResolvedDesign, scale: FigureScale): ReportFigure | null {
  const kept = scale.estimands.flatMap((each) => each.kept);
  const found = kept.flatMap((each) => {
    const plot = zipPlot(each);
    return plot === null ? [] : [plot];
  });
  if (found.length === 0) return null;
  const plots = shareOut(found, MOST_CARDS);
  const labels = groupLabels(
    design,
    plots.map(({ group }) => group),
    "estimand",
  );
  const thinned = plots.some(({ ranked, intervals }) => ranked > intervals.length);
  const drawn = plots.flatMap((plot) => plot.intervals.map((interval) => ({ plot, interval })));
  const level = 100 * (1 - design.design.alpha);
  return {
    id: `zip-${scale.id}`,
    title: `Zip plots: ${scale.name}`,
    sentence: `Confidence intervals of ${namesInWords(scale.methods)} less the truth, the furthest from it (by |estimate − truth| / standard error) at the top. With the right coverage the colour changes at ${inWords(level)} %; the band is where it does, with 95 % Wilson limits.${
      thinned ? ` Drawn are ${MOST_INTERVALS} intervals, evenly over the ranks.` : ""
    }${leftOut(plots.length, found.length, "panels")}`,
    legend: [
      [sample(line("covers", 2, 6, 32, 6)), "covers the truth"],
      [sample(line("misses", 2, 6, 32, 6)), "misses it"],
      [sample('<path class="band" d="M2 2h30v8h-30z"/>'), "coverage, 95 % limits"],
      [sample(line("target", 2, 6, 32, 6)), `${inWords(level)} %`],
    ],
    cardWidth: 17,
    cards: plots.map((plot, at) => cardOf(plot, labels[at] ?? "", level)),
    table: {
      caption: "Zip plots in numbers, by estimand, cell and method",
      columns: columnsOf(
        ["estimand", "cell", "method"],
        ["intervals", "coverage % (MCSE)", "limits", "miss below the truth", "miss above"],
      ),
      rows: plots.map(({ group, coverage, ranked, intervals }) => [
        group.estimand,
        cellLabel(design, group.cell),
        group.method,
        String(ranked),
        formatShare(coverage),
        `${inWords(100 * coverage.low)} to ${inWords(100 * coverage.high)}`,
        ...missing(intervals, ranked),
      ]),
    },
    data: [
      ...groupColumns(
        design,
        drawn.map(({ plot }) => plot.group),
      ),
      countsColumn(
        "replication",
        drawn.map(({ interval }) => interval.replication),
      ),
      numbersColumn(
        "centile",
        drawn.map(({ interval }) => interval.centile),
      ),
      numbersColumn(
        "lowLessTruth",
        drawn.map(({ interval }) => interval.low),
      ),
      numbersColumn(
        "highLessTruth",
        drawn.map(({ interval }) => interval.high),
      ),
      countsColumn(
        "covers",
        drawn.map(({ interval }) => Number(interval.covers)),
      ),
    ],
  };
}

/** How many lie wholly below and above the truth; only known where all are drawn. */
function missing(intervals: readonly ZipInterval[], ranked: number): [string, string] {
  if (intervals.length < ranked) return ["–", "–"];
  return [
    String(intervals.filter(({ high }) => high < 0).length),
    String(intervals.filter(({ low }) => low > 0).length),
  ];
}

function cardOf({ group, range, intervals, coverage }: ZipPlot, label: string, level: number): FigureCard {
  const x = placeOn(range, 44, WIDTH - 12);
  const y = placeOn({ low: 0, high: 100 }, HEIGHT - 38, 22);
  const lines = (kind: string, of: readonly ZipInterval[]) =>
    of.length === 0
      ? ""
      : `<path class="${kind}" d="${of
          .map(({ low, high, centile }) => `M${length(x(low))} ${length(y(centile))}H${length(x(high))}`)
          .join("")}"/>`;
  const [top, bottom] = [y(100 * coverage.high), y(100 * coverage.low)];
  const [left, right] = [x(range.low), x(range.high)];
  const few = intervals.length <= FEW_INTERVALS ? " few" : "";
  const description = `coverage ${inWords(100 * coverage.value)} %, 95 % limits ${inWords(100 * coverage.low)} to ${inWords(100 * coverage.high)} %, of ${intervals.length} intervals drawn`;
  const content = [
    `<path class="band" d="M${length(left)} ${length(top)}H${length(right)}V${length(bottom)}H${length(left)}z"/>`,
    frame(
      { range, place: x, title: "interval less the truth" },
      { range: { low: 0, high: 100 }, place: y, title: "centile of the distance" },
    ),
    line("target", left, y(level), right, y(level)),
    lines(
      `covers${few}`,
      intervals.filter(({ covers }) => covers),
    ),
    lines(
      `misses${few}`,
      intervals.filter(({ covers }) => !covers),
    ),
    line("zero", x(0), y(0), x(0), y(100)),
  ].join("");
  const drawing = { label, description, markup: svg(WIDTH, HEIGHT, description, content) };
  return { title: group.estimand, drawings: [drawing] };
}
