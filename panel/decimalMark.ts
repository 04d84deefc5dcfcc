/** What separates the whole part of a number from its decimals. */
export type DecimalMark = "." | ",";

/** Which marks some cells prove, each in a number that can be read in one way only. */
export interface MarksProven {
  readonly point: boolean;
  readonly comma: boolean;
}

export const NO_MARKS: MarksProven = { point: false, comma: false };

const GROUPED = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const WITH_POINT = /^[+-]?\d*\.\d+(?:[eE][+-]?\d+)?$/;
const WITH_COMMA = /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/;
const POINTS_GROUP = /^[+-]?[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;
const COMMAS_GROUP = /^[+-]?[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/;

/** The mark a cell has, and whether it could group thousands instead: `13.909`. Null for what is no number with a mark. */
function markOf(cell: string): { mark: DecimalMark; clear: boolean } | null {
  if (!cell.includes(".") && !cell.includes(",")) return null;
  const text = cell.trim();
  const clear = !GROUPED.test(text);
  if (WITH_POINT.test(text)) return { mark: ".", clear };
  if (WITH_COMMA.test(text)) return { mark: ",", clear };
  if (POINTS_GROUP.test(text)) return { mark: ",", clear };
  return COMMAS_GROUP.test(text) ? { mark: ".", clear } : null;
}

/** What some cells, of whatever columns, prove. */
export function marksProven(cells: Iterable<string>): MarksProven {
  let { point, comma } = NO_MARKS;
  for (const cell of cells) {
    const shown = markOf(cell);
    if (shown === null || !shown.clear) continue;
    if (shown.mark === ".") point = true;
    else comma = true;
  }
  return { point, comma };
}

/** What either of two proves. */
export function bothProven(one: MarksProven, other: MarksProven): MarksProven {
  return { point: one.point || other.point, comma: one.comma || other.comma };
}

/**
 * The decimal mark of a column that is not delimited by commas, from its cells: the mark they have, where one of them
 * can be read in one way only. Where all could group thousands (`13.909`, `1,500`), the mark is what the rest of the
 * file proves: between semicolons, where Excel writes decimal commas, a point needs the proof; between tabs or
 * bars a comma does. Null when no cell has a mark; "unclear" when the file does not say what such cells mean.
 */
export function decimalMarkOfColumn(
  cells: Iterable<string>,
  delimiter: string,
  elsewhere: MarksProven,
): DecimalMark | "unclear" | null {
  let found: DecimalMark | null = null;
  let clear = false;
  for (const cell of cells) {
    const shown = markOf(cell);
    if (shown === null) continue;
    if (found !== null && found !== shown.mark) return "unclear";
    found = shown.mark;
    clear ||= shown.clear;
  }
  if (found === null || clear) return found;
  const [supported, contradicted] =
    found === "." ? [elsewhere.point, elsewhere.comma] : [elsewhere.comma, elsewhere.point];
  if (contradicted) return "unclear";
  const usual = delimiter === ";" ? "," : ".";
  return supported || found === usual ? found : "unclear";
}

/**
 * The decimal mark of a file, for software that takes one mark for all of it: a comma where some cells of these records
 * prove it, or a point; null where they have no decimals.
 */
export function decimalMarkOf(records: Iterable<readonly string[]>, delimiter: string): DecimalMark | null {
  if (delimiter === ",") return ".";
  const cells = [...records].flat();
  const { point, comma } = marksProven(cells);
  if (comma) return ",";
  if (point) return ".";
  const mark = decimalMarkOfColumn(cells, delimiter, NO_MARKS);
  return mark === "unclear" ? null : mark;
}
