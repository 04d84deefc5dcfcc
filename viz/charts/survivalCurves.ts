import type { Figure, Mark } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { seriesStyle } from "../figure/palette.ts";
import { finiteOrNull } from "./cells.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

/** One estimated curve: survival[i] holds from times[i] until the next; times rise and are above 0. */
export interface SurvivalCurve {
  readonly name: string;
  readonly times: ArrayLike<number>;
  readonly survival: ArrayLike<number>;
  /** Pointwise limits, where there are any. */
  readonly low?: ArrayLike<number>;
  readonly high?: ArrayLike<number>;
}

export interface SurvivalCurvesData {
  readonly groups: readonly SurvivalCurve[];
  /** What time is, say "years abroad". */
  readonly time: string;
  /** What survives, say "spells still running". */
  readonly quantity: string;
}

/** Steps that begin at 1 at time 0, with their limits as bands, a line a group. */
export function survivalCurves(
  heading: ChartHeading,
  { groups, time, quantity }: SurvivalCurvesData,
): Figure {
  const words = chartWords(heading.language);
  const write = numberWriter(heading.language, "percent");
  const count = numberWriter(heading.language, "number");
  const bands = groups.flatMap(({ name, times, low, high }, at): Mark[] => {
    if (!low || !high) return [];
    const points = [
      { x: 0, low: 1, high: 1 },
      ...Array.from(times, (x, i) => ({ x, low: low[i] ?? Number.NaN, high: high[i] ?? Number.NaN })),
    ];
    return [{ kind: "band", name, style: seriesStyle(at), points, stepped: true, inLegend: false }];
  });
  const lines = groups.map(({ name, times, survival }, at): Mark => {
    const points = [{ x: 0, y: 1 }, ...Array.from(times, (x, i) => ({ x, y: survival[i] ?? Number.NaN }))];
    return { kind: "line", name, style: seriesStyle(at), points, stepped: true };
  });
  const ends = groups.flatMap(({ name, times, survival }) => {
    const last = times.length - 1;
    const [at, value] = [times[last], survival[last]];
    return at === undefined || value === undefined ? [] : [`${name} ${write(value)} (${time} ${count(at)})`];
  });
  return {
    ...heading,
    summary: sentence(ends.length > 0 ? [`${quantity}: ${ends.join(", ")}`] : [], heading.language),
    x: { label: time, format: "number", min: 0 },
    y: { label: quantity, format: "percent", min: 0, max: 1 },
    marks: [...bands, ...lines],
    guides: [],
    table: {
      columns: [
        { key: "group", label: words.group, format: "text" },
        { key: "time", label: time, format: "number" },
        { key: "survival", label: quantity, format: "percent" },
        { key: "confLow", label: words.low, format: "percent" },
        { key: "confHigh", label: words.high, format: "percent" },
      ],
      rows: groups.flatMap(({ name, times, survival, low, high }) =>
        Array.from(times, (at, i) => [name, at, ...[survival[i], low?.[i], high?.[i]].map(finiteOrNull)]),
      ),
    },
  };
}
