import type { Figure, Guide, NumberFormat } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { cursorStyle, referenceStyle, seriesStyle } from "../figure/palette.ts";
import { finiteOrNull } from "./cells.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

export interface PowerCurveData {
  /** What is varied, say "firms". */
  readonly quantity: string;
  readonly format: NumberFormat;
  /** In the order of x; low and high bound the power at x. */
  readonly points: readonly {
    readonly x: number;
    readonly power: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** Power that is wanted. */
  readonly target?: number;
  /** The smallest x that reaches it, where it is known. */
  readonly solution?: number;
}

/** Power against what is varied, with its band, the target across and the solution upright. */
export function powerCurve(heading: ChartHeading, data: PowerCurveData): Figure {
  const { quantity, format, points, target, solution } = data;
  const words = chartWords(heading.language);
  const percent = numberWriter(heading.language, "percent");
  const write = numberWriter(heading.language, format);
  const style = seriesStyle(0);
  const guides: Guide[] = [];
  if (target !== undefined) {
    guides.push({
      axis: "y",
      at: target,
      name: `${words.target} ${percent(target)}`,
      style: { ...referenceStyle, weight: 1 },
    });
  }
  if (solution !== undefined && Number.isFinite(solution)) {
    guides.push({ axis: "x", at: solution, name: `${quantity}: ${write(solution)}`, style: cursorStyle });
  }
  return {
    ...heading,
    summary: sentence(
      [
        points.length === 0
          ? ""
          : `${words.power}: ${points.map(({ x, power }) => `${percent(power)} (${quantity} ${write(x)})`).join(", ")}`,
        ...guides.map(({ name }) => name),
      ],
      heading.language,
    ),
    x: { label: quantity, format },
    y: { label: words.power, format: "percent", min: 0, max: 1 },
    marks: [
      {
        kind: "band",
        name: words.uncertainty,
        style,
        points: points.map(({ x, low, high }) => ({ x, low, high })),
      },
      { kind: "line", name: words.power, style, points: points.map(({ x, power }) => ({ x, y: power })) },
    ],
    guides,
    table: {
      columns: [
        { key: "x", label: quantity, format },
        { key: "power", label: words.power, format: "percent" },
        { key: "confLow", label: words.low, format: "percent" },
        { key: "confHigh", label: words.high, format: "percent" },
      ],
      rows: points.map(({ x, power, low, high }) => [x, ...[power, low, high].map(finiteOrNull)]),
    },
  };
}
