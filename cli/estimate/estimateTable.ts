import type { FitTest } from "../../estimators/index.ts";
import { decimalsFor, formatNumber } from "../formatMeasure.ts";
import { type TextColumn, textTable, wrapText } from "../textTable.ts";
import type { EstimateResult, ResultTerm } from "./estimateResult.ts";

const MODELS: Readonly<Record<EstimateResult["model"], string>> = {
  probit: "probit",
  logit: "logit",
  cloglog: "complementary log-log",
  randomEffectsProbit: "random-effects probit",
  cox: "Cox proportional hazards",
  linear: "linear model, least squares",
};

/** A fit as a person reads it: coefficients, what they rest on, and what to beware of. */
export function estimateTable(result: EstimateResult): string {
  const { model, ties } = result;
  const title = `${MODELS[model]}${ties === null ? "" : `, ties by ${ties}`}`;
  const blocks = [
    wrapText(`${title} · ${result.formula}`, 110, "  "),
    coefficients(result),
    ...(model === "cox" && result.terms.length > 0 ? [hazardRatios(result.terms)] : []),
    ...(result.proportionalHazards === null ? [] : [proportionalHazards(result.proportionalHazards)]),
    summary(result),
    ...(result.warnings.length === 0 ? [] : [warnings(result)]),
  ];
  return blocks.join("\n\n");
}

function coefficients({ terms, randomEffect }: EstimateResult): string {
  const robust = terms.some(({ robustStdError }) => robustStdError !== null);
  const rows = terms.map((term) => {
    const { estimate, stdError, robustStdError, statistic, pValue, confLow, confHigh } = term;
    const used = robustStdError ?? stdError;
    const show = (value: number) => showNumber(value, used);
    const errors = robust ? [show(stdError), show(robustStdError ?? Number.NaN)] : [show(stdError)];
    const test = [formatNumber(statistic, 2), showP(pValue)];
    return [term.term, show(estimate), ...errors, ...test, show(confLow), show(confHigh)];
  });
  if (randomEffect !== null) {
    const { sigma, sigmaStdError, sigmaConfLow, sigmaConfHigh, rho } = randomEffect;
    const show = (value: number) => showNumber(value, sigmaStdError);
    const blank = robust ? [""] : [];
    rows.push([
      "sigma",
      show(sigma),
      ...blank,
      show(sigmaStdError),
      "",
      "",
      show(sigmaConfLow),
      show(sigmaConfHigh),
    ]);
    rows.push(["rho", show(rho), ...blank, "", "", "", "", ""]);
  }
  const errorTitles = robust ? ["std. error", "robust s.e."] : ["std. error"];
  return textTable(
    [left("term"), ...["estimate", ...errorTitles, "z", "p", "95 % low", "95 % high"].map(right)],
    rows,
  );
}

function hazardRatios(terms: readonly ResultTerm[]): string {
  const rows = terms.map(({ term, estimate, stdError, confLow, confHigh }) => {
    const ratio = Math.exp(estimate);
    const show = (value: number) => showNumber(Math.exp(value), ratio * stdError);
    return [term, show(estimate), show(confLow), show(confHigh)];
  });
  return textTable([left("term"), ...["hazard ratio", "95 % low", "95 % high"].map(right)], rows);
}

function proportionalHazards(tests: readonly (FitTest & { readonly term: string })[]): string {
  const rows = tests.map(({ term, statistic, df, pValue }) => [
    term,
    formatNumber(statistic, 2),
    String(df),
    showP(pValue),
  ]);
  return textTable([left("proportional hazards"), ...["χ²", "df", "p"].map(right)], rows);
}

