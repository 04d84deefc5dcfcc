import type { Bounds } from "../measures/failureBounds.ts";
import { wilsonLimits } from "../measuresOfMoments.ts";
import { NORMAL_975, type ShareWithLimits } from "./judge.ts";

/**
 * A share of the replications with its 95 % Wilson limits. Replications without an estimate are in neither: the lower limit counts
 * them as not rejecting, the upper as rejecting. Null where the share is undefined.
 *
 * @param bounds of the share over all `replications`, valid or not.
 */
export function limitsOf({ low, high }: Bounds, replications: number): ShareWithLimits | null {
  if (Number.isNaN(low) || Number.isNaN(high)) return null;
  const least = Math.round(low * replications);
  const most = Math.round(high * replications);
  const failed = most - least;
  return {
    count: least,
    of: replications,
    value: failed === replications ? Number.NaN : least / (replications - failed),
    low: wilsonLimits(least, replications, NORMAL_975).low,
    high: wilsonLimits(most, replications, NORMAL_975).high,
  };
}

/** Of intervals that miss, from those that cover. */
export function limitsOfMisses({ low, high }: Bounds, replications: number): ShareWithLimits | null {
  return limitsOf({ low: 1 - high, high: 1 - low }, replications);
}
