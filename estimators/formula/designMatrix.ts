import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { type FactorTerm, type ModelMatrix, NO_LEVEL, type NumericTerm } from "../modelMatrix.ts";
import type { Term } from "./expandTerms.ts";
import { type Coding, termCodings } from "./termCoding.ts";

/** A variable in the rows of the sample: numbers, or codes of levels. */
export type DesignVariable =
  | { readonly label: string; readonly kind: "number"; readonly values: NumericTerm["values"] }
  | {
      readonly label: string;
      readonly kind: "factor";
      readonly codes: Uint16Array | Uint32Array | Uint8Array;
      readonly levels: readonly string[];
      /** Logicals are factors to the rules of coding, but a single column of them is one of 0 and 1. */
      readonly logical: boolean;
    };

/** A term as the formula has it, with the names of its coefficients. */
export interface FormulaTerm {
  readonly label: string;
  readonly coefficients: readonly string[];
}

export interface Design {
  readonly matrix: ModelMatrix;
  /** In the order of R's `model.matrix`, the intercept left out. */
  readonly terms: readonly FormulaTerm[];
  /**
   * Where the coefficients, in R's order and with the intercept when there is one, stand among `termNames(matrix)`: the
   * matrix has numeric columns before factors.
   */
  readonly coefficientOrder: Int32Array;
}

/** Codes are of 16 bits. */
const MOST_LEVELS = 65_535;

/**
 * The model matrix of expanded terms, with the columns, names and values of R's `model.matrix` under treatment
 * contrasts. Terms of factors alone are codes, level 0 being the cells without a column; all others are numbers.
 *
 * @param intercept decides the coding of factors.
 * @param keepIntercept false where a baseline hazard or absorbed effects take the place of the intercept.
 * @param keepTerm false for a term that is coded for and then left out, as `strata(g)` is.
 */
export function designMatrix(
  terms: readonly Term[],
  variables: readonly DesignVariable[],
  rows: number,
  options: {
    readonly intercept: boolean;
    readonly keepIntercept: boolean;
    readonly keepTerm: (term: Term) => boolean;
  },
): Design {
  const isFactor = variables.map(({ kind }) => kind === "factor");
  const codings = termCodings(
    terms.map((term) => term.variables),
    isFactor,
    options.intercept,
  );
  const blocks = terms
    .map((term, index) => ({ term, columns: columnsOfTerm(term, codings[index], variables, rows) }))
    .filter(({ term }) => options.keepTerm(term));

  const intercept = options.intercept && options.keepIntercept;
  const numeric = blocks.flatMap(({ columns }) => columns.numeric);
  const factors = blocks.flatMap(({ columns }) => columns.factor ?? []);
  const order = intercept ? [0] : [];
  let nextNumeric = order.length;
  let nextLevel = nextNumeric + numeric.length;
  const formulaTerms = blocks.map(({ term, columns: { numeric: ofNumbers, factor } }) => {
    const ofLevels = factor === null ? [] : factor.levels.slice(1).map((level) => factor.name + level);
    for (let k = 0; k < ofNumbers.length; k++) order.push(nextNumeric++);
    for (let k = 0; k < ofLevels.length; k++) order.push(nextLevel++);
    return { label: term.label, coefficients: [...ofNumbers.map(({ name }) => name), ...ofLevels] };
  });
  const afterIntercept = order.slice(intercept ? 1 : 0).map((at) => at - (intercept ? 1 : 0));
  const asNumbered = afterIntercept.every((at, place) => at === place);
  return {
    matrix: { rows, intercept, numeric, factors, ...(asNumbered ? {} : { order: afterIntercept }) },
    terms: formulaTerms,
    coefficientOrder: Int32Array.from(order),
  };
}

interface TermColumns {
  readonly numeric: readonly NumericTerm[];
  readonly factor: FactorTerm | null;
}

