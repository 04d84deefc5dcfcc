/** How a factor enters a term: without its first level (treatment contrasts), or with a column for every level. */
export type Coding = "contrasts" | "everyLevel";

/**
 * The coding of every variable of every term, by R's rule (`TermCode` in its C sources, after Chambers & Hastie 1992,
 * *Statistical Models in S*, p. 38): contrasts where the term without the variable is empty or part of a term before,
 * every level otherwise. Without an intercept the first factor of the first term that has one gets every level.
 *
 * @param terms indices of variables, ordered by degree.
 * @param isFactor by variable; the coding of a variable of numbers means nothing.
 * @returns by term and by position in it.
 */
export function termCodings(
  terms: readonly (readonly number[])[],
  isFactor: readonly boolean[],
  intercept: boolean,
): Coding[][] {
  const codings = terms.map((term, position) =>
    term.map((variable): Coding => {
      const others = term.filter((other) => other !== variable);
      const margin =
        others.length === 0 ||
        terms.slice(0, position).some((before) => others.every((other) => before.includes(other)));
      return margin ? "contrasts" : "everyLevel";
    }),
  );
  if (intercept) return codings;
  for (const [position, term] of terms.entries()) {
    const first = term.findIndex((variable) => isFactor[variable]);
    if (first >= 0) {
      codings[position][first] = "everyLevel";
      break;
    }
  }
  return codings;
}
