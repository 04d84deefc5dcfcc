/**
 * A message that can be worded in other languages: its English text with `{0}`, `{1}`, … where something is filled in, and what is.
 * The text is what a catalogue of another language looks it up by.
 */
export interface Phrase {
  readonly template: string;
  readonly values: readonly Said[];
}

/** A part of a message: a phrase, or a text that is the same in every language (a name, a number, what the user wrote). */
export type Said = string | Phrase;

/** Tag of a template: phrase`no column named ${name}`. */
export function phrase(texts: TemplateStringsArray, ...values: readonly (Said | number)[]): Phrase {
  const template = texts.reduce((before, text, place) => `${before}{${place - 1}}${text}`);
  return { template, values: values.map((value) => (typeof value === "number" ? String(value) : value)) };
}

/** Parts with the same mark between them, such as a comma; the mark is no word. */
export function inSeries(parts: readonly Said[], mark: string): Said {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return { template: parts.map((_, place) => `{${place}}`).join(mark), values: parts };
}

/**
 * The text of a message.
 *
 * @param templateFor what to fill in instead of the English template; default itself.
 */
export function textOf(
  said: Said,
  templateFor: (template: string) => string = (template) => template,
): string {
  if (typeof said === "string") return said;
  return templateFor(said.template).replaceAll(/\{(\d+)\}/g, (_, place) =>
    textOf(said.values[Number(place)] ?? "", templateFor),
  );
}

/** Whether a value, such as one that came from another thread, is a phrase. */
export function isPhrase(value: unknown): value is Phrase {
  return (
    typeof value === "object" &&
    value !== null &&
    "template" in value &&
    typeof value.template === "string" &&
    "values" in value &&
    Array.isArray(value.values)
  );
}

/** Replacer of `JSON.stringify`: in a document, a message is its text alone. */
export function textAlone(key: string, value: unknown): unknown {
  return key === "said" && isPhrase(value) ? undefined : value;
}
