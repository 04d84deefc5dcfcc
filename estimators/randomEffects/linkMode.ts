import { exp } from "../../numerics/elementary.ts";
import { type BinaryLink, CURVATURE, LOG_LIKELIHOOD, SCORE } from "../binary/links/link.ts";
import { rowOf } from "./linkResponse.ts";

/** A step below it is the last. */
const MODE_TOLERANCE = 1e-6;
/** A remembered mode beyond it came from a parameter far away and is forgotten. */
const WILDEST_MODE = 50;
/** e^η is squared and multiplied in what follows; beyond this the likelihood of a row is 0 in any case. */
const HIGHEST_LOG_HAZARD = 300;
const LONGEST_INDEX = 1e15;

/** Outcomes by position, a group's positions adjacent, with their index at u = 0. */
export interface IndexedOutcomes {
  readonly link: BinaryLink;
  readonly index: Float64Array;
  /** 2y − 1. */
  readonly signs: Float64Array;
  /** Weights of the rows' log-likelihoods; null when each counts once. */
  readonly weights: Float64Array | null;
}

/** The integrand f(u) = −u²/2 + Σ_t w_t ℓ(y_t, η_t + σu) of one group at its mode. */
export interface LinkMode {
  /** [m, c, f‴(m)], with the scale c = (−f″(m))^(−1/2). */
  readonly summary: Float64Array;
  /** −wℓ″ by row. */
  readonly curvature: Float64Array;
  /** wℓ‴ by row. */
  readonly third: Float64Array;
  /** Scratch: one row's ℓ, ℓ′, −ℓ″. */
  readonly row: Float64Array;
}

export function createLinkMode(largestGroup: number): LinkMode {
  return {
    summary: new Float64Array(3),
    curvature: new Float64Array(largestGroup),
    third: new Float64Array(largestGroup),
    row: new Float64Array(3),
  };
}

/** An index within what the likelihood of the link can take without overflow. */
export function withinReach(link: BinaryLink, index: number): number {
  return Math.max(
    -LONGEST_INDEX,
    Math.min(index, link.name === "cloglog" ? HIGHEST_LOG_HAZARD : LONGEST_INDEX),
  );
}

/**
 * Fills `result` for the group at positions `first` to `first + size − 1`. Every link's ℓ is concave, so f is strictly so and
 * f′ has one root. Newton's steps are kept inside the bracket that the signs of f′ close around it, and halve it when they
 * hardly advance (e^η falls by no more than a factor e a step). The last step, below the tolerance, is taken without
 * evaluating again: m is then right to its square, and so is c, carried along by f‴.
 *
 * @param near where to start, e.g. the mode of the evaluation before.
 */
export function findLinkMode(
  { link, index, signs, weights }: IndexedOutcomes,
  first: number,
  size: number,
  sigma: number,
  near: number,
  result: LinkMode,
): void {
  const { summary, curvature, third, row } = result;
  const rowLikelihood = rowOf(link);
  let u = Math.abs(near) <= WILDEST_MODE ? near : 0;
  let low = -Infinity;
  let high = Infinity;
  let before = Infinity;
  for (let iteration = 0; iteration < 1000; iteration++) {
    let scores = 0;
    let curvatures = 0;
    let thirds = 0;
    for (let t = 0; t < size; t++) {
      const outcome = signs[first + t] > 0 ? 1 : 0;
      const eta = withinReach(link, index[first + t] + sigma * u);
      const weight = weights === null ? 1 : weights[first + t];
      rowLikelihood(outcome, eta, row);
      scores += weight * row[SCORE];
      curvature[t] = weight * row[CURVATURE];
      curvatures += curvature[t];
      third[t] = weight * thirdDerivative(link, outcome, eta, row);
      thirds += third[t];
    }
    const slope = sigma * scores - u;
    const steepness = 1 + sigma * sigma * curvatures;
    const step = slope / steepness;
    if (slope > 0) low = u;
    else high = u;
    u += step;
    if (Math.abs(step) < MODE_TOLERANCE) {
      const bend = sigma * sigma * sigma * thirds;
      summary[0] = u;
      summary[1] = 1 / Math.sqrt(Math.max(steepness - bend * step, 1));
      summary[2] = bend;
      return;
    }
    const stalls = Math.abs(slope) > 0.25 * before && iteration > 2;
    before = Math.abs(slope);
    if (!(u > low && u < high) || (stalls && high - low < Infinity)) u = 0.5 * (low + high);
  }
  summary.fill(Number.NaN);
}

/** ℓ‴ of one outcome, from its ℓ, ℓ′ and −ℓ″ in `row`. */
function thirdDerivative(link: BinaryLink, outcome: number, index: number, row: Float64Array): number {
  const score = row[SCORE];
  const curvature = row[CURVATURE];
  switch (link.name) {
    case "probit": {
      // With λ = φ(z)/Φ(z), d = −ℓ″: d(λ + z) − λ(1 − d), for z = (2y − 1)η.
      const sign = 2 * outcome - 1;
      const lambda = sign * score;
      return sign * (curvature * (lambda + sign * index) - lambda * (1 - curvature));
    }
    case "logit":
      // −p(1 − p)(1 − 2p)
      return -curvature * link.relativeSlope(index);
    case "cloglog": {
      if (outcome === 0) return row[LOG_LIKELIHOOD];
      // With h = e^η, ℓ′ = B = h/(e^h − 1) and ℓ″ = −c = −B(B + h − 1): c²/B − Bh + Bc.
      if (score === 0) return 0;
      return curvature * (curvature / score) - score * exp(index) + score * curvature;
    }
  }
}
