import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { asyncBufferFromFile, type Compressors } from "hyparquet";
import type { Table } from "../panel/table.ts";
import { InvalidInput } from "../scenarios/index.ts";
import { isParquet, type ReadTableOptions, readOpenedTable } from "../study/estimate/readOpenedTable.ts";
import { parquetCompressors } from "../workers/parquetCompressors.ts";
import { explainSystemError, isSystemError } from "./failure.ts";
import { textOfBytes, textOfFile } from "./readTableText.ts";
import { isPipe, STANDARD_INPUT, tableSource } from "./tableSource.ts";

/** Those of Node where it has them: they are the faster ones. */
const compressors = async (): Promise<Compressors> => ({
  ...(await parquetCompressors()),
  GZIP: (bytes) => gunzipSync(bytes),
  BROTLI: (bytes) => brotliDecompressSync(bytes),
});

/**
 * A table from a file the user named, or from a pipe (`-` for standard input), as `readOpenedTable` reads it. What comes
 * through a pipe is held in memory, and cannot be Parquet.
 *
 * @throws InvalidInput for a file that cannot be read or is something else, and as `readOpenedTable` does.
 */
export async function readTable(path: string, options: ReadTableOptions): Promise<Table> {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  try {
    const { piped, gzipped, beginning } = await tableSource(path);
    const file = {
      name,
      gzipped,
      beginning,
      compressors,
      bytes: piped === null ? () => asyncBufferFromFile(path) : null,
      text: (encoding: Parameters<typeof textOfFile>[2]) =>
        piped === null ? textOfFile(path, gzipped, encoding) : textOfBytes(piped, gzipped, encoding),
    };
    return await readOpenedTable(file, options);
  } catch (error) {
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
  return !(await isPipe(path)) && isParquet(await tableSource(path));
}

function explainUnreadable(error: unknown): string | null {
  if (isSystemError(error)) {
    return error.code === "EACCES" ? "no permission to read it" : explainSystemError(error);
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("Z_") ? "a gzip file that is damaged or cut short" : null;
}
