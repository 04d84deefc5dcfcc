import { csvChunks } from "../../panel/csvChunks.ts";
import { encodeLabels } from "../../panel/encodeLabels.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { EstimateResult, ResultTerm } from "./estimateResult.ts";

const NUMBERS = [
  "estimate",
  "stdError",
  "robustStdError",
  "statistic",
  "pValue",
  "confLow",
  "confHigh",
  "hazardRatio",
  "hazardRatioConfLow",
  "hazardRatioConfHigh",
] as const satisfies readonly (keyof ResultTerm)[];

/** The terms of a fit as CSV, a line each, with the columns that some term has a number in. */
export function termsCsv({ terms }: EstimateResult): string {
  const columns = NUMBERS.filter((name) => terms.some((term) => term[name] !== null));
  const labels = encodeLabels(
    "term",
    terms.map(({ term }) => term),
  );
  const table = tableFromColumns([
    labels,
    ...columns.map((name) => ({
      name,
      values: Float64Array.from(terms, (term) => term[name] ?? Number.NaN),
    })),
  ]);
  return [...csvChunks(table)].join("");
}
