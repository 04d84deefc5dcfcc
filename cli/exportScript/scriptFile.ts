import { open } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { csvRecords } from "../../panel/csvRecords.ts";
import { decimalMarkOf } from "../../panel/decimalMark.ts";
import type { Column, Table } from "../../panel/table.ts";
import { csvFile } from "../plannedFiles.ts";
import { NotUtf8, textOfFile } from "../readTableText.ts";
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
  /** The Parquet file this one is a copy of; null where it is the user's own. */
  readonly copyOf: string | null;
}

export interface ScriptColumn {
  readonly name: string;
  readonly kind: "number" | "label" | "logical";
}

const WORDS = new Set(["TRUE", "FALSE", "true", "false", "T", "F"]);

/**
 * How a script reads the table that was read from a file: the file itself, or for Parquet, which base R and Stata cannot
 * read, a CSV copy of the columns in use beside the script, whose writing is then one of `files`.
 *
 * @param table as read from the file, before any rows are left out.
 */
export async function scriptFile(
  path: string,
  table: Table,
  options: { readonly missing: readonly string[]; readonly scriptPath: string },
): Promise<{ readonly file: ScriptFile; readonly files: readonly PlannedFile[] }> {
  const { missing, scriptPath } = options;
  const columns = [...table.columns].map(([name, column]) => ({ name, kind: kindOf(column) }));
  const beginning = await firstBytes(path);
  if (beginning === "PAR1") {
    const copy = join(dirname(scriptPath), `${basename(scriptPath).replace(/\.[^.]*$/, "")}.csv`);
    const format = { delimiter: ",", decimal: ".", encoding: "utf-8" } as const;
    return {
      file: { path: copy, ...format, missing: [], columns, copyOf: path },
      files: [csvFile(copy, table)],
    };
  }
  const gzipped = beginning.startsWith("\x1F\x8B");
  return { file: { path, ...(await formatOf(path, gzipped)), missing, columns, copyOf: null }, files: [] };
}

async function firstBytes(path: string): Promise<string> {
  const handle = await open(path);
  try {
    return (await handle.read(Buffer.alloc(4), 0, 4, 0)).buffer.toString("latin1");
  } finally {
    await handle.close();
  }
}

function kindOf(column: Column): ScriptColumn["kind"] {
  if (column.kind !== "category") return "number";
  return column.levels.length > 0 && column.levels.every((level) => WORDS.has(level)) ? "logical" : "label";
}

/** Reads to the end: that a file is not UTF-8 may show in its last line. */
async function formatOf(
  path: string,
  gzipped: boolean,
): Promise<Pick<ScriptFile, "delimiter" | "decimal" | "encoding">> {
  for (const encoding of ["utf-8", "windows-1252"] as const) {
    try {
      let separator = ",";
      let decimal: "." | "," | null = null;
      for await (const { delimiter, records } of csvRecords(textOfFile(path, gzipped, encoding))) {
        separator = delimiter;
        decimal ??= decimalMarkOf(records, delimiter);
      }
      return { delimiter: separator, decimal: decimal ?? ".", encoding };
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
    }
  }
  return { delimiter: ",", decimal: ".", encoding: "utf-8" };
}
