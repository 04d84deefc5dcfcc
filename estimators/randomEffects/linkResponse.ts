import { exp, log } from "../../numerics/elementary.ts";
import { millsDenominator, millsNumerator } from "../../numerics/millsRatio.ts";
import { type BinaryLink, CURVATURE, LOG_LIKELIHOOD, SCORE } from "../binary/links/link.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
const LOG_SQRT_TWO_PI = 0.9189385332046728;
/** Squares of it stay finite, and P and Q far from overflow. */
const LARGEST_ARGUMENT = 1e15;

/** As `BinaryLink.row`. */
export type LinkRow = BinaryLink["row"];

/** The link's own `row`; of the probit one that makes ℓ, ℓ′ and ℓ″ of a single evaluation of the Mills ratio P/Q. */
export function rowOf(link: BinaryLink): LinkRow {
  return link.name === "probit" ? probitRow : link.row;
}

function probitRow(outcome: number, index: number, result: Float64Array): void {
  const sign = 2 * outcome - 1;
  const z = sign * index;
  const a = Math.min(Math.abs(z), LARGEST_ARGUMENT);
  const p = millsNumerator(a);
  const q = millsDenominator(a);
  let lambda: number;
  if (z < 0) {
    lambda = q / p;
    result[LOG_LIKELIHOOD] = log(p / q) - LOG_SQRT_TWO_PI - 0.5 * a * a;
  } else {
    const tail = INVERSE_SQRT_TWO_PI * exp(-0.5 * a * a);
    const rest = q - tail * p;
    lambda = (tail * q) / rest;
    result[LOG_LIKELIHOOD] = log(rest / q);
  }
  result[SCORE] = sign * lambda;
  result[CURVATURE] = Math.min(lambda * (lambda + z), 1);
}

/** Writes p(η), p′(η) and p″(η)/p′(η) into the first three places of `result`. */
export type LinkResponse = (index: number, result: Float64Array) => void;

/** Probability and density of a link, of probit and logit from a single exponential. */
export function responseOf(link: BinaryLink): LinkResponse {
  if (link.name === "probit") return probitResponse;
  if (link.name === "logit") return logitResponse;
  return (index, result) => {
    result[0] = link.probability(index);
    result[1] = link.density(index);
    result[2] = link.relativeSlope(index);
  };
}

function probitResponse(index: number, result: Float64Array): void {
  const a = Math.min(Math.abs(index), LARGEST_ARGUMENT);
  const density = INVERSE_SQRT_TWO_PI * exp(-0.5 * a * a);
  const upperTail = (density * millsNumerator(a)) / millsDenominator(a);
  result[0] = index < 0 ? upperTail : 1 - upperTail;
  result[1] = density;
  result[2] = -index;
}

function logitResponse(index: number, result: Float64Array): void {
  const e = exp(-Math.abs(index));
  const farther = 1 / (1 + e);
  const nearer = e * farther;
  result[0] = index < 0 ? nearer : farther;
  result[1] = nearer * farther;
  result[2] = index < 0 ? farther - nearer : nearer - farther;
}
