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
    throw new InvalidInput({
      path: `${path}${faultPosition(text)}`,
      found: error instanceof Error ? error.message : String(error),
      expected: "a JSON document",
    });
  }
}

async function readText(path: string): Promise<string> {
  try {
    // Editors on Windows may begin a file with a byte order mark, which JSON does not allow.
    return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const found = error.code === "EACCES" ? "no permission to read it" : explainSystemError(error);
    throw new InvalidInput({ path, found, expected: "a JSON file that can be read" });
  }
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
