import type { EstimateWithTruth } from "./derivedEstimates.ts";
import type { FailureRule } from "./designParts.ts";

/** Why a fit that has estimates counts as none. */
export interface RuledOut {
  readonly status: string;
  readonly message: string;
}

/**
 * What a design's `failure` says of one fit, null where it stands. It looks at this fit alone: a rule that compared the
 * estimate with those of other replications (as simsum's `dropbig` does) would make a replication's validity hang on how
 * many of them there are.
 *
 * @param warnings of the fit.
 * @param estimates that are looked at, in their order; NaN errors are not large.
 */
export function failureByRule(
  rule: FailureRule | undefined,
  warnings: readonly { readonly code: string; readonly message: string }[],
  estimates: readonly EstimateWithTruth[],
): RuledOut | null {
  if (rule === undefined) return null;
  const warned = warnings.find(({ code }) => rule.warnings?.some((counted) => counted === code) ?? false);
  if (warned !== undefined) return { status: warned.code, message: warned.message };
  const { largeEstimate = Number.POSITIVE_INFINITY, largeStdError = Number.POSITIVE_INFINITY } = rule;
  for (const { term, estimate, stdError } of estimates) {
    if (Math.abs(estimate) > largeEstimate) {
      const message = `${term} = ${estimate}: farther from 0 than ${largeEstimate}, which the design counts as a failure`;
      return { status: "large-estimate", message };
    }
    if (stdError > largeStdError) {
      const message = `the standard error of ${term} is ${stdError}: above ${largeStdError}, which the design counts as a failure`;
      return { status: "large-std-error", message };
    }
  }
  return null;
}
