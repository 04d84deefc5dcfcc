import { phrase } from "../../scenarios/phrase.ts";
import type { Expression } from "./expression.ts";
import { InvalidFormula, type Source } from "./invalidFormula.ts";
import { parseExpression } from "./parseExpression.ts";
import { printExpression } from "./printExpression.ts";

/** A formula taken apart at `~` and at the bar that absorbed effects stand behind. */
export interface Formula {
  readonly source: Source;
  /** Left of `~`. */
  readonly outcome: Expression;
  /** Right of `~`, up to the bar. */
  readonly terms: Expression;
  /** Behind the bar, as in `y ~ x | province^destination + year`. */
  readonly absorbed: Expression | null;
}

/**
 * Reads a formula: `outcome ~ terms`, or `outcome ~ terms | absorbed`.
 *
 * @throws InvalidFormula with the place, what was found there, and what would be accepted.
 */
export function parseFormula(text: string): Formula {
  const source = { what: "formula", text };
  const whole = parseExpression(source);
  if (whole.kind === "unary" && whole.operator === "~") {
    throw new InvalidFormula(source, whole, {
      found: phrase`no outcome before ~`,
      expected: phrase`outcome ~ terms, as in y ~ x`,
    });
  }
  if (whole.kind !== "binary" || whole.operator !== "~") {
    throw new InvalidFormula(
      source,
      { start: whole.end },
      { found: phrase`no ~`, expected: phrase`outcome ~ terms, as in y ~ x` },
    );
  }
  const { left, right } = whole;
  if (isTilde(left) || isTilde(right)) {
    throw new InvalidFormula(source, right, {
      found: phrase`a second ~`,
      expected: phrase`one ~, between outcome and terms`,
    });
  }
  if (right.kind !== "binary" || right.operator !== "|") {
    return { source, outcome: left, terms: right, absorbed: null };
  }
  const { left: terms, right: absorbed } = right;
  if (terms.kind === "binary" && terms.operator === "|") {
    throw new InvalidFormula(source, absorbed, {
      found: phrase`a second |`,
      expected: phrase`one list of absorbed effects: y ~ x | a + b`,
    });
  }
  return { source, outcome: left, terms, absorbed };
}

/** A formula as R prints it, on one line; parsing it again gives the same formula. */
export function printFormula({ outcome, terms, absorbed }: Formula): string {
  const behindBar = absorbed === null ? "" : ` | ${printExpression(absorbed)}`;
  return `${printExpression(outcome)} ~ ${printExpression(terms)}${behindBar}`;
}

function isTilde(side: Expression): boolean {
  return (side.kind === "binary" || side.kind === "unary") && side.operator === "~";
}
