import { formatPath } from "./formatPath.ts";

/** A name that stands twice in one object of a JSON document. */
export interface RepeatedName {
  /** As in `dataGenerating[1].set.firms`. */
  readonly path: string;
  /** Offsets in the text of the quote that begins each of the two. */
  readonly first: number;
  readonly second: number;
}

/** An object or list that is open at some place of the text. */
interface Open {
  /** Where each name stands; null in a list. */
  readonly names: Map<string, number> | null;
  /** The name, or the number, of what comes next. */
  step: string | number;
  /** Whether a text here would be a name. */
  beforeName: boolean;
}

/**
 * The first name of a JSON document that its object has already; null where all differ. Names are compared by what they say, so
 * `"a"` and `"\u0061"` are one. Nothing here recurses, however deep the document nests.
 *
 * @param json a text that JSON.parse takes.
 */
export function repeatedName(json: string): RepeatedName | null {
  const open: Open[] = [];
  for (let at = 0; at < json.length; at++) {
    const inside = open.at(-1);
    switch (json[at]) {
      case "{":
        open.push({ names: new Map(), step: "", beforeName: true });
        break;
      case "[":
        open.push({ names: null, step: 0, beforeName: false });
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (inside === undefined) break;
        if (typeof inside.step === "number") inside.step++;
        else inside.beforeName = true;
        break;
      case '"': {
        const end = endOfText(json, at);
        if (inside?.beforeName && inside.names !== null) {
          const name: string = JSON.parse(json.slice(at, end + 1));
          const first = inside.names.get(name);
          inside.step = name;
          if (first !== undefined) return { path: pathOf(open), first, second: at };
          inside.names.set(name, at);
          inside.beforeName = false;
        }
        at = end;
      }
    }
  }
  return null;
}

/** Deeper than any document of ours, its middle is left out. */
function pathOf(open: readonly Open[]): string {
  const steps = open.map(({ step }) => step);
  return steps.length <= 12
    ? formatPath(steps)
    : `${formatPath(steps.slice(0, 4))}…${formatPath(steps.slice(-4))}`;
}

/** Offset of the quote that closes the text begun at `start`. */
function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at;
}

/** `line 3, column 7`, both from 1, of an offset. */
export function placeInText(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
