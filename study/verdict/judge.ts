import { exp, log1p } from "../../numerics/elementary.ts";
import type { Measure } from "../measuresOfMoments.ts";

/**
 * The rules of the verdict. A label is given only where Monte Carlo error leaves no doubt: wherever a rule speaks of a
 * share, the 95 % Wilson interval has to lie on one side of it whole; to say that a rate is above α, so many replications must, besides,
 * have less than a 2.5 % chance at α itself, because Wilson's lower limit is too high where few are expected (Brown, Cai &
 * DasGupta 2001). What no rule can say yet is "undecided": more
 * replications would tell.
 */

/** What a method is good for in a world. */
export type Label = "identified" | "sizeDistorted" | "powerless" | "wrongSign" | "undecided" | "noEstimate";

/** What a placebo says in a world. */
export type PlaceboLabel = "warns" | "silent" | "undecided" | "noEstimate";

/** A share of replications with its Wilson limits. */
export interface ShareWithLimits {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Replications that surely are in it, of how many: one without an estimate is not. */
  readonly count: number;
  readonly of: number;
}

/** 97.5 % point of the standard normal. */
export const NORMAL_975 = 1.959963984540054;

/**
 * How far above α a size must be ruled out before it is called right. It asks for precision, not for a good test: whatever lies
 * above α beyond Monte Carlo error is distorted before this is looked at.
 */
export const SIZE_MARGIN = 0.15;

/** A method finds an effect when it does so more often than not. */
export const POWER = 0.5;

export interface Evidence {
  /** True effect; 0 where there is none, NaN where it is not known. */
  readonly truth: number;
  /** How often "no effect" is rejected. Null where the method gave no estimate. */
  readonly rejection: ShareWithLimits | null;
  /** How often the interval misses the truth; null where the method does not estimate what is known. */
  readonly misses: ShareWithLimits | null;
  /** Mean estimate with its Monte Carlo standard error; only its sign is looked at. */
  readonly estimate: Measure;
  readonly alpha: number;
}

/**
 * Where there is no effect:
 * - size-distorted: the rejection rate lies above α;
 * - identified: it does not, and a rate above α + `SIZE_MARGIN` is ruled out.
 *
 * Where there is one, in this order:
 * - wrong sign: the mean estimate has the other sign, and "no effect" is rejected more often than α;
 * - powerless: "no effect" is rejected in less than half of the replications;
 * - size-distorted: the interval misses the truth more often than α, so a test of the true value is;
 * - identified: "no effect" is rejected in more than half, and missing the truth more often than α + `SIZE_MARGIN` is ruled out.
 *   A method without an average partial effect is held to the first of these two alone.
 */
export function judgeEffect({ truth, rejection, misses, estimate, alpha }: Evidence): Label {
  if (rejection === null || Number.isNaN(rejection.value)) return "noEstimate";
  if (Number.isNaN(truth)) return "undecided";
  if (truth === 0) {
    if (exceeds(rejection, alpha)) return "sizeDistorted";
    return rejection.high <= alpha + SIZE_MARGIN ? "identified" : "undecided";
  }
  const towardsTruth = Math.sign(truth) * estimate.value;
  if (towardsTruth + NORMAL_975 * estimate.mcse < 0 && exceeds(rejection, alpha)) return "wrongSign";
  if (rejection.high < POWER) return "powerless";
  if (misses !== null && exceeds(misses, alpha)) return "sizeDistorted";
  if (rejection.low <= POWER) return "undecided";
  return misses === null || misses.high <= alpha + SIZE_MARGIN ? "identified" : "undecided";
}

/**
 * - warns: it is rejected more often than α. Where nothing but imitation is at work, that is a false alarm.
 * - silent: it is not, and more often than α + `SIZE_MARGIN` is ruled out.
 */
export function judgePlacebo(rejection: ShareWithLimits | null, alpha: number): PlaceboLabel {
  if (rejection === null || Number.isNaN(rejection.value)) return "noEstimate";
  if (exceeds(rejection, alpha)) return "warns";
  return rejection.high <= alpha + SIZE_MARGIN ? "silent" : "undecided";
}

/** Whether the share is above α beyond doubt. */
function exceeds({ low, count, of }: ShareWithLimits, alpha: number): boolean {
  return low > alpha && upperTail(count, of, alpha) < 0.025;
}

/** Where Wilson's limit is as good and the sum below would be of numbers too small to write down. */
const MANY = 2000;

/** Pr(X ≥ count), X binomial; 0 for more than `MANY`. */
function upperTail(count: number, of: number, probability: number): number {
  if (of > MANY) return 0;
  const odds = probability / (1 - probability);
  let term = exp(of * log1p(-probability));
  let below = 0;
  for (let successes = 0; successes < count; successes++) {
    below += term;
    term *= (odds * (of - successes)) / (successes + 1);
  }
  return 1 - below;
}
