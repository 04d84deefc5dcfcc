/**
 * Small dense symmetric matrices as row-major n × n Float64Arrays, of which only the lower triangle (column ≤ row)
 * is read. Functions named `…InPlace` overwrite their first argument.
 */

/**
 * Cholesky factor L of A = L L' over the lower triangle of `a`. A column that is a linear combination of the ones
 * before it (what remains of its diagonal is at most `tolerance` times what it was) is left out: its row and
 * column of L are zeroed, and its index is returned. So the first of several dependent columns stays, as in R.
 *
 * @param tolerance relative; 0 asks only for a positive remainder.
 * @returns indices of the columns left out, ascending; empty for a positive definite matrix.
 */
export function choleskyInPlace(a: Float64Array, n: number, tolerance = 0): number[] {
  const dependent: number[] = [];
  for (let j = 0; j < n; j++) {
    const rowJ = j * n;
    const original = a[rowJ + j];
    let remainder = original;
    for (let k = 0; k < j; k++) remainder -= a[rowJ + k] * a[rowJ + k];
    if (!(remainder > 0 && remainder > tolerance * original)) {
      dependent.push(j);
      for (let k = 0; k <= j; k++) a[rowJ + k] = 0;
      for (let i = j + 1; i < n; i++) a[i * n + j] = 0;
      continue;
    }
    const pivot = Math.sqrt(remainder);
    a[rowJ + j] = pivot;
    for (let i = j + 1; i < n; i++) {
      const rowI = i * n;
      let sum = a[rowI + j];
      for (let k = 0; k < j; k++) sum -= a[rowI + k] * a[rowJ + k];
      a[rowI + j] = sum / pivot;
    }
  }
  return dependent;
}

/** Solves L L' x = b for x, overwriting b. Columns left out of L get x = 0. */
export function solveCholeskyInPlace(b: Float64Array, factor: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const pivot = factor[i * n + i];
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= factor[i * n + k] * b[k];
    b[i] = pivot > 0 ? sum / pivot : 0;
  }
  for (let i = n - 1; i >= 0; i--) {
    const pivot = factor[i * n + i];
    let sum = b[i];
    for (let k = i + 1; k < n; k++) sum -= factor[k * n + i] * b[k];
    b[i] = pivot > 0 ? sum / pivot : 0;
  }
}

/** (L L')⁻¹ in full; rows and columns of columns left out of L are NaN. */
export function inverseFromCholesky(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    column.fill(0);
    column[j] = 1;
    solveCholeskyInPlace(column, factor, n);
    for (let i = 0; i < n; i++) {
      inverse[i * n + j] = factor[i * n + i] > 0 && factor[j * n + j] > 0 ? column[i] : Number.NaN;
    }
  }
  // The two halves differ in their last bits; a covariance matrix must not.
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) inverse[j * n + i] = inverse[i * n + j];
  return inverse;
}

/** x'Ax over the lower triangle of `a`. */
export function quadraticForm(a: Float64Array, x: ArrayLike<number>): number {
  const n = x.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += a[i * n + i] * x[i] * x[i];
    for (let j = 0; j < i; j++) sum += 2 * a[i * n + j] * x[i] * x[j];
  }
  return sum;
}
