import { InvalidInput } from "../scenarios/invalidInput.ts";
import { nearestName } from "../scenarios/nearestName.ts";
import { phrase, type Said } from "../scenarios/phrase.ts";

/** What is wrong with a table, for programs that react to it. */
export type TableProblem =
  | "unknown-column"
  | "duplicate-column"
  | "unnamed-column"
  | "unequal-lengths"
  | "wrong-kind"
  | "too-many-levels"
  | "invalid-level"
  | "not-text"
  | "empty-file"
  | "ragged-row"
  | "malformed-quotes"
  | "too-long-record"
  | "unsupported-type"
  | "unsupported-compression"
  | "invalid-codebook"
  | "not-parquet"
  | "inconsistent-spells";

/** A table, or the file it comes from, that cannot be used as asked. */
export class InvalidTable extends InvalidInput {
  readonly problem: TableProblem;
  readonly column: string | null;
  /** Row of the file, its header being row 1; null where no single row is to blame. */
  readonly row: number | null;

  constructor(details: {
    readonly problem: TableProblem;
    readonly column?: string | null;
    readonly row?: number | null;
    readonly found: Said;
    readonly expected: Said;
    readonly suggestion?: string | null;
  }) {
    const { column = null, row = null, found, expected, suggestion = null } = details;
    super({ path: placeInTable(row, column), found, expected, suggestion });
    this.name = "InvalidTable";
    this.problem = details.problem;
    this.column = column;
    this.row = row;
  }
}

function placeInTable(row: number | null, column: string | null): Said {
  if (row !== null && column !== null) return phrase`row ${row}, column ${JSON.stringify(column)}`;
  if (row !== null) return phrase`row ${row}`;
  return column === null ? "" : phrase`column ${JSON.stringify(column)}`;
}

/** The refusal of a category with more levels than can be told apart. */
export function tooManyLevels(column: string, found: Said): InvalidTable {
  return new InvalidTable({
    problem: "too-many-levels",
    column,
    found,
    expected: phrase`at most 16 million distinct labels in a category`,
  });
}

/** The refusal of a name that no column has, with the nearest one that some column has. */
export function unknownColumn(name: string, names: readonly string[]): InvalidTable {
  return new InvalidTable({
    problem: "unknown-column",
    found: phrase`no column named ${JSON.stringify(name)}`,
    expected: names.length === 0 ? phrase`a table with columns` : phrase`one of ${names.join(", ")}`,
    suggestion: nearestName(name, names),
  });
}

/** A cell as an error message shows it: quoted, and cut when long. */
export function quoteCell(cell: string): string {
  return JSON.stringify(cell.length > 60 ? `${cell.slice(0, 57)}...` : cell);
}
