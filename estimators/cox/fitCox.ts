import { InvalidInput } from "../../scenarios/invalidInput.ts";
import type { CoxFit, FitWarning } from "../fit.ts";
import { termNames } from "../modelMatrix.ts";
import { findAliased } from "./aliasedTerms.ts";
import { inUnitsOfTheColumns } from "./coefficientCovariance.ts";
import type { CoxData, TieMethod } from "./coxData.ts";
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
import { type Maximum, maximise } from "./maximise.ts";
import { partialLikelihood } from "./partialLikelihood.ts";
import { meanShareFailing, type RiskSets, tiedShare } from "./riskSets.ts";
import { robustPart } from "./robustCovariance.ts";
import type { ApproximateTies } from "./slotSums.ts";

export interface CoxOptions {
  /** Default "efron". "exact" is for discrete time and few events at one time; its coefficients are log odds ratios. */
  readonly ties?: TieMethod;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** Newton iterations at most. Default 50. */
  readonly maxIterations?: number;
  /** Squared distance to the maximum, in standard errors, at which the last step is taken. Default 1e-18. */
  readonly tolerance?: number;
  /** Starting values of the coefficients, in the order of the terms. Default zeros. */
  readonly start?: Float64Array;
  /**
   * Whether to give a sandwich covariance beside the model's own (Lin and Wei 1989). Default: when the data name
   * clusters.
   */
  readonly robust?: boolean;
}

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
 * What cannot be estimated is said by name in `warnings`, with `converged` false: "no-events"; "collinear" (constant
 * columns too): the estimates of the terms left out are NaN and the others are those of the model without them;
 * "monotone-likelihood": the estimates are ±Infinity, with infinite standard errors, and the log-likelihood and the
 * other estimates are those of the limit; "singular-hessian"; "not-converged"; "exact-too-costly": ties "exact" would take
 * more than `LARGEST_EXACT_COST` multiplications an evaluation, and nothing was fitted. "heavy-ties" is a note.
 *
 * @throws InvalidInput for data that are not durations (see `checkCoxData`), for starting values of the wrong length,
 *   and for case weights or a robust covariance with exact ties.
 */
export function fitCox(data: CoxData, options: CoxOptions = {}): CoxFit {
  const problem = prepareCox(data);
  const { riskSets, design } = problem;
  const ties = options.ties ?? "efron";
  const terms = termNames(data.matrix);
  const start = givenStart(options.start, terms.length);
  const shared = {
    model: "cox",
    ties,
    observations: data.stop.length,
    events: riskSets.events,
    tiedShare: tiedShare(riskSets),
  } as const;
  if (riskSets.events === 0) return { ...shared, ...nothingToFit(terms, noEvents(), 0) };
  const robustAsked = options.robust ?? data.cluster !== undefined;
  if (ties === "exact") {
    checkExact(data, robustAsked);
    const cost = exactCost(riskSets, terms.length);
    if (cost > LARGEST_EXACT_COST) {
      const most = riskSets.deaths.reduce((largest, d) => Math.max(largest, d), 0);
      return { ...shared, ...nothingToFit(terms, exactTooCostly(cost, most), Number.NaN) };
    }
  }

  const evaluate =
    ties === "exact"
      ? exactLikelihood(riskSets, design, data.event)
      : partialLikelihood(riskSets, design, data.event, ties);
  const atZero = evaluate(new Float64Array(terms.length));
  const aliased = findAliased(atZero, terms);
  const estimated = [...terms.keys()].filter((j) => !aliased.leftOut.includes(j));
  const maximum = maximise(
    (point) => (point.every((value) => value === 0) ? atZero : evaluate(point)),
    start.map((value, j) => value * design.scale[j]),
    estimated,
    { maxIterations: options.maxIterations ?? 50, tolerance: options.tolerance ?? 1e-18 },
  );
  const { estimates, covariance } = inUnitsOfTheColumns(maximum, estimated, design.scale);
  const robust =
    robustAsked && ties !== "exact" ? robustPart(problem, ties, maximum, estimated, covariance) : null;
  const problems = [
    ...aliased.warnings,
    ...outcomeWarnings(maximum, (position) => terms[estimated[position]]),
    ...(robust?.warnings ?? []),
  ];
  return {
    ...shared,
    terms: coxTermTable(terms, estimates, covariance, robust?.covariance, options.confidenceLevel ?? 0.95),
    covariance,
    ...(robust ? { robustCovariance: robust.covariance, robust: robust.made } : {}),
    logLikelihood: maximum.logLikelihood,
    logLikelihoodNull: atZero.logLikelihood,
    tests: globalTests(atZero, maximum.logLikelihood, estimated, estimates, covariance, robust),
    converged: problems.length === 0,
    iterations: maximum.iterations,
    warnings: [...problems, ...tieWarnings(riskSets, ties)],
  };
}

/** The exact method knows no part of the likelihood that is a row's own. */
function checkExact(data: CoxData, robustAsked: boolean): void {
  const expected = 'none with exact ties; use ties "efron"';
  if (data.weights) throw new InvalidInput({ path: "weights", found: "case weights", expected });
  if (robustAsked) throw new InvalidInput({ path: "robust", found: "a robust covariance", expected });
}

function givenStart(start: Float64Array | undefined, terms: number): Float64Array {
  if (start === undefined) return new Float64Array(terms);
  if (start.length === terms && start.every(Number.isFinite)) return start;
  throw new InvalidInput({
    path: "start",
    found: `${start.length} values`,
    expected: `${terms} finite numbers`,
  });
}

function outcomeWarnings(maximum: Maximum, termAt: (position: number) => string): FitWarning[] {
  switch (maximum.outcome) {
    case "converged":
      return [];
    case "diverging":
      return [monotoneLikelihood(maximum.diverging.map(({ position }) => termAt(position)))];
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
