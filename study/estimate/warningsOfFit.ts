import {
  emptyLevelNotes,
  type FitWarning,
  type ModelFrame,
  type WarningCode,
} from "../../estimators/index.ts";
import type { FittedModel } from "./estimateModel.ts";
import type { EstimateResult } from "./estimateResult.ts";

/** Beside any of these a fit may stand. */
const NOTES: ReadonlySet<WarningCode> = new Set<WarningCode>([
  "collinear",
  "empty-category",
  "heavy-ties",
  "no-exclusion-restriction",
  "one-cluster",
  "quadrature-too-coarse",
]);

/** What a fit says of itself and of levels that no row has, where the library names its options by the command's. */
export function warningsOfFit(frame: ModelFrame, fit: FittedModel): FitWarning[] {
  const told = new Set(fit.warnings.flatMap(({ terms }) => terms));
  const levels = emptyLevelNotes(frame).filter(({ terms }) => terms.some((term) => !told.has(term)));
  return [...fit.warnings, ...levels].map((warning) => ({
    ...warning,
    message: warning.message
      .replace(/quadratureNodes = (\d+)/, "--quadrature $1")
      .replace(/\bin all 1 rows\b/g, "in the one row"),
  }));
}

type Judged = Pick<EstimateResult, "converged" | "randomEffect" | "frailty">;

/** Whether a warning is none of why a model could not be fitted. */
export function isNote(code: WarningCode, { converged, randomEffect, frailty }: Judged): boolean {
  if (converged || NOTES.has(code)) return true;
  return code === "sigma-at-boundary" && (randomEffect?.sigma === 0 || frailty?.variance === 0);
}

/** The codes that say why a model could not be fitted. */
export function failuresOf(result: Judged & Pick<EstimateResult, "warnings">): WarningCode[] {
  if (result.converged) return [];
  const codes = [...new Set(result.warnings.map(({ code }) => code))];
  const failures = codes.filter((code) => !isNote(code, result));
  return failures.length === 0 ? codes : failures;
}
