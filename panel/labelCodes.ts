import { type LabelCodeArray, labelCodeArray, missingCode } from "./table.ts";

/** Stands for a missing cell while codes are collected. */
export const NO_LABEL = -1;
/** As many labels as a `Map` holds with room to spare. */
const MOST_LABELS = 16_000_000;

/** Numbers labels as they come: declared ones first, then each new one. */
export class LabelCodes {
  readonly #codes: Map<string, number>;
  readonly #declared: number;

  constructor(declared: readonly string[] = []) {
    this.#codes = new Map(declared.map((level, code) => [level, code]));
    this.#declared = declared.length;
  }

  /** How many labels there are. */
  get count(): number {
    return this.#codes.size;
  }

  /** The label's code; null when it is new and there are 16 million labels already. */
  codeOf(label: string): number | null {
    const known = this.#codes.get(label);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    if (code === MOST_LABELS) return null;
    this.#codes.set(unshared(label), code);
    return code;
  }

  /** The labels, each at the place of its code. */
  get labels(): string[] {
    return [...this.#codes.keys()];
  }

  /**
   * Levels and codes of a column. The labels that were not declared are sorted by code unit, as R's `factor()` does in
   * the C locale, so that the levels of a file do not depend on the order of its rows.
   *
   * @param collected codes given by `codeOf`, or `NO_LABEL`.
   */
  category(collected: Int32Array): { readonly codes: LabelCodeArray; readonly levels: string[] } {
    const labels = this.labels;
    const levels = [...labels.slice(0, this.#declared), ...labels.slice(this.#declared).sort()];
    const place = new Map(levels.map((level, code) => [level, code]));
    const newCode = Int32Array.from(labels, (label) => place.get(label) ?? NO_LABEL);
    const codes = labelCodeArray(collected.length, levels.length);
    const missing = missingCode(codes);
    for (let index = 0; index < codes.length; index++) {
      const code = collected[index];
      codes[index] = code === NO_LABEL ? missing : newCode[code];
    }
    return { codes, levels };
  }
}

/** A copy of a text. What an engine cuts from a long text keeps the whole of it alive, here a piece of a file. */
function unshared(text: string): string {
  const copy: string = JSON.parse(JSON.stringify(text));
  return copy;
}
