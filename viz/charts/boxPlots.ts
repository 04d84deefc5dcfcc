import type { Box, Figure, Mark, NumberFormat } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { meanStyle, referenceStyle, seriesStyle, truthStyle } from "../figure/palette.ts";
import { finiteOrNull } from "./cells.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

export interface BoxPlotsData {
  readonly quantity: string;
  readonly format?: NumberFormat;
  /** From top to bottom; every number is given. */
  readonly groups: readonly (Omit<Box, "y"> & {
    readonly name: string;
    readonly mean?: number;
    readonly truth?: number;
  })[];
}

/** A box a method or world, the truth of each as a tick across its row. */
export function boxPlots(
  heading: ChartHeading,
  { quantity, format = "number", groups }: BoxPlotsData,
): Figure {
  const words = chartWords(heading.language);
  const write = numberWriter(heading.language, format);
  const single = (pick: "mean" | "truth") =>
    groups.flatMap((group, y) => {
      const x = group[pick];
      return x !== undefined && Number.isFinite(x) ? [{ x, y }] : [];
    });
  const [means, truths] = [single("mean"), single("truth")];
  const marks: Mark[] = [
    {
      kind: "boxes",
      name: words.estimates,
      style: seriesStyle(0),
      boxes: groups.map(({ low, q1, median, q3, high, outliers }, y) => ({
        y,
        low,
        q1,
        median,
        q3,
        high,
        outliers,
      })),
    },
  ];
  if (means.length > 0) marks.push({ kind: "dots", name: words.mean, style: meanStyle, points: means });
  if (truths.length > 0) marks.push({ kind: "dots", name: words.truth, style: truthStyle, points: truths });
  return {
    ...heading,
    summary: sentence(
      groups.map(({ name, median, q1, q3, truth }) => {
        const known = truth !== undefined && Number.isFinite(truth) ? `, ${words.truth} ${write(truth)}` : "";
        return `${name}: ${words.median} ${write(median)} (${words.interval(write(q1), write(q3))})${known}`;
      }),
      heading.language,
    ),
    x: { label: quantity, format },
    y: { label: "", format: "number", categories: groups.map(({ name }) => name) },
    marks,
    guides: [{ axis: "x", at: 0, name: "", style: referenceStyle, inLegend: false }],
    table: {
      columns: [
        { key: "group", label: words.group, format: "text" },
        { key: "lowerWhisker", label: words.smallest, format },
        { key: "lowerQuartile", label: words.lowerQuartile, format },
        { key: "median", label: words.median, format },
        { key: "upperQuartile", label: words.upperQuartile, format },
        { key: "upperWhisker", label: words.largest, format },
        { key: "mean", label: words.mean, format },
        { key: "truth", label: words.truth, format },
      ],
      rows: groups.map(({ name, low, q1, median, q3, high, mean, truth }) => [
        name,
        ...[low, q1, median, q3, high, mean, truth].map(finiteOrNull),
      ]),
    },
  };
}
