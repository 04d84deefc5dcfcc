import { exp } from "../numerics/elementary.ts";
import type { TermEstimate } from "./fit.ts";

/** What a coefficient of a log hazard says of the hazard itself: by how much one more of the covariate multiplies it. */
export interface HazardRatio {
  readonly hazardRatio: number;
  /** Limits of the coefficient, exponentiated. */
  readonly hazardRatioConfLow: number;
  readonly hazardRatioConfHigh: number;
}

/**
 * exp(b) of a term of a Cox model or of a complementary log-log, with its limits. 0 or Infinity for an infinite estimate, NaN
 * for a term that was left out.
 */
export function hazardRatio({
  estimate,
  confLow,
  confHigh,
}: Pick<TermEstimate, "estimate" | "confLow" | "confHigh">): HazardRatio {
  return {
    hazardRatio: exp(estimate),
    hazardRatioConfLow: exp(confLow),
    hazardRatioConfHigh: exp(confHigh),
  };
}
