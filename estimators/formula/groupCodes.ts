import { type Column, missingCode } from "../../panel/table.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { type Expression, withoutParentheses } from "./expression.ts";
import { InvalidFormula, type Source } from "./invalidFormula.ts";
import { printExpression } from "./printExpression.ts";
import type { Sample, SourcedExpression } from "./sample.ts";
import { MISSING_LOGICAL, type Values } from "./values.ts";

/** Rows that belong together, by a code for each distinct value: from 0 up, in order of first appearance. */
export interface GroupCodes {
  /** As written in the formula: `province`, `province^destination`. */
  readonly name: string;
  /** By row of the sample. */
  readonly codes: Int32Array;
  readonly count: number;
}

/** A grouping as written: by one expression, or by the combinations of several (`a^b`, in a random effect also `a:b`). */
export interface Grouping {
  readonly name: string;
  readonly parts: readonly SourcedExpression[];
}

/** @throws InvalidFormula for arithmetic: `firm/year` is not a quotient to who writes it as a group. */
export function grouping({ source, expression }: SourcedExpression): Grouping {
  const parts = combined(expression).map((part) => ({ source, expression: part }));
  const arithmetic = parts.find((part) => isArithmetic(part.expression));
  if (arithmetic !== undefined) {
    const found = phrase`${printExpression(arithmetic.expression)} as a group`;
    throw new InvalidFormula(source, arithmetic.expression, {
      found,
      expected: phrase`a column, or a^b for each combination`,
    });
  }
  return { name: printExpression(expression), parts };
}

/** The groupings of a sum, as behind the bar of `y ~ x | province^destination + year`. */
export function groupings(source: Source, sum: Expression): Grouping[] {
  const inner = withoutParentheses(sum);
  if (inner.kind === "binary" && inner.operator === "+") {
    return [...groupings(source, inner.left), ...groupings(source, inner.right)];
  }
  return [grouping({ source, expression: inner })];
}

function isArithmetic(expression: Expression): boolean {
  return expression.kind === "binary" && ["+", "-", "*", "/"].includes(expression.operator);
}

function combined(expression: Expression): Expression[] {
  const inner = withoutParentheses(expression);
  if (inner.kind === "binary" && (inner.operator === "^" || inner.operator === ":")) {
    return [...combined(inner.left), ...combined(inner.right)];
  }
  return [inner];
}

/** The groups of the rows of a sample. */
export function groupCodes({ name, parts }: Grouping, sample: Sample): GroupCodes {
  return { name, ...combinedCodes(parts.map((part) => codesOfValues(sample.values(part)))) };
}

interface Codes {
  /** −1 where missing. */
  readonly codes: Int32Array;
  readonly count: number;
}

export function columnCodes(column: Column): Codes {
  return column.kind === "category"
    ? distinct(column.codes, missingCode(column.codes))
    : distinct(column.values, Number.NaN);
}

function codesOfValues(values: Values): Codes {
  switch (values.kind) {
    case "label":
      return distinct(values.codes, missingCode(values.codes));
    case "logical":
      return distinct(values.values, MISSING_LOGICAL);
    case "number":
      return distinct(values.values, Number.NaN);
  }
}

/** One code for each combination that occurs. */
function combinedCodes(list: readonly Codes[]): Codes {
  const [first, ...rest] = list;
  let combined = first;
  for (const next of rest) {
    const { codes } = combined;
    // Pairs as one number: below 2^53 as long as the counts are, each, below the number of rows.
    const pairs = Float64Array.from(codes, (code, row) =>
      code < 0 || next.codes[row] < 0 ? Number.NaN : code * next.count + next.codes[row],
    );
    combined = distinct(pairs, Number.NaN);
  }
  return combined;
}

function distinct(values: ArrayLike<number>, missing: number): Codes {
  const codeOf = new Map<number, number>();
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === missing || Number.isNaN(value)) {
      codes[row] = -1;
      continue;
    }
    let code = codeOf.get(value);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, count: codeOf.size };
}