function columnsOfTerm(
  term: Term,
  codings: readonly Coding[],
  variables: readonly DesignVariable[],
  rows: number,
): TermColumns {
  const parts = term.variables.map((index, position) => part(variables[index], codings[position]));
  const names = combinedNames(parts.map(({ columns }) => columns));
  if (names.length > MOST_LEVELS) {
    throw new InvalidInput({
      path: term.label,
      found: phrase`${names.length} columns`,
      expected: phrase`at most 65,535; effects of so many cells are absorbed with y ~ x | a^b`,
    });
  }
  const cells = cellOfRow(parts, rows);
  const numbers = parts.flatMap(({ variable }) => (variable.kind === "number" ? [variable.values] : []));
  if (numbers.length > 0) {
    if (parts.length === 1) return { numeric: [{ name: names[0], values: numbers[0] }], factor: null };
    const product = productOf(numbers, rows);
    if (cells === null) return { numeric: [{ name: names[0], values: product }], factor: null };
    const columns = names.map((name) => ({ name, values: new Float64Array(rows) }));
    for (let row = 0; row < rows; row++) if (cells[row] >= 0) columns[cells[row]].values[row] = product[row];
    return { numeric: columns, factor: null };
  }
  if (cells === null) throw new RangeError("a term without variables");
  const logical = parts.every(({ variable }) => variable.kind === "factor" && variable.logical);
  if (logical && names.length === 1) {
    return {
      numeric: [{ name: names[0], values: Uint8Array.from(cells, (cell) => cell + 1) }],
      factor: null,
    };
  }
  const { label } = parts[0].variable;
  return {
    numeric: [],
    factor: {
      name: label,
      codes: codesFromOne(cells, new Uint16Array(rows)),
      levels: [referenceName(parts), ...names.map((name) => name.slice(label.length))],
    },
  };
}

/** A variable with its columns in one term. */
interface Part {
  readonly variable: DesignVariable;
  /** Names of the columns. */
  readonly columns: readonly string[];
  /** Code of the level that the first column is of. */
  readonly firstLevel: 0 | 1;
}

function part(variable: DesignVariable, coding: Coding): Part {
  if (variable.kind === "number") return { variable, columns: [variable.label], firstLevel: 0 };
  const firstLevel = coding === "contrasts" ? 1 : 0;
  const columns = variable.levels.slice(firstLevel).map((level) => variable.label + level);
  return { variable, columns, firstLevel };
}

/** Names of all combinations, the first part varying fastest. */
function combinedNames(columns: readonly (readonly string[])[]): string[] {
  const [first, ...rest] = columns;
  const count = columns.reduce((product, each) => product * each.length, 1);
  // Not spelt out when there are too many to be numbered.
  if (count > MOST_LEVELS) return Array.from({ length: count });
  return rest.reduce<string[]>(
    (names, next) => next.flatMap((name) => names.map((before) => `${before}:${name}`)),
    [...first],
  );
}

/** By row the combination of levels it is in, or −1 where that has no column; null without factors. */
function cellOfRow(parts: readonly Part[], rows: number): Int32Array | null {
  let cells: Int32Array | null = null;
  let step = 1;
  for (const { variable, columns, firstLevel } of parts) {
    if (variable.kind === "number") continue;
    cells ??= new Int32Array(rows);
    const { codes } = variable;
    for (let row = 0; row < rows; row++) {
      if (cells[row] < 0) continue;
      const level = codes[row] - firstLevel;
      cells[row] = level < 0 ? -1 : cells[row] + step * level;
    }
    step *= columns.length;
  }
  return cells;
}

/** The combinations counted from 1, with 0 where there is no column. */
function codesFromOne<Codes extends Uint8Array | Uint16Array>(cells: Int32Array, codes: Codes): Codes {
  for (let row = 0; row < cells.length; row++) codes[row] = cells[row] + 1;
  return codes;
}

function productOf(columns: readonly NumericTerm["values"][], rows: number): Float64Array {
  const product = Float64Array.from(columns[0]);
  for (const column of columns.slice(1)) for (let row = 0; row < rows; row++) product[row] *= column[row];
  return product;
}

/** What stands at level 0: the first level under contrasts, else nothing that occurs. */
function referenceName(parts: readonly Part[]): string {
  const [{ variable, firstLevel }] = parts;
  return parts.length === 1 && firstLevel === 1 && variable.kind === "factor" ? variable.levels[0] : NO_LEVEL;
}
