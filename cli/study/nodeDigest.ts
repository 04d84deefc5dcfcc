import { createHash } from "node:crypto";

/** `textDigest`, by Node's own SHA-256, which takes a third of the time. */
export function nodeDigest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
