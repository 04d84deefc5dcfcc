import {
  inverseMillsRatio,
  logNormalCdf,
  normalCdf,
  normalDensity,
  normalQuantile,
} from "../../../numerics/normal.ts";
import { type BinaryLink, CURVATURE, LOG_LIKELIHOOD, SCORE } from "./link.ts";

/** Pr(y = 1) = Φ(η). With z = (2y − 1)η and λ = φ(z)/Φ(z): ℓ = log Φ(z), ℓ′ = (2y − 1)λ, −ℓ″ = λ(λ + z). */
export const probit: BinaryLink = {
  name: "probit",
  row: (outcome, index, result) => {
    const sign = 2 * outcome - 1;
    const z = sign * index;
    const lambda = inverseMillsRatio(z);
    result[LOG_LIKELIHOOD] = logNormalCdf(z);
    result[SCORE] = sign * lambda;
    // λ(λ + z) loses digits for z far below 0, where it tends to 1 from below.
    result[CURVATURE] = Math.min(lambda * (lambda + z), 1);
  },
  expectedCurvature: (index) => inverseMillsRatio(index) * inverseMillsRatio(-index),
  probability: normalCdf,
  density: normalDensity,
  relativeSlope: (index) => -index,
  quantile: normalQuantile,
};
