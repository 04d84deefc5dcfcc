/**
 * Sums over rows with risk scores r and q = x'Qx, one after the other: Σ r, Σ r q, Σ r x (k), Σ r q x (k) and
 * Σ r x x' (k × k).
 */
export function createThirdMoments(k: number): Float64Array {
  return new Float64Array(2 + 2 * k + k * k);
}

/** @param q k × k, Q in full. */
export function addToMoments(moments: Float64Array, risk: number, x: Float64Array, q: Float64Array): void {
  const k = x.length;
  const squared = form(q, x, x);
  moments[0] += risk;
  moments[1] += risk * squared;
  for (let j = 0; j < k; j++) {
    const weighted = risk * x[j];
    moments[2 + j] += weighted;
    moments[2 + k + j] += squared * weighted;
    for (let m = 0; m < k; m++) moments[2 + 2 * k + j * k + m] += weighted * x[m];
  }
}

/** The mean of (x − x̄)'Q(x − x̄) (x − x̄) = E[q x] − x̄ E[q] − 2 E[x x'] Q x̄ + 2 (x̄'Q x̄) x̄. */
export function thirdMomentOf(moments: Float64Array, k: number, q: Float64Array): Float64Array {
  const total = moments[0];
  const mean = moments.slice(2, 2 + k).map((sum) => sum / total);
  const squaredMean = form(q, mean, mean);
  const third = new Float64Array(k);
  const turned = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    for (let m = 0; m < k; m++) turned[j] += q[j * k + m] * mean[m];
  }
  for (let j = 0; j < k; j++) {
    let second = 0;
    for (let m = 0; m < k; m++) second += moments[2 + 2 * k + j * k + m] * turned[m];
    third[j] = (moments[2 + k + j] - mean[j] * moments[1] - 2 * second) / total + 2 * squaredMean * mean[j];
  }
  return third;
}

function form(q: Float64Array, x: Float64Array, y: Float64Array): number {
  const k = x.length;
  let sum = 0;
  for (let j = 0; j < k; j++) for (let m = 0; m < k; m++) sum += q[j * k + m] * x[j] * y[m];
  return sum;
}
