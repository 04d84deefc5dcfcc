import type { FitTest } from "../../estimators/index.ts";
import type { EstimateResult, ResultLinear } from "../../study/estimate/estimateResult.ts";
import { formatNumber } from "../formatMeasure.ts";
import { count, oneLine, showTestP } from "./numbersInTables.ts";

type Line = readonly [name: string, text: string];

/** What the coefficients rest on, a line each. */
export function summaryLines(result: EstimateResult): string {
  const { observations, event, events, clusters, linear, concordance } = result;
  const label = event == null || event === "TRUE" ? "the event" : `the event, ${event}`;
  const ofThem = events === null ? "" : `, ${count(events)} with ${label}`;
  const lines: Line[] = [
    ["observations", count(observations) + ofThem],
    ["rows left out", leftOut(result)],
    ...randomEffectLines(result),
    ...frailtyLines(result),
    ...selectionLines(result),
    ...(linear === null ? [] : linearLines(linear)),
    ...(clusters === null ? [] : [["clusters", count(clusters)] as const]),
    ["log-likelihood", likelihood(result)],
    ["AIC, BIC", `${formatNumber(result.aic, 3)}, ${formatNumber(result.bic, 3)}`],
  ];
  if (concordance !== null) {
    const { estimate, stdError } = concordance;
    lines.push(["concordance", `${formatNumber(estimate, 4)}, std. error ${formatNumber(stdError, 4)}`]);
  }
  lines.push(...testLines(result));
  if (!result.converged) lines.push(["converged", "no: see the warnings"]);
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  return lines.map(([name, text]) => name.padEnd(width) + oneLine(text)).join("\n");
}

function randomEffectLines({ randomEffect, groups }: EstimateResult): Line[] {
  if (randomEffect === null) return [];
  const { group, quadrature, quadratureError, test } = randomEffect;
  const check =
    quadratureError === null
      ? ""
      : `; twice as many move the log-likelihood by ${quadratureError.toExponential(1)}`;
  return [
    ["groups", `${count(groups ?? 0)} of ${group}`],
    ["quadrature", `${quadrature} nodes${check}`],
    ...(test === null ? [] : [["sigma = 0", `likelihood ratio ${testText(test)}`] as const]),
  ];
}

function frailtyLines({ frailty, groups }: EstimateResult): Line[] {
  if (frailty === null) return [];
  return [
    ["groups", `${count(groups ?? 0)} of ${frailty.group}`],
    ...(frailty.test === null ? [] : [["no frailty", `likelihood ratio ${testText(frailty.test)}`] as const]),
  ];
}

function selectionLines({ selection }: EstimateResult): Line[] {
  if (selection === null) return [];
  const { selectedObservations, censored, dependence, logLikelihoodIndependent, independenceTest } =
    selection;
  const { correlation, correlationStdError, bound } = dependence;
  const error = Number.isFinite(correlationStdError)
    ? `, std. error ${formatNumber(correlationStdError, 4)}`
    : "";
  const apart = `log-likelihood of the two apart ${formatNumber(logLikelihoodIndependent, 4)}`;
  return [
    ["selected", `${count(selectedObservations)}, ${count(censored)} of them censored`],
    ["correlation", `${formatNumber(correlation, 4)}${error}; this model reaches ±${bound}`],
    ["independence", `likelihood ratio ${testText(independenceTest.likelihoodRatio)}; ${apart}`],
  ];
}

function linearLines(linear: ResultLinear): Line[] {
  const { residualStdError, residualDegreesOfFreedom, rSquared, withinRSquared } = linear;
  const absorbed = linear.absorbed.map(({ effects, levels }) => `${effects} (${count(levels)})`);
  const within =
    absorbed.length === 0 ? "" : `, ${formatNumber(withinRSquared, 4)} within the absorbed effects`;
  const error = formatNumber(residualStdError, 4);
  return [
    ...(absorbed.length === 0 ? [] : [["absorbed", absorbed.join(", ")] as const]),
    ["R²", formatNumber(rSquared, 4) + within],
    ["residual", `std. error ${error} on ${count(residualDegreesOfFreedom)} degrees of freedom`],
  ];
}

function testLines({ tests }: EstimateResult): Line[] {
  const named: [string, FitTest | null][] = [
    ["likelihood ratio", tests.likelihoodRatio],
    ["Wald", tests.wald],
    ["score", tests.score],
    ["robust score", tests.robustScore],
  ];
  return named.flatMap(([name, test]): Line[] => {
    if (test === null || !Number.isFinite(test.statistic)) return [];
    return [[`${name} test`, testText(test)]];
  });
}

function testText({ statistic, df, pValue }: FitTest): string {
  return `${formatNumber(statistic, 2)} on ${df} df, p ${showTestP(pValue)}`;
}

function leftOut({ dropped, missing, outsideSubset, outsideWhere }: EstimateResult): string {
  const reasons: string[] = [];
  if (outsideWhere > 0) reasons.push(`${count(outsideWhere)} by --where`);
  if (outsideSubset > 0) reasons.push(`${count(outsideSubset)} outside the subset`);
  if (dropped > 0) {
    const cells = missing.map(({ expression, rows }) => `${expression} in ${count(rows)}`).join(", ");
    reasons.push(`${count(dropped)} with missing cells (${cells})`);
  }
  return reasons.length === 0 ? "none" : reasons.join(", ");
}

function likelihood({ logLikelihood, logLikelihoodNull, penalty }: EstimateResult): string {
  const beside = logLikelihoodNull === null ? "" : `, ${formatNumber(logLikelihoodNull, 4)} without terms`;
  const what = penalty === null ? "" : ", both with the penalty";
  return formatNumber(logLikelihood, 4) + beside + what;
}
