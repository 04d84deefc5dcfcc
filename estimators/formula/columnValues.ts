import { type Column, missingCode } from "../../panel/table.ts";
import { type LabelValues, logicals, MISSING_LOGICAL, numbers, type Values } from "./values.ts";

/** What R's `read.csv` takes for a logical when a column holds nothing else. */
const LOGICAL_WORDS: ReadonlyMap<string, 0 | 1> = new Map([
  ["TRUE", 1],
  ["FALSE", 0],
  ["true", 1],
  ["false", 0],
  ["T", 1],
  ["F", 0],
]);

/** A column as R has it once read: numbers not copied, a category of TRUE and FALSE as a logical. */
export function valuesOfColumn(column: Column): Values {
  if (column.kind !== "category") return { ...numbers(column.values), asRecorded: true };
  const { codes, levels } = column;
  const words = levels.map((level) => LOGICAL_WORDS.get(level));
  if (levels.length > 0 && words.every((word) => word !== undefined)) {
    return logicals(Uint8Array.from(codes, (code) => words[code] ?? MISSING_LOGICAL));
  }
  return { kind: "label", codes, levels, ordered: false };
}

/**
 * The first cell of a column of labels that keeps it from being one of numbers: null unless more than half of the
 * labels are numbers, because then labels were meant.
 */
export function cellThatIsNoNumber({ codes, levels }: LabelValues): { row: number; label: string } | null {
  const isNumber = levels.map((level) => level.trim() !== "" && Number.isFinite(Number(level)));
  if (isNumber.filter(Boolean).length * 2 <= levels.length) return null;
  const missing = missingCode(codes);
  const row = codes.findIndex((code) => code !== missing && !isNumber[code]);
  return row < 0 ? null : { row, label: levels[codes[row]] };
}
