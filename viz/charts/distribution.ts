import type { Figure, Guide, Mark, NumberFormat } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { meanStyle, seriesStyle, truthStyle } from "../figure/palette.ts";
import { binValues } from "./bins.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

export interface DistributionData {
  /** The estimate of each replication; one that is not finite is counted, not drawn. */
  readonly values: ArrayLike<number>;
  /** What each replication is called, in the order of `values`; 1, 2, 3 … when missing. */
  readonly replications?: readonly number[];
  readonly quantity: string;
  readonly format?: NumberFormat;
  readonly truth?: number;
  readonly mean?: number;
  /** More to say in the sentence, in the language: coverage, rejection. */
  readonly remarks?: readonly string[];
}

const mostBins = 30;
/** A stack of more dots than this would not fit, nor be counted by eye. */
const highestStack = 22;

/**
 * A dot a replication, stacked, while they can be told apart; bars when there are many. The truth and the mean are marked.
 * A dot stands for the row of the table with its number.
 */
export function distribution(heading: ChartHeading, data: DistributionData): Figure {
  const { quantity, format = "number", truth, mean } = data;
  const values = Array.from(data.values);
  const words = chartWords(heading.language);
  const names = data.replications ?? values.map((_, at) => at + 1);
  const write = numberWriter(heading.language, format);
  const marked: Guide[] = [];
  for (const [name, at, style] of [
    [words.truth, truth, truthStyle],
    [words.mean, mean, meanStyle],
  ] as const) {
    if (at !== undefined && Number.isFinite(at)) {
      marked.push({ axis: "x", at, name: `${name} ${write(at)}`, style });
    }
  }
  const bins = binValues(values, mostBins);
  const tallest = bins.counts.reduce((most, count) => Math.max(most, count), 0);
  const centre = (bin: number) => bins.start + (bin + 0.5) * bins.width;
  const name = tallest > highestStack ? words.replications : words.replication;
  const style = seriesStyle(0);
  const mark: Mark =
    tallest > highestStack
      ? {
          kind: "bars",
          name,
          style,
          width: bins.width,
          bars: bins.counts.map((to, bin) => ({ x: centre(bin), from: 0, to })),
        }
      : {
          kind: "dots",
          name,
          style,
          ...stacked(bins.binOf, centre),
          labels: values.flatMap((value, at) =>
            Number.isFinite(value) ? [`${words.replication} ${names[at]}: ${write(value)}`] : [],
          ),
        };
  const drawn = bins.counts.reduce((sum, count) => sum + count, 0);
  const count = numberWriter(heading.language, "count");
  return {
    ...heading,
    summary: sentence(
      values.length === 0
        ? []
        : [
            `${quantity}: ${words.estimated(count(drawn), count(values.length))}`,
            ...marked.map((guide) => guide.name),
            ...(data.remarks ?? []),
          ],
      heading.language,
    ),
    x: { label: quantity, format },
    y: {
      label: words.replications,
      format: "count",
      includesZero: true,
      ...(tallest > highestStack ? {} : { max: Math.max(12, tallest + 2) }),
    },
    marks: [mark],
    guides: marked,
    table: {
      columns: [
        { key: "replication", label: words.replication, format: "count" },
        { key: "estimate", label: quantity, format },
      ],
      rows: values.map((value, at) => [names[at] ?? null, Number.isFinite(value) ? value : null]),
    },
  };
}

function stacked(binOf: readonly number[], centre: (bin: number) => number) {
  const height = new Map<number, number>();
  const rows = binOf.flatMap((bin, at) => (bin < 0 ? [] : [at]));
  const points = rows.map((row) => {
    const bin = binOf[row] ?? 0;
    const y = (height.get(bin) ?? 0) + 1;
    height.set(bin, y);
    return { x: centre(bin), y };
  });
  return { points, rows };
}
