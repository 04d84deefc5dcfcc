import type { ResolvedDesign } from "../../../../study/cells.ts";
import { withoutSharedFolder } from "../../../../study/report/groupLabels.ts";
import { type PowerCurves, powerCurves } from "../../../../study/report/powerCurves.ts";
import { rangeAround } from "../../../../study/report/quantiles.ts";
import { formatNumber } from "../../../formatMeasure.ts";
import { frame } from "../axis.ts";
import type { FigureCard, ReportFigure } from "../document.ts";
import { columnsOf, inWords, labelsColumn, leftOut, numbersColumn } from "../figureText.ts";
import { MOST_SERIES, sample, seriesClass, seriesSample, seriesSign } from "../series.ts";
import { length, line, placeOn, svg } from "../svg.ts";
import type { FigureScale } from "./figureScale.ts";
import { groupColumns } from "./lollipopFigure.ts";

const WIDTH = 360;
const HEIGHT = 250;
const MOST_CARDS = 24;
const SHARES = { low: 0, high: 100 };

/** How often the test rejects over a parameter that varies. null where none that is a number does. */
export function powerFigure(design: ResolvedDesign, scale: FigureScale): ReportFigure | null {
  const found = scale.estimands.flatMap((each) => powerCurves(design, each));
  if (found.length === 0) return null;
  const sets = found.slice(0, MOST_CARDS);
  const methods = scale.methods.slice(0, MOST_SERIES);
  const short = withoutSharedFolder(scale.methods);
  const drawn = sets.flatMap((set) =>
    set.curves.flatMap(({ method, points }) => points.map((point) => ({ set, method, point }))),
  );
  const { alpha } = design.design;
  return {
    id: `power-${scale.id}`,
    title: `Power: ${scale.name}`,
    sentence: `Share of the replications in which the test of the estimand rejects at ${inWords(100 * alpha)} %, over each varied parameter with all else held; the bands are 95 % Wilson limits at each point. Where the truth is 0 the curve is the size of the test.${leftOut(methods.length, scale.methods.length, "methods")}${leftOut(sets.length, found.length, "panels")}`,
    legend: [
      ...methods.map((method, at) => [seriesSample(at), short.get(method) ?? method] as const),
      [sample(line("target", 2, 6, 32, 6)), `α = ${alpha}`],
    ],
    cardWidth: 20,
    cards: sets.map((set) => cardOf(set, methods, short, alpha)),
    table: {
      caption: "Power in numbers, by estimand, parameter and method",
      columns: columnsOf(["estimand", "parameter", "held", "method"], ["value", "reject %", "95 % limits"]),
      rows: drawn.map(({ set, method, point }) => [
        set.estimand,
        set.parameter,
        heldInWords(set),
        method,
        String(point.value),
        formatNumber(100 * point.share, 1),
        `${formatNumber(100 * point.low, 1)} to ${formatNumber(100 * point.high, 1)}`,
      ]),
    },
    data: [
      labelsColumn(
        "parameter",
        drawn.map(({ set }) => set.parameter),
      ),
      ...groupColumns(
        design,
        drawn.map(({ set, method, point }) => ({ estimand: set.estimand, cell: point.cell, method })),
      ),
      numbersColumn(
        "value",
        drawn.map(({ point }) => point.value),
      ),
      numbersColumn(
        "rejection",
        drawn.map(({ point }) => point.share),
      ),
      numbersColumn(
        "low",
        drawn.map(({ point }) => point.low),
      ),
      numbersColumn(
        "high",
        drawn.map(({ point }) => point.high),
      ),
    ],
  };
}

function heldInWords({ world, held }: PowerCurves): string {
  return [world, ...Object.entries(held).map(([name, value]) => `${name} = ${JSON.stringify(value)}`)].join(
    " · ",
  );
}

function cardOf(
  set: PowerCurves,
  methods: readonly string[],
  short: ReadonlyMap<string, string>,
  alpha: number,
): FigureCard {
  const values = set.curves.flatMap(({ points }) => points.map(({ value }) => value));
  const range = rangeAround([], values) ?? SHARES;
  const x = placeOn(range, 36, WIDTH - 14);
  const y = placeOn(SHARES, HEIGHT - 38, 22);
  const curves = set.curves.flatMap(({ method, points }) => {
    const at = methods.indexOf(method);
    if (at < 0) return [];
    const path = points.map(({ value, share }) => `${length(x(value))} ${length(y(100 * share))}`).join("L");
    const above = points.map(({ value, high }) => `${length(x(value))} ${length(y(100 * high))}`);
    const below = points.map(({ value, low }) => `${length(x(value))} ${length(y(100 * low))}`).reverse();
    return [
      {
        band: `<path class="series-band ${seriesClass(at)}" d="M${[...above, ...below].join("L")}z"/>`,
        curve:
          `<path class="series ${seriesClass(at)}" d="M${path}"/>` +
          points.map(({ value, share }) => seriesSign(at, x(value), y(100 * share))).join(""),
      },
    ];
  });
  const kind = set.isSize ? "size of the test" : "rejection";
  const description = set.curves
    .map(({ method, points }) => {
      const found = points.map(({ value, share }) => `${inWords(100 * share)} % at ${inWords(value)}`);
      return `${short.get(method) ?? method}: ${found.join(", ")}`;
    })
    .join("; ");
  const content = [
    frame({ range, place: x, title: set.parameter }, { range: SHARES, place: y, title: `${kind}, %` }),
    line("target", x(range.low), y(100 * alpha), x(range.high), y(100 * alpha)),
    ...curves.map(({ band }) => band),
    ...curves.map(({ curve }) => curve),
  ].join("");
  const drawing = { label: heldInWords(set), description, markup: svg(WIDTH, HEIGHT, description, content) };
  return { title: set.estimand, drawings: [drawing] };
}
