import { nearestName } from "../../scenarios/nearestName.ts";
import { phrase, type Said } from "../../scenarios/phrase.ts";
import type { Argument, BinaryOperator, Expression, UnaryOperator } from "./expression.ts";
import { checkCall, isFunction } from "./functions.ts";
import { InvalidFormula, nameOf, type Source } from "./invalidFormula.ts";
import { type Token, tokens } from "./tokens.ts";

/** How tightly operators bind, as in R's grammar. */
const BINDING: Readonly<Record<BinaryOperator, number>> = {
  "~": 1,
  "|": 2,
  "&": 3,
  "==": 5,
  "!=": 5,
  "<": 5,
  "<=": 5,
  ">": 5,
  ">=": 5,
  "+": 6,
  "-": 6,
  "*": 7,
  "/": 7,
  "%in%": 8,
  ":": 9,
  "^": 11,
};
const COMPARISON = 5;
/** `-x^2` is −(x²), `!x == y` is !(x == y), as in R. */
const PREFIX_BINDING: Readonly<Record<UnaryOperator, number>> = { "~": 1, "!": 4, "+": 10, "-": 10 };

const RESERVED = ["NA", "NaN", "Inf", "NULL"];

/** Deep nesting would overrun the stack of whoever walks the tree. */
const MAX_DEPTH = 200;

/**
 * Reads one expression of R's language. Precedence and associativity are R's.
 *
 * @throws InvalidFormula where the text departs from the grammar, or calls a function formulas do not have.
 */
export function parseExpression(source: Source): Expression {
  return new Parser(source).whole();
}

class Parser {
  readonly #source: Source;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#tokens = tokens(source);
  }

  whole(): Expression {
    const expression = this.#expression(0);
    const rest = this.#peek();
    if (rest.kind !== "end") this.#refuse(rest, phrase`an operator, or the end`);
    return expression;
  }

  #peek(): Token {
    return this.#tokens[this.#next];
  }

  #take(): Token {
    return this.#tokens[this.#next++];
  }

  #expression(loosest: number): Expression {
    if (++this.#depth > MAX_DEPTH)
      this.#refuse(this.#peek(), phrase`no more than ${MAX_DEPTH} levels of nesting`);
    let left = this.#operand();
    for (;;) {
      const operator = binaryOperator(this.#peek());
      if (operator === null) break;
      const binding = BINDING[operator];
      if (binding < loosest) break;
      const token = this.#take();
      if (binding === COMPARISON && left.kind === "binary" && BINDING[left.operator] === COMPARISON) {
        this.#refuse(token, phrase`one comparison; join two with &`);
      }
      // ^ groups from the right, all else from the left.
      const right = this.#expression(operator === "^" ? binding : binding + 1);
      left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
    }
    this.#depth--;
    return left;
  }

  #operand(): Expression {
    const token = this.#take();
    const { start, end } = token;
    switch (token.kind) {
      case "number":
        return { kind: "number", value: token.value, integer: token.integer, start, end };
      case "text":
        return { kind: "text", value: token.value, start, end };
      case "name":
        return this.#named(token);
      case "operator": {
        const { operator } = token;
        if (operator === "(") {
          const inner = this.#expression(0);
          const close = this.#close("an operator, or )");
          return { kind: "parentheses", inner, start, end: close.end };
        }
        if (operator === "+" || operator === "-" || operator === "!" || operator === "~") {
          const operand = this.#expression(PREFIX_BINDING[operator]);
          return { kind: "unary", operator, operand, start, end: operand.end };
        }
      }
    }
    return this.#refuse(token, phrase`a column, a number, a function or (`);
  }

  #named(token: Token & { kind: "name" }): Expression {
    const { name, quoted, start, end } = token;
    const next = this.#peek();
    if (next.kind === "operator" && next.operator === "(") {
      if (!isFunction(name)) checkCall(this.#source, { name, arguments: [], start });
      this.#take();
      const list = this.#argumentList();
      const close = this.#close("a comma, or )");
      checkCall(this.#source, { name, arguments: list, start });
      return { kind: "call", function: name, arguments: list, start, end: close.end };
    }
    if (!quoted) {
      if (name === "TRUE" || name === "FALSE") return { kind: "logical", value: name === "TRUE", start, end };
      if (RESERVED.includes(name))
        this.#refuse(token, phrase`a value; is.na(x) asks whether a cell is missing`);
    }
    return { kind: "name", name, start, end };
  }

  #argumentList(): Argument[] {
    const list: Argument[] = [];
    if (isOperator(this.#peek(), ")")) return list;
    for (;;) {
      const first = this.#peek();
      let name: string | null = null;
      if (first.kind === "name" && isOperator(this.#tokens[this.#next + 1], "=")) {
        name = first.name;
        this.#next += 2;
      }
      list.push({ name, value: this.#expression(0) });
      if (!isOperator(this.#peek(), ",")) return list;
      this.#take();
    }
  }

  #close(expected: Said): Token {
    const token = this.#take();
    if (!isOperator(token, ")")) this.#refuse(token, expected);
    return token;
  }

  #refuse(token: Token, expected: Said): never {
    const found =
      token.kind === "end"
        ? phrase`the end of the ${nameOf(this.#source)}`
        : this.#source.text.slice(token.start, token.end);
    throw new InvalidFormula(this.#source, token, { found, expected, suggestion: meant(token) });
  }
}

function isOperator(token: Token, operator: string): boolean {
  return token.kind === "operator" && token.operator === operator;
}

function binaryOperator(token: Token): BinaryOperator | null {
  if (token.kind !== "operator" || !Object.hasOwn(BINDING, token.operator)) return null;
  // `hasOwn` has just shown that it is one.
  return token.operator as BinaryOperator;
}

/** What other languages write for an operator of formulas. */
function meant(token: Token): string | null {
  if (token.kind === "name")
    return nearestName(
      token.name,
      ["TRUE", "FALSE"].filter((each) => each !== token.name),
    );
  if (token.kind !== "operator") return null;
  return { "=": "==", "&&": "&", "||": "|" }[token.operator] ?? null;
}
