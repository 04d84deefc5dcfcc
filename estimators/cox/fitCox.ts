import { InvalidInput } from "../../scenarios/invalidInput.ts";
import type { CoxFit, FitWarning, TermEstimate } from "../fit.ts";
import { termNames } from "../modelMatrix.ts";
import { choleskyInPlace, inverseFromCholesky } from "../numerics/symmetric.ts";
import { termEstimate } from "../termEstimate.ts";
import { findAliased } from "./aliasedTerms.ts";
import { type CoxData, checkCoxData, type TieMethod } from "./coxData.ts";
import { heavyTies, monotoneLikelihood, noEvents, notConverged, singularInformation } from "./coxWarnings.ts";
import { type Maximum, maximise } from "./maximise.ts";
import { partialLikelihood } from "./partialLikelihood.ts";
import { buildRiskSets, meanShareFailing, type RiskSets, tiedShare } from "./riskSets.ts";
import { standardiseDesign } from "./standardisedDesign.ts";

export interface CoxOptions {
  /** Default "efron". */
  readonly ties?: TieMethod;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** Newton iterations at most. Default 50. */
  readonly maxIterations?: number;
  /** Squared distance to the maximum, in standard errors, at which the last step is taken. Default 1e-18. */
  readonly tolerance?: number;
  /** Starting values of the coefficients, in the order of the terms. Default zeros. */
  readonly start?: Float64Array;
}

/** A coefficient further from zero than this (smallest to largest value) is a hazard ratio of e⁵ in one step. */
const LONG_STEP = 0.01;
/** See `heavyTies`: below this share of the risk set failing at one time Efron's error is small. */
const HEAVY_TIES = 0.1;

/**
 * Cox (1972) proportional hazards by partial likelihood: counting-process rows (start, stop], time-varying
 * covariates, delayed entry, strata; ties after Efron (1977) or Breslow (1974). Coefficients are log hazard ratios.
 * Event times are tied when they are equal as numbers.
 *
 * What cannot be estimated is said by name in `warnings`, with `converged` false: "no-events"; "collinear" (constant
 * columns too): the estimates of the terms left out are NaN and the others are those of the model without them;
 * "monotone-likelihood": the estimates are ±Infinity, with infinite standard errors, and the log-likelihood and the
 * other estimates are those of the limit; "singular-hessian"; "not-converged". "heavy-ties" is a note.
 *
 * @throws InvalidInput for data that are not durations (see `checkCoxData`) and for starting values of the wrong
 *   length.
 */
export function fitCox(data: CoxData, options: CoxOptions = {}): CoxFit {
  checkCoxData(data);
  const ties = options.ties ?? "efron";
  const riskSets = buildRiskSets(data);
  const terms = termNames(data.matrix);
  const k = terms.length;
  const start = options.start ?? new Float64Array(k);
  if (start.length !== k || !start.every(Number.isFinite)) {
    throw new InvalidInput({
      path: "start",
      found: `${start.length} values`,
      expected: `${k} finite numbers`,
    });
  }
  const table = (estimates: Float64Array, covariance: Float64Array): TermEstimate[] =>
    terms.map((term, j) =>
      termEstimate(term, estimates[j], Math.sqrt(covariance[j * k + j]), options.confidenceLevel ?? 0.95),
    );
  const shared = {
    model: "cox",
    ties,
    observations: data.stop.length,
    events: riskSets.events,
    tiedShare: tiedShare(riskSets),
  } as const;
  if (riskSets.events === 0) {
    const covariance = new Float64Array(k * k).fill(Number.NaN);
    const nothing = { logLikelihood: 0, logLikelihoodNull: 0, converged: false, iterations: 0 };
    const estimates = coxTerms(
      terms,
      new Float64Array(k).fill(Number.NaN),
      covariance,
      options.confidenceLevel,
    );
    return { ...shared, ...nothing, terms: estimates, covariance, warnings: [noEvents()] };
  }

  const design = standardiseDesign(data.matrix, riskSets);
  const evaluate = partialLikelihood(riskSets, design, data.event, ties);
  const zero = new Float64Array(k);
  const atZero = evaluate(zero);
  const aliased = findAliased(atZero, terms);
  const from = start.map((value, j) => value * design.scale[j]);
  const maximum = maximise(
    evaluate,
    { coefficients: from, evaluation: options.start ? evaluate(from) : atZero },
    aliased.leftOut,
    { maxIterations: options.maxIterations ?? 50, tolerance: options.tolerance ?? 1e-18 },
  );
  const { coefficients, diverging } = limitOf(maximum, aliased.leftOut);
  const covariance = covarianceOf(maximum, aliased.leftOut, diverging, design.scale);
  const estimates = coefficients.map((value, j) => value / design.scale[j]);
  const problems = [
    ...aliased.warnings,
    ...outcomeWarnings(
      maximum,
      diverging.map((j) => terms[j]),
    ),
  ];
  return {
    ...shared,
    terms: table(estimates, covariance),
    covariance,
    logLikelihood: maximum.evaluation.logLikelihood,
    logLikelihoodNull: atZero.logLikelihood,
    converged: problems.length === 0,
    iterations: maximum.iterations,
    warnings: [...problems, ...tieWarnings(riskSets, ties)],
  };
}

