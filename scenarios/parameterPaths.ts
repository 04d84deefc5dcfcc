import { formatPath } from "./formatPath.ts";
import { InvalidInput } from "./invalidInput.ts";
import { phrase } from "./phrase.ts";

/** Names that stand for something else in the language: written as a key they would be lost without a word. */
const RESERVED: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** No document of ours nests deeper than a few levels; far below it, printing and copying would run out of stack. */
const DEEPEST = 100;

interface Place {
  readonly value: unknown;
  readonly path: readonly PropertyKey[];
}

/**
 * Looks through parsed JSON before anything is made of it. A key may be a path with dots, as under `set`.
 *
 * @throws InvalidInput for a reserved name as a key, with its full path, and for values nested beyond 100 levels.
 */
export function refuseUnsafeNames(document: unknown, prefix: readonly PropertyKey[] = []): void {
  const places: Place[] = [{ value: document, path: prefix }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { value, path } = place;
    if (value === null || typeof value !== "object") continue;
    if (path.length - prefix.length > DEEPEST) {
      throw new InvalidInput({
        path: formatPath(path.slice(0, prefix.length + 2)),
        found: phrase`a value nested too deeply`,
        expected: phrase`at most ${DEEPEST} levels of brackets and braces`,
      });
    }
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      const reserved = key.split(".").find((name) => RESERVED.has(name));
      if (reserved !== undefined) {
        throw new InvalidInput({
          path: formatPath([...path, step]),
          found: phrase`the name "${reserved}"`,
          expected: phrase`a name other than ${[...RESERVED].join(", ")}`,
        });
      }
      if (inner !== null && typeof inner === "object") places.push({ value: inner, path: [...path, step] });
    }
  }
}

/**
 * The first two parameters of which one contains the other (`controls` and `controls.size`), the outer first; null
 * where each stands by itself. Which of two such values holds would depend on their order.
 */
export function overlappingParameters(names: readonly string[]): { outer: string; inner: string } | null {
  const known = new Set(names);
  for (const inner of names) {
    for (let dot = inner.indexOf("."); dot >= 0; dot = inner.indexOf(".", dot + 1)) {
      const outer = inner.slice(0, dot);
      if (known.has(outer)) return { outer, inner };
    }
  }
  return null;
}
