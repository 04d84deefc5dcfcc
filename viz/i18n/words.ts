/** Languages in which the lab speaks, in full. */
export const languages = ["en", "it"] as const;
export type Language = (typeof languages)[number];

/** The same keys as `W`: text stays text, and a sentence with numbers keeps its arguments. A missing key is a type error. */
export type Translation<W> = {
  readonly [Key in keyof W]: W[Key] extends string
    ? string
    : W[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Translation<W[Key]>;
};

export type Words<W> = Readonly<Record<Language, Translation<W>>>;

/** The words of one part of the page. English sets the keys, Italian has to have each of them. */
export function defineWords<const W>(en: W & Translation<W>, it: Translation<W>): Words<W> {
  return { en, it };
}
