import type { Figure, Mark, NumberFormat } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { cursorStyle, seriesStyle } from "../figure/palette.ts";
import { finiteOrNull } from "./cells.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

export interface DestinationMixData {
  /** One entry a destination, from the bottom up: values[i] belongs to years[i]; NaN where there is none. */
  readonly destinations: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
  readonly years: readonly number[];
  /** The quantity that is stacked, for the y axis. */
  readonly quantity: string;
  readonly format: NumberFormat;
  /** The year now shown; the last year with values when missing. */
  readonly cursor?: number;
}

/** Areas stacked by year; where they lie is their running sum, their numbers are those given. */
export function destinationMix(heading: ChartHeading, data: DestinationMixData): Figure {
  const { destinations, years, quantity, format, cursor } = data;
  const words = chartWords(heading.language);
  const floor = years.map(() => 0);
  const marks = destinations.map(({ name, values }, at): Mark => {
    const points = years.flatMap((x, index) => {
      const low = floor[index] ?? 0;
      const value = values[index] ?? Number.NaN;
      if (!Number.isFinite(value)) return [];
      floor[index] = low + value;
      return [{ x, low, high: low + value }];
    });
    return { kind: "band", name, style: seriesStyle(at), points, opaque: true };
  });
  const last = years.findLastIndex((_, at) => destinations.some(({ values }) => Number.isFinite(values[at])));
  const shown = cursor === undefined ? last : years.indexOf(cursor);
  const write = numberWriter(heading.language, format);
  const list = destinations.map(({ name, values }) => `${name} ${write(values[shown] ?? Number.NaN)}`);
  return {
    ...heading,
    summary: sentence(
      shown < 0 ? [] : [`${words.inYear(String(years[shown]))}, ${quantity}: ${list.join(", ")}`],
      heading.language,
    ),
    x: { label: words.year, format: "year", min: years[0] ?? 0, max: years.at(-1) ?? 1 },
    y: { label: quantity, format, includesZero: true },
    marks,
    guides:
      cursor === undefined
        ? []
        : [{ axis: "x", at: cursor, name: words.year, style: cursorStyle, inLegend: false }],
    table: {
      columns: [
        { key: "year", label: words.year, format: "year" },
        ...destinations.map(({ name }) => ({ key: name, label: name, format })),
      ],
      rows: years.map((year, at) => [year, ...destinations.map(({ values }) => finiteOrNull(values[at]))]),
    },
  };
}
