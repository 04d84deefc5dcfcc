import type { EstimateResult } from "../estimate/estimateResult.ts";
import { isNote } from "../estimate/warningsOfFit.ts";
import { count } from "./journalNumbers.ts";

/** What a reader must know beside the numbers: which standard errors, which stars, which rows, and every warning. */
export function notesOf(fits: readonly EstimateResult[]): string[] {
  const columns = (which: readonly number[]) =>
    which.length === fits.length ? "" : ` in ${which.map((at) => `(${at + 1})`).join(", ")}`;
  const where = (holds: (fit: EstimateResult) => boolean) =>
    fits.flatMap((fit, at) => (holds(fit) ? [at] : []));
  const clustered = where(({ clusters, robustCovariance }) => clusters !== null && robustCovariance !== null);
  const robust = where(({ clusters, robustCovariance }) => clusters === null && robustCovariance !== null);
  const kinds = [
    ...(clustered.length > 0 ? [`robust to dependence within clusters${columns(clustered)}`] : []),
    ...(robust.length > 0 ? [`robust to heteroskedasticity${columns(robust)}`] : []),
  ];
  const at = (index: number) => (fits.length === 1 ? "" : `(${index + 1}): `);
  return [
    `Standard errors in parentheses${kinds.length === 0 ? "" : `, ${kinds.join(", ")}`}. ${stars(3)} p < 0.01, ${stars(2)} p < 0.05, ${stars(1)} p < 0.1.`,
    ...fits.flatMap((fit, index) => [
      ...(fit.selection == null ? [] : [`${at(index)}Selection: ${fit.selection.formula}.`]),
      ...(fit.dropped > 0 ? [`${at(index)}${count(fit.dropped)} rows with missing cells are left out.`] : []),
      ...(fit.converged ? [] : [`${at(index)}The model could not be fitted as asked.`]),
      ...fit.warnings.map(
        ({ code, message }) =>
          `${at(index)}${isNote(code, fit) ? "Note" : "Warning"} (${code}): ${message.replace(/\.?$/, ".")}`,
      ),
    ]),
  ];
}

function stars(count: number): string {
  return "*".repeat(count);
}
