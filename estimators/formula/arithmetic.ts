import { exp, log, log1p } from "../../numerics/elementary.ts";
import type { ArithmeticOperator } from "./expression.ts";
import { type NumberValues, numbers, stride } from "./values.ts";

/** Called with a row in which numbers that are there have no result, such as the logarithm of −1. */
export type ReportUndefined = (row: number) => void;

/** Functions of one number. */
export const FUNCTIONS_OF_NUMBERS = {
  log,
  log1p,
  exp,
  sqrt: Math.sqrt,
  abs: Math.abs,
  "-": (x: number) => -x,
};

const OPERATIONS: Readonly<Record<ArithmeticOperator, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": power,
};

export function mapNumbers(
  operand: NumberValues,
  of: (x: number) => number,
  reportUndefined: ReportUndefined,
): NumberValues {
  const { values } = operand;
  const result = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const y = of(values[row]);
    result[row] = y;
    if (Number.isNaN(y) && !Number.isNaN(values[row])) reportUndefined(row);
  }
  return numbers(result, operand.constant);
}

export function combineNumbers(
  operator: ArithmeticOperator,
  left: NumberValues,
  right: NumberValues,
  reportUndefined: ReportUndefined,
): NumberValues {
  const operation = OPERATIONS[operator];
  const [leftStride, rightStride] = [stride(left), stride(right)];
  const rows = left.constant ? right.values.length : left.values.length;
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const a = left.values[row * leftStride];
    const b = right.values[row * rightStride];
    const y = operation(a, b);
    result[row] = y;
    if (Number.isNaN(y) && !Number.isNaN(a) && !Number.isNaN(b)) reportUndefined(row);
  }
  return numbers(result, left.constant && right.constant);
}

/** Whole powers up to this are products. */
const LARGEST_PRODUCT = 64;

/**
 * x^p. Whole powers are repeated products and p = 1/2 is a square root; other powers, exp(p log x), have a relative
 * error that grows with |p log x|. As in R, x^0 and 1^p are 1 even where the other is missing, and a negative number has
 * whole powers only.
 */
export function power(x: number, p: number): number {
  if (p === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(p)) return Number.NaN;
  if (Number.isInteger(p) && Math.abs(p) <= LARGEST_PRODUCT)
    return p > 0 ? product(x, p) : 1 / product(x, -p);
  if (p === 0.5) return Math.sqrt(x);
  if (x < 0) {
    if (!Number.isInteger(p)) return Number.NaN;
    return p % 2 === 0 ? power(-x, p) : -power(-x, p);
  }
  return exp(p * log(x));
}

/** x times itself `count` times, by squaring. */
function product(x: number, count: number): number {
  let result = 1;
  let square = x;
  for (let rest = count; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
