import { isInteger } from "./numbersAsKind.ts";

const PLAIN = /^[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const LENIENT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const NOT_A_NUMBER = /^nan$/i;
const WHOLE = /^(?:0|-?[1-9]\d*)$/;
const DIGITS = /^[+-]?\d+$/;
const WITH_COMMA = /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/;
const WITH_POINT = /^[+-]?\d*\.\d+(?:[eE][+-]?\d+)?$/;
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** What separates the whole part of a number from its decimals. */
export type DecimalMark = "." | ",";

/**
 * The decimal mark of a file, as some of its records show it: null where they have no decimals. A comma only where cells
 * have decimals after one and none after a point; in a file that is not delimited by semicolons, `1,234` alone may be a
 * thousand and is no evidence.
 */
export function decimalMarkOf(records: Iterable<readonly string[]>, delimiter: string): DecimalMark | null {
  if (delimiter === ",") return ".";
  let commas = false;
  for (const record of records) {
    for (const cell of record) {
      if (!cell.includes(".") && !cell.includes(",")) continue;
      const text = cell.trim();
      if (WITH_POINT.test(text)) return ".";
      commas ||= WITH_COMMA.test(text) && (delimiter === ";" || !THOUSANDS.test(text));
    }
  }
  return commas ? "," : null;
}

/**
 * The number a cell states, with a decimal point (or the given mark) and surrounding spaces allowed; `Inf` and `NaN` as R and pandas
 * write them. Null when it states none. Unless `lenient`, neither do whole numbers with leading zeros (`001` is
 * a code) or with more digits than a double holds (two long identifiers would become one).
 */
export function cellNumber(cell: string, lenient: boolean, decimal: DecimalMark = "."): number | null {
  const trimmed = cell.trim();
  if (decimal === "," && trimmed.includes(".")) return null;
  const text = decimal === "," ? trimmed.replace(",", ".") : trimmed;
  if ((lenient ? LENIENT : PLAIN).test(text)) {
    const value = Number(text);
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
