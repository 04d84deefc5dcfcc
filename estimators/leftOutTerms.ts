import type { FitWarning } from "./fit.ts";

/**
 * Whether a warning is a note that terms were left out ("collinear", "empty-category"). The model without them is what was
 * fitted, and `converged` is that of its search, as in R and Stata.
 */
export function leavesOutTerms({ code }: FitWarning): boolean {
  return code === "collinear" || code === "empty-category";
}