function summary(result: EstimateResult): string {
  const { observations, events, clusters, randomEffect, groups, linear, tests } = result;
  const ofThem = events === null ? "" : `, ${count(events)} with the event`;
  const lines: [string, string][] = [
    ["observations", count(observations) + ofThem],
    ["rows left out", leftOut(result)],
  ];
  if (randomEffect !== null) {
    const { quadrature, quadratureError } = randomEffect;
    const check =
      quadratureError === null
        ? ""
        : `; twice as many move the log-likelihood by ${quadratureError.toExponential(1)}`;
    lines.push(["groups", `${count(groups ?? 0)} of ${randomEffect.group}`]);
    lines.push(["quadrature", `${quadrature} nodes${check}`]);
  }
  if (linear !== null) {
    const { residualStdError, residualDegreesOfFreedom, rSquared, withinRSquared } = linear;
    const absorbed = linear.absorbed.map(({ effects, levels }) => `${effects} (${count(levels)})`);
    if (absorbed.length > 0) lines.push(["absorbed", absorbed.join(", ")]);
    const share = formatNumber(rSquared, 4);
    const within =
      absorbed.length === 0 ? "" : `, ${formatNumber(withinRSquared, 4)} within the absorbed effects`;
    lines.push(["R²", share + within]);
    lines.push([
      "residual",
      `std. error ${formatNumber(residualStdError, 4)} on ${count(residualDegreesOfFreedom)} degrees of freedom`,
    ]);
  }
  if (clusters !== null) lines.push(["clusters", count(clusters)]);
  lines.push(["log-likelihood", likelihood(result)]);
  lines.push(["AIC, BIC", `${formatNumber(result.aic, 3)}, ${formatNumber(result.bic, 3)}`]);
  if (result.concordance !== null) {
    const { estimate, stdError } = result.concordance;
    lines.push(["concordance", `${formatNumber(estimate, 4)}, std. error ${formatNumber(stdError, 4)}`]);
  }
  const named: [string, FitTest | null][] = [
    ["likelihood ratio", tests.likelihoodRatio],
    ["Wald", tests.wald],
    ["score", tests.score],
    ["robust score", tests.robustScore],
  ];
  for (const [name, test] of named) {
    if (test === null || !Number.isFinite(test.statistic)) continue;
    lines.push([
      `${name} test`,
      `${formatNumber(test.statistic, 2)} on ${test.df} df, p ${showTestP(test.pValue)}`,
    ]);
  }
  if (!result.converged) lines.push(["converged", "no: see the warnings"]);
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  return lines.map(([name, text]) => name.padEnd(width) + text).join("\n");
}

function leftOut({ dropped, missing, outsideSubset }: EstimateResult): string {
  const reasons: string[] = [];
  if (outsideSubset > 0) reasons.push(`${count(outsideSubset)} outside the subset`);
  if (dropped > 0) {
    const cells = missing.map(({ expression, rows }) => `${expression} in ${count(rows)}`).join(", ");
    reasons.push(`${count(dropped)} with missing cells (${cells})`);
  }
  return reasons.length === 0 ? "none" : reasons.join(", ");
}

function likelihood({ logLikelihood, logLikelihoodNull }: EstimateResult): string {
  const beside = logLikelihoodNull === null ? "" : `, ${formatNumber(logLikelihoodNull, 4)} without terms`;
  return formatNumber(logLikelihood, 4) + beside;
}

function warnings({ warnings, randomEffect }: EstimateResult): string {
  return warnings
    .map(({ code, message }) => {
      const flag =
        code === "quadrature-too-coarse" ? ` (--quadrature ${2 * (randomEffect?.quadrature ?? 0)})` : "";
      const sentence = message.replace(/\.?$/, `${flag}.`);
      return wrapText(`warning (${code}): ${sentence}`, 110, "  ");
    })
    .join("\n");
}

/** At the decimals that show four significant digits of the standard error. */
function showNumber(value: number, stdError: number): string {
  if (value === Number.POSITIVE_INFINITY) return "∞";
  if (value === Number.NEGATIVE_INFINITY) return "−∞";
  return formatNumber(value, Math.min(10, decimalsFor(stdError) + 2));
}

function showP(value: number): string {
  return value < 0.0001 ? "<0.0001" : formatNumber(value, 4);
}

function showTestP(value: number): string {
  return value < 0.0001 ? "<0.0001" : `= ${formatNumber(value, 4)}`;
}

const count = (value: number) => value.toLocaleString("en");
const left = (title: string): TextColumn => ({ title, align: "left" });
const right = (title: string): TextColumn => ({ title, align: "right" });
