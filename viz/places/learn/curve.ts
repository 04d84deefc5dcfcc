import { finiteOrNull } from "../../charts/cells.ts";
import type { ChartHeading } from "../../charts/heading.ts";
import type { Axis, Figure, Guide } from "../../figure/figure.ts";
import { numberWriter } from "../../figure/numbers.ts";
import { seriesStyle } from "../../figure/palette.ts";

export interface CurveData {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly { readonly name: string; readonly points: readonly { x: number; y: number }[] }[];
  readonly guides?: readonly Guide[];
  /** The figure in a sentence. */
  readonly summary: string;
  /** Marks every point, where there are few. */
  readonly dots?: boolean;
}

/** Lines over any axis. All series have the same places on the x axis; the table has a row for each of them. */
export function curve(heading: ChartHeading, data: CurveData): Figure {
  const { x, y, series, guides = [], summary, dots = false } = data;
  const places = series[0]?.points.map((point) => point.x) ?? [];
  const writeX = numberWriter(heading.language, x.format);
  return {
    ...heading,
    summary,
    x,
    y,
    marks: series.flatMap(({ name, points }, at) => [
      { kind: "line", name, style: seriesStyle(at), points } as const,
      ...(dots ? [{ kind: "dots", name, style: seriesStyle(at), points, inLegend: false } as const] : []),
    ]),
    guides,
    table: {
      columns: [
        { key: "x", label: x.label, format: x.categories === undefined ? x.format : "text" },
        ...series.map(({ name }, at) => ({ key: `series${at + 1}`, label: name, format: y.format })),
      ],
      rows: places.map((place, row) => [
        x.categories?.[place] ?? (x.categories === undefined ? place : writeX(place)),
        ...series.map(({ points }) => finiteOrNull(points[row]?.y)),
      ]),
    },
  };
}
