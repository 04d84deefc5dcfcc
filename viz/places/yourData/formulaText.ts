import { printName, printText } from "../../../estimators/formula/printExpression.ts";
import type { ColumnSummary } from "../../../panel/columnSummary.ts";
import type { Choices, Regressor } from "./choices.ts";

type Kinds = ReadonlyMap<string, ColumnSummary["kind"]>;

/** The formula that choices stand for, in R's language; "" while the outcome is missing. */
export function formulaText(choices: Choices, kinds: Kinds): string {
  const outcome = outcomeText(choices, kinds);
  if (outcome === "") return "";
  const { family, group, strata, absorbed, absorbedToo, regressors } = choices;
  const terms = [...new Set(regressors.map((regressor) => termText(regressor, kinds)))];
  if (family === "cox" && strata !== "") terms.push(`strata(${printName(strata)})`);
  const binary = family !== "cox" && family !== "linear";
  if (binary && group !== "") terms.push(`(1 | ${printName(group)})`);
  const right = terms.length === 0 ? "1" : terms.join(" + ");
  const effects = [...new Set([absorbed, absorbedToo])].filter((name) => name !== "").map(printName);
  const behindBar = family === "linear" && effects.length > 0 ? ` | ${effects.join(" + ")}` : "";
  return `${outcome} ~ ${right}${behindBar}`;
}

/** A column as a term: `size`, `factor(year)`, `lag(active)`. */
export function termText({ column, use }: Regressor, kinds: Kinds): string {
  const name = printName(column);
  switch (use) {
    case "asIs":
      return name;
    case "category":
      // Labels are a category as they are.
      return kinds.get(column) === "category" ? name : `factor(${name})`;
    default:
      return `${use}(${name})`;
  }
}

function outcomeText(choices: Choices, kinds: Kinds): string {
  const { family, outcome, outcomeValue, entry, time, event, eventValue } = choices;
  if (family !== "cox") {
    if (outcome === "") return "";
    return family === "linear" ? printName(outcome) : conditionText(outcome, outcomeValue, kinds);
  }
  if (time === "" || event === "") return "";
  const times = [...(entry === "" ? [] : [entry]), time].map(printName);
  return `Surv(${[...times, conditionText(event, eventValue, kinds)].join(", ")})`;
}

/** `status == 2`, `vote == "yes"`, or the column itself where no value is named. */
function conditionText(column: string, value: string, kinds: Kinds): string {
  const name = printName(column);
  if (value.trim() === "") return name;
  const isNumber =
    kinds.get(column) !== "category" && /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.trim());
  return `${name} == ${isNumber ? value.trim() : printText(value)}`;
}
