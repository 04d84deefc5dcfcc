import type { Figure, NumberFormat } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { seriesStyle, truthStyle } from "../figure/palette.ts";
import { finiteOrNull } from "./cells.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

export interface OutcomesInRowsData {
  readonly quantity: string;
  readonly format?: NumberFormat;
  /** All estimates, and the number of the replication of each. */
  readonly draws: ArrayLike<number>;
  readonly replications: readonly number[];
  readonly truth?: number;
  /** Those shown: `count` from place `from` on, as far as there are some. */
  readonly from: number;
  readonly count: number;
}

/**
 * Some draws one below the other: what a hypothetical outcome plot shows one after the other, for readers who want no motion. The axis is
 * that of all draws, so that it stands still from one handful to the next.
 */
export function outcomesInRows(heading: ChartHeading, data: OutcomesInRowsData): Figure {
  const { quantity, format = "number", draws, replications, truth = Number.NaN, from, count } = data;
  const words = chartWords(heading.language);
  const write = numberWriter(heading.language, format);
  const whole = numberWriter(heading.language, "count");
  const values = Array.from(draws);
  const finite = [...values, truth].filter(Number.isFinite);
  const least = finite.reduce((low, value) => Math.min(low, value), finite[0] ?? 0);
  const greatest = finite.reduce((high, value) => Math.max(high, value), finite[0] ?? 1);
  const margin = (greatest - least) / 20 || 0.5;
  const shown = values.slice(from, from + count);
  const nameOf = (at: number) => whole(replications[at] ?? at + 1);
  return {
    ...heading,
    summary: sentence(
      shown.map((value, at) => `${words.replication} ${nameOf(from + at)}: ${write(value)}`),
      heading.language,
    ),
    x: { label: quantity, format, min: least - margin, max: greatest + margin },
    y: {
      label: words.replication,
      format: "number",
      categories: shown.map((_, at) => nameOf(from + at)),
    },
    marks: [
      {
        kind: "dots",
        name: words.estimate,
        style: seriesStyle(0),
        points: shown.flatMap((x, y) => (Number.isFinite(x) ? [{ x, y }] : [])),
        rows: shown.flatMap((x, at) => (Number.isFinite(x) ? [from + at] : [])),
      },
    ],
    guides: Number.isFinite(truth)
      ? [{ axis: "x", at: truth, name: `${words.truth} ${write(truth)}`, style: truthStyle }]
      : [],
    table: {
      columns: [
        { key: "replication", label: words.replication, format: "count" },
        { key: "estimate", label: quantity, format },
      ],
      rows: values.map((value, at) => [replications[at] ?? at + 1, finiteOrNull(value)]),
    },
  };
}
