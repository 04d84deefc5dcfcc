import type { Fit } from "../fit.ts";
import { isLeftOut } from "../leftOutTerms.ts";
import { RowOfMatrix } from "../matrixRow.ts";
import { type ModelMatrix, termNames } from "../modelMatrix.ts";
import { checkFiniteColumn } from "../options.ts";
import type { LinkName } from "./links/link.ts";
import { LINKS } from "./links/links.ts";
import { requireLength } from "./prepareBinary.ts";

/** What `predictBinary` says of each row: columns of one number a row. */
export interface BinaryPrediction {
  /** x'b + offset. */
  readonly index: Float64Array;
  readonly indexStdError: Float64Array;
  /** Pr(y = 1). */
  readonly probability: Float64Array;
  /** Delta method: p′ times the standard error of the index. */
  readonly probabilityStdError: Float64Array;
}

/**
 * Predictions of a fit of `fitBinary` for the rows of a model matrix with the same terms, with standard errors from the
 * robust covariance when the fit has one. A term that was left out as collinear counts as 0, as in R's `predict`. In a
 * separated fit an infinite coefficient makes the probability 0 or 1 without a standard error; it is NaN where infinite
 * coefficients of both signs meet, or one that has no limit.
 *
 * @throws RangeError when the terms are not those of the fit, or the offset has another length or is not finite.
 */
export function predictBinary(
  fit: Fit & { readonly model: LinkName },
  matrix: ModelMatrix,
  options: { readonly offset?: ArrayLike<number> } = {},
): BinaryPrediction {
  const { offset } = options;
  checkTerms(fit, matrix, offset);
  const k = fit.terms.length;
  const link = LINKS[fit.model];
  const covariance = fit.robustCovariance ?? fit.covariance;
  const row = new RowOfMatrix(matrix);
  const column = (): Float64Array => new Float64Array(matrix.rows);
  const prediction = {
    index: column(),
    indexStdError: column(),
    probability: column(),
    probabilityStdError: column(),
  };
  for (let r = 0; r < matrix.rows; r++) {
    row.read(r);
    let index = offset === undefined ? 0 : offset[r];
    let variance = 0;
    for (let i = 0; i < row.count; i++) {
      const term = row.terms[i];
      const { estimate } = fit.terms[term];
      if (row.values[i] === 0 || isLeftOut(fit.terms[term])) continue;
      index += row.values[i] * estimate;
      for (let j = 0; j < row.count; j++) {
        if (row.values[j] === 0 || isLeftOut(fit.terms[row.terms[j]])) continue;
        variance += row.values[i] * row.values[j] * covariance[term * k + row.terms[j]];
      }
    }
    const stdError = Math.sqrt(variance);
    prediction.index[r] = index;
    prediction.indexStdError[r] = stdError;
    prediction.probability[r] = link.probability(index);
    prediction.probabilityStdError[r] = link.density(index) * stdError;
  }
  return prediction;
}

function checkTerms(fit: Fit, matrix: ModelMatrix, offset: ArrayLike<number> | undefined): void {
  const names = termNames(matrix);
  if (names.length !== fit.terms.length || names.some((name, i) => name !== fit.terms[i]?.term)) {
    throw new RangeError(
      `the fit has the terms ${fit.terms.map(({ term }) => term).join(", ")}, not ${names.join(", ")}`,
    );
  }
  if (offset !== undefined) requireLength("the offset", offset, matrix.rows);
  checkFiniteColumn("offset", offset);
}

/** x'b + offset of every row, as in `predictBinary` and with its errors. */
export function indexOfRows(
  fit: Fit,
  matrix: ModelMatrix,
  offset: ArrayLike<number> | undefined,
): Float64Array {
  checkTerms(fit, matrix, offset);
  const row = new RowOfMatrix(matrix);
  return Float64Array.from({ length: matrix.rows }, (_, r) => {
    row.read(r);
    let index = offset === undefined ? 0 : offset[r];
    for (let i = 0; i < row.count; i++) {
      const term = fit.terms[row.terms[i]];
      if (row.values[i] !== 0 && !isLeftOut(term)) index += row.values[i] * term.estimate;
    }
    return index;
  });
}