/** Coefficients left out become NaN, those on their way to infinity ±Infinity. */
function limitOf(
  maximum: Maximum,
  leftOut: readonly number[],
): { coefficients: Float64Array; diverging: number[] } {
  const coefficients = maximum.coefficients.slice();
  for (const j of leftOut) coefficients[j] = Number.NaN;
  const diverging: number[] = [];
  if (maximum.outcome === "diverging") {
    maximum.lastStep.forEach((step, j) => {
      if (Math.abs(step) > LONG_STEP) {
        diverging.push(j);
        coefficients[j] = step > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      }
    });
  }
  return { coefficients, diverging };
}

/**
 * Inverse information, in the units of the columns. Of terms left out it is NaN. The diverging ones go last in the
 * factorisation, so that the direction without information does not spoil the others; their own variance is
 * Infinity, and their covariances are NaN.
 */
function covarianceOf(
  maximum: Maximum,
  leftOut: readonly number[],
  diverging: readonly number[],
  scale: Float64Array,
): Float64Array {
  const k = scale.length;
  const order = [...scale.keys()].filter((j) => !leftOut.includes(j) && !diverging.includes(j));
  const finite = order.length;
  order.push(...diverging);
  const size = order.length;
  const { information } = maximum.evaluation;
  const factor = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      factor[a * size + b] = information[Math.max(order[a], order[b]) * k + Math.min(order[a], order[b])];
    }
  }
  choleskyInPlace(factor, size);
  const inverse = inverseFromCholesky(factor, size);
  const covariance = new Float64Array(k * k).fill(Number.NaN);
  for (let a = 0; a < finite; a++) {
    for (let b = 0; b < finite; b++) {
      covariance[order[a] * k + order[b]] = inverse[a * size + b] / (scale[order[a]] * scale[order[b]]);
    }
  }
  for (const j of diverging) covariance[j * k + j] = Number.POSITIVE_INFINITY;
  return covariance;
}

function outcomeWarnings(maximum: Maximum, diverging: readonly string[]): FitWarning[] {
  if (maximum.outcome === "diverging") return [monotoneLikelihood(diverging)];
  if (maximum.outcome === "singular") return [singularInformation()];
  if (maximum.outcome === "not-converged") return [notConverged(maximum.iterations)];
  return [];
}

function tieWarnings(riskSets: RiskSets, ties: TieMethod): FitWarning[] {
  const failing = meanShareFailing(riskSets);
  return tiedShare(riskSets) > 0.5 && failing > HEAVY_TIES
    ? [heavyTies(tiedShare(riskSets), failing, ties)]
    : [];
}
