import type { FitWarning } from "../fit.ts";
import { maximizeByNewton, type NewtonOptions, type NewtonResult } from "../numerics/newton.ts";
import { penalizedLikelihood } from "./jeffreysPenalty.ts";
import type { BinaryLink } from "./links/link.ts";
import type { NullModel } from "./nullModel.ts";
import type { BinaryProblem } from "./prepareBinary.ts";

export interface PenalizedMaximum {
  /** Null when there is nothing to estimate from: no rows, or no term. */
  readonly search: NewtonResult | null;
  /**
   * All coefficients but the intercept zero, under the same penalty (Heinze & Schemper 2002, Statistics in Medicine 21,
   * 2409–2419).
   */
  readonly ofNull: NullModel;
  /** What is left of the warnings: an outcome without variation can be fitted. */
  readonly warnings: (before: readonly FitWarning[]) => FitWarning[];
}

/** Maximises the penalised likelihood over the standardised coefficients; start as in `maximizePooled`. */
export function maximizePenalized(
  problem: BinaryProblem,
  start: Float64Array | null,
  options: NewtonOptions,
  link: BinaryLink,
): PenalizedMaximum {
  const { design, terms, shareOfOnes, signs } = problem;
  const rows = signs.length;
  const warnings = (before: readonly FitWarning[]): FitWarning[] =>
    before.filter(({ code }) => rows === 0 || code !== "constant-outcome");
  if (rows === 0 || terms.length === 0) {
    return { search: null, ofNull: { logLikelihood: 0, intercept: Number.NaN }, warnings };
  }
  const hasIntercept = design.interceptTerm >= 0;
  // The share as half a row more of either outcome would have it.
  const intercept = link.quantile((shareOfOnes * rows + 0.5) / (rows + 1));
  const usual = new Float64Array(terms.length);
  if (hasIntercept) usual[0] = intercept;
  const every = Array.from(terms, (_, place) => place);
  const search = maximizeByNewton(penalizedLikelihood(problem, link, every), start ?? usual, options);
  const null0 = penalizedLikelihood(problem, link, hasIntercept ? [0] : []);
  const nullSearch = maximizeByNewton(null0, hasIntercept ? [intercept] : [], options);
  const ofNull = { logLikelihood: nullSearch.value, intercept: hasIntercept ? nullSearch.point[0] : 0 };
  return { search, ofNull, warnings };
}
