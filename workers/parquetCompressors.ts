import type { Compressors } from "hyparquet";

/** The decompressors of Parquet, fetched when a file needs them: the dictionary of Brotli alone is larger than most of our parts. */
export async function parquetCompressors(): Promise<Compressors> {
  const { parquetCodecs } = await import("./parquetCodecs.ts");
  return parquetCodecs;
}
