import { createReadStream, statSync } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { readingProgress } from "./readingProgress.ts";

/** The bytes of a file are not UTF-8. */
export class NotUtf8 extends Error {
  override readonly name = "NotUtf8";
}

const PIECE = 1 << 18;

/** Text of a file in pieces; a big one says on standard error how far it is. Throws `NotUtf8` where it is not. */
export async function* textOfFile(
  path: string,
  gzipped: boolean,
  encoding: "utf-8" | "windows-1252",
): AsyncGenerator<string> {
  const file = createReadStream(path, { highWaterMark: PIECE });
  // An error of either stream ends the other, and is thrown by the loop below.
  const bytes = gzipped ? pipeline(file, createGunzip({ chunkSize: PIECE }), () => {}) : file;
  const progress = readingProgress(path, statSync(path).size);
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
      progress.update(file.bytesRead);
    }
    yield decode();
  } finally {
    progress.stop();
    file.destroy();
  }
}
