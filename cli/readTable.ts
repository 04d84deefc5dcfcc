import { open } from "node:fs/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { asyncBufferFromFile, type Compressors } from "hyparquet";
import type { ColumnChoice } from "../panel/columnChoice.ts";
import { readCsv } from "../panel/readCsv.ts";
import { readParquet } from "../panel/readParquet.ts";
import type { Table } from "../panel/table.ts";
import { InvalidInput } from "../scenarios/index.ts";
import { explainSystemError, isSystemError } from "./failure.ts";
import { NotUtf8, textOfFile } from "./readTableText.ts";

export interface ReadTableOptions {
  readonly columns?: ColumnChoice;
  /** Texts that mark a missing cell of a text file, beside the empty one. */
  readonly missing: readonly string[];
}

const compressors: Compressors = {
  GZIP: (bytes) => gunzipSync(bytes),
  BROTLI: (bytes) => brotliDecompressSync(bytes),
};

/**
 * A table from a file the user named: Parquet, or text delimited by commas, semicolons, tabs or bars (UTF-8, else
 * Windows' extension of Latin-1), gzipped or not. What it is follows from its content, not from its name.
 *
 * @throws InvalidInput for a file that cannot be read or is something else, and as `readCsv` and `readParquet` do.
 */
export async function readTable(path: string, { columns, missing }: ReadTableOptions): Promise<Table> {
  try {
    const beginning = await beginningOf(path);
    if (beginning.startsWith("PAR1")) {
      return await readParquet(await asyncBufferFromFile(path), { compressors, ...(columns && { columns }) });
    }
    const gzipped = beginning.startsWith("\x1F\x8B");
    if (!gzipped) refuseBinary(path, beginning);
    const options = { missing: ["", ...missing], ...(columns && { columns }) };
    try {
      return await readCsv(textOfFile(path, gzipped, "utf-8"), options);
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
      return await readCsv(textOfFile(path, gzipped, "windows-1252"), options);
    }
  } catch (error) {
    const found = explainUnreadable(error);
    if (found === null) throw error;
    throw new InvalidInput({
      path,
      found,
      expected: "a table: CSV, tab-separated (either gzipped) or Parquet",
    });
  }
}

/** Whether a file begins as Parquet does. */
export async function isParquetFile(path: string): Promise<boolean> {
  return (await beginningOf(path)).startsWith("PAR1");
}

/** The first bytes, a character each. */
async function beginningOf(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function refuseBinary(path: string, beginning: string): void {
  const expected = "CSV, tab-separated text or Parquet";
  if (beginning.startsWith("PK\x03\x04")) {
    throw new InvalidInput({
      path,
      found: "a zip archive or spreadsheet",
      expected: `${expected}; save the sheet as CSV`,
    });
  }
  if (beginning.startsWith("<stata_dta>")) {
    const remedy = "in Stata, export delimited writes CSV";
    throw new InvalidInput({ path, found: "a Stata data set", expected: `${expected}; ${remedy}` });
  }
  if (beginning.includes("\0")) throw new InvalidInput({ path, found: "a binary file", expected });
}

function explainUnreadable(error: unknown): string | null {
  if (isSystemError(error)) {
    return error.code === "EACCES" ? "no permission to read it" : explainSystemError(error);
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("Z_") ? "a gzip file that is damaged or cut short" : null;
}
