import { csvRecords } from "../../panel/csvRecords.ts";
import { bothProven, decimalMarkOf, marksProven, NO_MARKS } from "../../panel/decimalMark.ts";
import { NotUtf8, type TextEncoding } from "../../panel/decodedText.ts";
import type { Column, Table } from "../../panel/table.ts";

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

/** How a text file is to be read. */
export type ScriptFileFormat = Pick<ScriptFile, "delimiter" | "decimal" | "encoding">;

const WORDS = new Set(["TRUE", "FALSE", "true", "false", "T", "F"]);

/** The columns of a table, as a script has to take them. */
export function scriptColumns(table: Table): ScriptColumn[] {
  return [...table.columns].map(([name, column]) => ({ name, kind: kindOf(column) }));
}

function kindOf(column: Column): ScriptColumn["kind"] {
  if (column.kind !== "category") return "number";
  return column.levels.length > 0 && column.levels.every((level) => WORDS.has(level)) ? "logical" : "label";
}

/**
 * How base R and Stata have to be told to read a text file; null where they cannot read it as it is read here, so that a script needs a copy:
 * Parquet, UTF-16, Excel's first line `sep=;`, decimal points in some columns and commas in others. Reads to the end: that a file is not
 * UTF-8, or has both decimal marks, may show in its last line.
 *
 * @param beginning the first bytes of the file, a character each.
 * @param text its text in pieces; throws `NotUtf8` where it is not in the encoding.
 */
export async function formatOfText(
  beginning: string,
  text: (encoding: TextEncoding) => AsyncIterable<string>,
): Promise<ScriptFileFormat | null> {
  if (/^(?:PAR1|\xFF\xFE|\xFE\xFF|(?:\xEF\xBB\xBF)?"?sep=.)/i.test(beginning)) return null;
  for (const encoding of ["utf-8", "windows-1252"] as const) {
    try {
      let separator = ",";
      let decimal: "." | "," | null = null;
      let marks = NO_MARKS;
      for await (const { delimiter, records } of csvRecords(text(encoding))) {
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
