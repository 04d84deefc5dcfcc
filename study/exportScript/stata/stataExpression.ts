import { columnNames, type Expression, withoutParentheses } from "../../../estimators/formula/expression.ts";
import { literals } from "../../../estimators/formula/literals.ts";
import { printExpression } from "../../../estimators/formula/printExpression.ts";
import type { ScriptColumn } from "../scriptFile.ts";
import type { StataNames } from "./stataText.ts";
import { stataText } from "./stataText.ts";

/** What Stata needs to be told of a panel function: a variable of its own. */
export interface StataVariable {
  readonly name: string;
  /** Lines that make it; those of a mean over the sample use the variable `sample`. */
  readonly lines: readonly string[];
  readonly needsSample: boolean;
}

/** The formula language in Stata's words. Every lag, initial value and mean becomes a variable made beforehand. */
export class StataExpressions {
  readonly variables: StataVariable[] = [];
  readonly #names: StataNames;
  readonly #columns: readonly ScriptColumn[];
  readonly #meansWithoutFirst: boolean;

  constructor(names: StataNames, columns: readonly ScriptColumn[], meansWithoutFirst: boolean) {
    this.#names = names;
    this.#columns = columns;
    this.#meansWithoutFirst = meansWithoutFirst;
  }

  print(expression: Expression): string {
    switch (expression.kind) {
      case "number":
        return String(expression.value);
      case "text":
        return stataText(expression.value);
      case "logical":
        return expression.value ? "1" : "0";
      case "name":
        return this.#names.of(expression.name);
      case "parentheses":
        return `(${this.print(expression.inner)})`;
      case "unary":
        return expression.operator + this.print(expression.operand);
      case "binary": {
        const { operator, left, right } = expression;
        if (operator === "%in%") {
          const asked = literals({ what: "formula", text: printExpression(expression) }, right);
          return `(${asked.map((each) => this.#equal(left, each)).join(" | ")})`;
        }
        if (operator === "==" || operator === "!=") {
          const [a, b] = [withoutParentheses(left), withoutParentheses(right)];
          const [of, with_] = a.kind === "text" || a.kind === "number" ? [right, a] : [left, b];
          if (with_.kind === "text" || with_.kind === "number") {
            const equal = this.#equal(of, with_.value);
            return operator === "==" ? equal : `!(${equal})`;
          }
        }
        return `${this.print(left)} ${operator} ${this.print(right)}`;
      }
      case "call":
        return this.#call(expression);
    }
  }

  /** The kind of values an expression has. */
  kindOf(expression: Expression): "number" | "label" | "logical" | "factor" {
    const inner = withoutParentheses(expression);
    switch (inner.kind) {
      case "name":
        return this.#columns.find(({ name }) => name === inner.name)?.kind ?? "number";
      case "call":
        if (inner.function === "factor" || inner.function === "as.factor") return "factor";
        if (inner.function === "is.na") return "logical";
        if (["I", "lag", "initial"].includes(inner.function))
          return this.kindOf(inner.arguments[0]?.value ?? inner);
        return "number";
      case "binary":
        return ["+", "-", "*", "/", "^"].includes(inner.operator) ? "number" : "logical";
      case "unary":
        return inner.operator === "!" ? "logical" : "number";
      default:
        return "number";
    }
  }

  /** In which rows an expression has a value: Stata takes a missing cell for a very large number. */
  present(expressions: readonly Expression[]): string {
    const names = new Set<string>();
    for (const expression of expressions) {
      const made = this.#made(expression);
      if (made !== null) names.add(made);
      else for (const column of columnNames(expression)) names.add(this.#names.of(column));
    }
    return names.size === 0 ? "1" : `!missing(${[...names].join(", ")})`;
  }

  /** The variable of a lag or an initial value; null for others and where it rests on a mean, for which the sample is found first. */
  #made(expression: Expression): string | null {
    const inner = withoutParentheses(expression);
    if (inner.kind !== "call" || !["lag", "initial"].includes(inner.function)) return null;
    const name = this.print(inner);
    return this.variables.some((variable) => variable.name === name && variable.needsSample) ? null : name;
  }

  #equal(of: Expression, literal: string | number): string {
    const kind = this.kindOf(of);
    if (kind === "logical") return `${this.print(of)} == ${literal === "TRUE" || literal === 1 ? 1 : 0}`;
    return `${this.print(of)} == ${kind === "label" ? stataText(String(literal)) : String(literal)}`;
  }

  #call(call: Extract<Expression, { kind: "call" }>): string {
    const [first, second] = call.arguments.map(({ value }) => value);
    const operand = first === undefined ? "" : this.print(first);
    switch (call.function) {
      case "I":
        return `(${operand})`;
      case "log":
        return `ln(${operand})`;
      case "log1p":
        return `ln(1 + ${operand})`;
      case "is.na":
        return `missing(${operand})`;
      case "factor":
      case "as.factor":
        return operand;
      case "lag":
      case "initial":
      case "mean":
        return this.#overTime(call.function, printExpression(call), operand, second, first);
      default:
        return `${call.function}(${operand})`;
    }
  }

  #overTime(
    what: string,
    key: string,
    operand: string,
    periods: Expression | undefined,
    of: Expression | undefined,
  ): string {
    const name = this.#names.of(key);
    if (this.variables.some((variable) => variable.name === name)) return name;
    const held = of?.kind === "name" ? operand : this.#names.of(`${key} of`, `of_${name}`);
    const text = of !== undefined && this.kindOf(of) === "label";
    const lines = held === operand ? [] : [`generate double ${held} = ${operand}`];
    const lags = periods === undefined ? 1 : this.print(periods);
    if (what === "mean") {
      lines.push(
        `generate byte in_${name} = sample${this.#meansWithoutFirst ? " & time_of_row != first_time" : ""}`.slice(
          0,
          200,
        ),
        `egen double ${name} = mean(cond(in_${name}, ${held}, .)), by(unit)`,
      );
    } else if (what === "lag" && !text) lines.push(`generate double ${name} = L${lags}.${held}`);
    else if (what === "lag") {
      lines.push(
        `bysort unit (time_of_row): generate ${name} = ${held}[_n-${lags}] if time_of_row - time_of_row[_n-${lags}] == ${lags}`,
      );
    } else lines.push(`bysort unit (time_of_row): generate ${text ? "" : "double "}${name} = ${held}[1]`);
    const ofMean = this.variables.some((variable) => variable.needsSample && operand.includes(variable.name));
    this.variables.push({ name, lines, needsSample: what === "mean" || ofMean });
    return name;
  }
}
