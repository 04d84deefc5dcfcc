import type { Table } from "../../panel/table.ts";
import { writeParquet } from "../../panel/writeParquet.ts";

/** The table as a Parquet file in memory. */
export async function parquetBytes(table: Table, options?: { rowsPerGroup?: number }): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await writeParquet(table, (bytes) => void pieces.push(bytes), options);
  return new Uint8Array(Buffer.concat(pieces));
}
