import { phrase } from "../../scenarios/phrase.ts";
import type { Binary, Expression } from "./expression.ts";
import { InvalidFormula, type Source } from "./invalidFormula.ts";
import { printExpression } from "./printExpression.ts";
import { printNumber } from "./printNumber.ts";

const LONGEST_RANGE = 65_536;

/** The numbers and texts of `c(…)`, of a range as in `1:3`, or a single one; logicals are the texts TRUE and FALSE. */
export function literals(source: Source, expression: Expression): (number | string)[] {
  switch (expression.kind) {
    case "number":
    case "text":
      return [expression.value];
    case "logical":
      return [printExpression(expression)];
    case "parentheses":
      return literals(source, expression.inner);
    case "unary": {
      const { operator, operand } = expression;
      if (operator === "-" && operand.kind === "number") return [-operand.value];
      break;
    }
    case "call":
      if (expression.function !== "c") break;
      return expression.arguments.flatMap(({ value }) => literals(source, value));
    case "binary":
      if (expression.operator === ":") return range(source, expression);
  }
  throw new InvalidFormula(source, expression, {
    found: printExpression(expression),
    expected: phrase`numbers or texts, as in c(1, 2)`,
  });
}

function range(source: Source, node: Binary): number[] {
  const [from] = literals(source, node.left);
  const [to] = literals(source, node.right);
  if (typeof from === "number" && typeof to === "number" && Number.isInteger(from) && Number.isInteger(to)) {
    if (from <= to && to - from < LONGEST_RANGE)
      return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  }
  throw new InvalidFormula(source, node, {
    found: printExpression(node),
    expected: phrase`an ascending range of whole numbers, as 1:3`,
  });
}

/** A number or text as a label of a factor. */
export function asLabel(literal: number | string): string {
  return typeof literal === "number" ? printNumber(literal) : literal;
}
