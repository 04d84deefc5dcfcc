import type { EstimateResult } from "../../study/estimate/estimateResult.ts";
import { isNote } from "../../study/estimate/warningsOfFit.ts";
import { wrapText } from "../textTable.ts";
import { visibleText } from "../visibleText.ts";
import {
  averageEffectTable,
  coefficientTable,
  hazardRatioTable,
  proportionalHazardsTable,
} from "./coefficientTables.ts";
import { summaryLines } from "./summaryLines.ts";

const MODELS: Readonly<Record<EstimateResult["model"], string>> = {
  probit: "probit",
  logit: "logit",
  cloglog: "complementary log-log",
  randomEffectsProbit: "random-effects probit",
  randomEffectsLogit: "random-effects logit",
  randomEffectsCloglog: "random-effects complementary log-log",
  gammaFrailty: "complementary log-log with gamma frailty",
  cox: "Cox proportional hazards",
  selectionDuration: "selection and duration",
  linear: "linear model, least squares",
};

const DEPENDENCE = {
  fgm: "dependence after Boehmke, Morey and Shannon",
  gaussian: "Gaussian copula",
} as const;

const DISTRIBUTION = { weibull: "Weibull durations", exponential: "exponential durations" } as const;

/** What the model is called, and how it was fitted. */
export function modelTitle({ model, ties, penalty, selection }: EstimateResult): string {
  const how = [
    ...(ties === null ? [] : [`ties by ${ties}`]),
    ...(penalty === null ? [] : ["Firth's penalty"]),
    ...(selection === null
      ? []
      : [DEPENDENCE[selection.dependence.kind], DISTRIBUTION[selection.distribution]]),
  ];
  return [MODELS[model], ...how].join(", ");
}

/** A fit as a person reads it: coefficients, what they rest on, and what to beware of. */
export function estimateTable(result: EstimateResult): string {
  const { model, terms, averagePartialEffects, selection } = result;
  const selected = selection === null ? "" : ` · selection ${selection.formula}`;
  const blocks = [
    wrapText(`${modelTitle(result)} · ${result.formula}${selected}`, 110, "  "),
    coefficientTable(result),
    ...(model === "cox" && terms.length > 0 ? [hazardRatioTable(result)] : []),
    ...(averagePartialEffects === null
      ? []
      : [averageEffectTable(averagePartialEffects, result.confidenceLevel)]),
    ...(result.proportionalHazards === null ? [] : [proportionalHazardsTable(result.proportionalHazards)]),
    summaryLines(result),
    ...(result.warnings.length === 0 ? [] : [warnings(result)]),
  ];
  return visibleText(blocks.join("\n\n"));
}

export function warnings(result: EstimateResult): string {
  return result.warnings
    .map(({ code, message }) => {
      const flag = flagFor(code, result.model);
      const sentence = message.replace(/\.?$/, `${flag === null ? "" : ` (${flag})`}.`);
      return wrapText(`${isNote(code, result) ? "note" : "warning"} (${code}): ${sentence}`, 110, "  ");
    })
    .join("\n");
}

/** The option that does what a message advises. */
function flagFor(code: string, model: EstimateResult["model"]): string | null {
  const penalised = model === "cox" || model === "probit" || model === "logit" || model === "cloglog";
  return penalised && /separation$|^monotone-likelihood$/.test(code) ? "--penalty firth" : null;
}
