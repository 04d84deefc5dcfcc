import { exp, log } from "../../numerics/elementary.ts";
import { complementaryLogLog } from "../binary/links/complementaryLogLog.ts";
import { requireLength } from "../binary/prepareBinary.ts";
import { RowOfMatrix } from "../matrixRow.ts";
import { type ModelMatrix, termNames } from "../modelMatrix.ts";
import { averageCumulativeHazard } from "./averageSurvival.ts";
import type { GammaFrailtyFit } from "./fitGammaFrailty.ts";

/** One number a row. */
export interface GammaFrailtyPrediction {
  /** x'b + offset: log hazard of the row at frailty 1. */
  readonly index: Float64Array;
  /** Probability of an event on the row at frailty 1, the mean: 1 − exp(−exp(index)). */
  readonly hazard: Float64Array;
  /**
   * The same among those of all frailties who are still without event: 1 − S(t)/S(t − 1); after a row with an infinite hazard,
   * which nobody survives, its limit.
   */
  readonly populationHazard: Float64Array;
  /** S(t) = (1 + θ Σ exp(index))^(−1/θ) over the rows of the spell up to this one: share of a population without event. */
  readonly survival: Float64Array;
  /** Delta method, with the error of θ; from the robust covariance when the fit has one. */
  readonly survivalStdError: Float64Array;
}

/**
 * Hazards and survival for the rows of a model matrix with the terms of the fit. A term that was left out as collinear
 * counts as 0. An infinite coefficient makes a hazard of 0 or 1, and survival 0 from there with an error of 0.
 *
 * @param spell an integer for each row: rows of a spell follow one another in time, from its beginning.
 * @throws RangeError when the terms are not those of the fit, or spells or offset have another length.
 */
export function predictGammaFrailty(
  fit: GammaFrailtyFit,
  matrix: ModelMatrix,
  spell: ArrayLike<number>,
  options: { readonly offset?: ArrayLike<number> } = {},
): GammaFrailtyPrediction {
  const { offset } = options;
  requireSameTerms(fit, matrix);
  requireLength("the spell column", spell, matrix.rows);
  if (offset !== undefined) requireLength("the offset", offset, matrix.rows);
  const { variance } = fit.frailty;
  const covariance = fit.robustCovariance ?? fit.covariance;
  const k = fit.terms.length;
  const width = k + 1;
  const row = new RowOfMatrix(matrix);
  const numbers = (): Float64Array => new Float64Array(matrix.rows);
  const prediction = {
    index: numbers(),
    hazard: numbers(),
    populationHazard: numbers(),
    survival: numbers(),
    survivalStdError: numbers(),
  };
  const known = fit.terms.map(({ estimate }) => !Number.isNaN(estimate));
  let cumulative = 0;
  /** Derivatives of the cumulative hazard by the coefficients, then of −log S by coefficients and ln θ. */
  const byTerm = new Float64Array(k);
  const slope = new Float64Array(width);
  for (let r = 0; r < matrix.rows; r++) {
    if (r > 0 && spell[r] !== spell[r - 1]) {
      cumulative = 0;
      byTerm.fill(0);
    }
    row.read(r);
    let index = offset === undefined ? 0 : offset[r];
    for (let i = 0; i < row.count; i++) {
      // A value of 0 leaves even an infinite coefficient out.
      if (known[row.terms[i]] && row.values[i] !== 0)
        index += row.values[i] * fit.terms[row.terms[i]].estimate;
    }
    const hazard = exp(index);
    const share = shareLeft(cumulative, variance);
    cumulative += hazard;
    for (let i = 0; i < row.count; i++) byTerm[row.terms[i]] += hazard * row.values[i];

    prediction.index[r] = index;
    prediction.hazard[r] = complementaryLogLog.probability(index);
    // Nobody survives an infinite hazard, whatever the parameters: nothing to differentiate.
    if (cumulative === Infinity) {
      prediction.populationHazard[r] = hazard === Infinity ? 1 : populationHazard(hazard * share, variance);
      continue;
    }
    const average = averageCumulativeHazard(cumulative, variance);
    const survival = exp(-average.value);
    for (let i = 0; i < k; i++) slope[i] = average.byHazard * byTerm[i];
    slope[k] = average.byLnVariance;
    let squared = 0;
    for (let i = 0; i < width; i++) {
      for (let j = 0; j < width; j++) {
        if (slope[i] !== 0 && slope[j] !== 0 && known[i] !== false && known[j] !== false) {
          squared += slope[i] * slope[j] * covariance[i * width + j];
        }
      }
    }
    prediction.populationHazard[r] = populationHazard(hazard * share, variance);
    prediction.survival[r] = survival;
    prediction.survivalStdError[r] = survival * Math.sqrt(squared);
  }
  return prediction;
}

/** Mean frailty of those without event after hazards that add up to u, as a share of the mean at the beginning: 1/(1 + θu). */
function shareLeft(cumulative: number, variance: number): number {
  return variance === 0 ? 1 : 1 / (1 + variance * cumulative);
}

function populationHazard(hazard: number, variance: number): number {
  return complementaryLogLog.probability(log(averageCumulativeHazard(hazard, variance).value));
}

/** Throws a RangeError when the matrix has not the terms of the fit. */
export function requireSameTerms(fit: GammaFrailtyFit, matrix: ModelMatrix): void {
  const names = termNames(matrix);
  const expected = fit.terms.map(({ term }) => term);
  if (names.length === expected.length && names.every((name, i) => name === expected[i])) return;
  throw new RangeError(`the matrix has the terms ${names.join(", ")}; the fit has ${expected.join(", ")}`);
}
