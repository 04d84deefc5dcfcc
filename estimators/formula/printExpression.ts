import type { BinaryOperator, Expression } from "./expression.ts";
import { printNumber } from "./printNumber.ts";

/** Operators R prints without blanks. */
const TIGHT: readonly BinaryOperator[] = ["^", ":", "/"];

const WORDS = /^(?:TRUE|FALSE|NA|NaN|Inf|NULL|if|else|for|while|repeat|function|next|break|in)$/;
const PLAIN_NAME = /^(?:\p{L}|\.(?!\p{N}))[\p{L}\p{N}._]*$/u;

/** An expression as R's `deparse` writes it on one line: the names of variables and terms are made of this. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return expression.integer ? `${expression.value}L` : printNumber(expression.value);
    case "text":
      return printText(expression.value);
    case "logical":
      return expression.value ? "TRUE" : "FALSE";
    case "name":
      return printName(expression.name);
    case "unary":
      return expression.operator + printExpression(expression.operand);
    case "binary": {
      const { operator, left, right } = expression;
      const blank = TIGHT.includes(operator) ? "" : " ";
      return printExpression(left) + blank + operator + blank + printExpression(right);
    }
    case "call": {
      const list = expression.arguments.map(({ name, value }) =>
        name === null ? printExpression(value) : `${printName(name)} = ${printExpression(value)}`,
      );
      return `${printName(expression.function)}(${list.join(", ")})`;
    }
    case "parentheses":
      return `(${printExpression(expression.inner)})`;
  }
}

/** A name as R writes it in code: in backticks when it could be taken for something else. */
export function printName(name: string): string {
  if (PLAIN_NAME.test(name) && !WORDS.test(name)) return name;
  return `\`${withEscapes(name).replaceAll("`", "\\`")}\``;
}

/** A text as R writes it in code, in double quotes. */
export function printText(text: string): string {
  return `"${withEscapes(text).replaceAll('"', '\\"')}"`;
}

function withEscapes(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r");
}
