import { textDigest } from "./digest.ts";

const DIGITS = 16;
const TAB = "\t";

/** A JSON document, a tab, the first 16 digits of the document's SHA-256, and a line feed. */
export function checkedLine(document: string): string {
  return `${document}${TAB}${checksumOf(document)}\n`;
}

/**
 * The document of a line, or null where the line is torn or damaged.
 *
 * @param line without its line feed.
 */
export function checkedText(line: string): string | null {
  const at = line.lastIndexOf(TAB);
  return at < 0 || checksumOf(line.slice(0, at)) !== line.slice(at + 1) ? null : line.slice(0, at);
}

/** The checksum at the end of a line that `checkedText` takes. */
export function lineChecksum(line: string): string {
  return line.slice(line.lastIndexOf(TAB) + 1);
}

function checksumOf(document: string): string {
  return textDigest(document).slice(0, DIGITS);
}
