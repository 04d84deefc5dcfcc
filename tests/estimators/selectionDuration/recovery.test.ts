import { describe, expect, it } from "vitest";
import {
  fitSelectionDuration,
  type SelectionDurationFit,
  type SelectionDurationOptions,
} from "../../../estimators/index.ts";
import { type SimulatedDesign, simulateSelectionDuration } from "./simulate.ts";

const REPLICATIONS = 20;

/** Fits of small simulated samples: the least that shows a parameter recovered or missed. */
function replicate(
  design: Omit<SimulatedDesign, "seed" | "rows">,
  options: SelectionDurationOptions,
): SelectionDurationFit[] {
  return Array.from({ length: REPLICATIONS }, (_, replication) => {
    const seed = `selection and duration ${replication}`;
    const data = simulateSelectionDuration({ ...design, seed, rows: 1000 });
    return fitSelectionDuration(data.selection, data.selected, data.duration, data.time, data.event, options);
  });
}

function meanAndError(values: number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** Distance of the mean estimate from the truth in Monte Carlo standard errors. */
function distance(values: number[], truth: number): number {
  const { mean, error } = meanAndError(values);
  return (mean - truth) / error;
}

const coefficients = [-0.5, 1, 0.5, -0.5, 0.6];

describe("recovers what the data were made with, within 3.5 Monte Carlo errors:", () => {
  it.each([
    ["gaussian", "normal", 0.6],
    ["gaussian", "normal", -0.5],
    ["fgm", "exponential", 0.5],
  ] as const)("%s of %s errors, dependence %d", (kind, selectionError, value) => {
    const dependence = { kind, value };
    const fits = replicate(
      { dependence, selectionError, shape: 1.3, censoringTime: 3 },
      { dependence: kind },
    );
    coefficients.forEach((truth, i) => {
      expect(
        Math.abs(
          distance(
            fits.map(({ terms }) => terms[i].estimate),
            truth,
          ),
        ),
      ).toBeLessThan(3.5);
    });
    expect(
      Math.abs(
        distance(
          fits.map(({ shape }) => shape?.estimate ?? 1),
          1.3,
        ),
      ),
    ).toBeLessThan(3.5);
    expect(
      Math.abs(
        distance(
          fits.map((fit) => fit.dependence.estimate),
          value,
        ),
      ),
    ).toBeLessThan(3.5);
    expect(fits.every(({ converged }) => converged)).toBe(true);
  });
});

describe("the design of Boehmke, Morey and Shannon: bivariate normal errors made exponential", () => {
  const design = (value: number) =>
    ({ dependence: { kind: "gaussian", value }, selectionError: "exponential" }) as const;
  const options = { dependence: "fgm", distribution: "exponential" } as const;
  const intercepts = (fits: SelectionDurationFit[]): number[] => fits.map(({ terms }) => terms[3].estimate);

  it("with ρ = 0.2, a correlation they can express, their estimator misses the intercept by less than 0.06", () => {
    const fits = replicate(design(0.2), options);
    expect(Math.abs(meanAndError(intercepts(fits)).mean + 0.5)).toBeLessThan(0.06);
    const atBound = fits.filter(({ dependence }) => Math.abs(dependence.estimate) === 1);
    expect(atBound.length).toBeLessThan(REPLICATIONS / 2);
  });

  it("with ρ = 0.6 it ends at its bound of 0.25, says so, and is biased", () => {
    const fits = replicate(design(0.6), options);
    const atBound = fits.filter(({ warnings }) =>
      warnings.some(({ code }) => code === "dependence-at-boundary"),
    );
    expect(atBound.length).toBeGreaterThanOrEqual(REPLICATIONS - 2);
    expect(meanAndError(fits.map(({ dependence }) => dependence.correlation)).mean).toBeCloseTo(0.25, 1);
    expect(meanAndError(intercepts(fits)).mean).toBeLessThan(-0.62);
    const { dependence, independenceTest, terms, converged } = atBound[0];
    expect(converged).toBe(true);
    expect(dependence).toMatchObject({ estimate: 1, atanh: Infinity, stdError: Number.NaN, bound: 0.25 });
    expect(independenceTest.likelihoodRatio.pValue).toBeLessThan(0.05);
    expect(independenceTest.wald.statistic).toBeNaN();
    for (const { stdError } of terms) expect(stdError).toBeGreaterThan(0);
    expect(distance(intercepts(fits), -0.5)).toBeLessThan(-5);
  });
});
