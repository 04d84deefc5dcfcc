/** Names and texts as Stata has them. */

const RESERVED = new Set(
  "_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip str strL using with".split(
    " ",
  ),
);

/** Names of variables: letters, digits and underscores, at most 32, each once. */
export class StataNames {
  readonly #nameOf = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** The same name for the same key; a new one close to `text` for a new key. */
  of(key: string, text = key): string {
    const known = this.#nameOf.get(key);
    if (known !== undefined) return known;
    const letters = text.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^_+|_+$/g, "");
    const start = /^[A-Za-z]/.test(letters) ? letters : `v_${letters}`;
    let name = start.slice(0, 32);
    for (let copy = 2; this.#taken.has(name) || RESERVED.has(name); copy++) {
      name = `${start.slice(0, 28)}_${copy}`;
    }
    this.#taken.add(name);
    this.#nameOf.set(key, name);
    return name;
  }
}

/** In compound quotes where a plain quote stands inside; nothing in it is a macro. */
export function stataText(text: string): string {
  const plain = text.replace(/[`$]/g, "\\$&");
  return text.includes('"') ? `\`"${plain}"'` : `"${plain}"`;
}

/** One line for a comment that cannot end or continue it. */
export function stataComment(text: string): string {
  return text
    .replace(/\p{Cc}/gu, " ")
    .replaceAll("/*", "/ *")
    .replaceAll("*/", "* /")
    .replaceAll("///", "/ / /");
}

export function stataNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : ".";
}
