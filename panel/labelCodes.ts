import { MISSING_CODE } from "./table.ts";

/** Numbers labels as they come: declared ones first, then each new one. */
export class LabelCodes {
  readonly #codes: Map<string, number>;
  readonly #declared: number;

  constructor(declared: readonly string[] = []) {
    this.#codes = new Map(declared.map((level, code) => [level, code]));
    this.#declared = declared.length;
  }

  /** The label's code; null when it is new and all 65,535 codes are taken. */
  codeOf(label: string): number | null {
    const known = this.#codes.get(label);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    if (code === MISSING_CODE) return null;
    this.#codes.set(unshared(label), code);
    return code;
  }

  /** The labels, each at the place of its code. */
  get labels(): string[] {
    return [...this.#codes.keys()];
  }

  /**
   * Sorts the labels that were not declared by code unit, as R's `factor()` does in the C locale, so that the levels of
   * a file do not depend on the order of its rows; `codes` are rewritten to match.
   */
  sortedLevels(codes: Uint16Array): string[] {
    const labels = this.labels;
    const levels = [...labels.slice(0, this.#declared), ...labels.slice(this.#declared).sort()];
    const place = new Map(levels.map((level, code) => [level, code]));
    const newCode = Uint16Array.from(labels, (label) => place.get(label) ?? MISSING_CODE);
    for (let index = 0; index < codes.length; index++) {
      if (codes[index] !== MISSING_CODE) codes[index] = newCode[codes[index]];
    }
    return levels;
  }
}

/** A copy of a text. What an engine cuts from a long text keeps the whole of it alive, here a piece of a file. */
function unshared(text: string): string {
  const copy: string = JSON.parse(JSON.stringify(text));
  return copy;
}
