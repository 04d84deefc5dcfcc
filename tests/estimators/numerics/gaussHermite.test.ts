import { describe, expect, it } from "vitest";
import { gaussHermite } from "../../../estimators/numerics/gaussHermite.ts";

/** ∫ x^degree exp(−x²) dx = Γ((degree + 1)/2) for even degrees, 0 for odd ones. */
function moment(degree: number): number {
  let value = Math.sqrt(Math.PI);
  for (let j = 1; j < degree; j += 2) value *= j / 2;
  return degree % 2 === 0 ? value : 0;
}

describe("a Gauss–Hermite rule", () => {
  it.each([1, 2, 3, 5, 12, 24, 25, 60])(
    "with %i nodes integrates polynomials to degree 2n − 1 exactly",
    (count) => {
      const { nodes, weights } = gaussHermite(count);
      for (let degree = 0; degree < 2 * count; degree++) {
        let sum = 0;
        let size = 0;
        for (let k = 0; k < count; k++) {
          const term = weights[k] * nodes[k] ** degree;
          sum += term;
          size += Math.abs(term);
        }
        expect(Math.abs(sum - moment(degree))).toBeLessThanOrEqual(1e-13 * size);
      }
    },
  );

  it("with n nodes is wrong at degree 2n: the tolerance above can fail", () => {
    const { nodes, weights } = gaussHermite(3);
    const sum = nodes.reduce((total, node, k) => total + weights[k] * node ** 6, 0);
    expect(Math.abs(sum / moment(6) - 1)).toBeGreaterThan(0.1);
  });

  it("has the nodes and weights in closed form for n = 2 and 3", () => {
    expect(gaussHermite(2).nodes[1]).toBeCloseTo(Math.SQRT1_2, 15);
    expect(gaussHermite(2).weights[0]).toBeCloseTo(Math.sqrt(Math.PI) / 2, 15);
    expect(gaussHermite(3).nodes[2]).toBeCloseTo(Math.sqrt(1.5), 15);
    expect(gaussHermite(3).weights[1]).toBeCloseTo((2 * Math.sqrt(Math.PI)) / 3, 15);
  });

  it("is symmetric to the last bit and ascending", () => {
    for (const count of [7, 12, 200, 256]) {
      const { nodes, weights } = gaussHermite(count);
      for (let k = 0; k < count; k++) {
        expect(nodes[k] + nodes[count - 1 - k]).toBe(0);
        expect(weights[k]).toBe(weights[count - 1 - k]);
        if (k > 0) expect(nodes[k]).toBeGreaterThan(nodes[k - 1]);
      }
    }
  });

  it("refuses a count that is not a whole number from 1 to 256", () => {
    for (const count of [0, 257, 2.5, Number.NaN]) expect(() => gaussHermite(count)).toThrow(RangeError);
  });
});
