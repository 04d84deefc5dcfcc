import { expandTerms } from "../../../estimators/formula/expandTerms.ts";
import type { Expression } from "../../../estimators/formula/expression.ts";
import { literals } from "../../../estimators/formula/literals.ts";
import type { Formula } from "../../../estimators/index.ts";
import type { ScriptColumn } from "../scriptFile.ts";
import type { StataExpressions } from "./stataExpression.ts";
import { type StataNames, stataText } from "./stataText.ts";

/** A script in the making. */
export interface StataScript {
  readonly names: StataNames;
  readonly print: StataExpressions;
  /** Lines that make variables, each once. */
  readonly lines: string[];
}

/** The right-hand side in Stata's notation for factors and interactions. */
export interface StataTerms {
  /** `size i.year c.size#i.year`. */
  readonly text: string;
  readonly intercept: boolean;
  readonly offsets: readonly Expression[];
  /** Of all `strata()`. */
  readonly strata: readonly Expression[];
  /** Everything whose missing cells drop a row. */
  readonly inUse: readonly Expression[];
}

/** @param lines gets the lines that make the variables of the terms. */
export function stataTerms(
  formula: Formula,
  columns: readonly ScriptColumn[],
  script: StataScript,
): StataTerms {
  const { names, print, lines } = script;
  const expanded = expandTerms(
    formula,
    columns.map(({ name }) => name),
  );
  const strata: Expression[] = [];
  const inUse: Expression[] = [];
  const shown = expanded.variables.map(({ label, expression }): string => {
    if (expression.kind === "call" && expression.function === "strata") {
      const list = expression.arguments.map(({ value }) => value);
      strata.push(...list);
      inUse.push(...list);
      const [only] = list;
      return only !== undefined && list.length === 1 ? `i.${groupVariable(only, script, true)}` : "";
    }
    const [operand, levels] =
      expression.kind === "call" && expression.function === "factor" ? expression.arguments : [];
    inUse.push(operand?.value ?? expression);
    const kind = print.kindOf(expression);
    if (operand !== undefined && levels !== undefined) {
      return `i.${levelsVariable(operand.value, levels.value, label, script)}`;
    }
    if (kind === "factor" || kind === "label") return `i.${groupVariable(expression, script, true)}`;
    if (expression.kind === "name") return `c.${print.print(expression)}`;
    const made = print.print(expression);
    if (/^[A-Za-z]\w*$/.test(made)) return `c.${made}`;
    const name = names.of(`term ${label}`, label);
    lines.push(`generate double ${name} = ${made} if ${print.present([expression])}`);
    return `c.${name}`;
  });
  const terms = expanded.terms
    .filter(
      ({ variables }) => !variables.every((variable) => isStrata(expanded.variables[variable]?.expression)),
    )
    .map(({ variables }) => variables.map((variable) => shown[variable] ?? "").join("#"));
  return {
    text: terms.map((term) => (/^c\.\w+$/.test(term) ? term.slice(2) : term)).join(" "),
    intercept: expanded.intercept,
    offsets: expanded.offsets,
    strata,
    inUse: [...inUse, ...expanded.offsets],
  };
}

/**
 * Numbered groups of the values of an expression, from the smallest up: the first is the reference, as in R. Only groups with
 * coefficients are labelled: Stata has room for 65,536 labels.
 */
export function groupVariable(
  expression: Expression,
  { names, print, lines }: StataScript,
  labelled = false,
): string {
  const made = print.print(expression);
  const name = names.of(`group ${made}`, `g_${made}`);
  const line =
    expression.kind === "name" || /^\w+$/.test(made)
      ? [`egen ${name} = group(${made})${labelled ? ", label" : ""}`]
      : [
          `generate double of_${name} = ${made}`,
          `egen ${name} = group(of_${name})${labelled ? ", label" : ""}`,
        ];
  if (!lines.some((known) => known.startsWith(`egen ${name} = `))) lines.push(...line);
  return name;
}

function levelsVariable(
  operand: Expression,
  levels: Expression,
  label: string,
  { names, print, lines }: StataScript,
): string {
  const name = names.of(`levels ${label}`, `g_${label}`);
  const of = print.print(operand);
  lines.push(`generate int ${name} = .`);
  for (const [at, level] of literals({ what: "formula", text: label }, levels).entries()) {
    const value = print.kindOf(operand) === "label" ? stataText(String(level)) : String(level);
    lines.push(`replace ${name} = ${at + 1} if ${of} == ${value}`);
  }
  return name;
}

function isStrata(expression: Expression | undefined): boolean {
  return expression?.kind === "call" && expression.function === "strata";
}
