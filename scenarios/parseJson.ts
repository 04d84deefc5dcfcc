import { parse } from "@humanwhocodes/momoa";
import { InvalidInput } from "./invalidInput.ts";
import { placeInText, repeatedName } from "./repeatedName.ts";

/**
 * Reads a JSON document that a person wrote: a study's design, a world. It is `JSON.parse` with two differences: faults come with
 * their line and column, and a name that stands twice in one object is refused, where JSON.parse keeps the last without a word.
 *
 * @param text of the document; a byte order mark before it is skipped.
 * @param name of the document in messages, e.g. its file; "" for none.
 * @throws InvalidInput for what is not JSON, with `NAME, line 3, column 10` as its path, and for a name given twice, with
 * `NAME: dataGenerating.set.firms` and both places.
 */
export function parseJson(text: string, name = ""): unknown {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const value = parsed(json, name);
  const repeated = repeatedName(json);
  if (repeated === null) return value;
  throw new InvalidInput({
    path: name === "" ? repeated.path : `${name}: ${repeated.path}`,
    found: `the name twice, at ${placeInText(json, repeated.first)} and at ${placeInText(json, repeated.second)}`,
    expected: "each name once in an object",
  });
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const empty = text.trim() === "";
    throw new InvalidInput({
      path: empty ? name : [name, faultPlace(text)].filter((part) => part !== "").join(", "),
      found: empty ? "an empty file" : error instanceof Error ? error.message : String(error),
      expected: "a JSON document",
    });
  }
}

/** `line 3, column 7`. JSON.parse names a position for some faults only, so a second parser is asked. */
function faultPlace(text: string): string {
  try {
    parse(text);
    return "";
  } catch (error) {
    const { line, column } = error as { line?: unknown; column?: unknown };
    return typeof line === "number" && typeof column === "number" ? `line ${line}, column ${column}` : "";
  }
}
