import { exp, log } from "../../numerics/elementary.ts";

/** Limits symmetric in the survival ("plain"), its logarithm, or the logarithm of the cumulative hazard ("log-log"). */
export type LimitsOn = "plain" | "log" | "log-log";

/**
 * Confidence limits of survival from the cumulative hazard H and its standard error, z being the normal quantile; within
 * [0, 1]. Before anything happened (H = 0) both are 1.
 */
export function survivalLimits(
  cumulativeHazard: Float64Array,
  stdError: Float64Array,
  z: number,
  limits: LimitsOn,
): { confLow: Float64Array; confHigh: Float64Array } {
  const at = (sign: number) =>
    cumulativeHazard.map((hazard, i) => limitAt(hazard, sign * z * stdError[i], limits));
  return { confLow: at(-1), confHigh: at(1) };
}

function limitAt(hazard: number, distance: number, limits: LimitsOn): number {
  if (hazard === 0) return 1;
  switch (limits) {
    case "plain":
      return Math.min(1, Math.max(0, exp(-hazard) * (1 + distance)));
    case "log":
      return Math.min(1, exp(-hazard + distance));
    case "log-log":
      return exp(-exp(log(hazard) - distance / hazard));
  }
}
