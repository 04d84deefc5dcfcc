import type { Figure, Mark, NumberFormat } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { type MarkStyle, seriesStyle, truthStyle } from "../figure/palette.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

export interface CoverageIntervalsData {
  readonly quantity: string;
  readonly format?: NumberFormat;
  readonly truth: number;
  readonly intervals: readonly {
    readonly replication: number;
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
  }[];
}

const missStyle: MarkStyle = { colour: "purple", dash: [], shape: "diamond", weight: 2 };

/** Intervals one above the other in the order of their estimates; those that miss the truth differ in colour and shape. */
export function coverageIntervals(
  heading: ChartHeading,
  { quantity, format = "number", truth, intervals }: CoverageIntervalsData,
): Figure {
  const words = chartWords(heading.language);
  const write = numberWriter(heading.language, format);
  const count = numberWriter(heading.language, "count");
  const ordered = intervals
    .filter(({ estimate, low, high }) => [estimate, low, high].every(Number.isFinite))
    .sort((a, b) => a.estimate - b.estimate || a.replication - b.replication)
    .map(({ estimate, low, high }, at) => ({ x: estimate, low, high, y: at + 1 }));
  const covers = ({ low, high }: { readonly low: number; readonly high: number }) =>
    low <= truth && truth <= high;
  const covering = ordered.filter(covers);
  const missing = ordered.filter((each) => !covers(each));
  const dense = ordered.length > 20 ? ({ dense: true } as const) : {};
  const marks: Mark[] = [
    { kind: "intervals", name: words.coveringTruth, style: seriesStyle(0), points: covering, ...dense },
    { kind: "intervals", name: words.missingTruth, style: missStyle, points: missing, ...dense },
  ];
  return {
    ...heading,
    summary: sentence(
      ordered.length === 0
        ? []
        : [`${quantity}: ${words.coverage(count(covering.length), count(ordered.length), write(truth))}`],
      heading.language,
    ),
    x: { label: quantity, format },
    y: { label: words.byEstimate, format: "count", min: 0, max: ordered.length + 1 },
    marks,
    guides: [{ axis: "x", at: truth, name: `${words.truth} ${write(truth)}`, style: truthStyle }],
    table: {
      columns: [
        { key: "replication", label: words.replication, format: "count" },
        { key: "estimate", label: words.estimate, format },
        { key: "confLow", label: words.low, format },
        { key: "confHigh", label: words.high, format },
        { key: "coversTruth", label: words.covers, format: "text" },
      ],
      rows: intervals.map((each) => [
        each.replication,
        each.estimate,
        each.low,
        each.high,
        covers(each) ? words.yes : words.no,
      ]),
    },
  };
}
