import type { PerformanceName } from "../../study/design.ts";
import type { Measure, Share } from "../../study/performance.ts";
import type { EstimandSummary } from "../../study/summary.ts";
import { decimalsFor, formatMeasure, formatNumber, formatShare } from "../formatMeasure.ts";
import { textTable } from "../textTable.ts";

export const TITLES: Readonly<Record<PerformanceName, string>> = {
  bias: "bias",
  relativeBias: "rel. bias",
  empiricalSe: "emp. SE",
  modelSe: "model SE",
  relativeError: "rel. err. %",
  mse: "MSE",
  rmse: "RMSE",
  coverage: "coverage %",
  biasEliminatedCoverage: "b.e. cov. %",
  rejection: "reject %",
  typeS: "type S %",
  typeM: "type M",
  intervalWidth: "CI width",
  convergence: "valid %",
};

/** Measures side by side that still fit the width; the rest goes into a second table below. */
const MEASURES_PER_TABLE = 5;

/** Case-wise or list-wise. */
export type MeasuredEstimand = Pick<EstimandSummary, "estimand" | "truth" | "estimate" | "measures">;

export function estimandTables(
  performance: readonly PerformanceName[],
  estimands: readonly MeasuredEstimand[],
): string {
  const tables: string[] = [];
  for (let from = 0; from < performance.length; from += MEASURES_PER_TABLE) {
    tables.push(estimandTable(performance.slice(from, from + MEASURES_PER_TABLE), estimands));
  }
  return tables.join("\n\n");
}

function estimandTable(
  performance: readonly PerformanceName[],
  estimands: readonly MeasuredEstimand[],
): string {
  return textTable(
    [
      { title: "estimand", align: "left" },
      { title: "truth", align: "right" },
      { title: "estimate", align: "right" },
      ...performance.map((name) => ({ title: TITLES[name], align: "right" as const })),
    ],
    estimands.map(({ estimand, truth, estimate, measures }) => {
      // One number of decimals for all that is in the estimand's unit, so that bias and errors compare by eye.
      const decimals = decimalsFor(measures.bias?.mcse || measures.empiricalSe?.mcse || estimate.mcse);
      return [
        inTwoLines(estimand),
        formatNumber(truth, decimals),
        // Beside a truth the error of the mean stands with the bias.
        Number.isNaN(truth) ? formatMeasure(estimate, decimals) : formatNumber(estimate.value, decimals),
        ...performance.map((name) => formatCell(measures[name], IN_UNIT.has(name) ? decimals : null)),
      ];
    }),
  );
}

/** Measures in the unit of the estimand. */
export const IN_UNIT: ReadonlySet<PerformanceName> = new Set([
  "bias",
  "empiricalSe",
  "modelSe",
  "rmse",
  "intervalWidth",
]);

export function formatCell(measure: Measure | Share | undefined, decimals: number | null): string {
  if (measure === undefined) return "–";
  return "low" in measure
    ? formatShare(measure)
    : formatMeasure(measure, decimals ?? decimalsFor(measure.mcse));
}

/** `averagePartialEffect(term)` in two lines: the term would make the column wide. */
export function inTwoLines(estimand: string): string {
  return estimand.replace(/(?<=\w)\(/, "\n (");
}
