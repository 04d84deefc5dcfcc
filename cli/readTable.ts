import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { asyncBufferFromFile, type Compressors } from "hyparquet";
import { InvalidFormula } from "../estimators/index.ts";
import type { ColumnChoice } from "../panel/columnChoice.ts";
import type { DecimalMark } from "../panel/decimalMark.ts";
import { InvalidTable, quoteCell } from "../panel/invalidTable.ts";
import { readCsv } from "../panel/readCsv.ts";
import { readParquet } from "../panel/readParquet.ts";
import type { Table } from "../panel/table.ts";
import { InvalidInput } from "../scenarios/index.ts";
import { explainSystemError, isSystemError } from "./failure.ts";
import { NotUtf8, type TextEncoding, textOfBytes, textOfFile } from "./readTableText.ts";
import { isPipe, STANDARD_INPUT, type TableSource, tableSource } from "./tableSource.ts";

export interface ReadTableOptions {
  readonly columns?: ColumnChoice;
  /** Texts that mark a missing cell of a text file, beside the empty one. */
  readonly missing: readonly string[];
  /** What stands before decimals in a text file; by default each column shows it, as in `readCsv`. */
  readonly decimal?: DecimalMark;
}

const compressors: Compressors = {
  GZIP: (bytes) => gunzipSync(bytes),
  BROTLI: (bytes) => brotliDecompressSync(bytes),
};

/**
 * A table from a file the user named, or from a pipe (`-` for standard input): Parquet, or text delimited by commas,
 * semicolons, tabs or bars (UTF-8, UTF-16 with a byte order mark, else Windows' extension of Latin-1), gzipped or not.
 * What it is follows from its content, not from its name. What comes through a pipe is held in memory, and cannot be
 * Parquet.
 *
 * @throws InvalidInput for a file that cannot be read or is something else, and as `readCsv` and `readParquet` do.
 */
export async function readTable(
  path: string,
  { columns, missing, decimal }: ReadTableOptions,
): Promise<Table> {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  try {
    const source = await tableSource(path);
    const choice = columns && { columns: withNamesExplained(columns, name) };
    if (source.beginning.startsWith("PAR1") && !source.gzipped) {
      if (source.piped !== null) throw pipedParquet(name);
      if (decimal !== undefined) throw decimalOfParquet(name);
      return await readParquet(await asyncBufferFromFile(path), { compressors, ...choice });
    }
    const wide = encodingOfMark(source.beginning);
    if (wide === null) refuseBinary(source);
    const options = { missing: ["", ...missing], ...choice, ...(decimal && { decimal }) };
    const text = (encoding: TextEncoding) =>
      source.piped === null
        ? textOfFile(path, source.gzipped, encoding)
        : textOfBytes(source.piped, source.gzipped, encoding);
    if (wide !== null) return await readCsv(text(wide), options);
    try {
      return await readCsv(text("utf-8"), options);
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
      return await readCsv(text("windows-1252"), options);
    }
  } catch (error) {
    if (error instanceof InvalidTable) throw inFile(error, name);
    const found = explainUnreadable(error);
    if (found === null) throw error;
    throw new InvalidInput({
      path: name,
      found,
      expected: "a table: CSV, tab-separated (either gzipped) or Parquet",
    });
  }
}

/** Whether a file begins as Parquet does; what comes through a pipe is not looked at. */
export async function isParquetFile(path: string): Promise<boolean> {
  if (await isPipe(path)) return false;
  const { gzipped, beginning } = await tableSource(path);
  return !gzipped && beginning.startsWith("PAR1");
}

function encodingOfMark(beginning: string): TextEncoding | null {
  if (beginning.startsWith("\xFF\xFE")) return "utf-16le";
  return beginning.startsWith("\xFE\xFF") ? "utf-16be" : null;
}

const WHAT_IS_READ = "CSV, tab-separated text or Parquet";
const BINARY: readonly (readonly [beginning: string, found: string, remedy: string])[] = [
  ["PK\x03\x04", "a zip archive or spreadsheet", "; save the sheet as CSV"],
  ["\xD0\xCF\x11\xE0", "an old Excel workbook (.xls)", "; save the sheet as CSV"],
  ["<stata_dta>", "a Stata data set", "; in Stata, export delimited writes CSV"],
  ["X\n\0\0\0", "an R object (.rds)", "; in R, write.csv(x, row.names = FALSE) writes CSV"],
  ["RDX", "R objects (.RData)", "; in R, write.csv(x, row.names = FALSE) writes CSV"],
  ["$FL2", "an SPSS data set", "; in SPSS, SAVE TRANSLATE writes CSV"],
];

function refuseBinary({ name: path, beginning }: TableSource): void {
  for (const [start, found, remedy] of BINARY) {
    if (beginning.startsWith(start)) throw new InvalidInput({ path, found, expected: WHAT_IS_READ + remedy });
  }
  if (beginning.includes("\0")) {
    const expected = `${WHAT_IS_READ}; text in UTF-16 needs a byte order mark`;
    throw new InvalidInput({ path, found: "a binary file", expected });
  }
}

function decimalOfParquet(path: string): InvalidInput {
  const expected = "no decimal mark: numbers of Parquet are not written out";
  return new InvalidInput({ path, found: "Parquet, and a decimal mark", expected });
}

function pipedParquet(path: string): InvalidInput {
  const expected =
    "CSV or tab-separated text; Parquet is read from a file, because its parts are not in order";
  return new InvalidInput({ path, found: "Parquet from a pipe", expected });
}

/** The refusal of a part of a table, with the file it stands in. */
function inFile({ path, found, expected, suggestion }: InvalidTable, file: string): InvalidInput {
  return new InvalidInput({ path: path === "" ? file : `${file}: ${path}`, found, expected, suggestion });
}

/** The same choice; where it refuses a name, the complaint says what the names of the file may have done to it. */
function withNamesExplained(choice: ColumnChoice, path: string): ColumnChoice {
  if (typeof choice !== "function") return choice;
  return (names) => {
    try {
      return choice(names);
    } catch (error) {
      if (!(error instanceof InvalidInput && error.found.startsWith("no column named "))) throw error;
      const [only] = names;
      if (only !== undefined && names.length === 1 && /\S +\S/.test(only)) {
        const found = `one column, named ${quoteCell(only)}`;
        const expected = "columns delimited by commas, semicolons, tabs or bars; spaces do not delimit";
        throw new InvalidInput({ path, found, expected });
      }
      const spaced = names.find(
        (name) => name !== name.trim() && error.found === `no column named ${JSON.stringify(name.trim())}`,
      );
      if (spaced === undefined) throw error;
      const expected = `\`${spaced}\`, between backticks: the file's name has a space ${spaced.startsWith(" ") ? "before" : "behind"} it`;
      const { found } = error;
      if (!(error instanceof InvalidFormula)) throw new InvalidInput({ path: error.path, found, expected });
      throw new InvalidFormula(error.source, { start: error.position }, { found, expected });
    }
  };
}

function explainUnreadable(error: unknown): string | null {
  if (isSystemError(error)) {
    return error.code === "EACCES" ? "no permission to read it" : explainSystemError(error);
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("Z_") ? "a gzip file that is damaged or cut short" : null;
}
