import type { AsyncBuffer, Compressors } from "hyparquet";
import { InvalidFormula } from "../../estimators/index.ts";
import type { ColumnChoice } from "../../panel/columnChoice.ts";
import type { DecimalMark } from "../../panel/decimalMark.ts";
import { NotUtf8, type TextEncoding } from "../../panel/decodedText.ts";
import { InvalidTable, quoteCell } from "../../panel/invalidTable.ts";
import { readCsv } from "../../panel/readCsv.ts";
import { readParquet } from "../../panel/readParquet.ts";
import type { Table } from "../../panel/table.ts";
import { InvalidInput, saidOf } from "../../scenarios/invalidInput.ts";
import { type Phrase, phrase } from "../../scenarios/phrase.ts";

export interface ReadTableOptions {
  readonly columns?: ColumnChoice;
  /** Texts that mark a missing cell of a text file, beside the empty one. */
  readonly missing: readonly string[];
  /** What stands before decimals in a text file; by default each column shows it, as in `readCsv`. */
  readonly decimal?: DecimalMark;
}

/** A file as whoever has it can read it: on a disk, from a pipe, or handed to a page. */
export interface OpenedFile {
  /** As messages name it. */
  readonly name: string;
  readonly gzipped: boolean;
  /** The first bytes, a character each; of what is compressed, once decompressed. */
  readonly beginning: string;
  /** Its text in pieces, decompressed; throws `NotUtf8` where it is not in that encoding. May be asked for again. */
  readonly text: (encoding: TextEncoding) => AsyncIterable<string>;
  /** Its bytes in any order; null where they come only once, as from a pipe. */
  readonly bytes: (() => Promise<AsyncBuffer>) | null;
  /** Gets the decompressors of Parquet beyond Snappy. */
  readonly compressors: () => Promise<Compressors>;
}

/**
 * A table from Parquet, or from text delimited by commas, semicolons, tabs or bars (UTF-8, UTF-16 with a byte order mark, else
 * Windows' extension of Latin-1), gzipped or not. What it is follows from its content, not from its name.
 *
 * @throws InvalidInput for a file that is something else, and as `readCsv` and `readParquet` do, with the file's name; what reading it throws
 *   comes through.
 */
export async function readOpenedTable(
  file: OpenedFile,
  { columns, missing, decimal }: ReadTableOptions,
): Promise<Table> {
  const { name, beginning, text, bytes, compressors } = file;
  try {
    const choice = columns && { columns: withNamesExplained(columns, name) };
    if (isParquet(file)) {
      if (bytes === null) throw pipedParquet(name);
      if (decimal !== undefined) throw decimalOfParquet(name);
      return await readParquet(await bytes(), { compressors, ...choice });
    }
    const wide = encodingOfMark(beginning);
    if (wide === null) refuseBinary(name, beginning);
    const options = { missing: ["", ...missing], ...choice, ...(decimal && { decimal }) };
    if (wide !== null) return await readCsv(text(wide), options);
    try {
      return await readCsv(text("utf-8"), options);
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
      return await readCsv(text("windows-1252"), options);
    }
  } catch (error) {
    throw error instanceof InvalidTable ? inFile(error, name) : error;
  }
}

/** Whether a file begins as Parquet does. */
export function isParquet({ gzipped, beginning }: Pick<OpenedFile, "gzipped" | "beginning">): boolean {
  return !gzipped && beginning.startsWith("PAR1");
}

function encodingOfMark(beginning: string): TextEncoding | null {
  if (beginning.startsWith("\xFF\xFE")) return "utf-16le";
  return beginning.startsWith("\xFE\xFF") ? "utf-16be" : null;
}

const WHAT_IS_READ = phrase`CSV, tab-separated text or Parquet`;
const BINARY: readonly (readonly [beginning: string, found: Phrase, remedy: Phrase])[] = [
  ["PK\x03\x04", phrase`a zip archive or spreadsheet`, phrase`save the sheet as CSV`],
  ["\xD0\xCF\x11\xE0", phrase`an old Excel workbook (.xls)`, phrase`save the sheet as CSV`],
  ["<stata_dta>", phrase`a Stata data set`, phrase`in Stata, export delimited writes CSV`],
  ["X\n\0\0\0", phrase`an R object (.rds)`, phrase`in R, write.csv(x, row.names = FALSE) writes CSV`],
  ["RDX", phrase`R objects (.RData)`, phrase`in R, write.csv(x, row.names = FALSE) writes CSV`],
  ["$FL2", phrase`an SPSS data set`, phrase`in SPSS, SAVE TRANSLATE writes CSV`],
];

function refuseBinary(path: string, beginning: string): void {
  for (const [start, found, remedy] of BINARY) {
    if (beginning.startsWith(start))
      throw new InvalidInput({ path, found, expected: phrase`${WHAT_IS_READ}; ${remedy}` });
  }
  if (beginning.includes("\0")) {
    const expected = phrase`${WHAT_IS_READ}; text in UTF-16 needs a byte order mark`;
    throw new InvalidInput({ path, found: phrase`a binary file`, expected });
  }
}

function decimalOfParquet(path: string): InvalidInput {
  const expected = phrase`no decimal mark: numbers of Parquet are not written out`;
  return new InvalidInput({ path, found: phrase`Parquet, and a decimal mark`, expected });
}

function pipedParquet(path: string): InvalidInput {
  const expected = phrase`CSV or tab-separated text; Parquet is read from a file, because its parts are not in order`;
  return new InvalidInput({ path, found: phrase`Parquet from a pipe`, expected });
}

/** The refusal of a part of a table, with the file it stands in. */
function inFile(error: InvalidTable, file: string): InvalidInput {
  return new InvalidInput({
    path: error.path === "" ? file : phrase`${file}: ${saidOf(error, "path")}`,
    found: saidOf(error, "found"),
    expected: saidOf(error, "expected"),
    suggestion: error.suggestion,
  });
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
        const found = phrase`one column, named ${quoteCell(only)}`;
        const expected = phrase`columns delimited by commas, semicolons, tabs or bars; spaces do not delimit`;
        throw new InvalidInput({ path, found, expected });
      }
      const spaced = names.find(
        (name) => name !== name.trim() && error.found === `no column named ${JSON.stringify(name.trim())}`,
      );
      if (spaced === undefined) throw error;
      const expected = spaced.startsWith(" ")
        ? phrase`\`${spaced}\`, between backticks: the file's name has a space before it`
        : phrase`\`${spaced}\`, between backticks: the file's name has a space behind it`;
      const found = saidOf(error, "found");
      if (!(error instanceof InvalidFormula)) throw new InvalidInput({ path: error.path, found, expected });
      throw new InvalidFormula(error.source, { start: error.position }, { found, expected });
    }
  };
}
