import type { Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { inSeries, type Phrase, phrase } from "../../scenarios/phrase.ts";
import { Evaluator, refuseCell } from "./evaluate.ts";
import { columnNames, contains, type Expression } from "./expression.ts";
import { InvalidFormula, type Source } from "./invalidFormula.ts";
import type { PanelIndex } from "./panelIndex.ts";
import { printExpression } from "./printExpression.ts";
import { printNumber } from "./printNumber.ts";
import { gatherValues, markMissing, type Values } from "./values.ts";

/** An expression with the text it was read from. */
export interface SourcedExpression {
  readonly source: Source;
  readonly expression: Expression;
}

/** How many rows were left out, and why. */
export interface DroppedRows {
  /** Rows outside the subset. */
  readonly outsideSubset: number;
  /** Rows of the subset with a missing cell. */
  readonly missing: number;
  /** For each expression with missing cells, in how many rows of the subset; a row counts for each of its cells. */
  readonly missingByExpression: readonly { readonly expression: string; readonly rows: number }[];
}

/** The rows a model is fitted to, and the values of expressions in them. */
export interface Sample {
  /** Rows of the table, from 0, ascending. */
  readonly rowNumbers: Int32Array;
  readonly dropped: DroppedRows;
  /** By row of the table, 1 inside the subset. */
  readonly inSubset: Uint8Array;
  /** Values of one of the expressions in the rows of the sample. */
  values(part: SourcedExpression): Values;
  /** The same in every row of the table. */
  valuesInTable(part: SourcedExpression): Values;
}

export interface SampleOptions {
  readonly panel: PanelIndex | null;
  readonly subset: SourcedExpression | null;
  /** Whether a row with a missing cell is left out or refused. */
  readonly missing: "drop" | "refuse";
  /** Whether `mean()` leaves out each unit's earliest row. */
  readonly meansWithoutFirst: boolean;
}

/**
 * The rows of the subset in which none of the expressions is missing, R's `na.omit`. The means of `mean()` are over
 * exactly these rows.
 *
 * @throws InvalidInput: a cell that is infinite or has no value, such as log(−1), with row and column, in a row that would
 *   be kept; no row left. InvalidFormula as `Evaluator` does.
 */
export function findSample(
  table: Table,
  parts: readonly SourcedExpression[],
  options: SampleOptions,
): Sample {
  const distinct = [...new Map(parts.map((part) => [printExpression(part.expression), part])).values()];
  const inSubset = subsetRows(table, options);
  const keep = inSubset.slice();
  const known = new Map<string, Values>();
  const missing = new Map<string, number>();
  const undefinedCells = new Map<number, Expression>();

  const evaluate = (
    part: SourcedExpression,
    meansOver: { sample: Uint8Array; withoutFirst: boolean } | null,
  ) => {
    const evaluator = new Evaluator({ table, source: part.source, panel: options.panel, meansOver });
    const values = evaluator.values(part.expression);
    if (values.kind !== "label" && values.constant) {
      throw new InvalidFormula(part.source, part.expression, {
        found: phrase`${printExpression(part.expression)}, a constant`,
        expected: phrase`an expression that reads a column`,
      });
    }
    const label = printExpression(part.expression);
    const mask = new Uint8Array(table.rows);
    markMissing(values, mask);
    for (const [row, expression] of evaluator.undefinedCells) {
      if (mask[row] === 1) undefinedCells.set(row, expression);
      mask[row] = 0;
    }
    let count = 0;
    for (let row = 0; row < mask.length; row++) {
      if (mask[row] === 0 || inSubset[row] === 0) continue;
      if (options.missing === "refuse")
        refuseCell(part.expression, row, phrase`a missing cell`, phrase`a value in every row`);
      count++;
      keep[row] = 0;
    }
    if (count > 0) missing.set(label, Math.max(count, missing.get(label) ?? 0));
    known.set(label, values);
  };
  for (const part of distinct) evaluate(part, null);
  const withMeans = distinct.filter(({ expression }) => contains(expression, isMean));
  const meansOver = { sample: keep.slice(), withoutFirst: options.meansWithoutFirst };
  for (const part of withMeans) evaluate(part, meansOver);

  for (const [row, expression] of undefinedCells) {
    if (keep[row] === 1)
      refuseCell(
        expression,
        row,
        phrase`no value: the operation is not defined there`,
        phrase`a finite number`,
      );
  }
  const rowNumbers = rowsWhere(keep);
  refuseInfinite(table, distinct, known, rowNumbers);
  const dropped = countDropped(inSubset, rowNumbers.length, missing);
  if (rowNumbers.length === 0) throw noRowLeft(table.rows, dropped);

  const valuesInTable = ({ expression }: SourcedExpression): Values => {
    const values = known.get(printExpression(expression));
    if (values === undefined)
      throw new RangeError(`${printExpression(expression)} is not part of the sample`);
    return values;
  };
  return {
    rowNumbers,
    dropped,
    inSubset,
    valuesInTable,
    values: (part) => {
      const values = valuesInTable(part);
      return rowNumbers.length === table.rows ? values : gatherValues(values, rowNumbers);
    },
  };
}

function subsetRows(table: Table, { subset, panel }: SampleOptions): Uint8Array {
  if (subset === null) return new Uint8Array(table.rows).fill(1);
  const evaluator = new Evaluator({ table, source: subset.source, panel, meansOver: null });
  const values = evaluator.values(subset.expression);
  if (values.kind !== "logical" || values.constant) {
    throw new InvalidFormula(subset.source, subset.expression, {
      found: printExpression(subset.expression),
      expected: phrase`a condition on columns, as set == 1`,
    });
  }
  return values.values.map((value) => (value === 1 ? 1 : 0));
}

/** Infinite cells of the columns that are read, and infinite results. */
function refuseInfinite(
  table: Table,
  parts: readonly SourcedExpression[],
  known: ReadonlyMap<string, Values>,
  rowNumbers: Int32Array,
): void {
  const refuseIn = (of: Expression, cells: ArrayLike<number>) => {
    if (!(cells instanceof Float64Array)) return;
    for (let index = 0; index < rowNumbers.length; index++) {
      const row = rowNumbers[index];
      // A column may have missing cells in rows that are kept: is.na(x) and lag(x) are not missing there.
      if (Math.abs(cells[row]) === Number.POSITIVE_INFINITY)
        refuseCell(of, row, printNumber(cells[row]), phrase`a finite number`);
    }
  };
  const names = new Set(parts.flatMap(({ expression }) => columnNames(expression)));
  for (const name of names) {
    const column = table.columns.get(name);
    if (column?.kind === "number") refuseIn({ kind: "name", name, start: 0, end: 0 }, column.values);
  }
  for (const { expression } of parts) {
    const values = known.get(printExpression(expression));
    if (values?.kind === "number" && expression.kind !== "name") refuseIn(expression, values.values);
  }
}

function countDropped(inSubset: Uint8Array, kept: number, missing: ReadonlyMap<string, number>): DroppedRows {
  let subset = 0;
  for (const inside of inSubset) subset += inside;
  return {
    outsideSubset: inSubset.length - subset,
    missing: subset - kept,
    missingByExpression: [...missing].map(([expression, rows]) => ({ expression, rows })),
  };
}

function noRowLeft(rows: number, { outsideSubset, missing, missingByExpression }: DroppedRows): InvalidInput {
  const reasons: Phrase[] = [];
  if (outsideSubset > 0) reasons.push(phrase`${outsideSubset} outside the subset`);
  const cells = inSeries(
    missingByExpression.map((each) => phrase`${each.expression} in ${each.rows}`),
    ", ",
  );
  if (missing > 0) reasons.push(phrase`${missing} with missing cells (${cells})`);
  return new InvalidInput({
    path: "",
    found:
      reasons.length === 0
        ? phrase`none of ${rows} rows left`
        : phrase`none of ${rows} rows left: ${inSeries(reasons, ", ")}`,
    expected: phrase`rows to fit a model to`,
  });
}

function rowsWhere(mask: Uint8Array): Int32Array {
  const rows = new Int32Array(mask.length);
  let count = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) rows[count++] = row;
  return rows.slice(0, count);
}

function isMean(part: Expression): boolean {
  return part.kind === "call" && part.function === "mean";
}
