import { type BinaryFit, fitBinary } from "../binary/fitBinary.ts";
import { isSeparation, separationByOneTerm } from "../binary/separation.ts";
import type { FitWarning } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import type { DependenceName } from "./dependenceModel.ts";

/** The selection equation on its own. */
export interface SelectionApart {
  /** By term; NaN where not estimated, ±Infinity or NaN where separation lets them run away. */
  readonly coefficients: Float64Array;
  /** Separation, by the names of the joint fit. */
  readonly warnings: readonly FitWarning[];
}

/**
 * Fits Pr(selected) = Φ(w'γ) or exp(−exp(−w'γ)); the latter is a complementary log-log model of *not* being selected with
 * coefficients −γ.
 */
export function selectionApart(
  matrix: ModelMatrix,
  selected: ArrayLike<number>,
  kind: DependenceName,
  weights: ArrayLike<number> | undefined,
): SelectionApart {
  const turned = kind === "fgm";
  const outcome = turned ? Uint8Array.from(selected, (value) => 1 - value) : selected;
  const fit = fitBinary(matrix, outcome, {
    link: turned ? "cloglog" : "probit",
    ...(weights === undefined ? {} : { weights }),
  });
  return {
    coefficients: Float64Array.from(fit.terms, ({ estimate }) => (turned ? -estimate : estimate)),
    warnings: separation(fit, separationByOneTerm(matrix, selected)),
  };
}

/** Messages of single terms are about `selected` itself; those of combinations hold for both outcomes. */
function separation(fit: BinaryFit, byOneTerm: FitWarning[]): FitWarning[] {
  const found = byOneTerm.length > 0 ? byOneTerm : fit.warnings.filter(isSeparation);
  return found.map(({ code, terms, message }) => ({
    code,
    terms: terms.map((term) => `selection: ${term}`),
    message: `selection: ${message}`,
  }));
}
