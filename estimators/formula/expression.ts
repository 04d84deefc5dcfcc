/**
 * The syntax tree of R's expressions, as far as formulas need them. Parentheses are nodes, as in R, because they are
 * part of a term's name. Places are indices into the text that was parsed, `end` exclusive.
 */
export type Expression =
  | NumberLiteral
  | TextLiteral
  | LogicalLiteral
  | ColumnName
  | Unary
  | Binary
  | Call
  | Parentheses;

export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface NumberLiteral extends Place {
  readonly kind: "number";
  readonly value: number;
  /** Written with R's suffix `L`. */
  readonly integer: boolean;
}

export interface TextLiteral extends Place {
  readonly kind: "text";
  readonly value: string;
}

export interface LogicalLiteral extends Place {
  readonly kind: "logical";
  readonly value: boolean;
}

export interface ColumnName extends Place {
  readonly kind: "name";
  readonly name: string;
}

export interface Unary extends Place {
  readonly kind: "unary";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

export interface Binary extends Place {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Call extends Place {
  readonly kind: "call";
  readonly function: string;
  readonly arguments: readonly Argument[];
}

export interface Argument {
  /** As in `factor(x, levels = …)`; null for an argument given by its position. */
  readonly name: string | null;
  readonly value: Expression;
}

export interface Parentheses extends Place {
  readonly kind: "parentheses";
  readonly inner: Expression;
}

export type UnaryOperator = "+" | "-" | "!" | "~";

export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

export type ArithmeticOperator = "+" | "-" | "*" | "/" | "^";

export type BinaryOperator = ComparisonOperator | ArithmeticOperator | "~" | "|" | "&" | "%in%" | ":";

/** The parts of an expression, from left to right. */
export function parts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "call":
      return expression.arguments.map((argument) => argument.value);
    case "parentheses":
      return [expression.inner];
    default:
      return [];
  }
}

/** Whether the expression, or a part of it however deep, is as asked. */
export function contains(expression: Expression, asked: (part: Expression) => boolean): boolean {
  return asked(expression) || parts(expression).some((part) => contains(part, asked));
}

/** Names of the columns an expression reads, each once, in order of appearance. */
export function columnNames(expression: Expression): string[] {
  const names = new Set<string>();
  contains(expression, (part) => {
    if (part.kind === "name") names.add(part.name);
    return false;
  });
  return [...names];
}

/** The expression inside however many parentheses. */
export function withoutParentheses(expression: Expression): Exclude<Expression, Parentheses> {
  let inner = expression;
  while (inner.kind === "parentheses") inner = inner.inner;
  return inner;
}
