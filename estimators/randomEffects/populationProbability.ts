import { exp } from "../../numerics/elementary.ts";
import type { BinaryLink } from "../binary/links/link.ts";
import { responseOf } from "./linkResponse.ts";

/** Places in the result of `PopulationProbability`. */
export const PROBABILITY = 0;
/** ∂P/∂η */
export const DENSITY = 1;
/** ∂²P/∂η² */
export const DENSITY_SLOPE = 2;
/** ∂P/∂ln σ */
export const LN_SIGMA_SLOPE = 3;
/** ∂²P/∂η∂ln σ */
export const LN_SIGMA_DENSITY_SLOPE = 4;

/**
 * Writes P(η) = ∫ p(η + σu) φ(u) du, the probability of an index averaged over the population of groups, and its
 * derivatives into the first five places of `result`.
 */
export type PopulationProbability = (index: number, result: Float64Array) => void;

/** Closed form for the probit and for σ = 0, a sum elsewhere. */
export function populationProbability(link: BinaryLink, sigma: number): PopulationProbability {
  if (sigma === 0) return withoutRandomEffect(link);
  return link.name === "probit" ? shrunkenProbit(link, sigma) : averageOverPopulation(link, sigma);
}

function withoutRandomEffect(link: BinaryLink): PopulationProbability {
  return (index, result) => {
    const density = link.density(index);
    result[PROBABILITY] = link.probability(index);
    result[DENSITY] = density;
    result[DENSITY_SLOPE] = link.relativeSlope(index) * density;
    result[LN_SIGMA_SLOPE] = 0;
    result[LN_SIGMA_DENSITY_SLOPE] = 0;
  };
}

/** x'b + σu + e > 0 has probability Φ(x'b/√(1 + σ²)). */
function shrunkenProbit(link: BinaryLink, sigma: number): PopulationProbability {
  const shrink = 1 / Math.sqrt(1 + sigma * sigma);
  // d log shrink / d ln σ
  const slope = -sigma * sigma * shrink * shrink;
  return (index, result) => {
    const z = shrink * index;
    const density = link.density(z);
    result[PROBABILITY] = link.probability(z);
    result[DENSITY] = shrink * density;
    result[DENSITY_SLOPE] = -shrink * shrink * z * density;
    result[LN_SIGMA_SLOPE] = slope * z * density;
    result[LN_SIGMA_DENSITY_SLOPE] = slope * shrink * density * (1 - z * z);
  };
}

/** φ(u) is below 1e-16 of its top from here on. */
const WIDEST = 8.6;
const LONGEST_STEP = 0.5;
const SHORTEST_STEP = 1 / 128;

/**
 * The integral as a sum over an even grid, whose error falls like exp(−2πa/h) with the step h when the integrand is analytic
 * and bounded in the strip |Im u| < a (Trefethen & Weideman 2014, SIAM Review 56, 385–458, theorem 5.1). All three links
 * are for a = π/2σ, so that h = π²/36σ leaves 1e-15 where Gauss–Hermite with as many nodes loses digits once σ exceeds 1.
 * Beyond σ = 35 the step is no longer shortened.
 */
export function averageOverPopulation(link: BinaryLink, sigma: number): PopulationProbability {
  const step = Math.max(SHORTEST_STEP, Math.min(LONGEST_STEP, 0.2741556778080377 / sigma));
  const half = Math.ceil(WIDEST / step);
  const shift = Float64Array.from({ length: 2 * half + 1 }, (_, i) => sigma * (i - half) * step);
  const weight = shift.map((_, i) => {
    const u = (i - half) * step;
    return step * 0.3989422804014327 * exp(-0.5 * u * u);
  });
  const respond = responseOf(link);
  const response = new Float64Array(3);
  return (index, result) => {
    let probability = 0;
    let density = 0;
    let densitySlope = 0;
    let lnSigmaSlope = 0;
    let lnSigmaDensitySlope = 0;
    for (let i = 0; i < shift.length; i++) {
      respond(index + shift[i], response);
      const weighted = weight[i] * response[1];
      const bend = weighted * response[2];
      probability += weight[i] * response[0];
      density += weighted;
      densitySlope += bend;
      lnSigmaSlope += weighted * shift[i];
      lnSigmaDensitySlope += bend * shift[i];
    }
    result[PROBABILITY] = probability;
    result[DENSITY] = density;
    result[DENSITY_SLOPE] = densitySlope;
    result[LN_SIGMA_SLOPE] = lnSigmaSlope;
    result[LN_SIGMA_DENSITY_SLOPE] = lnSigmaDensitySlope;
  };
}
