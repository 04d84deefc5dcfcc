import type { CoxData } from "../../../estimators/cox/coxData.ts";
import type { CoxFit } from "../../../estimators/fit.ts";

/** Durations with numeric covariates only, from plain lists. */
export function dataOf(
  stop: readonly number[],
  event: readonly number[],
  covariates: Readonly<Record<string, readonly number[]>>,
  more: { start?: readonly number[]; strata?: readonly number[] } = {},
): CoxData {
  const numeric = Object.entries(covariates).map(([name, values]) => ({
    name,
    values: Float64Array.from(values),
  }));
  return {
    matrix: { rows: stop.length, intercept: false, numeric, factors: [] },
    stop: Float64Array.from(stop),
    event: Uint8Array.from(event),
    ...(more.start ? { start: Float64Array.from(more.start) } : {}),
    ...(more.strata ? { strata: Int32Array.from(more.strata) } : {}),
  };
}

export function estimates(fit: CoxFit): number[] {
  return fit.terms.map((term) => term.estimate);
}

export function codes(fit: CoxFit): string[] {
  return fit.warnings.map((warning) => warning.code);
}
