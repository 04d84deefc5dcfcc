/**
 * The covariance with the rows and columns of coefficients without finite limit replaced: infinite variances, no covariances.
 *
 * @param limits by term, 0 where there is a finite estimate; null when all are finite.
 */
export function withInfiniteVariance(covariance: Float64Array, limits: Float64Array | null): Float64Array {
  const width = Math.round(Math.sqrt(covariance.length));
  limits?.forEach((limit, term) => {
    if (limit === 0) return;
    for (let j = 0; j < width; j++) {
      covariance[term * width + j] = Number.NaN;
      covariance[j * width + term] = Number.NaN;
    }
    covariance[term * width + term] = Infinity;
  });
  return covariance;
}
