import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonicalJson.ts";

/** Gives what `textDigest` gives; a platform may have a faster one. */
export type TextDigest = (text: string) => string;

/** SHA-256 of a text as UTF-8, 64 hexadecimal digits. */
export function textDigest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of data that JSON can hold, whatever the order of its names: what a preregistration quotes for a design. */
export function dataDigest(data: unknown): string {
  return textDigest(canonicalJson(data));
}
