import type { Figure, Mark, NumberFormat } from "../figure/figure.ts";
import { numberWriter } from "../figure/numbers.ts";
import { publishedStyle, referenceStyle, seriesStyle, truthStyle } from "../figure/palette.ts";
import { finiteOrNull } from "./cells.ts";
import { estimateSlots } from "./estimateSlots.ts";
import type { ChartHeading } from "./heading.ts";
import { chartWords, sentence } from "./words.ts";

/** What one method found for one term; a number that is not finite is not drawn. */
export interface CoefficientEstimate {
  readonly method: string;
  readonly term: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface CoefficientsData {
  /** The quantity on the x axis, say "coefficient, probit index". */
  readonly quantity: string;
  readonly format?: NumberFormat;
  /** Terms from top to bottom by their machine names, with the names people read. */
  readonly terms: readonly { readonly term: string; readonly label: string }[];
  readonly estimates: readonly CoefficientEstimate[];
  /** True value of each term, where there is one. */
  readonly truth?: ReadonlyMap<string, number>;
  /** Published value of each term, where there is one. */
  readonly published?: ReadonlyMap<string, number>;
  /** Where no effect is: 0, the default, or 1 for hazard ratios. */
  readonly noEffect?: number;
}

/**
 * Estimates with their intervals, a row a term and within it a line a method; the truth is a tick across the row, the
 * published value a diamond. The table has a row an estimate.
 */
export function coefficients(heading: ChartHeading, data: CoefficientsData): Figure {
  const { quantity, format = "number", terms, estimates, truth, published, noEffect = 0 } = data;
  const words = chartWords(heading.language);
  const placeOf = new Map(terms.map(({ term }, at) => [term, at]));
  const labelOf = new Map(terms.map(({ term, label }) => [term, label]));
  const shown = estimates.filter(({ term }) => placeOf.has(term));
  const methods = [...new Set(shown.map(({ method }) => method))];
  const slots = estimateSlots(methods.length);
  const single = (values: ReadonlyMap<string, number> | undefined) =>
    terms.flatMap(({ term }, y) => {
      const x = values?.get(term) ?? Number.NaN;
      return Number.isFinite(x) ? [{ x, y }] : [];
    });
  const marks: Mark[] = methods.map((method, at) => ({
    kind: "intervals",
    name: method,
    style: seriesStyle(at === 0 ? 0 : at + 1),
    points: shown
      .filter((each) => each.method === method && Number.isFinite(each.estimate))
      .map(({ term, estimate, low, high }) => ({
        x: estimate,
        low: Number.isFinite(low) ? low : estimate,
        high: Number.isFinite(high) ? high : estimate,
        y: (placeOf.get(term) ?? 0) + (slots[at] ?? 0),
      })),
  }));
  const truths = single(truth);
  const publishedPoints = single(published);
  if (truths.length > 0)
    marks.unshift({ kind: "dots", name: words.truth, style: truthStyle, points: truths });
  if (publishedPoints.length > 0) {
    marks.push({ kind: "dots", name: words.published, style: publishedStyle, points: publishedPoints });
  }
  return {
    ...heading,
    summary: coefficientsSummary(heading, data, labelOf),
    x: { label: quantity, format },
    y: { label: "", format: "number", categories: terms.map(({ label }) => label) },
    marks,
    guides: [{ axis: "x", at: noEffect, name: "", style: referenceStyle, inLegend: false }],
    table: {
      columns: [
        { key: "term", label: words.term, format: "text" },
        { key: "method", label: words.method, format: "text" },
        { key: "estimate", label: words.estimate, format },
        { key: "confLow", label: words.low, format },
        { key: "confHigh", label: words.high, format },
        { key: "truth", label: words.truth, format },
        { key: "published", label: words.published, format },
      ],
      rows: shown.map(({ term, method, estimate, low, high }) => [
        labelOf.get(term) ?? term,
        method,
        ...[estimate, low, high, truth?.get(term), published?.get(term)].map(finiteOrNull),
      ]),
    },
  };
}

function coefficientsSummary(
  { language }: ChartHeading,
  { format = "number", estimates, truth, published }: CoefficientsData,
  labelOf: ReadonlyMap<string, string>,
): string {
  const words = chartWords(language);
  const write = numberWriter(language, format);
  const known = (word: string, value: number | undefined) =>
    value !== undefined && Number.isFinite(value) ? `, ${word} ${write(value)}` : "";
  const parts = [...labelOf].flatMap(([term, label]) => {
    const found = estimates.filter((each) => each.term === term && Number.isFinite(each.estimate));
    if (found.length === 0) return [];
    const each = found.map(
      ({ method, estimate, low, high }) =>
        `${method} ${write(estimate)} (${words.interval(write(low), write(high))})`,
    );
    return [
      `${label}: ${each.join(", ")}${known(words.truth, truth?.get(term))}${known(words.published, published?.get(term))}`,
    ];
  });
  return sentence(parts, language);
}
