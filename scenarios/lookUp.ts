import { InvalidInput } from "./invalidInput.ts";
import { nearestName } from "./nearestName.ts";
import { type Phrase, phrase } from "./phrase.ts";

/** More would hide what was found. */
const MOST_NAMES_SHOWN = 12;

/** @param names what to suggest from, where it is more than the entries. */
export function lookUp<Entry>(
  entries: ReadonlyMap<string, Entry>,
  name: string,
  path: string,
  kind: Phrase,
  names: readonly string[] = [...entries.keys()],
): Entry {
  const entry = entries.get(name);
  if (entry !== undefined) return entry;
  const suggestion = nearestName(name, names);
  const shown = namesToShow(names, name, suggestion);
  throw new InvalidInput({
    path,
    found: JSON.stringify(name),
    expected:
      shown.length < names.length
        ? phrase`the name of a ${kind}: ${shown.join(", ")}, … (${names.length} in all)`
        : phrase`the name of a ${kind}: ${shown.join(", ")}`,
    suggestion,
  });
}

/** All, unless they are many: then those that begin like it, or of the family that was probably meant, else one a family. */
export function namesToShow(
  names: readonly string[],
  given: string,
  suggestion: string | null,
): readonly string[] {
  if (names.length <= MOST_NAMES_SHOWN) return names;
  const alike = given === "" ? [] : names.filter((name) => name.startsWith(given));
  if (alike.length > 0) return alike;
  const family = (name: string) => name.split("/")[0];
  if (suggestion !== null) return names.filter((name) => family(name) === family(suggestion));
  return names.filter((name, at) => names.findIndex((each) => family(each) === family(name)) === at);
}
