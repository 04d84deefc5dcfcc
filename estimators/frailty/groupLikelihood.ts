import { exp, log } from "../../numerics/elementary.ts";
import { complementaryLogLog } from "../binary/links/complementaryLogLog.ts";
import { CURVATURE, LOG_LIKELIHOOD, SCORE } from "../binary/links/link.ts";
import { averageCumulativeHazard } from "./averageSurvival.ts";
import { severalEvents } from "./severalEvents.ts";

/** Places of the parameters of a group; its events follow from `FIRST_EVENT` on. */
export const AT_RISK = 0;
export const LN_VARIANCE = 1;
export const FIRST_EVENT = 2;

/**
 * The log-likelihood of one group, ℓ = log E[e^(−vA) Π_e (1 − e^(−v exp η_e))] over the gamma frailty v, with its first and
 * second derivatives by A (the hazards of the rows without event, added up), ln θ, and η_e of each event.
 */
export interface GroupLikelihood {
  value: number;
  readonly gradient: Float64Array;
  /** Row-major, rows of length `width`, lower triangle. */
  readonly hessian: Float64Array;
  readonly width: number;
}

export function createGroupLikelihood(mostEvents: number): GroupLikelihood {
  const width = mostEvents + FIRST_EVENT;
  return { value: 0, gradient: new Float64Array(width), hessian: new Float64Array(width * width), width };
}

/**
 * Writes ℓ and its derivatives into `target`. Without event ℓ = log S(A); with one, log[S(A) − S(A + h)], both closed
 * (Meyer 1990, Econometrica 58, 757–782, equation 11); with several by quadrature (`severalEvents`).
 *
 * @param atRisk A ≥ 0. @param events η of the event rows, of which the first `count` are read.
 */
export function groupLikelihood(
  atRisk: number,
  events: Float64Array,
  count: number,
  lnVariance: number,
  target: GroupLikelihood,
): void {
  if (count === 0) withoutEvent(atRisk, exp(lnVariance), target);
  else if (count === 1) oneEvent(atRisk, events[0], exp(lnVariance), target);
  else severalEvents(atRisk, events, count, lnVariance, target);
}

function withoutEvent(atRisk: number, variance: number, target: GroupLikelihood): void {
  const { gradient, hessian, width } = target;
  const cumulative = averageCumulativeHazard(atRisk, variance);
  target.value = -cumulative.value;
  gradient[AT_RISK] = -cumulative.byHazard;
  gradient[LN_VARIANCE] = -cumulative.byLnVariance;
  hessian[0] = -cumulative.byHazardTwice;
  hessian[width] = -cumulative.byHazardAndLnVariance;
  hessian[width + 1] = -cumulative.byLnVarianceTwice;
}

const row = new Float64Array(3);

/** log[S(A) − S(A + h)] = log S(A) + log(1 − e^−d) with d = log S(A) − log S(A + h), which loses nothing for small h. */
function oneEvent(atRisk: number, eta: number, variance: number, target: GroupLikelihood): void {
  const { gradient, hessian, width } = target;
  const hazard = exp(eta);
  const before = averageCumulativeHazard(atRisk, variance);
  const after = averageCumulativeHazard(atRisk + hazard, variance);
  const difference = averageCumulativeHazard(hazard * before.byHazard, variance).value;
  complementaryLogLog.row(1, log(difference), row);
  // Derivatives of log(1 − e^−d) by d.
  const first = row[SCORE] / difference;
  const second = -(row[CURVATURE] + row[SCORE]) / (difference * difference);

  const byRisk = -variance * hazard * before.byHazard * after.byHazard;
  const byLnVariance = after.byLnVariance - before.byLnVariance;
  const byEta = hazard * after.byHazard;
  target.value = row[LOG_LIKELIHOOD] - before.value;
  gradient[AT_RISK] = first * byRisk - before.byHazard;
  gradient[LN_VARIANCE] = first * byLnVariance - before.byLnVariance;
  gradient[FIRST_EVENT] = first * byEta;
  hessian[0] =
    second * byRisk * byRisk + first * (after.byHazardTwice - before.byHazardTwice) - before.byHazardTwice;
  hessian[width] =
    second * byRisk * byLnVariance +
    first * (after.byHazardAndLnVariance - before.byHazardAndLnVariance) -
    before.byHazardAndLnVariance;
  hessian[width + 1] =
    second * byLnVariance * byLnVariance +
    first * (after.byLnVarianceTwice - before.byLnVarianceTwice) -
    before.byLnVarianceTwice;
  hessian[2 * width] = second * byRisk * byEta + first * hazard * after.byHazardTwice;
  hessian[2 * width + 1] = second * byLnVariance * byEta + first * hazard * after.byHazardAndLnVariance;
  hessian[2 * width + 2] = second * byEta * byEta + first * (byEta + hazard * hazard * after.byHazardTwice);
}
