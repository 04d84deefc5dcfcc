import { exp } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";
import type { CoxFit } from "../fit.ts";
import { quadraticForm } from "../numerics/symmetric.ts";
import { checkConfidenceLevel, checkFinite, oneOf } from "../options.ts";
import type { CoxData } from "./coxData.ts";
import { type FittedState, fittedState } from "./fittedState.ts";
import { slotParts } from "./scoreResiduals.ts";
import { type LimitsOn, survivalLimits } from "./survivalLimits.ts";

/** For whom a survival curve is drawn. */
export interface SurvivalCurveOptions {
  /** One value a term, in the order and units of the terms; dummies as 0 and 1. */
  readonly covariates: ArrayLike<number>;
  /** Code of the stratum. Default: the first row's. */
  readonly stratum?: number;
  /** Default 0. */
  readonly offset?: number;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** The scale on which the limits are symmetric. Default "log", as in R. */
  readonly limits?: LimitsOn;
}

/** A step function of time: values hold from `time[i]` to the next; before the first, survival is 1. */
export interface SurvivalCurve {
  /** The stratum's distinct event times. */
  readonly time: Float64Array;
  /** Rows at risk and rows with an event at each time, not counting case weights. */
  readonly atRisk: Int32Array;
  readonly events: Int32Array;
  /** exp(−cumulative hazard). */
  readonly survival: Float64Array;
  readonly cumulativeHazard: Float64Array;
  /** Of the cumulative hazard; that of the survival is this times the survival. */
  readonly stdError: Float64Array;
  readonly confLow: Float64Array;
  readonly confHigh: Float64Array;
}

/**
 * Survival at fixed covariates from a Cox fit: the Breslow (1974) estimate of the cumulative hazard with Breslow ties,
 * Efron's (1977) with his, times the covariates' hazard ratio (Therneau and Grambsch 2000, section 10.2; R's
 * `survfit.coxph`). With the sums of `partialLikelihood`, covariance C of the estimates, r* = exp(x*'b) and sums over
 * the event times up to t:
 *
 *     cumulative hazard = r* Σ A,   variance = r*² Σ a2 + d' C d,   d = r* Σ (V − x* A)
 *
 * C is the robust covariance when the fit has one. Terms without an estimate have no part in it.
 *
 * @throws InvalidInput for options that there are not, covariates of the wrong number, a stratum that does not occur, and a fit with infinite
 *   estimates, without events, or with exact ties.
 */
export function coxSurvival(data: CoxData, fit: CoxFit, options: SurvivalCurveOptions): SurvivalCurve {
  checkConfidenceLevel(options.confidenceLevel);
  oneOf("limits", options.limits, ["plain", "log", "log-log"]);
  checkFinite("offset", options.offset);
  const fitted = fittedState(data, fit);
  const { riskSets, design } = fitted.problem;
  const { sums } = fitted.state;
  const k = design.size;
  if (options.covariates.length !== k) {
    const expected = `${k}, one a term`;
    throw new InvalidInput({ path: "covariates", found: `${options.covariates.length} values`, expected });
  }
  const stratum = stratumNumber(data, fitted, options.stratum);
  const { x, eta } = standardised(fitted, options.covariates, stratum, options.offset ?? 0);
  const { hazardMean } = slotParts(fitted.problem, fitted.state);
  const covariance = standardisedCovariance(fit, design.scale);
  const first = riskSets.firstSlot[stratum] + 1;
  const end = riskSets.firstSlot[stratum + 1];
  const cumulativeHazard = new Float64Array(end - first);
  const stdError = new Float64Array(end - first);
  const d = new Float64Array(k);
  let hazard = 0;
  let variance = 0;
  for (let slot = first; slot < end; slot++) {
    const risk = exp(eta - sums.shift[slot]);
    hazard += risk * sums.hazard[slot];
    variance += risk * risk * sums.a2[slot];
    for (let j = 0; j < k; j++) d[j] += risk * (hazardMean[slot * k + j] - x[j] * sums.hazard[slot]);
    cumulativeHazard[slot - first] = hazard;
    stdError[slot - first] = Math.sqrt(variance + quadraticForm(covariance, d));
  }
  const survival = cumulativeHazard.map((value) => exp(-value));
  const z = normalQuantile(0.5 + (options.confidenceLevel ?? 0.95) / 2);
  return {
    time: riskSets.times.slice(first, end),
    atRisk: riskSets.atRisk.slice(first, end),
    events: riskSets.deaths.slice(first, end),
    survival,
    cumulativeHazard,
    stdError,
    ...survivalLimits(cumulativeHazard, stdError, z, options.limits ?? "log"),
  };
}

/**
 * The baseline of a stratum: `coxSurvival` with every covariate (and offset) zero. Where zero is far from the data, the
 * baseline is an extrapolation with wide limits, and may be as small or large as numbers go.
 */
export function coxBaseline(
  data: CoxData,
  fit: CoxFit,
  options: Omit<SurvivalCurveOptions, "covariates" | "offset"> = {},
): SurvivalCurve {
  return coxSurvival(data, fit, { ...options, covariates: new Float64Array(fit.terms.length) });
}

function stratumNumber(data: CoxData, { problem }: FittedState, code: number | undefined): number {
  if (code === undefined) return 0;
  const row = data.strata ? data.strata.indexOf(code) : -1;
  if (row >= 0) return problem.riskSets.stratum[row];
  throw new InvalidInput({
    path: "stratum",
    found: String(code),
    expected: "the code of a stratum of the data",
  });
}

/** Covariates as the design has them in the stratum, and their linear predictor. */
function standardised(
  { problem, coefficients }: FittedState,
  covariates: ArrayLike<number>,
  stratum: number,
  offset: number,
): { x: Float64Array; eta: number } {
  const { scale, centres, offsetCentre } = problem.design;
  const x = scale.map((unit, j) => (covariates[j] - (centres[j]?.[stratum] ?? 0)) / unit);
  const eta = coefficients.reduce((sum, b, j) => sum + b * x[j], offset - offsetCentre[stratum]);
  return { x, eta };
}

function standardisedCovariance(fit: CoxFit, scale: Float64Array): Float64Array {
  const k = scale.length;
  return (fit.robustCovariance ?? fit.covariance).map((value, cell) =>
    Number.isFinite(value) ? value * scale[Math.floor(cell / k)] * scale[cell % k] : 0,
  );
}
