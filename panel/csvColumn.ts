import { cellNumber, type DecimalMark, isIntegerCell } from "./csvNumber.ts";
import { InvalidTable, quoteCell, tooManyLevels } from "./invalidTable.ts";
import { LabelCodes } from "./labelCodes.ts";
import { firstMisfit, type NumericKind, numbersAsKind } from "./numbersAsKind.ts";
import { type Column, type ColumnKind, MISSING_CODE } from "./table.ts";

/** What is known of a column before it is read. */
export interface ColumnExpectation {
  readonly name: string;
  /** Null to infer it. */
  readonly kind: ColumnKind | null;
  /** Labels that come first, in their order. */
  readonly levels: readonly string[];
  /** Texts that mark a missing cell. */
  readonly missing: readonly string[];
  readonly decimal: DecimalMark;
  /** The row of the file in which the cell of this index stands. */
  readonly rowOfFile: (index: number) => number;
}

/**
 * Collects the cells of one column and decides at the end what it is. Cells are kept as codes of distinct texts, so
 * that a word in the last row can still make a category of them. A column with more than 65,535 distinct texts cannot
 * be a category: its texts are let go, and only numbers are accepted.
 */
export class CsvColumn {
  readonly #expected: ColumnExpectation;
  readonly #missing: ReadonlySet<string>;
  #length = 0;
  #codes = new Uint16Array(1024);
  /** Null once there were too many distinct texts; then `#numbers` has the cells. */
  #texts: LabelCodes | null;
  #numbers: Float64Array = new Float64Array(0);
  #allIntegers = true;

  constructor(expected: ColumnExpectation) {
    this.#expected = expected;
    this.#missing = new Set(expected.missing.filter((text) => !expected.levels.includes(text)));
    this.#texts = new LabelCodes(expected.levels);
  }

  add(cell: string): void {
    if (this.#texts === null) {
      this.#addNumber(cell);
      return;
    }
    const code = this.#missing.has(cell) ? MISSING_CODE : this.#texts.codeOf(cell);
    if (code === null) {
      this.#giveUpTexts(this.#texts);
      this.#addNumber(cell);
      return;
    }
    if (this.#length === this.#codes.length) {
      const longer = new Uint16Array(2 * this.#length);
      longer.set(this.#codes);
      this.#codes = longer;
    }
    this.#codes[this.#length++] = code;
  }

  /** The column of all cells added; the collector is used up. */
  finish(): Column {
    if (this.#texts === null) return this.#typed(this.#numbers.subarray(0, this.#length));
    const texts = this.#texts.labels;
    const { kind } = this.#expected;
    if (kind === "category" || (kind === null && !this.#stateNumbers(texts))) {
      const codes = this.#codes.slice(0, this.#length);
      return { kind: "category", codes, levels: this.#texts.sortedLevels(codes) };
    }
    return this.#typed(this.#numbersOf(texts));
  }

  /** Whether all texts are numbers, at least one of them finite; true where there is no text at all. */
  #stateNumbers(texts: readonly string[]): boolean {
    const values = texts.map((text) => this.#number(text));
    return values.every((value) => value !== null) && (texts.length === 0 || values.some(Number.isFinite));
  }

  #number(cell: string): number | null {
    if (this.#missing.has(cell.trim())) return Number.NaN;
    return cellNumber(cell, this.#expected.kind !== null, this.#expected.decimal);
  }

  #numbersOf(texts: readonly string[]): Float64Array {
    const numberOfCode = Float64Array.from(texts, (text, code) => {
      const value = this.#number(text);
      if (value === null) throw this.#refused(quoteCell(text), this.#codes.indexOf(code));
      return value;
    });
    this.#allIntegers = texts.every(isIntegerCell);
    const values = new Float64Array(this.#length);
    for (let index = 0; index < values.length; index++) {
      const code = this.#codes[index];
      values[index] = code === MISSING_CODE ? Number.NaN : numberOfCode[code];
    }
    return values;
  }

  #giveUpTexts(texts: LabelCodes): void {
    const { kind, name, rowOfFile } = this.#expected;
    if (kind === "category") throw tooManyLevels(name, `more by row ${rowOfFile(this.#length)}`);
    this.#numbers = this.#numbersOf(texts.labels);
    this.#codes = new Uint16Array(0);
    this.#texts = null;
  }

  #addNumber(cell: string): void {
    const value = this.#number(cell);
    if (value === null) throw this.#refused(quoteCell(cell), this.#length);
    this.#allIntegers &&= isIntegerCell(cell);
    if (this.#length === this.#numbers.length) {
      const longer = new Float64Array(2 * this.#length);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length++] = value;
  }

  #typed(values: Float64Array): Column {
    const { kind: demanded } = this.#expected;
    const kind =
      demanded === null || demanded === "category" ? inferredKind(values, this.#allIntegers) : demanded;
    const wrong = firstMisfit(values, kind);
    if (wrong >= 0) {
      throw this.#refused(Number.isNaN(values[wrong]) ? "a missing cell" : String(values[wrong]), wrong);
    }
    return numbersAsKind(values, kind);
  }

  #refused(found: string, index: number): InvalidTable {
    const { kind, name, rowOfFile } = this.#expected;
    const expected = {
      number: "a number",
      integer: "a whole number of 32 bits",
      indicator: "0 or 1",
      category: "a label",
    };
    return new InvalidTable({
      problem: kind === null ? "too-many-levels" : "wrong-kind",
      column: name,
      row: rowOfFile(index),
      found: kind === null ? `${found} among more than 65,535 different cells` : found,
      expected: kind === null ? "numbers only, or at most 65,535 labels" : expected[kind],
    });
  }
}

function inferredKind(values: Float64Array, allIntegers: boolean): NumericKind {
  if (!allIntegers || values.length === 0) return "number";
  const kinds: NumericKind[] = ["indicator", "integer"];
  return kinds.find((kind) => firstMisfit(values, kind) < 0) ?? "number";
}
