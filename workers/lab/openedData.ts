import { decodedText, type TextEncoding } from "../../panel/decodedText.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { OpenedFile } from "../../study/estimate/readOpenedTable.ts";
import { parquetCompressors } from "../parquetCompressors.ts";

/** Told how many bytes of how many are read. */
export type ReadingProgress = (read: number, of: number) => void;

/**
 * Bytes of memory that a byte of text takes while it is read, at worst: 999 MB of cells of one digit (ten columns, 50 million rows) took a tab
 * of Chromium 3.2 GB, and 156 s on two busy cores. Numbers of several digits take less.
 */
const MEMORY_OF_TEXT = 3.2;
/** What of a machine's memory a tab may take: more would push everything else out of it. */
const SHARE = 0.4;
/** GB taken for granted where a browser does not say what there is; none says more than 8. */
const USUAL_MEMORY = 8;

/** Bytes of text a page reads at most, decompressed, on a machine of so many GB. */
export function mostTextBytes(gigabytes = gigabytesOfMemory()): number {
  return Math.floor((1e9 * SHARE * gigabytes) / MEMORY_OF_TEXT);
}

/** Chromium tells, to the nearest power of 2. */
function gigabytesOfMemory(): number {
  const told: unknown = typeof navigator === "undefined" ? null : Reflect.get(navigator, "deviceMemory");
  return typeof told === "number" && told > 0 ? Math.min(told, USUAL_MEMORY) : USUAL_MEMORY;
}

const BEGINNING = 1024;
const PIECE = 1 << 20;

/** A file of the reader's as `readOpenedTable` wants it: read by pieces from where it lies, never whole. */
export async function openedData(
  file: Blob,
  name: string,
  onProgress: ReadingProgress,
  most = mostTextBytes(),
): Promise<OpenedFile> {
  const start = await firstBytes(file);
  const isParquet = latin1(start.subarray(0, 4)) === "PAR1";
  // Of what is compressed only reading tells how much text it is.
  if (!isParquet && file.size > most) throw tooLarge(name, file.size, most);
  const gzipped = start[0] === 0x1f && start[1] === 0x8b;
  return {
    name,
    gzipped,
    beginning: latin1(gzipped ? await firstDecompressed(file, name, most) : start),
    text: (encoding: TextEncoding) =>
      decodedText(bytesOf(file, name, { gzipped, most }, onProgress), encoding),
    bytes: async () => ({
      byteLength: file.size,
      slice: (from, to) => file.slice(from, to).arrayBuffer(),
    }),
    compressors: parquetCompressors,
  };
}

async function firstBytes(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer());
}

async function firstDecompressed(file: Blob, name: string, most: number): Promise<Uint8Array> {
  for await (const piece of bytesOf(file, name, { gzipped: true, most }, () => {}))
    return piece.subarray(0, BEGINNING);
  return new Uint8Array();
}

/** The bytes in pieces, decompressed. */
async function* bytesOf(
  file: Blob,
  name: string,
  { gzipped, most }: { readonly gzipped: boolean; readonly most: number },
  onProgress: ReadingProgress,
): AsyncGenerator<Uint8Array> {
  let text = 0;
  try {
    const pieces = piecesOf(file, onProgress);
    for await (const piece of gzipped ? decompressed(pieces) : pieces) {
      text += piece.byteLength;
      if (text > most) throw tooLarge(name, text, most);
      yield piece;
    }
  } catch (error) {
    throw unreadable(name, gzipped, error);
  }
}

async function* piecesOf(file: Blob, onProgress: ReadingProgress): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < file.size; start += PIECE) {
    const piece = new Uint8Array(await file.slice(start, start + PIECE).arrayBuffer());
    onProgress(Math.min(start + PIECE, file.size), file.size);
    yield piece;
  }
}

async function* decompressed(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = source.pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** What the browser says of a file that was moved or changed since it was handed over, and of bytes that are no gzip. */
function unreadable(name: string, gzipped: boolean, error: unknown): unknown {
  const gone = error instanceof DOMException;
  if (error instanceof InvalidInput || (!gone && !gzipped)) return error;
  return new InvalidInput({
    path: name,
    found: gone
      ? phrase`a file that the browser cannot read any more (${error.message})`
      : phrase`a gzip file that is damaged or cut short`,
    expected: phrase`a whole file that has not changed since it was chosen; choose it again`,
  });
}

function tooLarge(name: string, bytes: number, most: number): InvalidInput {
  return new InvalidInput({
    path: name,
    found: phrase`${Number((bytes / 1e9).toPrecision(3))} GB of text or more`,
    expected: phrase`at most ${Number((most / 1e9).toPrecision(3))} GB in a browser on this machine, because reading takes up to ${MEMORY_OF_TEXT} times as much memory; bandwagon estimate in a terminal reads larger files, and only the columns it needs`,
  });
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
