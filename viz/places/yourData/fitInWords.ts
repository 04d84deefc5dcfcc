import type { ShownResult } from "../../../workers/lab/dataJobs.ts";
import type { Format } from "../../i18n/format.ts";
import type { ResultWords } from "./resultWords.ts";

/** Sentences shown; more are not read. */
const MOST = 8;

/** What the first terms of a fit mean, a sentence each, in the unit that people think in. */
export function fitInWords(
  { model, terms, averagePartialEffects }: ShownResult,
  { words }: ResultWords,
  format: Format,
): string[] {
  const number = (value: number) => format.number(value, 3);
  if (averagePartialEffects !== null) {
    const points = (share: number) => number(100 * share);
    return averagePartialEffects
      .filter(({ estimate }) => Number.isFinite(estimate))
      .slice(0, MOST)
      .map(({ term, estimate, confLow, confHigh }) =>
        words.effect(term, points(estimate), points(confLow), points(confHigh)),
      );
  }
  const usable = terms
    .filter(({ term, estimate }) => term !== "(Intercept)" && Number.isFinite(estimate))
    .slice(0, MOST);
  if (model === "linear") {
    return usable.map(({ term, estimate, confLow, confHigh }) =>
      words.slope(term, number(estimate), number(confLow), number(confHigh)),
    );
  }
  return usable.flatMap(({ term, hazardRatio, hazardRatioConfLow, hazardRatioConfHigh }) =>
    hazardRatio === null || hazardRatioConfLow === null || hazardRatioConfHigh === null
      ? []
      : [words.hazard(term, number(hazardRatio), number(hazardRatioConfLow), number(hazardRatioConfHigh))],
  );
}
