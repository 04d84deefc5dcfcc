import { exp, log, log1p } from "../../../numerics/elementary.ts";
import { type BinaryLink, CURVATURE, LOG_LIKELIHOOD, SCORE } from "./link.ts";

/** Above it e^−h is 0 in double precision. */
const LARGEST_HAZARD = 745;
/** Below it the series of `evenPart` is exact to the last digit, and its closed form is not. */
const SMALL_HAZARD = 0.5;

/** Even powers of Σ B_n h^n / n!, from h² on. */
const BERNOULLI = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
] as const;

/** h/(e^h − 1) − 1 + h/2, the even part of the series, without cancellation for small h. */
function evenPart(h: number): number {
  const square = h * h;
  let sum = 0;
  for (let i = BERNOULLI.length - 1; i >= 0; i--) sum = (sum + BERNOULLI[i]) * square;
  return sum;
}

/** h/(e^h − 1). */
function bernoulliFunction(h: number): number {
  if (h < SMALL_HAZARD) return 1 - 0.5 * h + evenPart(h);
  if (h > LARGEST_HAZARD) return 0;
  const survival = exp(-h);
  return (h * survival) / (1 - survival);
}

/** 1 − e^−h. */
function probabilityOfHazard(h: number): number {
  // e^h − 1 = h / B(h), so 1 − e^−h = h e^−h / B(h).
  return h < SMALL_HAZARD ? (h * exp(-h)) / bernoulliFunction(h) : 1 - exp(-h);
}

/**
 * Pr(y = 1) = 1 − exp(−e^η): the probability that a proportional hazard with integrated hazard h = e^η has struck.
 * With B = h/(e^h − 1), for y = 1: ℓ = log(1 − e^−h), ℓ′ = B, −ℓ″ = B(B + h − 1); for y = 0: ℓ = −h = ℓ′ = ℓ″.
 */
export const complementaryLogLog: BinaryLink = {
  name: "cloglog",
  row: (outcome, index, result) => {
    const h = exp(index);
    if (outcome === 0) {
      result[LOG_LIKELIHOOD] = -h;
      result[SCORE] = -h;
      result[CURVATURE] = h;
      return;
    }
    const b = bernoulliFunction(h);
    result[SCORE] = b;
    if (h < SMALL_HAZARD) {
      result[LOG_LIKELIHOOD] = index - h - log1p(evenPart(h) - 0.5 * h);
      result[CURVATURE] = b * (0.5 * h + evenPart(h));
    } else {
      result[LOG_LIKELIHOOD] = log1p(-exp(-h));
      result[CURVATURE] = h > LARGEST_HAZARD ? 0 : b * (b + h - 1);
    }
  },
  expectedCurvature: (index) => {
    const h = exp(index);
    return h > LARGEST_HAZARD ? 0 : h * bernoulliFunction(h);
  },
  probability: (index) => probabilityOfHazard(exp(index)),
  density: (index) => {
    const h = exp(index);
    return h > LARGEST_HAZARD ? 0 : h * exp(-h);
  },
  // Finite, so that its product with a density of 0 is 0.
  relativeSlope: (index) => 1 - Math.min(exp(index), Number.MAX_VALUE),
  quantile: (p) => log(-log1p(-p)),
};
