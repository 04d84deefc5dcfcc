import type { Figure, NumberFormat } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { cursorStyle, referenceStyle, seriesStyle } from "../figure/palette.ts";
import { finiteOrNull } from "./cells.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

export interface DifferenceStripData {
  readonly years: readonly number[];
  /** values[i] belongs to years[i]; NaN where there is none. */
  readonly values: ArrayLike<number>;
  /** What differs, say "firms whose decision flipped". */
  readonly quantity: string;
  readonly format: NumberFormat;
  readonly cursor?: number;
}

/** A bar a year from 0, on the years of the time series above it. */
export function differenceStrip(heading: ChartHeading, data: DifferenceStripData): Figure {
  const { years, values, quantity, format, cursor } = data;
  const words = chartWords(heading.language);
  const bars = years.flatMap((x, at) => {
    const to = values[at] ?? Number.NaN;
    return Number.isFinite(to) ? [{ x, from: 0, to }] : [];
  });
  const shown = cursor === undefined ? bars.at(-1) : bars.find(({ x }) => x === cursor);
  const write = numberWriter(heading.language, format);
  return {
    ...heading,
    summary: sentence(
      shown ? [`${words.inYear(String(shown.x))}, ${quantity}: ${write(shown.to)}`] : [],
      heading.language,
    ),
    x: { label: words.year, format: "year", min: (years[0] ?? 0) - 0.5, max: (years.at(-1) ?? 1) + 0.5 },
    y: { label: "", format, includesZero: true },
    strip: true,
    marks: [{ kind: "bars", name: quantity, style: seriesStyle(2), bars, width: 1 }],
    guides: [
      { axis: "y", at: 0, name: "", style: referenceStyle, inLegend: false },
      ...(cursor === undefined
        ? []
        : [{ axis: "x", at: cursor, name: words.year, style: cursorStyle, inLegend: false } as const]),
    ],
    table: {
      columns: [
        { key: "year", label: words.year, format: "year" },
        { key: "difference", label: quantity, format },
      ],
      rows: years.map((year, at) => [year, finiteOrNull(values[at])]),
    },
  };
}
