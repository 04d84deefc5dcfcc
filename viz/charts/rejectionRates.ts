import type { Figure, Mark } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { referenceStyle, seriesStyle } from "../figure/palette.ts";
import { finiteOrNull } from "./cells.ts";
import { estimateSlots } from "./estimateSlots.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

export interface RejectionRatesData {
  /** The rate on the x axis, say "called significant". */
  readonly quantity: string;
  readonly rates: readonly {
    readonly cell: string;
    readonly method: string;
    readonly rate: number;
    /** Monte Carlo standard error of the rate. */
    readonly monteCarloError: number;
  }[];
  /** Where the rate should be when nothing is there to find, say 0.05. */
  readonly nominal?: number;
}

/** A row a cell of the design and within it a line a method; bars reach two Monte Carlo errors to either side, within 0 and 1. */
export function rejectionRates(
  heading: ChartHeading,
  { quantity, rates, nominal }: RejectionRatesData,
): Figure {
  const words = chartWords(heading.language);
  const write = numberWriter(heading.language, "percent");
  const cells = [...new Set(rates.map(({ cell }) => cell))];
  const methods = [...new Set(rates.map(({ method }) => method))];
  const slots = estimateSlots(methods.length);
  const marks = methods.map(
    (method, at): Mark => ({
      kind: "intervals",
      name: method,
      style: seriesStyle(at),
      points: rates
        .filter((each) => each.method === method && Number.isFinite(each.rate))
        .map(({ cell, rate, monteCarloError }) => {
          const reach = Number.isFinite(monteCarloError) ? 2 * monteCarloError : 0;
          const y = cells.indexOf(cell) + (slots[at] ?? 0);
          return { x: rate, low: Math.max(0, rate - reach), high: Math.min(1, rate + reach), y };
        }),
    }),
  );
  const parts = cells.map((cell) => {
    const found = rates.filter((each) => each.cell === cell);
    return `${cell}: ${found.map(({ method, rate, monteCarloError }) => `${method} ${write(rate)} (±\u00a0${write(monteCarloError)})`).join(", ")}`;
  });
  return {
    ...heading,
    summary: sentence(parts, heading.language),
    x: { label: `${quantity} (±\u00a02 ${words.monteCarloErrors})`, format: "percent", min: 0, max: 1 },
    y: { label: "", format: "number", categories: cells },
    marks,
    guides:
      nominal === undefined
        ? []
        : [
            {
              axis: "x",
              at: nominal,
              name: `${words.nominal} ${write(nominal)}`,
              style: { ...referenceStyle, weight: 1 },
            },
          ],
    table: {
      columns: [
        { key: "cell", label: words.cell, format: "text" },
        { key: "method", label: words.method, format: "text" },
        { key: "rate", label: quantity, format: "percent" },
        { key: "monteCarloError", label: words.monteCarloError, format: "percent" },
      ],
      rows: rates.map(({ cell, method, rate, monteCarloError }) => [
        cell,
        method,
        finiteOrNull(rate),
        finiteOrNull(monteCarloError),
      ]),
    },
  };
}
