import { choleskyInPlace, inverseFromCholesky } from "../numerics/symmetric.ts";
import type { Maximum } from "./maximise.ts";

/**
 * Estimates and inverse information of all terms, in units of the columns. Those left out are NaN. Those on their way
 * to infinity are ±Infinity with an infinite variance and covariances of NaN; they go last in the factorisation, so
 * that the direction without information does not spoil the others.
 *
 * @param curvature what the maximum's information is to be divided by (`penaltyCurvature`; 1 without a penalty).
 */
export function inUnitsOfTheColumns(
  maximum: Maximum,
  estimated: readonly number[],
  scale: Float64Array,
  curvature: number,
): { estimates: Float64Array; covariance: Float64Array } {
  const k = scale.length;
  const size = estimated.length;
  const infinite = maximum.diverging.map(({ position }) => position);
  const finite = [...estimated.keys()].filter((position) => !infinite.includes(position));
  const order = [...finite, ...infinite];
  const factor = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      const [column, row] = order[a] > order[b] ? [order[b], order[a]] : [order[a], order[b]];
      factor[a * size + b] = maximum.information[row * size + column] / curvature;
    }
  }
  choleskyInPlace(factor, size);
  const inverse = inverseFromCholesky(factor, size);

  const estimates = new Float64Array(k).fill(Number.NaN);
  const covariance = new Float64Array(k * k).fill(Number.NaN);
  finite.forEach((positionA, a) => {
    const termA = estimated[positionA];
    estimates[termA] = maximum.coefficients[positionA] / scale[termA];
    finite.forEach((positionB, b) => {
      const termB = estimated[positionB];
      covariance[termA * k + termB] = inverse[a * size + b] / (scale[termA] * scale[termB]);
    });
  });
  for (const { position, sign } of maximum.diverging) {
    estimates[estimated[position]] = sign * Number.POSITIVE_INFINITY;
    covariance[estimated[position] * (k + 1)] = Number.POSITIVE_INFINITY;
  }
  return { estimates, covariance };
}
