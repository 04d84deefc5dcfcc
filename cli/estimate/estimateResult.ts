import {
  type AveragePartialEffect,
  type CoxFit,
  type FitTest,
  type FitWarning,
  type LinearFit,
  type ModelFrame,
  printFormula,
  type RobustCovarianceType,
  type TermEstimate,
} from "../../estimators/index.ts";
import type { CoxChecks } from "./estimateCox.ts";
import type { FittedModel, ModelResult } from "./estimateModel.ts";

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
  /** Of the terms; a random-effects model has ln σ last. */
  readonly covariance: readonly (readonly number[])[];
  readonly robustCovariance: readonly (readonly number[])[] | null;
  readonly randomEffect: ResultRandomEffect | null;
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
  { fit, checks }: ModelResult,
  { confidenceLevel, outsideWhere, effects }: FitContext,
): EstimateResult {
  const { dropped, coefficientOrder } = frame;
  const withLnSigma = "randomEffect" in fit ? [fit.terms.length] : [];
  const order = [...coefficientOrder, ...withLnSigma];
  const square = (matrix: Float64Array) =>
    order.map((row) => order.map((column) => matrix[row * order.length + column] ?? Number.NaN));
  const terms = [...coefficientOrder].flatMap((at) => fit.terms[at] ?? []);
  return {
    model: fit.model,
    formula: printFormula(frame.formula),
    ties: fit.model === "cox" ? fit.ties : null,
    information: "information" in fit ? fit.information : null,
    penalty: "penalty" in fit ? (fit.penalty ?? null) : null,
    observations: fit.observations,
    events: eventsOf(frame),
    groups: "randomEffect" in fit ? fit.randomEffect.groups : null,
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
    linear: fit.model === "linear" ? linearOf(frame, fit) : null,
    tests: { likelihoodRatio: null, wald: null, score: null, robustScore: null, ...testsOf(fit) },
    averagePartialEffects: effects,
    concordance: checks?.concordance ?? null,
    proportionalHazards: checks?.proportionalHazards ?? null,
    warnings: fit.warnings,
  };
}

function signOfInfinite(estimate: number): ResultTerm["infinite"] {
  if (estimate === Number.POSITIVE_INFINITY) return "+";
  return estimate === Number.NEGATIVE_INFINITY ? "-" : null;
}

/** Of the four tests those that the model has. */
function testsOf(fit: FittedModel): Partial<EstimateResult["tests"]> {
  return fit.tests;
}

function eventsOf({ outcome }: ModelFrame): number | null {
  let events = 0;
  for (const value of outcome.kind === "duration" ? outcome.event : outcome.values) {
    if (value !== 0 && value !== 1) return null;
    events += value;
  }
  return events;
}

/**
 * Parameters are what was estimated, the variance of a linear model and absorbed effects among them. The n of BIC is rows,
 * in a Cox model events, as R's `BIC` takes it.
 */
function informationCriteria(fit: FittedModel): { aic: number; bic: number } {
  if ("aic" in fit) return { aic: fit.aic, bic: fit.bic };
  const parameters = parametersOf(fit);
  const n = fit.model === "cox" ? fit.events : fit.observations;
  const deviance = -2 * fit.logLikelihood;
  return { aic: deviance + 2 * parameters, bic: deviance + parameters * Math.log(n) };
}

function parametersOf(fit: FittedModel): number {
  if (fit.model === "linear") return fit.observations - fit.residualDegreesOfFreedom + 1;
  return fit.terms.filter(({ estimate }) => !Number.isNaN(estimate)).length;
}

function linearOf({ absorbed }: ModelFrame, fit: LinearFit): ResultLinear {
  const { residualStdError, residualDegreesOfFreedom, rSquared, withinRSquared } = fit;
  return {
    absorbed: absorbed.map(({ name, count }) => ({ effects: name, levels: count })),
    residualStdError,
    residualDegreesOfFreedom,
    rSquared,
    withinRSquared,
  };
}

function randomEffectOf(frame: ModelFrame, fit: FittedModel): ResultRandomEffect | null {
  if (!("randomEffect" in fit)) return null;
  const { groups: _, quadratureNodes, ...rest } = fit.randomEffect;
  return {
    group: frame.randomEffect?.name ?? "",
    ...rest,
    quadrature: quadratureNodes,
    logLikelihoodPooled: fit.logLikelihoodPooled,
    test: fit.sigmaTest,
  };
}
