import { InvalidFormula } from "../../estimators/index.ts";
import { MISSING_CODE, type Table } from "../../panel/table.ts";
import { InvalidInput, saidOf } from "../../scenarios/invalidInput.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { WEIGHTS } from "./estimateRefusals.ts";

/** What a cell with `NA` means: a value, until `--na` says that it is missing. */

const USUAL_MARKS = ["NA", "N/A", "NULL", "null", "na", "n/a", ".", "-"];

/** Cells of a column of labels that hold a text which often marks a missing cell. */
export interface SuspectedMark {
  readonly column: string;
  readonly mark: string;
  readonly cells: number;
}

/** The cells that may be meant as missing, and were taken as values. */
export function suspectedMarks(table: Table): SuspectedMark[] {
  const found: SuspectedMark[] = [];
  for (const [name, column] of table.columns) {
    if (column.kind !== "category") continue;
    for (const mark of USUAL_MARKS) {
      const code = column.levels.indexOf(mark);
      if (code < 0 || code === MISSING_CODE) continue;
      let cells = 0;
      for (const each of column.codes) if (each === code) cells++;
      if (cells > 0) found.push({ column: name, mark, cells });
    }
  }
  return found;
}

/** A note for each of them, with the flag that helps. */
export function notesOnMarks(table: Table, missing: readonly string[]): string[] {
  return suspectedMarks(table).map(({ column, mark, cells }) => {
    const [are, hold] = cells === 1 ? ["1 cell", "holds"] : [`${cells.toLocaleString("en")} cells`, "hold"];
    const flag = `--na "${[...missing, mark].join(",")}"`;
    return `note: ${are} of ${column} ${hold} the text ${mark}, taken as a value; ${flag} reads such cells as missing`;
  });
}

/**
 * The same complaint with the flag that helps. In a column of numbers, a cell with `NA` is likely meant as missing.
 */
export function withFlag(error: unknown, missing: readonly string[]): unknown {
  if (error instanceof InvalidFormula) {
    if (!error.found.endsWith("without a panel")) return error;
    const { source, position } = error;
    const found = saidOf(error, "found");
    const expected = phrase`${saidOf(error, "expected")}: --panel id,time`;
    return new InvalidFormula(source, { start: position }, { found, expected });
  }
  if (!(error instanceof InvalidInput)) return error;
  if (error.expected === "a weight of 0 or more") {
    return new InvalidInput({
      path: saidOf(error, "path"),
      found: saidOf(error, "found"),
      expected: WEIGHTS,
    });
  }
  const mark = USUAL_MARKS.find((text) => error.found === JSON.stringify(text) && !missing.includes(text));
  if (mark === undefined) return error;
  const all = [...missing, mark].join(",");
  return new InvalidInput({
    path: saidOf(error, "path"),
    found: saidOf(error, "found"),
    expected: phrase`${saidOf(error, "expected")}; --na "${all}" reads such cells as missing`,
  });
}
