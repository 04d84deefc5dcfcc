import type { Figure, NumberFormat } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { seriesStyle, truthStyle } from "../figure/palette.ts";
import { finiteOrNull } from "./cells.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

export interface HypotheticalOutcomeData {
  readonly quantity: string;
  readonly format?: NumberFormat;
  /** A row a world or method: draws[i] of every row are of the same replication. */
  readonly rows: readonly {
    readonly name: string;
    readonly draws: ArrayLike<number>;
    readonly truth?: number;
  }[];
  /** What each replication is called; 1, 2, 3 … when missing. */
  readonly replications?: readonly number[];
  /** The draw now shown, from 0. */
  readonly at: number;
}

/**
 * One draw of each row, a frame of a hypothetical outcome plot (Hullman, Resnick and Adar 2015): shown one after the other, draws
 * let the eye count how often one row is above another. The axis is that of all draws, so that it stands still.
 */
export function hypotheticalOutcome(
  heading: ChartHeading,
  { quantity, format = "number", rows, replications = [], at }: HypotheticalOutcomeData,
): Figure {
  const words = chartWords(heading.language);
  const write = numberWriter(heading.language, format);
  const count = numberWriter(heading.language, "count");
  const all = rows
    .flatMap(({ draws, truth }) => [...Array.from(draws), truth ?? Number.NaN])
    .filter(Number.isFinite);
  const least = all.reduce((low, value) => Math.min(low, value), all[0] ?? 0);
  const greatest = all.reduce((high, value) => Math.max(high, value), all[0] ?? 1);
  const margin = (greatest - least) / 20 || 0.5;
  const longest = rows.reduce((most, { draws }) => Math.max(most, draws.length), 0);
  const truths = rows.flatMap(({ truth }, y) =>
    truth !== undefined && Number.isFinite(truth) ? [{ x: truth, y }] : [],
  );
  const points = rows.flatMap(({ draws }, y) => {
    const x = draws[at] ?? Number.NaN;
    return Number.isFinite(x) ? [{ x, y }] : [];
  });
  const list = rows.map(({ name, draws }) => `${name} ${write(draws[at] ?? Number.NaN)}`);
  return {
    ...heading,
    summary: sentence(
      points.length === 0
        ? []
        : [
            `${words.drawOf(count(replications[at] ?? at + 1), count(longest))}, ${quantity}: ${list.join(", ")}`,
          ],
      heading.language,
    ),
    x: { label: quantity, format, min: least - margin, max: greatest + margin },
    y: { label: "", format: "number", categories: rows.map(({ name }) => name) },
    marks: [
      ...(truths.length > 0
        ? [{ kind: "dots", name: words.truth, style: truthStyle, points: truths } as const]
        : []),
      { kind: "dots", name: words.estimate, style: seriesStyle(0), points, rows: points.map(() => at) },
    ],
    guides: [],
    table: {
      columns: [
        { key: "draw", label: words.replication, format: "count" },
        ...rows.map(({ name }) => ({ key: name, label: name, format })),
      ],
      rows: Array.from({ length: longest }, (_, draw) => [
        replications[draw] ?? draw + 1,
        ...rows.map(({ draws }) => finiteOrNull(draws[draw])),
      ]),
    },
  };
}
