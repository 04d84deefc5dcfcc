import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { type Phrase, phrase, type Said } from "../../scenarios/phrase.ts";
import type { Place } from "./expression.ts";

/** A text that is parsed, and what it is called in a message: "formula", "subset", "weights". */
export interface Source {
  readonly what: string;
  readonly text: string;
}

/** What a text is called, where it is no option of the command. */
export function nameOf({ what }: Source): Said {
  const names: Readonly<Record<string, Phrase>> = {
    formula: phrase`formula`,
    subset: phrase`subset`,
    weights: phrase`weights`,
    cluster: phrase`cluster`,
  };
  return Object.hasOwn(names, what) ? (names[what] ?? what) : what;
}

/** A formula, or another expression, that cannot be read or evaluated; the message ends in the text with a caret under the place. */
export class InvalidFormula extends InvalidInput {
  readonly source: Source;
  /** Index of the character in `source.text` that is to blame. */
  readonly position: number;

  constructor(
    source: Source,
    place: Pick<Place, "start">,
    problem: { readonly found: Said; readonly expected: Said; readonly suggestion?: string | null },
  ) {
    super({ path: phrase`${nameOf(source)}, character ${place.start + 1}`, ...problem });
    this.name = "InvalidFormula";
    this.source = source;
    this.position = place.start;
    const line = source.text.replace(/\s/g, " ");
    // One caret a character as a terminal counts them: a pair of surrogates is one.
    const indent = " ".repeat([...line.slice(0, place.start)].length);
    this.message += `\n  ${line}\n  ${indent}^`;
  }
}
