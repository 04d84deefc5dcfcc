import { phrase, type Said } from "../scenarios/phrase.ts";
import { InvalidTable } from "./invalidTable.ts";

/** Text of a file, or its bytes in UTF-8: at once, or in pieces cut anywhere. A text is never taken for a file's name. */
export type TextSource =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>;

/** The pieces of a text; bytes are read as UTF-8, and refused as `InvalidTable` ("not-text") where they are not. */
export async function* textPieces(source: TextSource): AsyncGenerator<string> {
  if (typeof source === "string") {
    yield source;
    return;
  }
  // Where types are not checked, a promise of a text or nothing at all may come.
  const given: unknown = source;
  if (
    typeof given !== "object" ||
    given === null ||
    !(Symbol.iterator in given || Symbol.asyncIterator in given)
  )
    throw notText(phrase`a value that is no text (${given === null ? "null" : typeof given})`);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw notText(phrase`bytes that are not UTF-8`);
    }
  };
  for await (const piece of source instanceof Uint8Array ? [source] : source) {
    const given: unknown = piece;
    if (typeof given === "string") yield given;
    else if (given instanceof Uint8Array) yield decode(given);
    else throw notText(phrase`a piece that is no text (${typeof given})`);
  }
  yield decode();
}

function notText(found: Said): InvalidTable {
  return new InvalidTable({
    problem: "not-text",
    found,
    expected: phrase`the text of a CSV file, or its bytes in UTF-8`,
  });
}
