import { basename, dirname, join } from "node:path";
import { csvRecords } from "../../panel/csvRecords.ts";
import { bothProven, decimalMarkOf, marksProven, NO_MARKS } from "../../panel/decimalMark.ts";
import type { Column, Table } from "../../panel/table.ts";
import { csvFile } from "../plannedFiles.ts";
import { NotUtf8, textOfFile } from "../readTableText.ts";
import { isPipe, STANDARD_INPUT, tableSource } from "../tableSource.ts";
import type { PlannedFile } from "../writeFiles.ts";

/** A text file with a table, as a script in another language has to be told to read it. */
export interface ScriptFile {
  /** From the folder in which the command ran, as the user gave it. */
  readonly path: string;
  readonly delimiter: string;
  readonly decimal: "." | ",";
  readonly encoding: "utf-8" | "windows-1252";
  /** Texts that mark a missing cell, beside the empty one. */
  readonly missing: readonly string[];
  /** The columns in use. */
  readonly columns: readonly ScriptColumn[];
  /** The file, or standard input, this one is a copy of; null where it is the user's own. */
  readonly copyOf: string | null;
}

export interface ScriptColumn {
  readonly name: string;
  readonly kind: "number" | "label" | "logical";
}

const WORDS = new Set(["TRUE", "FALSE", "true", "false", "T", "F"]);

/**
 * How a script reads the table that was read from a file: the file itself; or a CSV copy of the columns in use beside
 * the script, whose writing is then one of `files`, where base R and Stata cannot read the file as it was read here:
 * Parquet, a pipe, UTF-16, Excel's first line `sep=;`, decimal points in some columns and commas in others.
 *
 * @param options.copied whether to make a copy in any case, as where the user said how the file is to be read.
 * @param table as read from the file, before any rows are left out.
 */
export async function scriptFile(
  path: string,
  table: Table,
  options: { readonly missing: readonly string[]; readonly scriptPath: string; readonly copied?: boolean },
): Promise<{ readonly file: ScriptFile; readonly files: readonly PlannedFile[] }> {
  const { missing, scriptPath, copied = false } = options;
  const columns = [...table.columns].map(([name, column]) => ({ name, kind: kindOf(column) }));
  const format = copied ? null : await formatOf(path);
  if (format !== null) return { file: { path, ...format, missing, columns, copyOf: null }, files: [] };
  const copy = join(dirname(scriptPath), `${basename(scriptPath).replace(/\.[^.]*$/, "")}.csv`);
  const ours = { delimiter: ",", decimal: ".", encoding: "utf-8" } as const;
  const copyOf = path === STANDARD_INPUT ? "standard input" : path;
  return { file: { path: copy, ...ours, missing: [], columns, copyOf }, files: [csvFile(copy, table)] };
}

function kindOf(column: Column): ScriptColumn["kind"] {
  if (column.kind !== "category") return "number";
  return column.levels.length > 0 && column.levels.every((level) => WORDS.has(level)) ? "logical" : "label";
}

/**
 * Null where a script needs a copy. Reads to the end: that a file is not UTF-8, or has both decimal marks, may show in its
 * last line.
 */
async function formatOf(
  path: string,
): Promise<Pick<ScriptFile, "delimiter" | "decimal" | "encoding"> | null> {
  if (await isPipe(path)) return null;
  const { gzipped, beginning } = await tableSource(path);
  if (/^(?:PAR1|\xFF\xFE|\xFE\xFF|(?:\xEF\xBB\xBF)?"?sep=.)/i.test(beginning)) return null;
  for (const encoding of ["utf-8", "windows-1252"] as const) {
    try {
      let separator = ",";
      let decimal: "." | "," | null = null;
      let marks = NO_MARKS;
      for await (const { delimiter, records } of csvRecords(textOfFile(path, gzipped, encoding))) {
        separator = delimiter;
        decimal ??= decimalMarkOf(records, delimiter);
        if (delimiter === ",") continue;
        marks = records.reduce((proven, record) => bothProven(proven, marksProven(record)), marks);
        if (marks.point && marks.comma) return null;
      }
      return { delimiter: separator, decimal: decimal ?? ".", encoding };
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
    }
  }
  return { delimiter: ",", decimal: ".", encoding: "utf-8" };
}
