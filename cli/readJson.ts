import { readFile } from "node:fs/promises";
import { parse } from "@humanwhocodes/momoa";
import { InvalidInput } from "../scenarios/index.ts";
import { explainSystemError, isSystemError } from "./failure.ts";

/**
 * Reads a JSON file the user named.
 *
 * @throws InvalidInput when it cannot be read, or is not JSON (with line and column).
 */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.trim() === "") {
      throw new InvalidInput({ path, found: "an empty file", expected: "a JSON document" });
    }
    throw new InvalidInput({
      path: `${path}${faultPosition(text)}`,
      found: error instanceof Error ? error.message : String(error),
      expected: "a JSON document",
    });
  }
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    if (isUtf16(bytes)) {
      throw new InvalidInput({ path, found: "text in UTF-16", expected: "a JSON document in UTF-8" });
    }
    // Editors on Windows may begin a file with a byte order mark, which JSON does not allow.
    return bytes.toString("utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const found = error.code === "EACCES" ? "no permission to read it" : explainSystemError(error);
    throw new InvalidInput({ path, found, expected: "a JSON file that can be read" });
  }
}

/** By its byte order mark, or by the zero beside the first letter: a JSON document begins in ASCII. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first = 1, second = 1] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first * second === 0;
}

/** `, line 3, column 7`. JSON.parse names a position for some faults only, so a second parser is asked. */
function faultPosition(text: string): string {
  try {
    parse(text);
    return "";
  } catch (error) {
    const { line, column } = error as { line?: unknown; column?: unknown };
    return typeof line === "number" && typeof column === "number" ? `, line ${line}, column ${column}` : "";
  }
}
