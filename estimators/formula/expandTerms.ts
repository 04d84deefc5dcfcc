import { phrase, type Said } from "../../scenarios/phrase.ts";
import {
  type Binary,
  type BinaryOperator,
  columnNames,
  contains,
  type Expression,
  type NumberLiteral,
  withoutParentheses,
} from "./expression.ts";
import { InvalidFormula, type Source } from "./invalidFormula.ts";
import type { Formula } from "./parseFormula.ts";
import { printExpression, printName } from "./printExpression.ts";

/** The right-hand side of a formula as R's `terms.formula` has it, and what stands beside the terms. */
export interface ExpandedTerms {
  readonly intercept: boolean;
  /** In order of appearance, each once. */
  readonly variables: readonly Variable[];
  /** By degree, and within a degree in order of appearance. */
  readonly terms: readonly Term[];
  readonly offsets: readonly Expression[];
  /** What `cluster()` was given. */
  readonly cluster: Expression | null;
  /** The group of `(1 | group)`. */
  readonly randomEffect: Expression | null;
}

export interface Variable {
  /** As R prints it: `log(x)`, `factor(year)`. */
  readonly label: string;
  readonly expression: Expression;
}

export interface Term {
  /** As R prints it: `age:factor(year)`. */
  readonly label: string;
  /** Indices of variables, ascending. */
  readonly variables: readonly number[];
}

/**
 * Multiplies out `+ - : * / ^` and `( )` by the rules of R's `terms.formula`: `a*b` is `a + b + a:b`, `(a + b)^2` holds
 * each pair once, `- 1` and `+ 0` drop the intercept, whatever is no operator of terms is a variable. The dot stands for
 * every column that the outcome does not read.
 *
 * Unlike R, a condition on a sum must stand in parentheses or I(), and `offset()`, `cluster()` and `(1 | g)` must be
 * summands. `strata()` is a variable like others: the model frame leaves out terms made of nothing else.
 *
 * @param columns names of all columns of the table, for the dot.
 * @throws InvalidFormula with the place of what has no meaning among terms.
 */
export function expandTerms(formula: Formula, columns: readonly string[]): ExpandedTerms {
  const outcomeColumns = columnNames(formula.outcome);
  const expansion = new Expansion(
    formula.source,
    columns.filter((name) => !outcomeColumns.includes(name)),
  );
  const products = expansion.expand(formula.terms, { adding: true, summand: true });
  const { variables } = expansion;
  const byDegree = products.toSorted((a, b) => a.length - b.length);
  return {
    intercept: expansion.intercept,
    variables,
    terms: byDegree.map((product) => ({
      label: product.map((variable) => variables[variable].label).join(":"),
      variables: product,
    })),
    offsets: expansion.offsets,
    cluster: expansion.cluster,
    randomEffect: expansion.randomEffect,
  };
}

/** Indices of variables, ascending, each once. */
type Product = readonly number[];

interface Context {
  /** Whether the terms are added or, behind a minus sign, taken away: decides what 1 and 0 do to the intercept. */
  readonly adding: boolean;
  /** Whether the terms are summands of the formula itself, not factors of a product. */
  readonly summand: boolean;
}

class Expansion {
  intercept = true;
  readonly variables: Variable[] = [];
  readonly offsets: Expression[] = [];
  cluster: Expression | null = null;
  randomEffect: Expression | null = null;
  readonly #source: Source;
  readonly #dot: readonly string[];

  constructor(source: Source, dot: readonly string[]) {
    this.#source = source;
    this.#dot = dot;
  }

