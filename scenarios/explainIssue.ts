import * as z from "zod/mini";
import { cutText, formatPath } from "./formatPath.ts";
import { InvalidInput } from "./invalidInput.ts";
import { nearestName } from "./nearestName.ts";
import { type Phrase, phrase, type Said, textOf } from "./phrase.ts";
import { parameterNotes } from "./schema/parameter.ts";

type Path = readonly PropertyKey[];

/** A value as the user wrote it, cut to a line. */
export function showFound(value: unknown): string {
  return textOf(saidOfValue(value));
}

function saidOfValue(value: unknown): Said {
  if (value === undefined) return phrase`nothing`;
  // JSON would call NaN and the infinities null.
  if (typeof value === "number") return String(value);
  const text = shortJson(value);
  return typeof text === "string" ? cutText(text) : text;
}

/** JSON of a value, or what kind of thing it is where it nests too deeply to be written. */
function shortJson(value: unknown): Said {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Array.isArray(value) ? phrase`a deeply nested list` : phrase`a deeply nested object`;
  }
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (value === null || typeof value !== "object") return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** Defaults and optionals wrap the schema that says what is accepted. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod;
  // Each wrapper of zod 4 keeps what it wraps under `innerType`.
  return "innerType" in def ? unwrap(def.innerType as z.core.$ZodType) : schema;
}

function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | null {
  let current = schema;
  for (const step of path) {
    // The definition's fields depend on the kind of schema; only those of objects, arrays and tuples lead further.
    const def = unwrap(current)._zod.def as unknown as Record<string, unknown>;
    if (def.type === "object")
      current = (def.shape as Record<string, z.core.$ZodType>)[String(step)] as z.core.$ZodType;
    else if (def.type === "array") current = def.element as z.core.$ZodType;
    else if (def.type === "tuple")
      current = (def.items as z.core.$ZodType[])[Number(step)] as z.core.$ZodType;
    else return null;
    if (current === undefined) return null;
  }
  return current;
}

function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const found = schemaAt(schema, path);
  if (found === null) return [];
  const def = unwrap(found)._zod.def as unknown as Record<string, unknown>;
  return def.type === "object" ? Object.keys(def.shape as object) : [];
}

/** Paths of all that is no object itself, e.g. `controls.size`. */
function leavesOf(schema: z.core.$ZodType, path: readonly string[] = []): string[] {
  const keys = keysAt(schema, path);
  return keys.length === 0 ? [path.join(".")] : keys.flatMap((key) => leavesOf(schema, [...path, key]));
}

/** A key that was meant as the end of a path comes before one that is only spelt alike, then a key that it begins. */
function nearestPath(word: string, keys: readonly string[], leaves: readonly string[]): string | null {
  return (
    leaves.find((leaf) => leaf.endsWith(`.${word}`)) ??
    nearestName(word, keys) ??
    (word.length < 3 ? null : (keys.find((key) => key.startsWith(word)) ?? null))
  );
}

function expectedAt(schema: z.core.$ZodType, path: Path, issue: z.core.$ZodIssue): Said {
  for (let length = path.length; length > 0; length--) {
    const at = schemaAt(schema, path.slice(0, length));
    const note = at === null ? undefined : parameterNotes.get(at);
    if (note !== undefined)
      return length === path.length
        ? note.range
        : phrase`${note.range} for ${formatPath(path.slice(0, length))}`;
  }
  const at = schemaAt(schema, path);
  const description = at === null ? undefined : z.globalRegistry.get(at)?.description;
  const accepted = issue.code === "invalid_type" && at !== null ? acceptedType(issue, at) : acceptedBy(issue);
  return description === undefined ? accepted : phrase`${accepted} (${description})`;
}

/** With the limits of a number: JSON has no infinity, but 1e999 is read as one, and "a number" would not say why not. */
function acceptedType(issue: z.core.$ZodIssueInvalidType, schema: z.core.$ZodType): Said {
  const words = acceptedBy(issue);
  if (issue.expected !== "number" && issue.expected !== "int") return words;
  const limits = (unwrap(schema)._zod.def.checks ?? []).flatMap((check) => {
    // Of the checks of zod 4 only these two have a value and say whether it counts.
    const { check: kind, value, inclusive } = check._zod.def as z.core.$ZodCheckGreaterThanDef;
    if (kind === "greater_than") return [fromBelow(String(value), inclusive)];
    return String(kind) === "less_than" ? [fromAbove(String(value), inclusive)] : [];
  });
  const [first, second] = limits;
  if (first === undefined) return words;
  return second === undefined ? phrase`${words}, ${first}` : phrase`${words}, ${first} and ${second}`;
}

function fromBelow(least: string, inclusive: boolean): Phrase {
  return inclusive ? phrase`at least ${least}` : phrase`above ${least}`;
}

function fromAbove(most: string, inclusive: boolean): Phrase {
  return inclusive ? phrase`at most ${most}` : phrase`below ${most}`;
}

const TYPE_WORDS: Readonly<Record<string, Phrase>> = {
  string: phrase`text in quotes`,
  number: phrase`a number`,
  int: phrase`a whole number`,
  boolean: phrase`true or false`,
  object: phrase`an object in braces`,
  record: phrase`an object in braces`,
  array: phrase`a list in brackets`,
};

function acceptedBy(issue: z.core.$ZodIssue): Said {
  switch (issue.code) {
    case "invalid_type":
      return TYPE_WORDS[issue.expected] ?? phrase`a value of type ${issue.expected}`;
    case "too_small":
      if (issue.origin === "array") return phrase`a list of at least ${String(issue.minimum)}`;
      if (issue.origin === "string") return phrase`text that is not empty`;
      return fromBelow(String(issue.minimum), issue.inclusive !== false);
    case "too_big":
      return fromAbove(String(issue.maximum), issue.inclusive !== false);
    case "invalid_value":
      return phrase`one of ${issue.values.map((value) => String(value)).join(", ")}`;
    default:
      return issue.message;
  }
}

/**
 * Checks a value against a schema. The first thing that is wrong comes back as an `InvalidInput` that names its
 * path, what stands there, what would be accepted and, for a misspelt key or word, the nearest accepted one.
 * `prefix` is where the value stands in the user's document.
 */
export function checked<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  prefix: Path = [],
): z.core.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw explainIssue(schema, value, result.error.issues, prefix);
}

function explainIssue(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
  prefix: Path,
): InvalidInput {
  // An unknown key is the more telling mistake: a misspelt required key also shows up as missing.
  const issue = issues.find((each) => each.code === "unrecognized_keys") ?? issues[0];
  if (issue === undefined) throw new Error("a failed check without an issue");
  if (issue.code === "unrecognized_keys") {
    const key = String(issue.keys[0]);
    const keys = keysAt(schema, issue.path);
    return new InvalidInput({
      path: formatPath([...prefix, ...issue.path, key]),
      found: phrase`the unknown name "${cutText(key)}"`,
      expected:
        keys.length > 12
          ? phrase`one of ${keys.length} parameters, as "bandwagon scenarios NAME" lists them`
          : phrase`one of ${keys.join(", ")}`,
      suggestion: nearestPath(key, keys, issue.path.length === 0 ? leavesOf(schema) : []),
    });
  }
  const found = valueAt(value, issue.path);
  return new InvalidInput({
    path: formatPath([...prefix, ...issue.path]),
    found: saidOfValue(found),
    expected: expectedAt(schema, issue.path, issue),
    suggestion:
      issue.code === "invalid_value" && typeof found === "string"
        ? nearestName(found, issue.values.map(String))
        : null,
  });
}
