import { missingCode } from "../../panel/table.ts";
import type { ComparisonOperator } from "./expression.ts";
import {
  type LabelValues,
  type LogicalValues,
  logicals,
  MISSING_LOGICAL,
  type NumberValues,
  stride,
} from "./values.ts";

/** Comparisons and logic with R's three values: TRUE, FALSE, missing. */

const COMPARISONS: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** Missing where either side is. */
export function compareNumbers(
  operator: ComparisonOperator,
  left: NumberValues,
  right: NumberValues,
): LogicalValues {
  const compare = COMPARISONS[operator];
  const [leftStride, rightStride] = [stride(left), stride(right)];
  const result = new Uint8Array(left.constant ? right.values.length : left.values.length);
  for (let row = 0; row < result.length; row++) {
    const a = left.values[row * leftStride];
    const b = right.values[row * rightStride];
    result[row] = Number.isNaN(a) || Number.isNaN(b) ? MISSING_LOGICAL : Number(compare(a, b));
  }
  return logicals(result, left.constant && right.constant);
}

/** Whether a label is one of those asked for; `ofMissing` where it is missing. */
export function labelIsOneOf(
  labels: LabelValues,
  asked: ReadonlySet<string>,
  ofMissing: 0 | typeof MISSING_LOGICAL,
): LogicalValues {
  const matches = Uint8Array.from(labels.levels, (level) => Number(asked.has(level)));
  const missing = missingCode(labels.codes);
  const result = new Uint8Array(labels.codes.length);
  for (let row = 0; row < result.length; row++) {
    const code = labels.codes[row];
    result[row] = code === missing ? ofMissing : matches[code];
  }
  return logicals(result);
}

/** Whether two columns hold the same label, row by row. */
export function sameLabel(left: LabelValues, right: LabelValues): LogicalValues {
  const codeOf = new Map(left.levels.map((level, code) => [level, code]));
  const rightAsLeft = right.levels.map((level) => codeOf.get(level) ?? -1);
  const [leftMissing, rightMissing] = [missingCode(left.codes), missingCode(right.codes)];
  const result = new Uint8Array(left.codes.length);
  for (let row = 0; row < result.length; row++) {
    const [a, b] = [left.codes[row], right.codes[row]];
    result[row] = a === leftMissing || b === rightMissing ? MISSING_LOGICAL : Number(a === rightAsLeft[b]);
  }
  return logicals(result);
}

/** Whether a number is one of those asked for; FALSE where it is missing, as R's `%in%` has it. */
export function numberIsOneOf(operand: NumberValues, asked: ReadonlySet<number>): LogicalValues {
  const result = new Uint8Array(operand.values.length);
  for (let row = 0; row < result.length; row++) result[row] = Number(asked.has(operand.values[row]));
  return logicals(result, operand.constant);
}

/** FALSE & missing is FALSE, TRUE & missing is missing. */
export function and(left: LogicalValues, right: LogicalValues): LogicalValues {
  return decidedBy(0, left, right);
}

/** TRUE | missing is TRUE, FALSE | missing is missing. */
export function or(left: LogicalValues, right: LogicalValues): LogicalValues {
  return decidedBy(1, left, right);
}

function decidedBy(decisive: 0 | 1, left: LogicalValues, right: LogicalValues): LogicalValues {
  const [leftStride, rightStride] = [stride(left), stride(right)];
  const result = new Uint8Array(left.constant ? right.values.length : left.values.length);
  for (let row = 0; row < result.length; row++) {
    const a = left.values[row * leftStride];
    const b = right.values[row * rightStride];
    if (a === decisive || b === decisive) result[row] = decisive;
    else result[row] = a === MISSING_LOGICAL || b === MISSING_LOGICAL ? MISSING_LOGICAL : 1 - decisive;
  }
  return logicals(result, left.constant && right.constant);
}

export function not(operand: LogicalValues): LogicalValues {
  const result = operand.values.map((value) => (value === MISSING_LOGICAL ? value : 1 - value));
  return logicals(result, operand.constant);
}
