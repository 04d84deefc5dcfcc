import { log1p } from "../../numerics/elementary.ts";

/** Below it the series of `logSlope` is exact to the last digits, and its closed form cancels. */
const SMALL = 0.01;

/**
 * −log S(u) = log(1 + θu)/θ with its derivatives by u and by ln θ: S is the probability of no event while the hazards of
 * the rows add up to u, when the frailty that multiplies them is gamma with mean 1 and variance θ (its Laplace transform).
 * u itself as θ → 0.
 */
export interface CumulativeHazard {
  readonly value: number;
  readonly byHazard: number;
  readonly byLnVariance: number;
  readonly byHazardTwice: number;
  readonly byHazardAndLnVariance: number;
  readonly byLnVarianceTwice: number;
}

/**
 * Infinite for an infinite u, of which the derivatives are not known.
 *
 * @param hazard u ≥ 0. @param variance θ ≥ 0.
 */
export function averageCumulativeHazard(hazard: number, variance: number): CumulativeHazard {
  if (hazard === Infinity) return OF_INFINITE_HAZARD;
  const z = variance * hazard;
  const share = 1 / (1 + z);
  const slope = logSlope(z);
  return {
    value: z === 0 ? hazard : hazard * (log1p(z) / z),
    byHazard: share,
    byLnVariance: hazard * slope,
    byHazardTwice: -variance * share * share,
    byHazardAndLnVariance: -z * share * share,
    byLnVarianceTwice: hazard * (-z * share * share - slope),
  };
}

const OF_INFINITE_HAZARD: CumulativeHazard = {
  value: Infinity,
  byHazard: Number.NaN,
  byLnVariance: Number.NaN,
  byHazardTwice: Number.NaN,
  byHazardAndLnVariance: Number.NaN,
  byLnVarianceTwice: Number.NaN,
};

/** 1/(1 + z) − log(1 + z)/z. */
function logSlope(z: number): number {
  if (z > SMALL) return 1 / (1 + z) - log1p(z) / z;
  let sum = 0;
  for (let k = 8; k >= 1; k--) sum = -z * (k / (k + 1) + sum);
  return sum;
}
