import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { gunzipSync, constants as zlibConstants } from "node:zlib";
import { InvalidInput } from "../scenarios/index.ts";

/** Stands for standard input where a file is asked for. */
export const STANDARD_INPUT = "-";

/** Where a table is read from: a file, or what came through a pipe, which cannot be read twice. */
export interface TableSource {
  /** As messages name it. */
  readonly name: string;
  /** Null for a file, of which parts can be read. */
  readonly piped: readonly Uint8Array[] | null;
  readonly gzipped: boolean;
  /** The first bytes, a character each; of what is compressed, once decompressed. */
  readonly beginning: string;
}

const BEGINNING = 1024;

/** Opens what the user named and looks at its beginning; a pipe is read to its end. */
export async function tableSource(path: string): Promise<TableSource> {
  const piped = (await isPipe(path)) ? await piecesOfPipe(path) : null;
  const start = piped === null ? await firstBytesOfFile(path) : firstBytes(piped);
  const gzipped = start[0] === 0x1f && start[1] === 0x8b;
  const name = path === STANDARD_INPUT ? "standard input" : path;
  return { name, piped, gzipped, beginning: (gzipped ? decompressed(start) : start).toString("latin1") };
}

/** Whether a path is standard input, a pipe or a device: something without a size and without parts. */
export async function isPipe(path: string): Promise<boolean> {
  if (path === STANDARD_INPUT) return true;
  const found = await stat(path);
  return !found.isFile() && !found.isDirectory();
}

async function firstBytesOfFile(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function firstBytes(pieces: readonly Uint8Array[]): Buffer {
  let start = Buffer.alloc(0);
  for (const piece of pieces) {
    start = Buffer.concat([start, piece.subarray(0, BEGINNING - start.length)]);
    if (start.length === BEGINNING) break;
  }
  return start;
}

async function piecesOfPipe(path: string): Promise<Uint8Array[]> {
  if (path === STANDARD_INPUT && process.stdin.isTTY) {
    throw new InvalidInput({
      path: "standard input",
      found: "a keyboard",
      expected: "a table from a pipe, as in: cat data.csv | bandwagon estimate - …",
    });
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of path === STANDARD_INPUT ? process.stdin : createReadStream(path)) {
    pieces.push(piece);
  }
  return pieces;
}

/** As much as the first bytes of a gzip file give. */
function decompressed(start: Buffer): Buffer {
  return gunzipSync(start, { finishFlush: zlibConstants.Z_SYNC_FLUSH });
}
