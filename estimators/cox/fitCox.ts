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

/** Share of the risk set failing at one time from which the method's error is worth a note. */
const HEAVY_TIES: Readonly<Record<TieMethod, number>> = { efron: 0.1, breslow: 0.02 };

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
    const estimates = table(new Float64Array(k).fill(Number.NaN), covariance);
    return { ...shared, ...nothing, terms: estimates, covariance, warnings: [noEvents()] };
  }

  const design = standardiseDesign(data.matrix, riskSets);
  const evaluate = partialLikelihood(riskSets, design, data.event, ties);
  const atZero = evaluate(new Float64Array(k));
  const aliased = findAliased(atZero, terms);
  const estimated = [...terms.keys()].filter((j) => !aliased.leftOut.includes(j));
  const maximum = maximise(
    (point) => (point.every((value) => value === 0) ? atZero : evaluate(point)),
    start.map((value, j) => value * design.scale[j]),
    estimated,
    { maxIterations: options.maxIterations ?? 50, tolerance: options.tolerance ?? 1e-18 },
  );
  const { estimates, covariance } = inUnitsOfTheColumns(maximum, estimated, design.scale);
  const problems = [
    ...aliased.warnings,
    ...outcomeWarnings(maximum, (position) => terms[estimated[position]]),
  ];
  return {
    ...shared,
    terms: table(estimates, covariance),
    covariance,
    logLikelihood: maximum.logLikelihood,
    logLikelihoodNull: atZero.logLikelihood,
    converged: problems.length === 0,
    iterations: maximum.iterations,
    warnings: [...problems, ...tieWarnings(riskSets, ties)],
  };
}

/**
 * Estimates and inverse information of all terms. Those left out are NaN. Those on their way to infinity are
 * ±Infinity with an infinite variance and covariances of NaN; they go last in the factorisation, so that the
 * direction without information does not spoil the others.
 */
function inUnitsOfTheColumns(
  maximum: Maximum,
  estimated: readonly number[],
  scale: Float64Array,
): { estimates: Float64Array; covariance: Float64Array } {
  const k = scale.length;
  const size = estimated.length;
  const infinite = maximum.diverging.map(({ position }) => position);
  const finite = [...estimated.keys()].filter((position) => !infinite.includes(position));
  const order = [...finite, ...infinite];
  const factor = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      const [column, row] = order[a] > order[b] ? [order[b], order[a]] : [order[a], order[b]];
      factor[a * size + b] = maximum.information[row * size + column];
    }
  }
  choleskyInPlace(factor, size);
  const inverse = inverseFromCholesky(factor, size);

  const estimates = new Float64Array(k).fill(Number.NaN);
  const covariance = new Float64Array(k * k).fill(Number.NaN);
  finite.forEach((positionA, a) => {
    const termA = estimated[positionA];
    estimates[termA] = maximum.coefficients[positionA] / scale[termA];
    finite.forEach((positionB, b) => {
      const termB = estimated[positionB];
      covariance[termA * k + termB] = inverse[a * size + b] / (scale[termA] * scale[termB]);
    });
  });
  for (const { position, sign } of maximum.diverging) {
    estimates[estimated[position]] = sign * Number.POSITIVE_INFINITY;
    covariance[estimated[position] * (k + 1)] = Number.POSITIVE_INFINITY;
  }
  return { estimates, covariance };
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
  const tied = tiedShare(riskSets);
  const failing = meanShareFailing(riskSets);
  return tied > 0.5 && failing > HEAVY_TIES[ties] ? [heavyTies(tied, failing, ties)] : [];
}
