import {
  type Fit,
  type FitWarning,
  type HazardRatio,
  hazardRatio,
  type TermEstimate,
} from "../../estimators/index.ts";
import { exp } from "../../numerics/elementary.ts";
import type { ModelSpecification } from "../../scenarios/index.ts";
import { averagePartialEffectName, isFactorLevel, SIGMA } from "../estimands.ts";
import { truthOf } from "../estimateHistory.ts";
import { fitSpecification } from "../methods.ts";
import type { PeerSurvival } from "./peerSurvival.ts";
import { peerSurvival } from "./peerSurvival.ts";
import { type PublishedColumn, publishedColumn } from "./publishedColumn.ts";
import type { SurveyedPanel } from "./surveyedPanel.ts";

/** One coefficient of a fit beside what is true of this history. */
export interface LabTerm extends Omit<TermEstimate, "robustStdError"> {
  /** NaN where the world's decision has no such coefficient. */
  readonly truth: number;
}

/** A coefficient of a Cox model as a ratio of hazards, beside what is true and what is printed. */
export interface LabRatio extends HazardRatio {
  readonly term: string;
  readonly truth: number;
  /** Null where the specification repeats no printed column. */
  readonly published: number | null;
}

/** A specification fitted to a surveyed panel, as data that a page can show. */
export interface LabFit {
  readonly specification: string;
  readonly model: "probit" | "cox" | "other";
  /** One line on what it is, and the table it copies. */
  readonly summary: string;
  readonly source: string;
  readonly confidenceLevel: number;
  /** False: there is no estimate to believe, and `warnings` say why and what to do. */
  readonly converged: boolean;
  /** What is of interest, in the order of the table; no levels of dummies. */
  readonly terms: readonly LabTerm[];
  /** The same as hazard ratios; empty but in a Cox model. */
  readonly ratios: readonly LabRatio[];
  /** Sets of dummies in the model. */
  readonly dummies: readonly string[];
  /** Effects of one more peer on the probability of being abroad, averaged over the sample. */
  readonly effects: readonly (LabTerm & { readonly of: string })[];
  readonly observations: number;
  /** Rows that dummies predict, and that are not fitted. */
  readonly predictedRows: number;
  readonly groups: number | null;
  readonly events: number | null;
  readonly logLikelihood: number;
  readonly sigma: { readonly estimate: number; readonly stdError: number; readonly truth: number } | null;
  readonly rho: number | null;
  readonly warnings: readonly FitWarning[];
  readonly published: PublishedColumn | null;
  /** Spells with and without peers before their start; null where the model has no such term. */
  readonly survival: PeerSurvival | null;
}

const CONFIDENCE_LEVEL = 0.95;

/**
 * Fits a specification to a surveyed panel: the numbers are those of `fitSpecification`, as in a study.
 *
 * @throws InvalidTable, InvalidInput as `fitSpecification` does.
 */
export function labFit({ panel, truth }: SurveyedPanel, specification: ModelSpecification): LabFit {
  const { fit, estimates, predictedRows } = fitSpecification(panel, specification, CONFIDENCE_LEVEL);
  const effectsOf = "averagePartialEffects" in specification ? specification.averagePartialEffects : [];
  const effectNames = effectsOf.map(averagePartialEffectName);
  const withTruth = (each: TermEstimate): LabTerm => {
    const { term, estimate, stdError, statistic, pValue, confLow, confHigh } = each;
    const known = truthOf(truth, specification, each);
    return { term, estimate, stdError, statistic, pValue, confLow, confHigh, truth: known };
  };
  const sigma = estimates.find(({ term }) => term === SIGMA);
  const randomEffect = "randomEffect" in fit ? (fit.randomEffect as { groups: number; rho: number }) : null;
  const terms = estimates
    .filter(
      ({ term }) => term !== SIGMA && !effectNames.includes(term) && !isFactorLevel(specification, term),
    )
    .map(withTruth);
  const published = publishedColumn(specification.name);
  return {
    specification: specification.name,
    model: modelOf(specification),
    summary: specification.summary,
    source: specification.source,
    confidenceLevel: CONFIDENCE_LEVEL,
    converged: fit.converged && estimates.length > 0,
    terms,
    ratios: specification.model === "cox" ? terms.map((term) => ratioOf(term, published)) : [],
    dummies: [...specification.factors, ...(specification.interactions ?? []).map((set) => set.join(" × "))],
    effects: effectsOf.flatMap((of) => {
      const found = estimates.find(({ term }) => term === averagePartialEffectName(of));
      return found === undefined ? [] : [{ ...withTruth(found), of }];
    }),
    observations: fit.observations,
    predictedRows,
    groups: randomEffect?.groups ?? null,
    events: eventsOf(fit),
    logLikelihood: fit.logLikelihood,
    sigma:
      sigma === undefined
        ? null
        : {
            estimate: sigma.estimate,
            stdError: sigma.stdError,
            truth: truthOf(truth, specification, sigma),
          },
    rho: randomEffect?.rho ?? null,
    warnings: fit.warnings,
    published,
    survival: specification.model === "cox" && fit.converged ? peerSurvival(panel, specification, fit) : null,
  };
}

function ratioOf(term: LabTerm, published: PublishedColumn | null): LabRatio {
  const printed = published?.terms.find((each) => each.term === term.term);
  return {
    term: term.term,
    ...hazardRatio(term),
    truth: exp(term.truth),
    published: printed === undefined ? null : exp(printed.estimate),
  };
}

function modelOf({ model }: ModelSpecification): LabFit["model"] {
  if (model === "cox") return "cox";
  return model === "probit" || model === "randomEffectsProbit" ? "probit" : "other";
}

function eventsOf(fit: Fit): number | null {
  return "events" in fit && typeof fit.events === "number" ? fit.events : null;
}
