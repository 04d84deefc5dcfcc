import { basename, dirname, join } from "node:path";
import type { Table } from "../../panel/table.ts";
import {
  formatOfText,
  type ScriptFile,
  type ScriptFileFormat,
  scriptColumns,
} from "../../study/exportScript/scriptFile.ts";
import { csvFile } from "../plannedFiles.ts";
import { textOfFile } from "../readTableText.ts";
import { isPipe, STANDARD_INPUT, tableSource } from "../tableSource.ts";
import type { PlannedFile } from "../writeFiles.ts";

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
  const columns = scriptColumns(table);
  const format = copied ? null : await formatOf(path);
  if (format !== null) return { file: { path, ...format, missing, columns, copyOf: null }, files: [] };
  const copy = join(dirname(scriptPath), `${basename(scriptPath).replace(/\.[^.]*$/, "")}.csv`);
  const ours = { delimiter: ",", decimal: ".", encoding: "utf-8" } as const;
  const copyOf = path === STANDARD_INPUT ? "standard input" : path;
  return { file: { path: copy, ...ours, missing: [], columns, copyOf }, files: [csvFile(copy, table)] };
}

/** Null where a script needs a copy. */
async function formatOf(path: string): Promise<ScriptFileFormat | null> {
  if (await isPipe(path)) return null;
  const { gzipped, beginning } = await tableSource(path);
  return formatOfText(beginning, (encoding) => textOfFile(path, gzipped, encoding));
}
