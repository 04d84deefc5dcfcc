import type { FitWarning } from "../fit.ts";
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
  const found = [...new Set(dividers.map((divider) => divider.found))];
  if (combined.length > 0) {
    found.push(`a combination of ${listed([...new Set(combined)])} decides the outcome of rows`);
  }
  const those = (ofKind: (limit: number) => boolean): string[] =>
    limits.filter(({ limit }) => ofKind(limit)).map(({ term }) => term);
  const goes = (names: readonly string[], where: string): string[] =>
    names.length === 0 ? [] : [`${listed(names)} ${names.length === 1 ? "goes" : "go"} to ${where}`];
  const limiting = [
    ...goes(
      those((limit) => limit === Infinity),
      "+∞",
    ),
    ...goes(
      those((limit) => limit === -Infinity),
      "−∞",
    ),
  ];
  const undetermined = those(Number.isNaN);
  const estimable = those(Number.isFinite);
  const sentences = [
    listed(found, "; ") || "the terms decide the outcome of rows",
    `The likelihood rises for ever${limiting.length === 0 ? "" : ` as ${limiting.join(" and ")}`}`,
  ];
  if (undetermined.length > 0) {
    sentences.push(
      `${listed(undetermined)}: no limit of ${undetermined.length === 1 ? "its" : "their"} own (NaN)`,
    );
  }
  if (complete) sentences.push("Every row is predicted perfectly, so nothing remains to be estimated");
  else if (estimable.length === 0) {
    sentences.push(`The log-likelihood is that of the ${rowsLeft} rows that are not decided`);
  } else {
    sentences.push(
      `${listed(estimable)}: estimated, as is the log-likelihood, by the ${rowsLeft} rows that are not decided`,
    );
  }
  sentences.push('Drop or merge what decides the outcome, or use the penalty "firth"');
  return {
    code: complete ? "separation" : "quasi-separation",
    terms: terms.length > 0 ? terms : [...running],
    message: `${sentences.join(". ")}.`,
  };
}

function listed(items: readonly string[], separator = ", "): string {
  const rest = items.length - NAMED;
  return items.slice(0, NAMED).join(separator) + (rest > 0 ? ` and ${rest} more` : "");
}
