import {
  type AveragePartialEffect,
  type CoxFit,
  type FitTest,
  type FitWarning,
  hazardRatio,
  type ModelFrame,
  printFormula,
  type RobustCovarianceType,
} from "../../estimators/index.ts";
import type { CoxChecks } from "./estimateCox.ts";
import type { FittedModel, ModelResult } from "./estimateModel.ts";
import {
  eventsOf,
  frailtyOf,
  groupsOf,
  informationCriteria,
  linearOf,
  randomEffectOf,
  selectionOf,
  signOfInfinite,
} from "./resultParts.ts";
import type {
  ResultEffect,
  ResultFrailty,
  ResultLinear,
  ResultRandomEffect,
  ResultSelection,
  ResultTerm,
} from "./resultTypes.ts";
import { warningsOfFit } from "./warningsOfFit.ts";

export type { ResultEffect, ResultFrailty, ResultLinear, ResultRandomEffect, ResultSelection, ResultTerm };

/**
 * What `--format json` prints: a contract. Fields a model does not have are null; so are, in the printed document,
 * numbers that are not finite (an infinite estimate has its sign in `infinite`). Terms and covariances stand in R's order
 * of the formula.
 */
export interface EstimateResult {
  readonly model: FittedModel["model"];
  readonly formula: string;
  readonly ties: string | null;
  /** What the errors of a binary model are made from. */
  readonly information: "observed" | "expected" | null;
  readonly penalty: "firth" | null;
  readonly observations: number;
  /** The label of the outcome that counts as 1; null for an outcome of numbers. */
  readonly event: string | null;
  /** Rows with the event, or with the outcome 1; null for an outcome that has other values. */
  readonly events: number | null;
  /** Groups of the random effect. */
  readonly groups: number | null;
  readonly robust: RobustCovarianceType["type"] | null;
  /** Clusters of the robust covariance. */
  readonly clusters: number | null;
  /** Rows left out because a cell is missing. */
  readonly dropped: number;
  readonly missing: readonly { readonly expression: string; readonly rows: number }[];
  /** Rows of the file outside `--where`. */
  readonly outsideWhere: number;
  /** Rows outside `--subset`. */
  readonly outsideSubset: number;
  readonly converged: boolean;
  readonly iterations: number;
  readonly logLikelihood: number;
  readonly logLikelihoodNull: number | null;
  readonly aic: number;
  readonly bic: number;
  /** Of all limits. */
  readonly confidenceLevel: number;
  readonly terms: readonly ResultTerm[];
  /**
   * Of the terms, and after them ln σ of a random effect, ln θ of a gamma frailty, ln p (but of an exponential) and atanh of
   * the dependence of a model of selection.
   */
  readonly covariance: readonly (readonly number[])[];
  readonly robustCovariance: readonly (readonly number[])[] | null;
  readonly randomEffect: ResultRandomEffect | null;
  /** Of a grouped hazard with gamma frailty. */
  readonly frailty: ResultFrailty | null;
  readonly selection: ResultSelection | null;
  readonly linear: ResultLinear | null;
  readonly tests: Readonly<Record<keyof CoxFit["tests"], FitTest | null>>;
  /** Null unless `--effects` asks for them. */
  readonly averagePartialEffects: readonly ResultEffect[] | null;
  readonly concordance: CoxChecks["concordance"] | null;
  readonly proportionalHazards: CoxChecks["proportionalHazards"] | null;
  readonly warnings: readonly FitWarning[];
}

const NO_RATIO = { hazardRatio: null, hazardRatioConfLow: null, hazardRatioConfHigh: null };

/** What is known of a fit beside the fit. */
export interface FitContext {
  readonly confidenceLevel: number;
  readonly outsideWhere: number;
  readonly effects: readonly AveragePartialEffect[] | null;
}

/** A fit as the command prints it. */
export function estimateResult(
  frame: ModelFrame,
  result: ModelResult,
  { confidenceLevel, outsideWhere, effects }: FitContext,
): EstimateResult {
  const { dropped } = frame;
  const { fit, checks, order, further } = result;
  const positions = [...order, ...Array.from({ length: further }, (_, at) => fit.terms.length + at)];
  const square = (matrix: Float64Array) =>
    positions.map((row) => positions.map((column) => matrix[row * positions.length + column] ?? Number.NaN));
  const terms = order.flatMap((at) => fit.terms[at] ?? []);
  return {
    model: fit.model,
    formula: printFormula(frame.formula),
    ties: fit.model === "cox" ? fit.ties : null,
    information: "information" in fit ? fit.information : null,
    penalty: "penalty" in fit ? (fit.penalty ?? null) : null,
    observations: fit.observations,
    event: frame.outcome.kind === "values" ? frame.outcome.event : null,
    events: fit.model === "selectionDuration" ? fit.events : eventsOf(frame),
    groups: groupsOf(fit),
    robust: fit.robust?.type ?? null,
    clusters: fit.robust?.clusters ?? null,
    dropped: dropped.missing,
    missing: dropped.missingByExpression,
    outsideWhere,
    outsideSubset: dropped.outsideSubset,
    converged: fit.converged,
    iterations: fit.iterations,
    logLikelihood: fit.logLikelihood,
    logLikelihoodNull: "logLikelihoodNull" in fit ? fit.logLikelihoodNull : null,
    ...informationCriteria(fit),
    confidenceLevel,
    terms: terms.map((term) => ({
      ...term,
      robustStdError: term.robustStdError ?? null,
      infinite: signOfInfinite(term.estimate),
      ...(fit.model === "cox" || fit.model === "gammaFrailty" ? hazardRatio(term) : NO_RATIO),
    })),
    covariance: square(fit.covariance),
    robustCovariance: fit.robustCovariance === undefined ? null : square(fit.robustCovariance),
    randomEffect: randomEffectOf(frame, fit),
    frailty: frailtyOf(frame, fit),
    selection: selectionOf(result),
    linear: fit.model === "linear" ? linearOf(frame, fit) : null,
    tests: {
      likelihoodRatio: null,
      wald: null,
      score: null,
      robustScore: null,
      ...("tests" in fit ? fit.tests : {}),
    },
    averagePartialEffects: effects,
    concordance: checks?.concordance ?? null,
    proportionalHazards: checks?.proportionalHazards ?? null,
    warnings: warningsOfFit(frame, fit),
  };
}
