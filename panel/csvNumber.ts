import type { DecimalMark } from "./decimalMark.ts";
import { isInteger } from "./numbersAsKind.ts";

const PLAIN = /^[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const LENIENT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const NOT_A_NUMBER = /^nan$/i;
const WHOLE = /^(?:0|-?[1-9]\d*)$/;
const DIGITS = /^[+-]?\d+$/;

/**
 * The number a cell states, with a decimal point (or the given mark) and surrounding spaces allowed; `Inf` and `NaN` as R and pandas
 * write them. Null when it states none. Unless `lenient`, neither do whole numbers with leading zeros (`001` is
 * a code) or with more digits than a double holds (two long identifiers would become one). Nor do finite
 * numbers beyond what a double holds, `1e309`.
 */
export function cellNumber(cell: string, lenient: boolean, decimal: DecimalMark = "."): number | null {
  const trimmed = cell.trim();
  if (decimal === "," && trimmed.includes(".")) return null;
  const text = decimal === "," ? trimmed.replace(",", ".") : trimmed;
  if ((lenient ? LENIENT : PLAIN).test(text)) {
    const value = Number(text);
    if (!Number.isFinite(value)) return null;
    const exact = lenient || Math.abs(value) <= Number.MAX_SAFE_INTEGER || !DIGITS.test(text);
    return exact || String(value) === text ? value : null;
  }
  if (NOT_A_NUMBER.test(text)) return Number.NaN;
  const infinite = INFINITE.exec(text);
  if (infinite === null) return null;
  return infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Whether a cell is written as a whole number that an integer column holds: 32 bits, and not `-0` or `1.0`. */
export function isIntegerCell(cell: string): boolean {
  return WHOLE.test(cell) && isInteger(Number(cell));
}
