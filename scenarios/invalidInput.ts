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

  constructor(problem: { path: string; found: string; expected: string; suggestion?: string | null }) {
    const hint = problem.suggestion ? ` Did you mean "${problem.suggestion}"?` : "";
    const where = problem.path === "" ? "" : `${problem.path}: `;
    super(`${where}found ${problem.found}; expected ${problem.expected}.${hint}`);
    this.name = "InvalidInput";
    this.path = problem.path;
    this.found = problem.found;
    this.expected = problem.expected;
    this.suggestion = problem.suggestion ?? null;
  }
}