  expand(expression: Expression, context: Context): Product[] {
    switch (expression.kind) {
      case "number":
        return this.#constant(expression, context);
      case "unary":
        if (expression.operator === "+") return this.expand(expression.operand, context);
        if (expression.operator === "-") {
          this.expand(expression.operand, { adding: !context.adding, summand: false });
          return [];
        }
        this.#refuseSumInside(expression);
        break;
      case "binary":
        return this.#binary(expression, context);
      case "parentheses": {
        const inner = withoutParentheses(expression);
        if (inner.kind === "binary" && inner.operator === "|") return this.#bar(inner, context);
        return inner.kind === "binary" && (isComparison(inner.operator) || inner.operator === "&")
          ? [[this.#variable(inner)]]
          : this.expand(inner, context);
      }
      case "call":
        if (expression.function === "offset") {
          this.#requireSummand(expression, context);
          this.offsets.push(expression.arguments[0].value);
          return [];
        }
        if (expression.function === "cluster") {
          this.#requireSummand(expression, context);
          if (this.cluster !== null)
            this.#refuse(expression, phrase`a second cluster()`, phrase`one cluster(g)`);
          this.cluster = expression.arguments[0].value;
          return [];
        }
        break;
      case "name":
        if (expression.name === ".") return this.#allColumns(expression);
    }
    return [[this.#variable(expression)]];
  }

  #binary(expression: Binary, context: Context): Product[] {
    const { operator, left, right } = expression;
    const factor = { adding: context.adding, summand: false };
    switch (operator) {
      case "+":
        return distinct([...this.expand(left, context), ...this.expand(right, context)]);
      case "-": {
        const kept = this.expand(left, context);
        const removed = new Set(this.expand(right, { adding: !context.adding, summand: false }).map(String));
        return kept.filter((product) => !removed.has(String(product)));
      }
      case ":":
        return crossed(this.#factors(left, factor), this.#factors(right, factor));
      case "*": {
        const [a, b] = [this.#factors(left, factor), this.#factors(right, factor)];
        return distinct([...a, ...b, ...crossed(a, b)]);
      }
      case "/": {
        // b within a: R's a + b %in% a.
        const [a, b] = [this.#factors(left, factor), this.#factors(right, factor)];
        return distinct([...a, ...crossed([a.flat()], b)]);
      }
      case "^":
        return this.#power(this.#factors(left, factor), right);
      case "|":
        return this.#refuse(
          expression,
          phrase`| among terms`,
          phrase`(1 | g) for a random effect, I(a | b) for a logical or, or one | before the absorbed effects`,
        );
      default:
        this.#refuseSumInside(expression);
        return [[this.#variable(expression)]];
    }
  }

  /** `y ~ age + x > 3` is (age + x) > 3 to R, and `y ~ !a + x` is !(a + x): hardly ever meant. */
  #refuseSumInside(expression: Expression): void {
    let sides: readonly Expression[] = [];
    if (expression.kind === "unary") sides = [expression.operand];
    else if (expression.kind === "binary") {
      sides = [expression.left, expression.right];
      if (expression.operator === "&") {
        for (const side of sides) this.#refuseSumInside(side);
        return;
      }
      if (!isComparison(expression.operator)) return;
    }
    if (!sides.some(isSum)) return;
    const text = printExpression(expression);
    const found = phrase`${text}, a condition on a sum`;
    this.#refuse(expression, found, phrase`parentheses around the condition that is a term, or I(${text})`);
  }

  /** The terms of a factor of a product; a number would be silent nonsense there. */
  #factors(expression: Expression, context: Context): Product[] {
    const inner = withoutParentheses(expression);
    if (inner.kind === "number") {
      this.#refuse(
        inner,
        phrase`the number ${printExpression(inner)} in a product of terms`,
        phrase`I(…) around arithmetic`,
      );
    }
    return this.expand(expression, context);
  }

  #power(base: Product[], exponent: Expression): Product[] {
    if (exponent.kind !== "number" || !Number.isInteger(exponent.value) || exponent.value < 2) {
      const found = phrase`the power ${printExpression(exponent)}`;
      return this.#refuse(exponent, found, phrase`a whole number above 1; I(x^p) is a power of the column`);
    }
    let power = base;
    // The order of R's PowerTerms; a term times itself is itself, so that lower powers are included.
    for (let degree = 2; degree <= exponent.value; degree++) {
      const next = crossed(base, power);
      if (String(next) === String(power)) break;
      power = next;
    }
    return power;
  }

  #constant(literal: NumberLiteral, { adding }: Context): Product[] {
    if (literal.value !== 0 && literal.value !== 1) {
      this.#refuse(
        literal,
        phrase`the number ${printExpression(literal)} as a term`,
        phrase`0 or 1, or I(…) around arithmetic`,
      );
    }
    this.intercept = (literal.value === 1) === adding;
    return [];
  }

  #bar(bar: Binary, context: Context): Product[] {
    this.#requireSummand(bar, context);
    const { left, right } = bar;
    if (left.kind !== "number" || left.value !== 1) {
      this.#refuse(
        left,
        `(${printExpression(bar)})`,
        phrase`(1 | g), a random intercept, or I(a | b), a logical or; random slopes are not fitted`,
      );
    }
    if (this.randomEffect !== null) this.#refuse(bar, phrase`a second random effect`, phrase`one (1 | g)`);
    this.randomEffect = right;
    return [];
  }

  #allColumns(dot: Expression): Product[] {
    return this.#dot.map((name) => [this.#variable({ kind: "name", name, start: dot.start, end: dot.end })]);
  }

  #variable(expression: Expression): number {
    if (!contains(expression, (part) => part.kind === "name")) {
      this.#refuse(
        expression,
        phrase`${printExpression(expression)} as a term`,
        phrase`a term that reads a column`,
      );
    }
    const label = expression.kind === "name" ? printName(expression.name) : printExpression(expression);
    const known = this.variables.findIndex((variable) => variable.label === label);
    return known >= 0 ? known : this.variables.push({ label, expression }) - 1;
  }

  #requireSummand(expression: Expression, { summand }: Context): void {
    if (!summand) {
      const text = printExpression(expression);
      this.#refuse(
        expression,
        phrase`${text} in a product or behind a minus sign`,
        phrase`it added to the terms with +`,
      );
    }
  }

  #refuse(place: Expression, found: Said, expected: Said): never {
    throw new InvalidFormula(this.#source, place, { found, expected });
  }
}

function crossed(left: readonly Product[], right: readonly Product[]): Product[] {
  return distinct(left.flatMap((a) => right.map((b) => [...new Set([...a, ...b])].sort((i, j) => i - j))));
}

function distinct(products: readonly Product[]): Product[] {
  return [...new Map(products.map((product) => [String(product), product])).values()];
}

function isSum(expression: Expression): boolean {
  return expression.kind === "binary" && (expression.operator === "+" || expression.operator === "-");
}

function isComparison(operator: BinaryOperator): boolean {
  return ["==", "!=", "<", "<=", ">", ">="].includes(operator);
}
