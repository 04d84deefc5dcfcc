import { describe, expect, it } from "vitest";
import { maximizeByNewton, type Objective } from "../../../estimators/numerics/newton.ts";

/** Concave: log-likelihood of a Poisson mean exp(b) after observing counts with sum `sum` in `n` draws. */
const poisson: Objective = {
  parameters: 1,
  evaluate: ([b], gradient, hessian) => {
    gradient[0] = 7 - 3 * Math.exp(b);
    hessian[0] = -3 * Math.exp(b);
    return 7 * b - 3 * Math.exp(b);
  },
};

/** −(x² − 1)² − y²: concave only away from x = 0. */
const twoHills: Objective = {
  parameters: 2,
  evaluate: ([x, y], gradient, hessian) => {
    gradient.set([-4 * x * (x * x - 1), -2 * y]);
    hessian.set([4 - 12 * x * x, 0, 0, -2]);
    return -((x * x - 1) ** 2) - y * y;
  },
};

const options = { maxIterations: 100, tolerance: 1e-12 };

describe("Newton's method", () => {
  it.each([-3, 0, 5, 20])("finds the maximum of a concave function from %d", (start) => {
    const { point, converged } = maximizeByNewton(poisson, [start], options);
    expect(converged).toBe(true);
    expect(point[0]).toBeCloseTo(Math.log(7 / 3), 9);
  });

  it("climbs from where the function is convex", () => {
    const { point, converged } = maximizeByNewton(twoHills, [0.01, 3], options);
    expect(converged).toBe(true);
    expect(point[0]).toBeCloseTo(1, 7);
    expect(point[1]).toBeCloseTo(0, 7);
  });

  it("gives the value of the maximum, also when it stops well before", () => {
    const { value, gradient } = maximizeByNewton(poisson, [1], { ...options, tolerance: 0.05 });
    expect(Math.abs(gradient[0])).toBeGreaterThan(0.05);
    expect(Math.abs(value - (7 * Math.log(7 / 3) - 7))).toBeLessThan(1e-4);
  });

  it("keeps to step limits", () => {
    const seen: number[] = [];
    const watched: Objective = {
      parameters: 1,
      evaluate: (point, gradient, hessian) => {
        seen.push(point[0]);
        return poisson.evaluate(point, gradient, hessian);
      },
    };
    maximizeByNewton(watched, [-3], { ...options, stepLimits: Float64Array.of(0.5) });
    for (let i = 1; i < seen.length; i++)
      expect(Math.abs(seen[i] - seen[i - 1])).toBeLessThanOrEqual(0.5 + 1e-12);
  });

  it("says that it has not converged when steps run out, when stopped, and when the start has no value", () => {
    expect(maximizeByNewton(poisson, [-3], { ...options, maxIterations: 1 })).toMatchObject({
      converged: false,
      iterations: 1,
    });
    expect(maximizeByNewton(poisson, [5], { ...options, stop: ([b]) => b < 3 }).converged).toBe(false);
    expect(maximizeByNewton(poisson, [Number.NaN], options).converged).toBe(false);
  });
});
