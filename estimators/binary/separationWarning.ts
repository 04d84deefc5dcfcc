import { inSeries, phrase, type Said, textOf } from "../../scenarios/phrase.ts";
import type { FitWarning } from "../fit.ts";
import { bothWays, firstNames, fitWarning } from "../fitWarning.ts";
import type { Divider } from "./separation.ts";

/** Terms named in a message; the rest are counted. */
const NAMED = 12;

/**
 * The warning of a separated fit: which terms predict outcomes perfectly, where their coefficients go, what remains.
 *
 * @param combined terms that decide rows together.
 * @param limits of each term estimated: ±Infinity, NaN (either, depending on the way taken) or a number.
 * @param rowsLeft rows that are not separated.
 */
export function separationWarning(
  dividers: readonly Divider[],
  combined: readonly string[],
  limits: readonly { readonly term: string; readonly limit: number }[],
  rowsLeft: number,
): FitWarning {
  const complete = rowsLeft === 0;
  const running = new Set(limits.filter(({ limit }) => !Number.isFinite(limit)).map(({ term }) => term));
  const causes = [...dividers.flatMap(({ terms }) => terms), ...combined];
  const terms = [...new Set(causes)].filter((term) => running.has(term));
  const found: Said[] = [
    ...new Map(dividers.map((divider) => [textOf(divider.found), divider.found])).values(),
  ];
  if (combined.length > 0) {
    found.push(phrase`a combination of ${listed([...new Set(combined)])} decides the outcome of rows`);
  }
  const those = (ofKind: (limit: number) => boolean): string[] =>
    limits.filter(({ limit }) => ofKind(limit)).map(({ term }) => term);
  const [up, down] = [those((limit) => limit === Infinity), those((limit) => limit === -Infinity)] as const;
  const undetermined = those(Number.isNaN);
  const estimable = those(Number.isFinite);
  const sentences: Said[] = [
    found.length === 0 ? phrase`the terms decide the outcome of rows` : firstNames(found, NAMED, "; "),
    up.length + down.length === 0
      ? phrase`The likelihood rises for ever`
      : phrase`The likelihood rises for ever as ${bothWays(up, down, listed)}`,
  ];
  if (undetermined.length === 1) sentences.push(phrase`${listed(undetermined)}: no limit of its own (NaN)`);
  else if (undetermined.length > 1) {
    sentences.push(phrase`${listed(undetermined)}: no limit of their own (NaN)`);
  }
  if (complete) sentences.push(phrase`Every row is predicted perfectly, so nothing remains to be estimated`);
  else if (estimable.length === 0) {
    sentences.push(phrase`The log-likelihood is that of the ${rowsLeft} rows that are not decided`);
  } else {
    sentences.push(
      phrase`${listed(estimable)}: estimated, as is the log-likelihood, by the ${rowsLeft} rows that are not decided`,
    );
  }
  sentences.push(phrase`Drop or merge what decides the outcome, or use the penalty "firth"`);
  return fitWarning(
    complete ? "separation" : "quasi-separation",
    terms.length > 0 ? terms : [...running],
    phrase`${inSeries(sentences, ". ")}.`,
  );
}

function listed(names: readonly string[]): Said {
  return firstNames(names, NAMED);
}
