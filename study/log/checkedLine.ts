import { type TextDigest, textDigest } from "./digest.ts";

const DIGITS = 16;
const TAB = "\t";

/** A JSON document, a tab, the first 16 digits of the document's SHA-256, and a line feed. */
export function checkedLine(document: string, digest: TextDigest = textDigest): string {
  return `${document}${TAB}${checksumOf(document, digest)}\n`;
}

/**
 * The document of a line, or null where the line is torn or damaged.
 *
 * @param line without its line feed.
 */
export function checkedText(line: string, digest: TextDigest = textDigest): string | null {
  const at = line.lastIndexOf(TAB);
  if (at < 0) return null;
  const document = line.slice(0, at);
  return checksumOf(document, digest) === line.slice(at + 1) ? document : null;
}

/** The checksum at the end of a line that `checkedText` takes. */
export function lineChecksum(line: string): string {
  return line.slice(line.lastIndexOf(TAB) + 1);
}

function checksumOf(document: string, digest: TextDigest): string {
  return digest(document).slice(0, DIGITS);
}
