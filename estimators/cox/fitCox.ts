import { log } from "../../numerics/elementary.ts";
import type { CoxFit, FitWarning } from "../fit.ts";
import { termNames, termOrder } from "../modelMatrix.ts";
import { findAliased } from "./aliasedTerms.ts";
import { inUnitsOfTheColumns } from "./coefficientCovariance.ts";
import type { CoxData, TieMethod } from "./coxData.ts";
import { type CoxOptions, coxSettings } from "./coxOptions.ts";
import { prepareCox } from "./coxProblem.ts";
import { coxTermTable, nothingToFit } from "./coxTermTable.ts";
import { globalTests } from "./coxTests.ts";
import {
  exactTooCostly,
  heavyTies,
  monotoneLikelihood,
  noEvents,
  notConverged,
  singularInformation,
} from "./coxWarnings.ts";
import { exactCost, exactLikelihood, LARGEST_EXACT_COST } from "./exactLikelihood.ts";
import { firthLikelihood, penaltyCurvature } from "./firthLikelihood.ts";
import { type Maximum, maximise } from "./maximise.ts";
import { partialLikelihood } from "./partialLikelihood.ts";
import { meanShareFailing, type RiskSets, tiedShare } from "./riskSets.ts";
import { robustPart } from "./robustCovariance.ts";
import type { ApproximateTies } from "./slotSums.ts";

/** Share of the risk set failing at one time from which the method's error is worth a note. */
const HEAVY_TIES: Readonly<Record<ApproximateTies, number>> = { efron: 0.1, breslow: 0.02 };

/**
 * Cox (1972) proportional hazards by partial likelihood: counting-process rows (start, stop], time-varying
 * covariates, delayed entry, strata, case weights, offset; ties after Efron (1977) or Breslow (1974). Coefficients are
 * log hazard ratios. Event times are tied when they are equal as numbers.
 *
 * With `robust`, the standard errors in `terms[].robustStdError`, the z statistics, the p-values, the limits and the
 * Wald test come from the sandwich covariance of the rows, or of the clusters when the data name them;
 * `terms[].stdError` and `covariance` stay those of the model.
 *
 * What cannot be estimated is said by name in `warnings`. With `converged` false: "no-events"; "monotone-likelihood": the
 * estimates are ±Infinity, with infinite standard errors, and the log-likelihood and the other estimates are those of the
 * limit (`penalty: "firth"` gives finite ones); "singular-hessian"; "not-converged"; "exact-too-costly": ties "exact" would
 * take more than `LARGEST_EXACT_COST` multiplications an evaluation, and nothing was fitted. Notes: "collinear" (columns that
 * do not vary among those at risk too; of several dependent ones the first in `matrix.order` stays): the estimates of the
 * terms left out are NaN and the others are those of the model without them; "one-cluster": the robust covariance is NaN;
 * "heavy-ties".
 *
 * @throws InvalidInput for data that are not durations (see `checkCoxData`) and options that do not go together (see
 *   `coxSettings`).
 */
export function fitCox(data: CoxData, options: CoxOptions = {}): CoxFit {
  const problem = prepareCox(data);
  const { riskSets, design } = problem;
  const terms = termNames(data.matrix);
  const {
    ties,
    start,
    robust: robustAsked,
    firth,
    confidenceLevel,
    search,
  } = coxSettings(data, options, terms.length);
  const shared = {
    model: "cox",
    ties,
    observations: data.stop.length,
    events: riskSets.events,
    tiedShare: tiedShare(riskSets),
    ...(firth ? { penalty: "firth" as const } : {}),
  } as const;
  if (riskSets.events === 0) return { ...shared, ...nothingToFit(terms, noEvents(), 0) };
  if (ties === "exact") {
    const cost = exactCost(riskSets, terms.length);
    if (cost > LARGEST_EXACT_COST) {
      const most = riskSets.deaths.reduce((largest, d) => Math.max(largest, d), 0);
      return { ...shared, ...nothingToFit(terms, exactTooCostly(cost, most), Number.NaN) };
    }
  }

  const plain =
    ties === "exact"
      ? exactLikelihood(riskSets, design, data.event)
      : partialLikelihood(riskSets, design, data.event, ties);
  const atZero = plain(new Float64Array(terms.length));
  const aliased = findAliased(atZero, terms, termOrder(data.matrix));
  const estimated = [...terms.keys()].filter((j) => !aliased.leftOut.includes(j));
  const evaluate = firth && ties !== "exact" ? firthLikelihood(problem, plain, ties, estimated) : plain;
  const startingAt = firth ? evaluate(new Float64Array(terms.length)) : atZero;
  const maximum = maximise(
    (point) => (point.every((value) => value === 0) ? startingAt : evaluate(point)),
    start.map((value, j) => value * design.scale[j]),
    estimated,
    search,
  );
  const curvature = firth ? penaltyCurvature(estimated.length, riskSets.events) : 1;
  const { estimates, covariance } = inUnitsOfTheColumns(maximum, estimated, design.scale, curvature);
  const robust =
    robustAsked && ties !== "exact" ? robustPart(problem, ties, maximum, estimated, covariance) : null;
  const deviance = -2 * maximum.logLikelihood;
  return {
    ...shared,
    terms: coxTermTable(terms, estimates, covariance, robust?.covariance, confidenceLevel),
    covariance,
    ...(robust ? { robustCovariance: robust.covariance, robust: robust.made } : {}),
    logLikelihood: maximum.logLikelihood,
    logLikelihoodNull: startingAt.logLikelihood,
    aic: deviance + 2 * estimated.length,
    bic: deviance + estimated.length * log(riskSets.events),
    tests: globalTests(
      { ...atZero, logLikelihood: startingAt.logLikelihood },
      maximum.logLikelihood,
      estimated,
      estimates,
      covariance,
      robust,
    ),
    converged: maximum.outcome === "converged",
    iterations: maximum.iterations,
    warnings: [
      ...aliased.warnings,
      ...outcomeWarnings(maximum, estimated, terms),
      ...(robust?.warnings ?? []),
      ...tieWarnings(riskSets, ties),
    ],
  };
}

function outcomeWarnings(
  maximum: Maximum,
  estimated: readonly number[],
  terms: readonly string[],
): FitWarning[] {
  switch (maximum.outcome) {
    case "converged":
      return [];
    case "diverging":
      return [monotoneLikelihood(maximum.diverging, estimated, terms)];
    case "singular":
      return [singularInformation()];
    case "not-converged":
      return [notConverged(maximum.iterations)];
  }
}

function tieWarnings(riskSets: RiskSets, ties: TieMethod): FitWarning[] {
  if (ties === "exact") return [];
  const tied = tiedShare(riskSets);
  const failing = meanShareFailing(riskSets);
  return tied > 0.5 && failing > HEAVY_TIES[ties] ? [heavyTies(tied, failing, ties)] : [];
}
