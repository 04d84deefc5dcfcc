import { readFile } from "node:fs/promises";
import { InvalidInput } from "../scenarios/index.ts";
import { parseJson } from "../scenarios/parseJson.ts";
import { explainSystemError, isSystemError } from "./failure.ts";

/**
 * Reads a JSON file the user named.
 *
 * @throws InvalidInput when it cannot be read, is not JSON (with line and column), or has a name twice in one object.
 */
export async function readJson(path: string): Promise<unknown> {
  return parseJson(await readText(path), path);
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    if (isUtf16(bytes)) {
      throw new InvalidInput({ path, found: "text in UTF-16", expected: "a JSON document in UTF-8" });
    }
    return bytes.toString("utf8");
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
