import { Evaluator } from "../../estimators/formula/evaluate.ts";
import { contains, type Expression } from "../../estimators/formula/expression.ts";
import type { Source } from "../../estimators/formula/invalidFormula.ts";
import { parseExpression } from "../../estimators/formula/parseExpression.ts";
import { printExpression } from "../../estimators/formula/printExpression.ts";
import {
  type Formula,
  InvalidFormula,
  type ModelFrame,
  type ModelFrameOptions,
  modelFrame,
} from "../../estimators/index.ts";
import { gatherRows } from "../../panel/gatherRows.ts";
import type { Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { phrase } from "../../scenarios/phrase.ts";

/** The rows of a file that exist for a model: all, or those of `--where`. */
export interface RowsOfFile {
  readonly table: Table;
  /** Row of the whole file (from 0) by row of `table`; null where they are the same. */
  readonly inFile: Int32Array | null;
}

/**
 * Rows for which a condition holds, before anything is made of them: to `lag()`, `initial()`, `mean()` and the levels of
 * factors the others do not exist. A condition that is missing does not hold.
 *
 * @throws InvalidFormula for what is no condition on columns, and for what looks at other rows; InvalidInput for no rows.
 */
export function rowsWhere(whole: Table, where: string | undefined): RowsOfFile {
  if (where === undefined) return { table: whole, inFile: null };
  const holds = condition(whole, { what: "where", text: where });
  const inFile = Int32Array.from([...holds.keys()].filter((row) => holds[row] === 1));
  if (inFile.length > 0) return { table: gatherRows(whole, inFile), inFile };
  throw new InvalidInput({
    path: `--where ${JSON.stringify(where)}`,
    found: phrase`none of ${whole.rows} rows left`,
    expected: phrase`rows to fit a model to`,
  });
}

/**
 * Whether a condition holds, by row of the table: 0, 1, or 2 where it is missing.
 *
 * @throws InvalidFormula for what is no condition on columns, and for what looks at other rows.
 */
export function condition(table: Table, source: Source): Uint8Array {
  const expression = parseExpression(source);
  contains(expression, (part) => {
    if (!isOverTime(part)) return false;
    throw new InvalidFormula(source, part, {
      found: phrase`${printExpression(part)}, which looks at other rows`,
      expected: phrase`a condition on the row alone, or --subset, which is applied afterwards`,
    });
  });
  const values = new Evaluator({ table, source, panel: null, meansOver: null }).values(expression);
  if (values.kind === "logical" && !values.constant) return values.values;
  throw new InvalidFormula(source, expression, {
    found: printExpression(expression),
    expected: phrase`a condition on columns, as year > 2005`,
  });
}

/** `modelFrame` with the rows numbered as in the file, in messages too. */
export function frameOf(formula: Formula, rows: RowsOfFile, options: ModelFrameOptions): ModelFrame {
  const { table, inFile } = rows;
  if (inFile === null) return modelFrame(formula, table, options);
  try {
    const frame = modelFrame(formula, table, options);
    return { ...frame, rowNumbers: frame.rowNumbers.map((row) => inFile[row] ?? -1) };
  } catch (error) {
    throw numberedAsInFile(error, inFile);
  }
}

/** Messages count rows from 2, the header being row 1. */
function numberedAsInFile(error: unknown, inFile: Int32Array): unknown {
  if (!(error instanceof InvalidInput) || error instanceof InvalidFormula) return error;
  const path = error.path.replace(/^row (\d+)/, (_, row) => `row ${(inFile[Number(row) - 2] ?? -2) + 2}`);
  const { found, expected, suggestion } = error;
  return new InvalidInput({ path, found, expected, suggestion });
}

function isOverTime(part: Expression): boolean {
  return part.kind === "call" && ["lag", "initial", "mean"].includes(part.function);
}
