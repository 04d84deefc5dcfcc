import type { Figure, Guide, NumberFormat } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { cursorStyle, eventStyle, seriesStyle } from "../figure/palette.ts";
import { finiteOrNull } from "./cells.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

export interface TimeSeriesData {
  /** One entry a line: values[i] belongs to years[i]; NaN where there is none. */
  readonly series: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
  readonly years: readonly number[];
  /** The quantity, for the y axis. */
  readonly quantity: string;
  readonly format: NumberFormat;
  /** The year now shown, marked by a line; the last year with values when missing. */
  readonly cursor?: number;
  /** Years in which something was changed, with what it was. */
  readonly events?: readonly { readonly year: number; readonly name: string }[];
}

/**
 * Lines by year, from 0 up. The x axis reaches from the first to the last of `years`, also while values are still missing, so
 * that it stands still while a simulation runs. The table has a row a year and a column a series.
 */
export function timeSeries(heading: ChartHeading, data: TimeSeriesData): Figure {
  const { series, years, quantity, format, cursor, events = [] } = data;
  const words = chartWords(heading.language);
  return {
    ...heading,
    summary: timeSeriesSummary(heading, data),
    x: { label: words.year, format: "year", min: years[0] ?? 0, max: years.at(-1) ?? 1 },
    y: { label: quantity, format, includesZero: true },
    marks: series.map(({ name, values }, at) => ({
      kind: "line",
      name,
      style: seriesStyle(at),
      points: years.map((x, index) => ({ x, y: values[index] ?? Number.NaN })),
    })),
    guides: [
      ...events.map(
        ({ year, name }): Guide => ({ axis: "x", at: year, name: `${year}: ${name}`, style: eventStyle }),
      ),
      ...(cursor === undefined
        ? []
        : [{ axis: "x", at: cursor, name: words.year, style: cursorStyle, inLegend: false } as const]),
    ],
    table: {
      columns: [
        { key: "year", label: words.year, format: "year" },
        ...series.map(({ name }) => ({ key: name, label: name, format })),
      ],
      rows: years.map((year, index) => [year, ...series.map(({ values }) => finiteOrNull(values[index]))]),
    },
  };
}

function timeSeriesSummary(
  { language }: ChartHeading,
  { series, years, quantity, format, cursor, events = [] }: TimeSeriesData,
): string {
  const words = chartWords(language);
  const last = years.findLastIndex((_, index) => series.some(({ values }) => Number.isFinite(values[index])));
  const shown = cursor === undefined ? last : years.indexOf(cursor);
  const year = years[shown];
  if (year === undefined) return sentence([], language);
  const write = numberWriter(language, format);
  // The only line needs no name beside that of the quantity.
  const values = series
    .map(
      ({ name, values: each }) => `${series.length > 1 ? `${name} ` : ""}${write(each[shown] ?? Number.NaN)}`,
    )
    .join(", ");
  const past = events.filter((event) => event.year <= year).map((event) => `${event.year} ${event.name}`);
  return sentence(
    [
      `${words.inYear(String(year))}, ${quantity}: ${values}`,
      past.length > 0 ? words.marked(past.join(", ")) : "",
    ],
    language,
  );
}
