import type { Share } from "../performance.ts";
import type { EstimandSummary } from "../summary.ts";
import { nullValue } from "./conclusion.ts";

/**
 * What the measures of an estimand mean, each as far as its Monte Carlo error lets one say: a deviation counts where it is larger
 * than two Monte Carlo standard errors, a share where the nominal one lies outside its 95 % Wilson limits.
 */
export interface Readings {
  readonly bias: "unknown" | "tooFew" | "none" | "above" | "below";
  /** The standard errors that the model reports beside the spread of the estimates. */
  readonly standardError: "unknown" | "tooFew" | "honest" | "tooSmall" | "tooLarge";
  readonly coverage: "unknown" | "tooFew" | "nominal" | "low" | "high";
  /** Of a true null, how often the test errs; else its power. */
  readonly rejection: "unknown" | "tooFew" | "nominal" | "low" | "high" | "power";
}

/** Fewer valid replications than this say nothing. */
export const FEWEST_TO_READ = 10;

/** @param alpha level of the tests, 1 − level of the intervals. */
export function readingsOf(summary: EstimandSummary, alpha: number): Readings {
  const { valid, truth, measures } = summary;
  if (valid < FEWEST_TO_READ)
    return { bias: "tooFew", standardError: "tooFew", coverage: "tooFew", rejection: "tooFew" };
  const { bias, relativeError, coverage, rejection } = measures;
  const atNull = truth === nullValue(summary.estimand);
  return {
    bias: deviation(bias, "below", "none", "above"),
    standardError: deviation(relativeError, "tooSmall", "honest", "tooLarge"),
    coverage: share(coverage, 1 - alpha),
    rejection:
      rejection === undefined || Number.isNaN(truth) ? "unknown" : atNull ? share(rejection, alpha) : "power",
  };
}

function deviation<Low, Middle, High>(
  measure: { readonly value: number; readonly mcse: number } | undefined,
  low: Low,
  middle: Middle,
  high: High,
): Low | Middle | High | "unknown" {
  if (measure === undefined || !Number.isFinite(measure.value) || !Number.isFinite(measure.mcse))
    return "unknown";
  if (Math.abs(measure.value) <= 2 * measure.mcse) return middle;
  return measure.value < 0 ? low : high;
}

function share(measure: EstimandSummary["measures"]["coverage"], nominal: number) {
  if (measure === undefined || Number.isNaN(measure.value) || !isShare(measure)) return "unknown";
  if (measure.high < nominal) return "low";
  return measure.low > nominal ? "high" : "nominal";
}

function isShare(measure: { readonly value: number; readonly mcse: number }): measure is Share {
  return "low" in measure && "high" in measure;
}
