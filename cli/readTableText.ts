import { createReadStream, statSync } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type ReadingProgress, readingProgress } from "./readingProgress.ts";

/** The bytes of a file are not UTF-8. */
export class NotUtf8 extends Error {
  override readonly name = "NotUtf8";
}

export type TextEncoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

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
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch (error) {
      throw error instanceof TypeError ? new NotUtf8() : error;
    }
  };
  try {
    for await (const piece of bytes) {
      yield decode(piece);
      progress.update(0);
    }
    yield decode();
  } finally {
    progress.stop();
    stream.destroy();
  }
}
