import { type Column, missingCode } from "../../panel/table.ts";
import { phrase, type Said } from "../../scenarios/phrase.ts";
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

/** Numbers as people format them: 1,5 · 13.909 · 1,104.5 · 1.019,29 · 10 269 · −0.7 · €19158 · 5 %. */
const FORMATTED =
  /^[-+\u2212]?(?:[€$£¥]\s?)?[-+\u2212]?(?:[1-9]\d{0,2}(?:[.,'\u2019\s]\d{3})+(?:[.,]\d+)?|(?:0|[1-9]\d*)?[.,]\d+|0|[1-9]\d*)(?:[eE][-+\u2212]?\d+)?(?:\s?[€$£¥%])?$/;
const LEADING_ZERO = /^[+-]?0\d/;

/** A cell of a column of labels that keeps it from being one of numbers, and what should stand there. */
export interface CellThatIsNoNumber {
  readonly row: number;
  readonly label: string;
  readonly expected: Said;
}

/**
 * The first cell of a column of labels that keeps it from being one of numbers: a word, or else a number that does not
 * read as one, or not in one way only. Null unless more than half of the labels look like numbers, because then
 * labels were meant; so they are where all are plain numbers without a decimal point or some are codes such as 007.
 */
export function cellThatIsNoNumber({ codes, levels }: LabelValues): CellThatIsNoNumber | null {
  const isPlain = levels.map((level) => level.trim() !== "" && Number.isFinite(Number(level)));
  const looksLikeOne = levels.map((level, code) => isPlain[code] || FORMATTED.test(level.trim()));
  if (looksLikeOne.filter(Boolean).length * 2 <= levels.length) return null;
  const missing = missingCode(codes);
  const firstRow = (blamed: (code: number) => boolean) =>
    codes.findIndex((code) => code !== missing && blamed(code));
  const word = firstRow((code) => !looksLikeOne[code]);
  if (word >= 0) {
    const expected = phrase`a number, as most cells of the column hold`;
    return { row: word, label: levels[codes[word]], expected };
  }
  if (levels.some((level) => LEADING_ZERO.test(level.trim()))) return null;
  const formatted = firstRow((code) => !isPlain[code]);
  const row = formatted >= 0 ? formatted : firstRow((code) => levels[code].includes("."));
  if (row < 0) return null;
  const label = levels[codes[row]];
  const isTooLarge = !isPlain[codes[row]] && !Number.isNaN(Number(label));
  const expected = isTooLarge
    ? phrase`a number of at most 1.8e308`
    : phrase`a number that reads in one way only: no mark between thousands, and the decimal mark of the column, which can be said when the file is read (--decimal, in a program the option decimal)`;
  return { row, label, expected };
}
