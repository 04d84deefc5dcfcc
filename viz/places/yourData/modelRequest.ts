import { printName } from "../../../estimators/formula/printExpression.ts";
import type { ChosenOptions, ModelRequest } from "../../../workers/lab/dataJobs.ts";
import type { Choices } from "./choices.ts";

/** What the worker is asked for: a formula, which may be the reader's own, and the choices that are not in it. */
export function modelRequest(formula: string, choices: Choices): ModelRequest {
  return { formula: formula.trim(), options: chosenOptions(formula, choices) };
}

/** Options that the model does not have are left out: a formula by hand may be of another family than the list says. */
function chosenOptions(formula: string, choices: Choices): ChosenOptions {
  const { family, unit, period, cluster, weights, subset, ties, penalty, effects, at } = choices;
  const ofDuration = /^\s*Surv\s*\(/.test(formula);
  const binary = !ofDuration && family !== "cox" && family !== "linear";
  const grouped = /\(\s*1\s*\|/.test(formula);
  const curves = at
    .split(/[;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
  return {
    confidence: 0.95,
    ...(!ofDuration && family !== "probit" && family !== "cox" && { model: family }),
    ...(ofDuration && ties !== "efron" && { ties }),
    ...(penalty && (ofDuration || (binary && !grouped)) && { penalty: "firth" as const }),
    ...(unit !== "" && period !== "" && { panel: `${inList(unit)},${inList(period)}` }),
    ...(cluster !== "" && { cluster: printName(cluster) }),
    ...(weights !== "" && { weights: printName(weights) }),
    ...(subset.trim() !== "" && { subset: subset.trim() }),
    ...(binary && effects && { effects: true as const }),
    ...(ofDuration && curves.length > 0 && { at: curves }),
  };
}

/** A name in a list between commas. */
function inList(name: string): string {
  return name.includes(",") ? printName(name) : name;
}
