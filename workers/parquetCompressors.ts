import type { Compressors } from "hyparquet";

/**
 * Decompressors for the codecs of Parquet that `readParquet` does not have itself: all but LZO, which nobody writes any more. They
 * are fetched when a file needs them: the dictionary of Brotli alone is larger than most of our parts.
 */
export async function parquetCompressors(): Promise<Compressors> {
  const { decompressBrotli, decompressGzip, decompressLz4, decompressLz4Raw, decompressZstd } = await import(
    "hyparquet-compressors"
  );
  return {
    GZIP: decompressGzip,
    BROTLI: decompressBrotli,
    ZSTD: (bytes) => decompressZstd(bytes),
    LZ4: decompressLz4,
    LZ4_RAW: decompressLz4Raw,
  };
}
