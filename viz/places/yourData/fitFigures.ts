import type { ResultTerm } from "../../../study/estimate/estimateResult.ts";
import type { DrawnCurve, ShownResult } from "../../../workers/lab/dataJobs.ts";
import { coefficients } from "../../charts/coefficients.ts";
import { survivalCurves } from "../../charts/survivalCurves.ts";
import type { Figure, Language } from "../../figure/figure.ts";
import type { ResultWords } from "./resultWords.ts";

/** More rows than this cannot be read in one figure; the table and the files have them all. */
const MOST_TERMS = 30;
const MOST_CURVES = 6;

/** The coefficients but the constant with their intervals; null where there is none to draw. */
export function coefficientFigure(
  result: ShownResult,
  words: ResultWords,
  language: Language,
  level: string,
): Figure | null {
  const terms = drawable(result.terms.filter(({ term }) => term !== "(Intercept)"));
  if (terms.length === 0) return null;
  const figure = coefficients(
    { id: "your-coefficients", title: words.plot(level), language },
    {
      quantity: quantityOf(result, words),
      terms: terms.map(({ term }) => ({ term, label: term })),
      estimates: terms.map(({ term, estimate, confLow, confHigh }) => ({
        method: words.method,
        term,
        estimate,
        low: confLow,
        high: confHigh,
      })),
    },
  );
  return shortly(figure, terms, words);
}

/** The average partial effects with their intervals; null where there are none. */
export function effectFigure(result: ShownResult, words: ResultWords, language: Language): Figure | null {
  const effects = (result.averagePartialEffects ?? [])
    .filter(({ estimate }) => Number.isFinite(estimate))
    .slice(0, MOST_TERMS);
  if (effects.length === 0) return null;
  const figure = coefficients(
    { id: "your-effects", title: words.effectsPlot, language },
    {
      quantity: words.effects,
      format: "percent",
      terms: effects.map(({ term }) => ({ term, label: term })),
      estimates: effects.map(({ term, estimate, confLow, confHigh }) => ({
        method: words.method,
        term,
        estimate,
        low: confLow,
        high: confHigh,
      })),
    },
  );
  return shortly(figure, effects, words);
}

/** Few rows are read out with their numbers; of more the sentence says which are told from 0. */
function shortly(
  figure: Figure,
  rows: readonly Pick<ResultTerm, "term" | "confLow" | "confHigh">[],
  { leaveOutZero }: ResultWords,
): Figure {
  if (rows.length <= 4) return figure;
  const apart = rows.filter(({ confLow, confHigh }) => confLow > 0 || confHigh < 0);
  const names = apart.length === 0 ? "" : `: ${apart.map(({ term }) => term).join(", ")}`;
  return { ...figure, summary: leaveOutZero(String(apart.length), String(rows.length), names) };
}

/** Survival by stratum and chosen covariates; null where there is no curve. */
export function survivalFigure(
  curves: readonly DrawnCurve[],
  words: ResultWords,
  language: Language,
): Figure | null {
  if (curves.length === 0) return null;
  return survivalCurves(
    { id: "your-survival", title: words.survival, language },
    {
      time: words.time,
      quantity: words.surviving,
      groups: curves.slice(0, MOST_CURVES).map(({ at, stratum, times, survival, low, high }) => ({
        name: [at === "means" ? words.atMeans : at, stratum].filter((part) => part !== "").join(" · "),
        times,
        survival,
        low,
        high,
      })),
    },
  );
}

/** Whatever the model explains. */
export function quantityOf({ model }: ShownResult, { quantity }: ResultWords): string {
  if (model === "linear") return quantity.linear;
  return model === "cox" ? quantity.cox : quantity.binary;
}

function drawable(terms: readonly ResultTerm[]): readonly ResultTerm[] {
  return terms.filter(({ estimate }) => Number.isFinite(estimate)).slice(0, MOST_TERMS);
}
