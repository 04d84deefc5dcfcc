import { phrase, type Said } from "../scenarios/phrase.ts";
import { cellNumber, isIntegerCell } from "./csvNumber.ts";
import {
  type DecimalMark,
  decimalMarkOfColumn,
  type MarksProven,
  marksProven,
  NO_MARKS,
} from "./decimalMark.ts";
import { InvalidTable, quoteCell, tooManyLevels } from "./invalidTable.ts";
import { LabelCodes, NO_LABEL } from "./labelCodes.ts";
import { firstMisfit, type NumericKind, numbersAsKind } from "./numbersAsKind.ts";
import type { Column, ColumnKind } from "./table.ts";

/** From so many distinct texts on, those of a column of numbers are not kept. */
const FEW_TEXTS = 65_535;

/** What is known of a column before it is read. */
export interface ColumnExpectation {
  readonly name: string;
  /** Null to infer it. */
  readonly kind: ColumnKind | null;
  /** Labels that come first, in their order. */
  readonly levels: readonly string[];
  /** Texts that mark a missing cell. */
  readonly missing: readonly string[];
  readonly delimiter: string;
  /** Null to decide by the cells. */
  readonly decimal: DecimalMark | null;
  /** What the file's other cells prove of its decimal mark, as far as it has been read. */
  readonly provenElsewhere: () => MarksProven;
  /** The row of the file in which the cell of this index stands. */
  readonly rowOfFile: (index: number) => number;
}

/**
 * Collects the cells of one column and decides at the end what it is. Cells are kept as codes of distinct texts, so
 * that a word in the last row can still make a category of them. Once there are more than 65,535 distinct ones, they
 * are let go if all of them are numbers, and only numbers are accepted from then on; if words are the rule, they are
 * labels for good.
 */
export class CsvColumn {
  readonly #expected: ColumnExpectation;
  readonly #missing: ReadonlySet<string>;
  #length = 0;
  #codes = new Int32Array(1024);
  /** Null once there were too many distinct numbers to keep their texts; then `#numbers` has the cells. */
  #texts: LabelCodes | null;
  #labelsForGood: boolean;
  #numbers: Float64Array = new Float64Array(0);
  #allIntegers = true;
  /** Null while no cell has shown it. */
  #decimal: DecimalMark | null;

  constructor(expected: ColumnExpectation) {
    this.#expected = expected;
    this.#missing = new Set(expected.missing.filter((text) => !expected.levels.includes(text)));
    this.#texts = new LabelCodes(expected.levels);
    this.#labelsForGood = expected.kind === "category";
    this.#decimal = expected.decimal;
  }

  add(cell: string): void {
    if (this.#texts === null) {
      this.#addNumber(cell);
      return;
    }
    const code = this.#missing.has(cell) ? NO_LABEL : this.#texts.codeOf(cell);
    if (code === null) {
      throw tooManyLevels(this.#expected.name, phrase`more by row ${this.#expected.rowOfFile(this.#length)}`);
    }
    if (code >= FEW_TEXTS && !this.#labelsForGood && this.#giveUpTexts(this.#texts)) {
      this.#addNumber(cell);
      return;
    }
    if (this.#length === this.#codes.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#codes);
      this.#codes = longer;
    }
    this.#codes[this.#length++] = code;
  }

  /** What the cells added prove of the file's decimal mark. */
  marksProven(): MarksProven {
    return this.#texts === null || this.#labelsForGood ? NO_MARKS : marksProven(this.#texts.labels);
  }

  /** The column of all cells added; the collector is used up. */
  finish(): Column {
    if (this.#texts === null) return this.#typed(this.#numbers.subarray(0, this.#length));
    const texts = this.#texts.labels;
    const { kind } = this.#expected;
    if (kind === "category" || (kind === null && !(this.#findDecimal(texts) && this.#stateNumbers(texts)))) {
      return { kind: "category", ...this.#texts.category(this.#codes.subarray(0, this.#length)) };
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
    return cellNumber(cell, this.#expected.kind !== null, this.#decimal ?? ".");
  }

  /** Finds the decimal mark where some of these cells have one; false where what they mean is not clear. */
  #findDecimal(cells: readonly string[]): boolean {
    if (this.#decimal !== null) return true;
    const { delimiter, provenElsewhere } = this.#expected;
    const found = decimalMarkOfColumn(cells, delimiter, provenElsewhere());
    if (found !== "unclear") this.#decimal = found;
    return found !== "unclear";
  }

  #numbersOf(texts: readonly string[]): Float64Array {
    if (!this.#findDecimal(texts)) {
      const code = texts.findIndex((text) => /[.,]/.test(text));
      throw this.#unclear(texts[code], this.#codes.indexOf(code));
    }
    const numberOfCode = Float64Array.from(texts, (text, code) => {
      const value = this.#number(text);
      if (value === null) throw this.#refused(quoteCell(text), this.#codes.indexOf(code));
      return value;
    });
    this.#allIntegers = texts.every(isIntegerCell);
    const values = new Float64Array(this.#length);
    for (let index = 0; index < values.length; index++) {
      const code = this.#codes[index];
      values[index] = code === NO_LABEL ? Number.NaN : numberOfCode[code];
    }
    return values;
  }

  /** Whether the texts, of which there are many, were numbers; from then on `#numbers` has the cells. */
  #giveUpTexts(texts: LabelCodes): boolean {
    // The last one belongs to the cell that is still to be added.
    const labels = texts.labels.slice(0, FEW_TEXTS);
    if (this.#expected.kind === null) {
      if (!this.#findDecimal(labels)) {
        this.#labelsForGood = true;
        return false;
      }
      const words = labels.filter((text) => this.#number(text) === null).length;
      this.#labelsForGood = 2 * words > labels.length;
      if (this.#labelsForGood) return false;
    }
    this.#numbers = this.#numbersOf(labels);
    this.#codes = new Int32Array(0);
    this.#texts = null;
    return true;
  }

  #addNumber(cell: string): void {
    if (this.#decimal === null && !this.#findDecimal([cell])) throw this.#unclear(cell, this.#length);
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
      throw this.#refused(
        Number.isNaN(values[wrong]) ? phrase`a missing cell` : String(values[wrong]),
        wrong,
      );
    }
    return numbersAsKind(values, kind);
  }

  #unclear(cell: string, index: number): InvalidTable {
    const { name, rowOfFile } = this.#expected;
    return new InvalidTable({
      problem: "wrong-kind",
      column: name,
      row: rowOfFile(index),
      found: phrase`${quoteCell(cell)}, which can be read with a decimal mark or with thousands`,
      expected: phrase`cells that show the decimal mark, or the option \`decimal\``,
    });
  }

  #refused(found: Said, index: number): InvalidTable {
    const { kind, name, rowOfFile } = this.#expected;
    const expected = {
      number: phrase`a number`,
      integer: phrase`a whole number of 32 bits`,
      indicator: phrase`0 or 1`,
      category: phrase`a label`,
    };
    return new InvalidTable({
      problem: kind === null ? "too-many-levels" : "wrong-kind",
      column: name,
      row: rowOfFile(index),
      found: kind === null ? phrase`${found} among more than 65,535 different numbers` : found,
      expected: kind === null ? phrase`numbers only` : expected[kind],
    });
  }
}

function inferredKind(values: Float64Array, allIntegers: boolean): NumericKind {
  if (!allIntegers || values.length === 0) return "number";
  const kinds: NumericKind[] = ["indicator", "integer"];
  return kinds.find((kind) => firstMisfit(values, kind) < 0) ?? "number";
}
