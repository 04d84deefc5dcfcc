import type { LinearFit, ModelFrame } from "../../estimators/index.ts";
import type { FittedModel, ModelResult } from "./estimateModel.ts";
import type {
  EstimateResult,
  ResultFrailty,
  ResultLinear,
  ResultRandomEffect,
  ResultSelection,
  ResultTerm,
} from "./estimateResult.ts";

/** The parts of a printed fit that only some models have. */

export function signOfInfinite(estimate: number): ResultTerm["infinite"] {
  if (estimate === Number.POSITIVE_INFINITY) return "+";
  return estimate === Number.NEGATIVE_INFINITY ? "-" : null;
}

export function groupsOf(fit: FittedModel): EstimateResult["groups"] {
  if ("randomEffect" in fit) return fit.randomEffect.groups;
  return "frailty" in fit ? fit.frailty.groups : null;
}

export function frailtyOf({ randomEffect }: ModelFrame, fit: FittedModel): ResultFrailty | null {
  if (!("frailty" in fit)) return null;
  const { groups: _, ...rest } = fit.frailty;
  const { logLikelihoodPooled, frailtyTest } = fit;
  return { group: randomEffect?.name ?? "", ...rest, logLikelihoodPooled, test: frailtyTest };
}

export function selectionOf({ fit, selection }: ModelResult): ResultSelection | null {
  if (fit.model !== "selectionDuration") return null;
  const { distribution, selectedObservations, censored, shape, dependence } = fit;
  const { logLikelihoodIndependent, independenceTest } = fit;
  return {
    formula: selection ?? "",
    distribution,
    selectedObservations,
    censored,
    shape,
    dependence,
    logLikelihoodIndependent,
    independenceTest,
  };
}

export function eventsOf({ outcome }: ModelFrame): number | null {
  let events = 0;
  for (const value of outcome.kind === "duration" ? outcome.event : outcome.values) {
    if (value !== 0 && value !== 1) return null;
    events += value;
  }
  return events;
}

export function informationCriteria({ aic, bic }: FittedModel): { aic: number; bic: number } {
  return { aic, bic };
}

export function linearOf({ absorbed }: ModelFrame, fit: LinearFit): ResultLinear {
  const { residualStdError, residualDegreesOfFreedom, rSquared, withinRSquared } = fit;
  return {
    absorbed: absorbed.map(({ name, count }) => ({ effects: name, levels: count })),
    residualStdError,
    residualDegreesOfFreedom,
    rSquared,
    withinRSquared,
  };
}

export function randomEffectOf(frame: ModelFrame, fit: FittedModel): ResultRandomEffect | null {
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
