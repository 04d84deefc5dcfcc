import type { ResultTerm } from "../../../study/estimate/estimateResult.ts";
import type { ShownResult } from "../../../workers/lab/dataJobs.ts";
import type { Format } from "../../i18n/format.ts";
import type { DataTableProps } from "../../ui/DataTable.tsx";
import type { ResultWords } from "./resultWords.ts";

type TableOfTexts = Pick<DataTableProps, "columns" | "rows">;

/** Lines that a page shows; files have them all. */
export const MOST_LINES = 120;

/** The coefficients, a line a term. */
export function coefficientTable(result: ShownResult, words: ResultWords, format: Format): TableOfTexts {
  const { columns } = words;
  const robust = result.robust !== null;
  const level = format.percent(result.confidenceLevel, 0);
  return {
    columns: [
      { title: columns.term },
      { title: columns.estimate, numeric: true },
      { title: robust ? columns.robust : columns.error, numeric: true },
      { title: columns.z, numeric: true },
      { title: columns.p, numeric: true },
      { title: `${level} ${columns.low}`, numeric: true },
      { title: `${level} ${columns.high}`, numeric: true },
    ],
    rows: result.terms.slice(0, MOST_LINES).map((term) => {
      if (Number.isNaN(term.estimate)) return [term.term, words.notEstimated, "–", "–", "–", "–", "–"];
      const error = term.robustStdError ?? term.stdError;
      const write = decimals(error, format);
      return [
        term.term,
        write(term.estimate),
        write(error),
        format.fixed(term.statistic, 2),
        format.pValue(term.pValue),
        write(term.confLow),
        write(term.confHigh),
      ];
    }),
  };
}

/** exp of the coefficients with their limits. */
export function ratioTable(result: ShownResult, words: ResultWords, format: Format): TableOfTexts {
  const level = format.percent(result.confidenceLevel, 0);
  const has = (term: ResultTerm) => term.hazardRatio !== null && !Number.isNaN(term.hazardRatio);
  const write = (value: number | null) => format.number(value ?? Number.NaN, 4);
  return {
    columns: [
      { title: words.columns.term },
      { title: words.columns.ratio, numeric: true },
      { title: `${level} ${words.columns.low}`, numeric: true },
      { title: `${level} ${words.columns.high}`, numeric: true },
    ],
    rows: result.terms
      .filter(has)
      .slice(0, MOST_LINES)
      .map((term) => [
        term.term,
        ...[term.hazardRatio, term.hazardRatioConfLow, term.hazardRatioConfHigh].map(write),
      ]),
  };
}

/** The average partial effects; no lines where there are none. */
export function effectTable(result: ShownResult, words: ResultWords, format: Format): TableOfTexts {
  const level = format.percent(result.confidenceLevel, 0);
  return {
    columns: [
      { title: words.columns.term },
      { title: words.columns.effect, numeric: true },
      { title: words.columns.error, numeric: true },
      { title: words.columns.p, numeric: true },
      { title: `${level} ${words.columns.low}`, numeric: true },
      { title: `${level} ${words.columns.high}`, numeric: true },
    ],
    rows: (result.averagePartialEffects ?? []).slice(0, MOST_LINES).map((effect) => {
      const write = decimals(effect.stdError, format);
      return [
        effect.term,
        write(effect.estimate),
        write(effect.stdError),
        format.pValue(effect.pValue),
        write(effect.confLow),
        write(effect.confHigh),
      ];
    }),
  };
}

/** The test of proportional hazards, a line a term and one for all. */
export function hazardTable(result: ShownResult, words: ResultWords, format: Format): TableOfTexts {
  const { columns } = words;
  return {
    columns: [
      { title: columns.term },
      { title: columns.chi, numeric: true },
      { title: columns.df, numeric: true },
      { title: columns.p, numeric: true },
    ],
    rows: (result.proportionalHazards ?? []).map(({ term, statistic, df, pValue }) => [
      term,
      format.fixed(statistic, 2),
      format.count(df),
      format.pValue(pValue),
    ]),
  };
}

/** As many decimals as show three digits of a standard error, at most eight. */
function decimals(error: number, format: Format): (value: number) => string {
  if (!(error > 0) || !Number.isFinite(error)) return (value) => format.number(value, 4);
  const shown = Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(error))));
  return (value) => format.fixed(value, shown);
}
