import { exp, log } from "../../numerics/elementary.ts";
import { inverseMillsRatio, logNormalCdf, normalQuantile } from "../../numerics/normal.ts";
import { complementaryLogLog } from "../binary/links/complementaryLogLog.ts";

const LOG_SQRT_TWO_PI = 0.9189385332046728;
/** Below it a logarithm of a probability is taken to the quantile without the probability, which would underflow. */
const SMALLEST_LOG = -690;

/**
 * q = Φ⁻¹(F) with F = 1 − exp(−e^z), the duration as a standard normal score, and its first two derivatives by z:
 * q′ = e^z e^−u / φ(q), q″ = q′(1 − u + qq′), u = e^z. Finite for |z| ≤ 700.
 *
 * @param result receives q, q′ and q″.
 */
export function normalScore(z: number, result: Float64Array): void {
  const u = exp(z);
  const failed = complementaryLogLog.probability(z);
  let score: number;
  if (failed <= 0.5) score = z < SMALLEST_LOG ? quantileOfLog(z) : normalQuantile(failed);
  else score = -u < SMALLEST_LOG ? -quantileOfLog(-u) : -normalQuantile(exp(-u));
  const slope = exp(z - u + 0.5 * score * score + LOG_SQRT_TWO_PI);
  result[0] = score;
  result[1] = slope;
  result[2] = slope * (1 - u + score * slope);
}

/** Φ⁻¹(e^logarithm) for a logarithm far below 0, by Newton's method on ln Φ, which is concave, from its right. */
function quantileOfLog(logarithm: number): number {
  // ln Φ(q) = −q²/2 − ln(−q) − ½ ln 2π − …
  let q = -Math.sqrt(-2 * logarithm - log(-2 * logarithm) - 2 * LOG_SQRT_TWO_PI);
  for (let step = 0; step < 3; step++) q -= (logNormalCdf(q) - logarithm) / inverseMillsRatio(q);
  return q;
}
