import type { Translation } from "../../i18n/words.ts";
import type { termWords } from "./termWords.ts";

type TermWords = Translation<(typeof termWords)["en"]>;

/** What people call a term; one without a name here is shown as it stands in the panel. */
export function labelOf(term: string, words: TermWords): string {
  const averaged = columnOfMean(term);
  if (averaged !== null) return `${words["mean()"][0]}: ${labelOf(averaged, words)}`;
  return wordsOf(term, words)?.[0] ?? term;
}

/** What it means; null for a term without words here. */
export function meaningOf(term: string, words: TermWords): string | null {
  const averaged = columnOfMean(term);
  if (averaged === null) return wordsOf(term, words)?.[1] ?? null;
  const own = meaningOf(averaged, words);
  return own === null ? null : `${words["mean()"][1]} ${own}`;
}

function columnOfMean(term: string): string | null {
  return /^mean\((.+)\)$/.exec(term)?.[1] ?? null;
}

function wordsOf(term: string, words: TermWords): readonly [string, string] | null {
  return Object.hasOwn(words, term) ? words[term as keyof TermWords] : null;
}
