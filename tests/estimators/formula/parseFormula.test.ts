import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidFormula } from "../../../estimators/formula/invalidFormula.ts";
import { parseExpression } from "../../../estimators/formula/parseExpression.ts";
import { parseFormula, printFormula } from "../../../estimators/formula/parseFormula.ts";
import { printExpression } from "../../../estimators/formula/printExpression.ts";
import { printNumber } from "../../../estimators/formula/printNumber.ts";
import { InvalidInput } from "../../../scenarios/invalidInput.ts";
import { expressionText, withoutPlaces } from "./syntax.ts";

const parse = (text: string) => parseExpression({ what: "formula", text });

/** An expression with every grouping shown in brackets. */
function grouped(text: string): string {
  const show = (expression: ReturnType<typeof parse>): string => {
    if (expression.kind === "unary") return `[${expression.operator}${show(expression.operand)}]`;
    if (expression.kind !== "binary") return printExpression(expression);
    return `[${show(expression.left)} ${expression.operator} ${show(expression.right)}]`;
  };
  return show(parse(text));
}

function refusal(text: string): InvalidFormula {
  try {
    parseFormula(text);
  } catch (error) {
    if (error instanceof InvalidFormula) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe("the grammar is R's", () => {
  // The groupings are what R's own parser makes of these texts.
  test.each([
    ["-x^2", "[-[x ^ 2]]"],
    ["2^-1^2", "[2 ^ [-[1 ^ 2]]]"],
    ["a^b^c", "[a ^ [b ^ c]]"],
    ["a - b - c", "[[a - b] - c]"],
    ["-a:b", "[[-a] : b]"],
    ["a*b:c^2", "[a * [b : [c ^ 2]]]"],
    ["!a == b & c", "[[![a == b]] & c]"],
    ["a + x > 3", "[[a + x] > 3]"],
    ["x %in% c(1, 2) | y", "[[x %in% c(1, 2)] | y]"],
    ["a / b %in% c(1)", "[a / [b %in% c(1)]]"],
    ["y ~ x | a^b + c", "[y ~ [x | [[a ^ b] + c]]]"],
  ])("%s is %s", (text, tree) => {
    expect(grouped(text)).toBe(tree);
  });

  test("a name in backticks may hold anything, and is printed in backticks only where it must be", () => {
    expect(printExpression(parse("log(`a b`) + `x`"))).toBe("log(`a b`) + x");
    expect(parse("`log`")).toMatchObject({ kind: "name", name: "log" });
  });

  test("texts and blanks are printed as R prints them", () => {
    expect(printExpression(parse("factor( x,levels=c(1,2.50, 'a\"b') )/2"))).toBe(
      'factor(x, levels = c(1, 2.5, "a\\"b"))/2',
    );
  });
});

test.each([
  [100000, "1e+05"],
  [123456, "123456"],
  [0.1, "0.1"],
  [0.0001, "1e-04"],
  [0.00012345, "0.00012345"],
  [1e15, "1e+15"],
  [123456.7, "123456.7"],
  [1 / 3, "0.333333333333333"],
  [2.5e10, "2.5e+10"],
  [120000, "120000"],
  [-100000, "-1e+05"],
  [100000.5, "100000.5"],
  [1e-300, "1e-300"],
])("the number %d is printed as R's deparse does: %s", (value, text) => {
  expect(printNumber(value)).toBe(text);
});

describe("printing and parsing undo each other", () => {
  test("for any expression", () => {
    fc.assert(
      fc.property(expressionText, (text) => {
        const tree = parse(text);
        const printed = printExpression(tree);
        const again = parse(printed);
        expect(withoutPlaces(again)).toEqual(withoutPlaces(tree));
        expect(printExpression(again)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });

  test("for formulas with every part", () => {
    const text =
      "Surv(start, stop, status == 2) ~ 0 + x * factor(k) + (1 | id) - a:b | province^destination + year";
    expect(printFormula(parseFormula(text))).toBe(text);
    const again = parseFormula(printFormula(parseFormula(text)));
    expect(withoutPlaces(again.absorbed)).toEqual(withoutPlaces(parseFormula(text).absorbed));
  });
});

test("places in the tree are places in the text", () => {
  const text = "y ~ log( age ) + I( (x+1)^2 )";
  const { terms } = parseFormula(text);
  expect(text.slice(terms.start, terms.end)).toBe("log( age ) + I( (x+1)^2 )");
  if (terms.kind !== "binary") throw new Error("a sum");
  expect(text.slice(terms.left.start, terms.left.end)).toBe("log( age )");
});

describe("what cannot be read is refused with its place", () => {
  test("the message shows the text with a caret under the place", () => {
    const error = refusal("y ~ x + lgo(age)");
    expect(error).toBeInstanceOf(InvalidInput);
    expect(error.position).toBe(8);
    expect(error.suggestion).toBe("log");
    expect(error.message).toBe(
      "formula, character 9: found the function lgo(); expected one of I, log, log1p, exp, sqrt, abs, is.na, factor, " +
        'as.factor, c, offset, strata, cluster, Surv, lag, initial, mean. Did you mean "log"?\n' +
        "  y ~ x + lgo(age)\n" +
        "          ^",
    );
  });

  test.each([
    ["y ~ x +", 7, "the end of the formula", null],
    ["y ~ (x + z", 10, "the end of the formula", null],
    ["y ~ x + z)", 9, ")", null],
    ["y ~ x $ z", 6, "$", null],
    ["y = x", 2, "=", "=="],
    ["y ~ x && z", 6, "&&", "&"],
    ["y ~ x || z", 6, "||", "|"],
    ["y ~ x %n% z", 6, "%n%", "%in%"],
    ["y ~ I(a < b < c)", 12, "<", null],
    ["y ~ x == 'a", 9, "an opening '", null],
    ["y ~ factor(x, level = c(1))", 22, "an argument named level", "levels"],
    ["y ~ log(x, 2)", 4, "log() with 2 arguments", null],
    ["y ~ log()", 4, "log() with 0 arguments", null],
    ["y ~ x == NA", 9, "NA", null],
    ["y ~ x ~ z", 8, "a second ~", null],
    ["y ~ x | a | b", 12, "a second |", null],
    ["y + x", 5, "no ~", null],
    ["~ x", 0, "no outcome before ~", null],
    ["", 0, "the end of the formula", null],
    ["y ~ ``", 4, "an empty name", null],
    ["y ~ _x", 4, "_", null],
    ["y ~ x 3", 6, "3", null],
  ])("%s", (text, position, found, suggestion) => {
    const error = refusal(text);
    expect({ position: error.position, found: error.found, suggestion: error.suggestion }).toEqual({
      position,
      found,
      suggestion,
    });
  });

  test("a caret stands right after characters of two code units", () => {
    expect(refusal("y ~ `😀` $").message.split("\n").at(-1)).toBe(`${" ".repeat(2 + 8)}^`);
  });

  test("nesting without end", () => {
    expect(refusal(`y ~ ${"(".repeat(5000)}x`).expected).toMatch(/levels of nesting/);
  });
});
