import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choleskyInPlace,
  inverseFromCholesky,
  quadraticForm,
  solveCholeskyInPlace,
} from "../../../estimators/numerics/symmetric.ts";

/** B B' + I, positive definite for every B. */
const positiveDefinite = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n }).map((b) => ({
    n,
    a: Float64Array.from({ length: n * n }, (_, at) => {
      const i = Math.floor(at / n);
      const j = at % n;
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < n; k++) sum += b[i * n + k] * b[j * n + k];
      return sum;
    }),
  })),
);

describe("the Cholesky factor", () => {
  it("solves and inverts every positive definite matrix", () => {
    fc.assert(
      fc.property(positiveDefinite, ({ n, a }) => {
        const factor = a.slice();
        expect(choleskyInPlace(factor, n)).toEqual([]);
        const inverse = inverseFromCholesky(factor, n);
        const x = Float64Array.from({ length: n }, (_, i) => i + 1);
        solveCholeskyInPlace(x, factor, n);
        for (let i = 0; i < n; i++) {
          let product = 0;
          for (let j = 0; j < n; j++) product += a[i * n + j] * x[j];
          expect(product).toBeCloseTo(i + 1, 9);
          for (let j = 0; j < n; j++) {
            let cell = 0;
            for (let k = 0; k < n; k++) cell += a[i * n + k] * inverse[k * n + j];
            expect(cell).toBeCloseTo(i === j ? 1 : 0, 9);
            expect(inverse[i * n + j]).toBe(inverse[j * n + i]);
          }
        }
      }),
    );
  });

  it("names the column that repeats the ones before it, and solves without it", () => {
    // Columns 1, x, 1 + 2x, z of a 4-row design.
    const columns = [
      [1, 1, 1, 1],
      [0, 1, 2, 3],
      [1, 3, 5, 7],
      [1, 0, 0, 1],
    ];
    const gram = Float64Array.from(
      columns.flatMap((a) => columns.map((b) => a.reduce((s, v, i) => s + v * b[i], 0))),
    );
    const factor = gram.slice();
    expect(choleskyInPlace(factor, 4, 1e-10)).toEqual([2]);
    const x = Float64Array.of(4, 6, 16, 2);
    solveCholeskyInPlace(x, factor, 4);
    expect(x[2]).toBe(0);
    expect(4 * x[0] + 6 * x[1] + 2 * x[3]).toBeCloseTo(4, 12);
    const inverse = inverseFromCholesky(factor, 4);
    expect(inverse[2]).toBeNaN();
    expect(inverse[10]).toBeNaN();
    expect(inverse[0]).toBeGreaterThan(0);
  });

  it("rejects the first column when it is zero, and a matrix that is not positive definite", () => {
    expect(choleskyInPlace(Float64Array.of(0, 0, 0, 1), 2)).toEqual([0]);
    expect(choleskyInPlace(Float64Array.of(1, 2, 2, 1), 2)).toEqual([1]);
    expect(choleskyInPlace(Float64Array.of(Number.NaN), 1)).toEqual([0]);
  });

  it("reads only the lower triangle", () => {
    const factor = Float64Array.of(4, Number.NaN, 2, 3);
    choleskyInPlace(factor, 2);
    expect([factor[0], factor[2], factor[3]]).toEqual([2, 1, Math.SQRT2]);
    expect(quadraticForm(Float64Array.of(1, Number.NaN, 2, 3), [5, 7])).toBe(25 + 2 * 2 * 35 + 3 * 49);
  });
});
