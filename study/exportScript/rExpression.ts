import { type Call, contains, type Expression } from "../../estimators/formula/expression.ts";
import { printExpression } from "../../estimators/formula/printExpression.ts";
import { rName, rNumber, rText } from "./rText.ts";

/** A column that R does not have until the script makes it: what a panel function gives, under its own name. */
export interface DerivedColumn {
  /** As R prints the expression: `lag(y)`. */
  readonly name: string;
  /** The code of its values, on the columns of the data. */
  readonly code: string;
  /** The same with the sample not yet known, where a mean is taken over the sample; null elsewhere. */
  readonly before: string | null;
}

/**
 * Expressions as R code. The formula language is R's but for `lag`, `initial` and `mean` over the rows of a unit: each such
 * call becomes a column of the data, so that a formula holds its name and R's functions do the rest.
 */
export class RExpressions {
  /** In the order in which they can be made. */
  readonly derived: DerivedColumn[] = [];
  /** Expressions that become columns too, because a formula of R would take them for something else. */
  readonly #columns: ReadonlySet<Expression>;

  constructor(columns: ReadonlySet<Expression>) {
    this.#columns = columns;
  }

  print(expression: Expression): string {
    if (!this.#columns.has(expression)) return this.#code(expression);
    return this.#derive({ name: printExpression(expression), code: this.#code(expression), before: null });
  }

  #code(expression: Expression): string {
    switch (expression.kind) {
      case "number":
        return expression.integer ? `${expression.value}L` : rNumber(expression.value);
      case "text":
        return rText(expression.value);
      case "logical":
        return expression.value ? "TRUE" : "FALSE";
      case "name":
        return rName(expression.name);
      case "unary":
        return expression.operator + this.print(expression.operand);
      case "binary": {
        const blank = ["^", ":", "/"].includes(expression.operator) ? "" : " ";
        return `${this.print(expression.left)}${blank}${expression.operator}${blank}${this.print(expression.right)}`;
      }
      case "parentheses":
        return `(${this.print(expression.inner)})`;
      case "call":
        return isOverTime(expression) ? this.#overTime(expression) : this.#call(expression);
    }
  }

  #call({ function: name, arguments: list }: Call): string {
    const shown = list.map(({ name: argument, value }) =>
      argument === null ? this.print(value) : `${argument} = ${this.print(value)}`,
    );
    return `${name}(${shown.join(", ")})`;
  }

  #overTime(call: Call): string {
    const [operand, periods] = call.arguments.map(({ value }) => this.print(value));
    const name = printExpression(call);
    if (call.function === "mean") {
      return this.#derive({ name, code: `mean_of(${operand}, .sample)`, before: operand ?? "NA" });
    }
    const code = call.function === "lag" ? `lag_of(${operand}, ${periods ?? 1})` : `initial_of(${operand})`;
    return this.#derive({ name, code, before: contains(call, isMean) ? code : null });
  }

  #derive(column: DerivedColumn): string {
    if (this.derived.every(({ name }) => name !== column.name)) this.derived.push(column);
    return rName(column.name);
  }
}

export function isOverTime(part: Expression): part is Call {
  return part.kind === "call" && ["lag", "initial", "mean"].includes(part.function);
}

function isMean(part: Expression): boolean {
  return part.kind === "call" && part.function === "mean";
}
