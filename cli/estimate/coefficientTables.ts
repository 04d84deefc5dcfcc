import type { BoundedEstimate, FitTest } from "../../estimators/index.ts";
import type { EstimateResult, ResultEffect } from "../../study/estimate/estimateResult.ts";
import { formatNumber } from "../formatMeasure.ts";
import { textTable } from "../textTable.ts";
import { left, limitTitles, oneLine, right, showNumber, showP } from "./numbersInTables.ts";

/** The tables of a fit, a line a term. */

export function coefficientTable(result: EstimateResult): string {
  const { terms, confidenceLevel } = result;
  const robust = terms.some(({ robustStdError }) => robustStdError !== null);
  const rows = terms.map((term) => {
    const { estimate, stdError, robustStdError, statistic, pValue, confLow, confHigh } = term;
    const used = robustStdError ?? stdError;
    const show = (value: number) => showNumber(value, used);
    const errors = robust ? [show(stdError), show(robustStdError ?? Number.NaN)] : [show(stdError)];
    const test = [formatNumber(statistic, 2), showP(pValue)];
    return [oneLine(term.term), show(estimate), ...errors, ...test, show(confLow), show(confHigh)];
  });
  for (const [name, value, further] of furtherRows(result)) {
    const show = (number: number) => showNumber(number, further?.stdError ?? value);
    const limits = further === null ? ["", ""] : [show(further.confLow), show(further.confHigh)];
    const error = further === null ? "" : show(further.stdError);
    rows.push([name, show(value), ...(robust ? [""] : []), error, "", "", ...limits]);
  }
  const errorTitles = robust ? ["std. error", "robust s.e."] : ["std. error"];
  const titles = ["estimate", ...errorTitles, "z", "p", ...limitTitles(confidenceLevel)];
  return textTable([left("term"), ...titles.map(right)], rows);
}

type Further = Omit<BoundedEstimate, "estimate">;

/** Parameters that are no coefficients: name, value, and error and limits where they have them. */
function furtherRows(result: EstimateResult): (readonly [string, number, Further | null])[] {
  const { randomEffect, frailty, selection } = result;
  const rows: (readonly [string, number, Further | null])[] = [];
  if (randomEffect !== null) {
    const { sigma, sigmaStdError, sigmaConfLow, sigmaConfHigh, rho } = randomEffect;
    const limits = { stdError: sigmaStdError, confLow: sigmaConfLow, confHigh: sigmaConfHigh };
    rows.push(["sigma", sigma, limits], ["rho", rho, null]);
  }
  if (frailty !== null) {
    const { variance, varianceStdError, confLow, confHigh } = frailty;
    rows.push(["frailty variance", variance, { stdError: varianceStdError, confLow, confHigh }]);
  }
  if (selection !== null) {
    const { shape, dependence } = selection;
    if (shape !== null) rows.push(["shape", shape.estimate, shape]);
    rows.push([dependence.parameter, dependence.estimate, dependence]);
  }
  return rows;
}

export function hazardRatioTable({ terms, confidenceLevel }: EstimateResult): string {
  const rows = terms.map(({ term, stdError, hazardRatio, hazardRatioConfLow, hazardRatioConfHigh }) => {
    const show = (value: number | null) => showNumber(value ?? Number.NaN, (hazardRatio ?? 1) * stdError);
    return [oneLine(term), show(hazardRatio), show(hazardRatioConfLow), show(hazardRatioConfHigh)];
  });
  return textTable([left("term"), ...["hazard ratio", ...limitTitles(confidenceLevel)].map(right)], rows);
}

export function averageEffectTable(effects: readonly ResultEffect[], confidenceLevel: number): string {
  const rows = effects.map(({ term, kind, estimate, stdError, statistic, pValue, confLow, confHigh }) => {
    const show = (value: number) => showNumber(value, stdError);
    const test = [formatNumber(statistic, 2), showP(pValue)];
    return [oneLine(term), kind, show(estimate), show(stdError), ...test, show(confLow), show(confHigh)];
  });
  const titles = ["effect", "std. error", "z", "p", ...limitTitles(confidenceLevel)];
  return textTable([left("average effect on Pr(y = 1)"), left("kind"), ...titles.map(right)], rows);
}

export function proportionalHazardsTable(tests: readonly (FitTest & { readonly term: string })[]): string {
  const rows = tests.map(({ term, statistic, df, pValue }) => [
    oneLine(term),
    formatNumber(statistic, 2),
    String(df),
    showP(pValue),
  ]);
  return textTable([left("proportional hazards"), ...["χ²", "df", "p"].map(right)], rows);
}
