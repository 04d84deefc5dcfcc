import { columnNames, contains, type Expression } from "../../estimators/formula/expression.ts";
import { parseExpression } from "../../estimators/formula/parseExpression.ts";
import { type ModelFrame, modelFrame, termNames } from "../../estimators/index.ts";
import { RowOfMatrix } from "../../estimators/matrixRow.ts";
import { gatherRows } from "../../panel/gatherRows.ts";
import type { Column, Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { phrase, type Said } from "../../scenarios/phrase.ts";
import { splitList } from "./estimateOptions.ts";

/** One `--at`, as the terms of a fit have it. */
export interface ChosenCovariates {
  /** As written: `age=60,sex=1`. */
  readonly text: string;
  /** One value a term, in the order of the model matrix. */
  readonly covariates: Float64Array;
  readonly offset: number;
  /** Label of the stratum; null when the text says nothing of it. */
  readonly stratum: string | null;
}

/**
 * Covariates given as values of the file's columns. The terms are made of them by adding a row to the sample, so that
 * `factor(sex)` or `log(age)` are what they were in the fit.
 *
 * @param table the file, whose rows `frame.rowNumbers` counts.
 * @throws InvalidInput for a column that is missing, not of the terms or no number, and for a level no row has.
 */
export function chosenCovariates(
  frame: ModelFrame,
  table: Table,
  texts: readonly string[],
): ChosenCovariates[] {
  const needed = columnsOf(frame);
  return texts.map((text) => {
    const path = `--at "${text}"`;
    const refuse = (found: Said, expected: Said): never => {
      throw new InvalidInput({ path, found, expected });
    };
    const given = new Map(
      splitList(text).map((part) => {
        const [name = "", value, ...rest] = part.split("=").map((each) => each.trim());
        if (name !== "" && value !== undefined && value !== "" && rest.length === 0) return [name, value];
        return refuse(JSON.stringify(part), phrase`column=value, as in age=60,sex=1`);
      }),
    );
    const parts = splitList(text).length;
    if (given.size < parts) refuse(phrase`a column with two values`, phrase`one value of each column`);
    const known = [...needed.terms, ...needed.strata];
    for (const name of given.keys()) {
      if (!known.includes(name))
        refuse(phrase`${name}, which no term reads`, phrase`values of ${known.join(", ")}`);
    }
    const absent = needed.terms.filter((name) => !given.has(name));
    if (absent.length > 0)
      refuse(phrase`no value of ${absent.join(", ")}`, phrase`a value of each of ${needed.terms.join(", ")}`);

    const rows = gatherRows(table, [...frame.rowNumbers, frame.rowNumbers[0] ?? 0]);
    const columns = new Map(rows.columns);
    for (const [name, value] of given) {
      const column = columns.get(name);
      if (column !== undefined)
        columns.set(
          name,
          withLastCell(column, value, () =>
            refuse(`${name}=${value}`, phrase`a value that ${name} has in the file`),
          ),
        );
    }
    const extended = modelFrame(frame.formula, { rows: rows.rows, columns }, { missing: "refuse" });
    const levelsKnown = termNames(extended.matrix).join() === termNames(frame.matrix).join();
    const last = extended.rows - 1;
    const stratum = extended.strata?.levels[extended.strata.codes[last] ?? 0] ?? null;
    const strataGiven = needed.strata.length > 0 && needed.strata.every((name) => given.has(name));
    if (!levelsKnown || (strataGiven && stratum !== null && !frame.strata?.levels.includes(stratum))) {
      refuse(phrase`a level that no row of the fit has`, phrase`levels that occur in the rows fitted`);
    }
    const row = new RowOfMatrix(extended.matrix);
    row.read(last);
    const covariates = new Float64Array(termNames(extended.matrix).length);
    for (let i = 0; i < row.count; i++) covariates[row.terms[i] ?? 0] = row.values[i] ?? 0;
    return { text, covariates, offset: extended.offset?.[last] ?? 0, stratum: strataGiven ? stratum : null };
  });
}

/** Columns that terms and offsets read, and those that strata read. */
function columnsOf({ formula, terms }: ModelFrame): { terms: string[]; strata: string[] } {
  const ofTerms = terms.flatMap(({ label }) => {
    const expression = parseExpression({ what: "term", text: label });
    if (contains(expression, isOverTime)) {
      throw new InvalidInput({
        path: "--at",
        found: label,
        expected: phrase`a formula without lag(), initial() or mean()`,
      });
    }
    return columnNames(expression);
  });
  const strata: string[] = [];
  const offsets: string[] = [];
  contains(formula.terms, (part) => {
    if (part.kind === "call" && part.function === "strata") strata.push(...columnNames(part));
    if (part.kind === "call" && part.function === "offset") offsets.push(...columnNames(part));
    return false;
  });
  return { terms: [...new Set([...ofTerms, ...offsets])], strata: [...new Set(strata)] };
}

function isOverTime(part: Expression): boolean {
  return part.kind === "call" && ["lag", "initial", "mean"].includes(part.function);
}

/** The column with another value in its last row; numbers of any kind may become decimals. */
function withLastCell(column: Column, text: string, refuse: () => never): Column {
  if (column.kind === "category") {
    const code = column.levels.indexOf(text);
    if (code < 0) refuse();
    const codes = column.codes.slice();
    codes[codes.length - 1] = code;
    return { ...column, codes };
  }
  const value = Number(text);
  if (!Number.isFinite(value)) refuse();
  if (
    column.kind !== "number" &&
    Number.isInteger(value) &&
    (column.kind === "integer" || value === 0 || value === 1)
  ) {
    const values = column.values.slice();
    values[values.length - 1] = value;
    return column.kind === "integer"
      ? { kind: "integer", values: Int32Array.from(values) }
      : { kind: "indicator", values: Uint8Array.from(values) };
  }
  const values = Float64Array.from(column.values);
  values[values.length - 1] = value;
  return { kind: "number", values };
}
