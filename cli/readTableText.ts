import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { duration } from "./progressDisplay.ts";

/** The bytes of a file are not UTF-8. */
export class NotUtf8 extends Error {
  override readonly name = "NotUtf8";
}

/** From this size on, reading takes long enough to say how far it is. */
const BIG = 30_000_000;
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
  const progress = readingProgress(path);
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

/** A line that is written over on a terminal; elsewhere one line every five seconds. */
function readingProgress(path: string) {
  const { size } = statSync(path);
  const stream = process.stderr;
  const started = Date.now();
  let lastShown = started;
  let shownOnTerminal = false;
  return {
    update(bytesRead: number) {
      const now = Date.now();
      if (size < BIG || now - lastShown < (stream.isTTY ? 200 : 5000)) return;
      lastShown = now;
      const percent = Math.floor((100 * bytesRead) / size);
      const line = `reading ${basename(path)} · ${percent} % · ${duration((now - started) / 1000)}`;
      stream.write(stream.isTTY ? `\r\x1B[K${line}` : `${line}\n`);
      shownOnTerminal ||= stream.isTTY;
    },
    stop() {
      if (shownOnTerminal) stream.write("\r\x1B[K");
    },
  };
}
