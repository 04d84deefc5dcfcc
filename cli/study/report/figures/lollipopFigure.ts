import type { ResolvedDesign } from "../../../../study/cells.ts";
import { cellLabel, groupLabels } from "../../../../study/report/groupLabels.ts";
import {
  drawnMeasures,
  hasUnit,
  type Lollipop,
  type Lollipops,
  lollipops,
} from "../../../../study/report/lollipops.ts";
import { rangeAround } from "../../../../study/report/quantiles.ts";
import type { EstimandSummary } from "../../../../study/summary.ts";
import { formatCell } from "../../estimandTables.ts";
import { axisBelow, gridUpright } from "../axis.ts";
import type { Drawing, FigureCard, ReportFigure } from "../document.ts";
import {
  columnsOf,
  countsColumn,
  inWords,
  labelsColumn,
  leftOut,
  MEASURE_NAMES,
  numbersColumn,
} from "../figureText.ts";
import { sample } from "../series.ts";
import { length, line, placeOn, svg } from "../svg.ts";
import type { FigureScale } from "./figureScale.ts";

const WIDTH = 360;
const MARGIN = 24;
const HEIGHT = 18;
const STICKS_A_CARD = 24;
const MOST_CARDS = 60;
/** Groups of several estimands that share a card. */
const MOST_TOGETHER = 30;

/** Every performance measure with a target, and how far its Monte Carlo error leaves it open. null where there is none. */
export function lollipopFigure(design: ResolvedDesign, scale: FigureScale): ReportFigure | null {
  const plots = drawnMeasures(design).flatMap((measure) => {
    // Measures without a unit stand on one axis, where that is not crowded.
    const apart = hasUnit(measure) || scale.groups > MOST_TOGETHER;
    const sets = apart
      ? scale.estimands.map(({ groups }) => groups)
      : [scale.estimands.flatMap(({ groups }) => groups)];
    return sets.flatMap((groups) => {
      const found = lollipops(design, measure, groups);
      return found === null ? [] : [found];
    });
  });
  if (plots.length === 0) return null;
  const cards = plots.flatMap((plot) => cardsOf(design, plot));
  const sticks = plots.flatMap((plot) => plot.sticks.map((stick) => ({ plot, stick })));
  return {
    id: `performance-${scale.id}`,
    title: `Performance: ${scale.name}`,
    sentence: `Each performance measure as a stick from its target (dashed) to its value; the bar is ± 1.96 Monte Carlo standard errors, and for shares the 95 % Wilson limits. Where the bar meets the target, the study cannot tell the two apart.${leftOut(Math.min(cards.length, MOST_CARDS), cards.length, "panels")}`,
    legend: [
      [sample(stickMarks(17, 8, 6) + line("whisker", 10, 6, 26, 6)), "value, with its Monte Carlo error"],
      [sample(line("target", 17, 0, 17, 12)), "target"],
    ],
    cardWidth: 20,
    stacked: true,
    cards: cards.slice(0, MOST_CARDS),
    table: {
      caption: "Performance in numbers, by measure, estimand, cell and method",
      columns: columnsOf(["measure", "estimand", "cell", "method"], ["value (MCSE)"]),
      rows: sticks.map(({ plot: { measure }, stick: { group } }) => [
        MEASURE_NAMES[measure],
        group.estimand,
        cellLabel(design, group.cell),
        group.method,
        formatCell(group.measures[measure], null),
      ]),
    },
    data: [
      labelsColumn(
        "measure",
        sticks.map(({ plot }) => plot.measure),
      ),
      ...groupColumns(
        design,
        sticks.map(({ stick }) => stick.group),
      ),
      numbersColumn(
        "value",
        sticks.map(({ stick }) => stick.value),
      ),
      numbersColumn(
        "low",
        sticks.map(({ stick }) => stick.low),
      ),
      numbersColumn(
        "high",
        sticks.map(({ stick }) => stick.high),
      ),
      numbersColumn(
        "target",
        sticks.map(({ stick }) => stick.target ?? Number.NaN),
      ),
    ],
  };
}

/** What a row of data is of. */
export function groupColumns(
  design: ResolvedDesign,
  groups: readonly Pick<EstimandSummary, "estimand" | "cell" | "method">[],
): ReportFigure["data"] {
  return [
    labelsColumn(
      "estimand",
      groups.map(({ estimand }) => estimand),
    ),
    countsColumn(
      "cell",
      groups.map(({ cell }) => cell),
    ),
    labelsColumn(
      "cellLabel",
      groups.map(({ cell }) => cellLabel(design, cell)),
    ),
    labelsColumn(
      "method",
      groups.map(({ method }) => method),
    ),
  ];
}

function cardsOf(design: ResolvedDesign, { measure, isShare, sticks }: Lollipops): FigureCard[] {
  const shown = isShare ? 100 : 1;
  const scaled = sticks.map(({ group, value, low, high, target }) => ({
    group,
    value: shown * value,
    low: shown * low,
    high: shown * high,
    target: target === null ? null : shown * target,
  }));
  const range = rangeAround(
    [],
    scaled.flatMap(({ value, low, high, target }) => [value, low, high, target ?? Number.NaN]),
  );
  if (range === null) return [];
  const place = placeOn(range, MARGIN, WIDTH - MARGIN);
  const labels = groupLabels(
    design,
    scaled.map(({ group }) => group),
  );
  const name = MEASURE_NAMES[measure];
  const estimands = new Set(sticks.map(({ group }) => group.estimand));
  const title = estimands.size > 1 ? name : `${name}: ${[...estimands].join("")}`;
  const cards: FigureCard[] = [];
  for (let from = 0; from < scaled.length; from += STICKS_A_CARD) {
    const drawings = scaled.slice(from, from + STICKS_A_CARD).map((stick, at): Drawing => {
      const description = inSentence(name, stick);
      const grid = gridUpright(range, place, 0, HEIGHT);
      const markup = svg(WIDTH, HEIGHT, description, grid + drawStick(stick, place));
      return { label: labels[from + at] ?? "", description, markup };
    });
    const axis = { label: "", description: null, markup: axisBelow(WIDTH, range, place, name) };
    cards.push({ title: from === 0 ? title : `${title}, continued`, drawings: [...drawings, axis] });
  }
  return cards;
}

function drawStick({ value, low, high, target }: Lollipop, place: (value: number) => number): string {
  const y = HEIGHT / 2;
  const x = place(value);
  return [
    target === null ? "" : line("target", place(target), 0, place(target), HEIGHT),
    Number.isFinite(high - low) ? line("whisker", place(low), y, place(high), y) : "",
    stickMarks(x, target === null ? x : place(target), y),
  ].join("");
}

function stickMarks(x: number, from: number, y: number): string {
  return `${line("stick", from, y, x, y)}<circle class="estimate" cx="${length(x)}" cy="${length(y)}" r="3.6"/>`;
}

function inSentence(name: string, { value, low, high, target }: Lollipop): string {
  const aim = target === null ? "" : `; target ${inWords(target)}`;
  return `${name} ${inWords(value)}, from ${inWords(low)} to ${inWords(high)}${aim}`;
}
