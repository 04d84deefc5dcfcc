import { closeSync, openSync, readSync } from "node:fs";

/** A line of a file and where it stands. */
export interface FileLine {
  /** Without its line feed. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Bytes, without the line feed. */
  readonly length: number;
  /** Whether a line feed ends it: the last line of a writer that was killed has none. */
  readonly ended: boolean;
}

const LINE_FEED = 10;
const bytesAtATime = 1 << 20;

/**
 * The lines of a file, with no more of it in memory than a piece and a line.
 *
 * @param after whole lines at its beginning that are left out, and their bytes.
 */
export function* fileLines(
  path: string,
  after: { readonly bytes: number; readonly lines: number } = { bytes: 0, lines: 0 },
): Generator<FileLine, void, undefined> {
  const file = openSync(path, "r");
  try {
    const piece = Buffer.alloc(bytesAtATime);
    let rest: Buffer = Buffer.alloc(0);
    let offset = after.bytes;
    let number = after.lines;
    let position = after.bytes;
    const more = () => {
      const read = readSync(file, piece, 0, piece.length, position);
      position += read;
      return read;
    };
    const line = (bytes: Buffer, ended: boolean): FileLine => ({
      text: bytes.toString("utf8"),
      number: ++number,
      offset,
      length: bytes.length,
      ended,
    });
    for (let read = more(); read > 0; read = more()) {
      const bytes = Buffer.concat([rest, piece.subarray(0, read)]);
      let from = 0;
      for (let to = bytes.indexOf(LINE_FEED); to >= 0; to = bytes.indexOf(LINE_FEED, from)) {
        const found = line(bytes.subarray(from, to), true);
        yield found;
        offset += found.length + 1;
        from = to + 1;
      }
      rest = Buffer.from(bytes.subarray(from));
    }
    if (rest.length > 0) yield line(rest, false);
  } finally {
    closeSync(file);
  }
}
