// Writes the files of this folder: one table, compressed by each codec of Parquet. Needs the programs zstd and lz4.
//   node tests/panel/compressed/make.mjs
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";

const run =
  (program, ...flags) =>
  (bytes) =>
    new Uint8Array(execFileSync(program, [...flags, "-c"], { input: bytes }));

/** The one block of an lz4 frame: behind the magic number, two bytes, perhaps the size of the content, a check and the size of the block. */
function lz4Block(bytes) {
  const frame = run("lz4", "-9")(bytes);
  const view = new DataView(frame.buffer, frame.byteOffset);
  const start = frame[4] & 8 ? 15 : 7;
  const size = view.getUint32(start, true);
  if (size >= 2 ** 31) return literals(bytes);
  return frame.slice(start + 4, start + 4 + size);
}

/** A block of bytes that do not become smaller: how many, 15 in the first and 255 in each following one, and themselves. */
function literals(bytes) {
  if (bytes.length < 15) return Uint8Array.of(bytes.length << 4, ...bytes);
  const more = bytes.length - 15;
  return Uint8Array.of(0xf0, ...new Uint8Array(Math.floor(more / 255)).fill(255), more % 255, ...bytes);
}

/** As Hadoop writes it: both sizes, of most significant byte first, before the block. */
function hadoopBlock(bytes) {
  const block = lz4Block(bytes);
  const framed = new Uint8Array(8 + block.length);
  const view = new DataView(framed.buffer);
  view.setUint32(0, bytes.length);
  view.setUint32(4, block.length);
  framed.set(block, 8);
  return framed;
}

const compressors = {
  GZIP: (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })),
  BROTLI: (bytes) => new Uint8Array(brotliCompressSync(bytes)),
  ZSTD: run("zstd", "-19"),
  LZ4: hadoopBlock,
  LZ4_RAW: lz4Block,
};
const rows = Array.from({ length: 400 }, (_, row) => row);
for (const codec of Object.keys(compressors)) {
  const buffer = parquetWriteBuffer({
    codec,
    compressors,
    columnData: [
      { name: "firm", data: rows.map((row) => Math.floor(row / 8)), type: "INT32" },
      { name: "size", data: rows.map((row) => ((row * 37) % 101) / 4), type: "DOUBLE" },
      { name: "active", data: rows.map((row) => (row * row + 3 * row) % 7 < 3), type: "BOOLEAN" },
      {
        name: "province",
        data: rows.map((row) => ["VR", "NA", "Monza e della Brianza"][row % 3]),
        type: "STRING",
      },
    ],
  });
  writeFileSync(new URL(`${codec.toLowerCase()}.parquet`, import.meta.url), new Uint8Array(buffer));
}
