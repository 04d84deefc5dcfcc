import {
  type AveragePartialEffect,
  type CoxFit,
  type FitTest,
  type FitWarning,
  type Frailty,
  type ModelFrame,
  printFormula,
  type RobustCovarianceType,
  type SelectionDurationFit,
  type TermEstimate,
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

export type ResultTerm = Omit<TermEstimate, "robustStdError"> & {
  readonly robustStdError: number | null;
  /** The sign of an estimate that is infinite, else null. */
  readonly infinite: "+" | "-" | null;
};

export type ResultEffect = Omit<AveragePartialEffect, "robustStdError">;

/** What is known of a fit beside the fit. */
export interface FitContext {
  readonly confidenceLevel: number;
  readonly outsideWhere: number;
  readonly effects: readonly AveragePartialEffect[] | null;
}

export interface ResultRandomEffect {
  readonly group: string;
  readonly sigma: number;
  readonly sigmaStdError: number;
  readonly sigmaConfLow: number;
  readonly sigmaConfHigh: number;
  readonly rho: number;
  readonly quadrature: number;
  /** Change of the log-likelihood with twice the nodes. */
  readonly quadratureError: number | null;
  /** Of the model with σ = 0, and the likelihood-ratio test against it (a mixture: σ = 0 is a boundary). */
  readonly logLikelihoodPooled: number | null;
  readonly test: FitTest | null;
}

export interface ResultFrailty extends Omit<Frailty, "groups"> {
  readonly group: string;
  readonly logLikelihoodPooled: number;
  /** Of no variance, a boundary. */
  readonly test: FitTest;
}

export interface ResultSelection
  extends Pick<
    SelectionDurationFit,
    | "distribution"
    | "selectedObservations"
    | "censored"
    | "shape"
    | "dependence"
    | "logLikelihoodIndependent"
    | "independenceTest"
  > {
  readonly formula: string;
}

export interface ResultLinear {
  /** The effects behind the bar of the formula, and how many levels occur. */
  readonly absorbed: readonly { readonly effects: string; readonly levels: number }[];
  readonly residualStdError: number;
  readonly residualDegreesOfFreedom: number;
  readonly rSquared: number;
  /** Share of the variation within the absorbed effects. */
  readonly withinRSquared: number;
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
    warnings: fit.warnings,
  };
}
