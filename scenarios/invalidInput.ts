import { type Phrase, type Said, textOf } from "./phrase.ts";

/** The parts of a complaint that are more than a name or a number, in a form that can be worded in other languages. */
export interface SaidOfInput {
  readonly path?: Phrase;
  readonly found?: Phrase;
  readonly expected?: Phrase;
}

/**
 * A request that cannot be carried out as written: which path, what stands there, what would be accepted.
 * The command line prints it and exits with code 2; the lab shows it beside the field.
 *
 * It is a RangeError, as is every refusal of an argument: whoever calls a function here has one kind of error to catch,
 * and this one where there is a place to point at.
 */
export class InvalidInput extends RangeError {
  readonly code = "invalid-input";
  /** Where, e.g. `dataGenerating.vary.firms[1]`; "" for the whole document. */
  readonly path: string;
  /** What was found, as the user wrote it. */
  readonly found: string;
  /** What would be accepted. */
  readonly expected: string;
  /** The nearest accepted name, when the word looks misspelt. */
  readonly suggestion: string | null;
  /** The same in parts, for whom words it in another language. */
  readonly said: SaidOfInput;

  constructor(problem: { path: Said; found: Said; expected: Said; suggestion?: string | null }) {
    const path = textOf(problem.path);
    const found = textOf(problem.found);
    const expected = textOf(problem.expected);
    const hint = problem.suggestion ? ` Did you mean "${problem.suggestion}"?` : "";
    const where = path === "" ? "" : `${path}: `;
    super(`${where}found ${found}; expected ${expected}.${hint}`);
    this.name = "InvalidInput";
    this.path = path;
    this.found = found;
    this.expected = expected;
    this.suggestion = problem.suggestion ?? null;
    this.said = {
      ...(typeof problem.path !== "string" && { path: problem.path }),
      ...(typeof problem.found !== "string" && { found: problem.found }),
      ...(typeof problem.expected !== "string" && { expected: problem.expected }),
    };
  }
}

/** A part of a complaint as it was said: to say it again in another one. */
export function saidOf(error: InvalidInput, part: keyof SaidOfInput): Said {
  return error.said[part] ?? error[part];
}
