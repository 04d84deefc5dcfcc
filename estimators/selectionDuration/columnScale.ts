import { standardise } from "../splitDesign/estimatedTerms.ts";
import type { Equation } from "./jointRows.ts";

/** All parameters on the scale of the columns as given: both equations' terms, then `further` ones. */
export interface ColumnScale {
  /** Number of all parameters, estimated or not. */
  readonly parameters: number;
  /** From a search point; NaN for what it does not have. */
  readonly estimates: (point: Float64Array) => Float64Array;
  /** From a covariance of the search's parameters, J V J'. */
  readonly covariance: (standardised: Float64Array) => Float64Array;
}

/**
 * @param further parameters after the coefficients; a search may lack the last of them (a dependence at its bound).
 */
export function columnScale(selection: Equation, duration: Equation, further: number): ColumnScale {
  const offsets = [0, selection.design.slotOfTerm.length];
  const terms = offsets[1] + duration.design.slotOfTerm.length;
  const parameters = terms + further;
  /** For each parameter of a search: its place among all, its factor there, and its share in the intercept of its equation. */
  const columns: { at: number; factor: number; intercept: number; share: number }[] = [];
  [selection, duration].forEach(({ design, terms: estimated }, equation) => {
    for (const term of estimated) {
      const factor = 1 / design.scale[term];
      columns.push({
        at: offsets[equation] + term,
        factor,
        intercept: offsets[equation],
        share: -design.centre[term] * factor,
      });
    }
  });
  for (let i = 0; i < further; i++)
    columns.push({ at: terms + i, factor: 1, intercept: terms + i, share: 0 });

  /** J times a vector of the search's parameters. */
  const forward = (
    read: (i: number) => number,
    n: number,
    write: (at: number, value: number) => void,
  ): void => {
    for (let i = 0; i < n; i++) {
      const { at, factor, intercept, share } = columns[i];
      write(at, factor * read(i));
      if (share !== 0) write(intercept, share * read(i));
    }
  };
  return {
    parameters,
    estimates: (point) => {
      const result = new Float64Array(parameters).fill(Number.NaN);
      for (let i = 0; i < point.length; i++) result[columns[i].at] = 0;
      forward(
        (i) => point[i],
        point.length,
        (at, value) => {
          result[at] += value;
        },
      );
      return result;
    },
    covariance: (standardised) => {
      const n = Math.round(Math.sqrt(standardised.length));
      const half = new Float64Array(n * parameters);
      for (let row = 0; row < n; row++) {
        forward(
          (i) => standardised[row * n + i],
          n,
          (at, value) => {
            half[row * parameters + at] += value;
          },
        );
      }
      const result = new Float64Array(parameters * parameters).fill(Number.NaN);
      const known = columns.slice(0, n).map(({ at }) => at);
      for (const i of known) for (const j of known) result[i * parameters + j] = 0;
      for (const j of known) {
        forward(
          (i) => half[i * parameters + j],
          n,
          (at, value) => {
            result[at * parameters + j] += value;
          },
        );
      }
      return result;
    },
  };
}

/** Standardised coefficients of the estimated terms from one number a term; those that are not finite count as 0. */
export function standardisedStart(
  { design, terms }: Equation,
  coefficients: ArrayLike<number>,
): Float64Array {
  return standardise(
    design,
    terms,
    Float64Array.from(terms, (term) => (Number.isFinite(coefficients[term]) ? coefficients[term] : 0)),
  );
}
