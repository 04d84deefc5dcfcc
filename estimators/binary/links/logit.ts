import { exp, log, log1p } from "../../../numerics/elementary.ts";
import { type BinaryLink, CURVATURE, LOG_LIKELIHOOD, SCORE } from "./link.ts";

function probability(index: number): number {
  const e = exp(-Math.abs(index));
  return (index < 0 ? e : 1) / (1 + e);
}

/** p(1 − p). */
function density(index: number): number {
  const e = exp(-Math.abs(index));
  return e / ((1 + e) * (1 + e));
}

/** Pr(y = 1) = 1/(1 + e^−η). The link is canonical: observed and expected information are the same. */
export const logit: BinaryLink = {
  name: "logit",
  row: (outcome, index, result) => {
    const sign = 2 * outcome - 1;
    const z = sign * index;
    const e = exp(-Math.abs(z));
    result[LOG_LIKELIHOOD] = Math.min(z, 0) - log1p(e);
    result[SCORE] = (sign * (z < 0 ? 1 : e)) / (1 + e);
    result[CURVATURE] = e / ((1 + e) * (1 + e));
  },
  expectedCurvature: density,
  probability,
  density,
  relativeSlope: (index) => probability(-index) - probability(index),
  quantile: (p) => log(p) - log1p(-p),
};
