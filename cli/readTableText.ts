import { createReadStream, statSync } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { decodedText, type TextEncoding } from "../panel/decodedText.ts";
import { type ReadingProgress, readingProgress } from "./readingProgress.ts";

const PIECE = 1 << 18;

/** Text of a file in pieces; a big one says on standard error how far it is. Throws `NotUtf8` where it is not. */
export function textOfFile(path: string, gzipped: boolean, encoding: TextEncoding): AsyncGenerator<string> {
  const file = createReadStream(path, { highWaterMark: PIECE });
  const progress = readingProgress(path, statSync(path).size);
  return textOfStream(file, gzipped, encoding, {
    update: () => progress.update(file.bytesRead),
    stop: progress.stop,
  });
}

/** Text of bytes held in memory, in pieces. Throws `NotUtf8` where it is not. */
export function textOfBytes(
  pieces: readonly Uint8Array[],
  gzipped: boolean,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  return textOfStream(Readable.from(pieces), gzipped, encoding, { update() {}, stop() {} });
}

async function* textOfStream(
  stream: Readable,
  gzipped: boolean,
  encoding: TextEncoding,
  progress: ReadingProgress,
): AsyncGenerator<string> {
  // An error of either stream ends the other, and is thrown by the loop below.
  const bytes = gzipped ? pipeline(stream, createGunzip({ chunkSize: PIECE }), () => {}) : stream;
  try {
    for await (const text of decodedText(bytes, encoding)) {
      yield text;
      progress.update(0);
    }
  } finally {
    progress.stop();
    stream.destroy();
  }
}
