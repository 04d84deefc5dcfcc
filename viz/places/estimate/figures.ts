import type { Truth } from "../../../sim/index.ts";
import type { LabFit } from "../../../study/lab/labFit.ts";
import { isOfPeers } from "../../../study/lab/regressionTable.ts";
import { coefficients } from "../../charts/coefficients.ts";
import { survivalCurves } from "../../charts/survivalCurves.ts";
import type { Figure, Language } from "../../figure/figure.ts";
import type { Format } from "../../i18n/format.ts";
import type { Translation } from "../../i18n/words.ts";
import { shortName } from "./request.ts";
import { labelOf } from "./terms.ts";
import type { termWords } from "./termWords.ts";
import type { estimateWords } from "./words.ts";

/** What figures are drawn with, beside the fits. */
export interface FigureWords {
  readonly language: Language;
  readonly words: Translation<(typeof estimateWords)["en"]>;
  readonly terms: Translation<(typeof termWords)["en"]>;
  readonly format: Format;
}

const INTERCEPT = "(Intercept)";
/** Effects are small: they are shown in percentage points. */
const POINTS = 100;

/** The terms of some fits that are shown, in the order in which they stand in them. */
function termsShown(fits: readonly LabFit[], which: "peers" | "all"): string[] {
  const all = new Set(fits.flatMap(({ terms }) => terms.map(({ term }) => term)));
  return [...all].filter(
    (term) => term !== INTERCEPT && (which === "all" || (isOfPeers(term) && !/^national/.test(term))),
  );
}

/** A value of each term that is the same whatever the specification: the truth, or the number of the first paper's column. */
function valueOfEach(
  fits: readonly LabFit[],
  of: (fit: LabFit, term: string) => number | undefined,
): Map<string, number> {
  const values = new Map<string, number>();
  for (const fit of fits) {
    for (const { term } of fit.terms) {
      const value = of(fit, term);
      if (!values.has(term) && value !== undefined && Number.isFinite(value)) values.set(term, value);
    }
  }
  return values;
}

const truthOf = (fit: LabFit, term: string) => fit.terms.find((each) => each.term === term)?.truth;
const printedOf = (fit: LabFit, term: string) =>
  fit.published?.terms.find((each) => each.term === term)?.estimate;

/** Coefficients of the probits, with the truth and the published value where there are any; null where nothing is to be drawn. */
export function coefficientFigure(
  fits: readonly LabFit[],
  which: "peers" | "all",
  { language, words, terms }: FigureWords,
): Figure | null {
  const probits = fits.filter(({ model, converged }) => model === "probit" && converged);
  const shown = termsShown(probits, which);
  if (shown.length === 0) return null;
  return coefficients(
    { id: "estimate-coefficients", title: words.coefficients, language },
    {
      quantity: words.coefficient,
      terms: shown.map((term) => ({ term, label: labelOf(term, terms) })),
      estimates: probits.flatMap((fit) =>
        fit.terms.map(({ term, estimate, confLow, confHigh }) => ({
          method: shortName(fit.specification),
          term,
          estimate,
          low: confLow,
          high: confHigh,
        })),
      ),
      truth: valueOfEach(probits, truthOf),
      published: valueOfEach(probits, printedOf),
    },
  );
}

/** Hazard ratios of the Cox models. */
export function hazardFigure(
  fits: readonly LabFit[],
  which: "peers" | "all",
  { language, words, terms }: FigureWords,
): Figure | null {
  const models = fits.filter(({ model, converged }) => model === "cox" && converged);
  const shown = termsShown(models, which);
  if (shown.length === 0) return null;
  return coefficients(
    { id: "estimate-hazards", title: words.hazards, language },
    {
      quantity: words.hazard,
      terms: shown.map((term) => ({ term, label: labelOf(term, terms) })),
      estimates: models.flatMap((fit) =>
        fit.ratios.map(({ term, hazardRatio, hazardRatioConfLow, hazardRatioConfHigh }) => ({
          method: shortName(fit.specification),
          term,
          estimate: hazardRatio,
          low: hazardRatioConfLow,
          high: hazardRatioConfHigh,
        })),
      ),
      truth: valueOfEach(models, (fit, term) => fit.ratios.find((each) => each.term === term)?.truth),
      published: valueOfEach(
        models,
        (fit, term) => fit.ratios.find((each) => each.term === term)?.published ?? undefined,
      ),
      noEffect: 1,
    },
  );
}

/** The effect of one more peer by each specification, beside that of the intervention. */
export function effectFigure(
  fits: readonly LabFit[],
  truth: Truth,
  { language, words }: FigureWords,
): Figure | null {
  const effects = fits.flatMap((fit) => fit.effects.map((effect) => ({ fit, effect })));
  if (effects.length === 0) return null;
  const used = new Set(effects.map(({ effect }) => effect.of));
  const known = truth.peerEffect.all;
  const terms = [
    { term: "msePeersSameDestination", label: words.effectTerm },
    { term: "mseOffshoreOutsourcingProvinceLag1", label: words.effectFirmTerm },
  ].filter(({ term }) => used.has(term));
  return coefficients(
    { id: "estimate-effects", title: words.effects, language },
    {
      quantity: words.effect,
      terms,
      estimates: effects.map(({ fit, effect }) => ({
        method: shortName(fit.specification),
        term: effect.of,
        estimate: POINTS * effect.estimate,
        low: POINTS * effect.confLow,
        high: POINTS * effect.confHigh,
      })),
      truth: new Map(Number.isFinite(known) ? [["msePeersSameDestination", POINTS * known]] : []),
    },
  );
}

/** Spells with and without peers before their start, by the last Cox model that has them. */
export function survivalFigure(
  fits: readonly LabFit[],
  { language, words, format }: FigureWords,
): { readonly figure: Figure; readonly peers: string } | null {
  const fit = fits.findLast(({ survival }) => survival !== null);
  if (fit === undefined || fit.survival === null) return null;
  const peers = format.number(fit.survival.with.peers, 2);
  const groups = [
    { name: words.withoutPeers, curve: fit.survival.without },
    { name: words.withPeers(peers), curve: fit.survival.with },
  ].map(({ name, curve }) => ({
    name,
    times: curve.time,
    survival: curve.survival,
    low: curve.confLow,
    high: curve.confHigh,
  }));
  const title = words.survival(shortName(fit.specification));
  const figure = survivalCurves(
    { id: "estimate-survival", title, language },
    { groups, time: words.survivalTime, quantity: words.survivalQuantity },
  );
  return { figure, peers };
}
