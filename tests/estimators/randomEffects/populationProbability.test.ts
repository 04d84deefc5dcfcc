import { describe, expect, it } from "vitest";
import { LINKS } from "../../../estimators/binary/links/links.ts";
import {
  averageOverPopulation,
  type PopulationProbability,
  populationProbability,
} from "../../../estimators/randomEffects/populationProbability.ts";

const INDICES = [-8, -3, -1, -0.2, 0, 0.7, 2, 5];
const SIGMAS = [0.1, 0.5, 1, 2.5, 6, 20];

function at(population: PopulationProbability, index: number): number[] {
  const result = new Float64Array(5);
  population(index, result);
  return [...result];
}

describe("the probability averaged over the population of groups", () => {
  it("is the closed form of the probit to 1e-14, derivatives included", () => {
    for (const sigma of SIGMAS) {
      const sum = averageOverPopulation(LINKS.probit, sigma);
      const closed = populationProbability(LINKS.probit, sigma);
      for (const index of INDICES) {
        const truth = at(closed, index);
        at(sum, index).forEach((value, i) => {
          expect(Math.abs(value - truth[i])).toBeLessThan(1e-14 * (1 + sigma));
        });
      }
    }
  });

  it.each(["logit", "cloglog"] as const)(
    "is the integral by its definition on a grid ten times finer: %s",
    (name) => {
      const { probability } = LINKS[name];
      for (const sigma of SIGMAS) {
        const population = populationProbability(LINKS[name], sigma);
        const step = 0.02 / Math.max(1, sigma);
        for (const index of INDICES) {
          let truth = 0;
          for (let i = Math.ceil(-9 / step); i * step <= 9; i++) {
            const u = i * step;
            truth +=
              (step / Math.sqrt(2 * Math.PI)) * Math.exp(-0.5 * u * u) * probability(index + sigma * u);
          }
          expect(Math.abs(at(population, index)[0] - truth)).toBeLessThan(2e-14);
        }
      }
    },
  );

  it("of a symmetric response at index 0 is one half, and without a random effect the response itself", () => {
    expect(at(populationProbability(LINKS.logit, 3), 0)[0]).toBeCloseTo(0.5, 14);
    expect(at(populationProbability(LINKS.cloglog, 0), -0.4)[0]).toBe(LINKS.cloglog.probability(-0.4));
  });

  it.each(["probit", "logit", "cloglog"] as const)(
    "has the derivatives of numerical differences: %s",
    (name) => {
      const h = 1e-4;
      for (const sigma of [0.4, 1.3, 4]) {
        for (const index of INDICES) {
          const [, density, densitySlope, lnSigmaSlope, lnSigmaDensitySlope] = at(
            populationProbability(LINKS[name], sigma),
            index,
          );
          const byIndex = [h, -h].map((step) => at(populationProbability(LINKS[name], sigma), index + step));
          const byLnSigma = [h, -h].map((step) =>
            at(populationProbability(LINKS[name], sigma * Math.exp(step)), index),
          );
          const slope = ([up, down]: number[][], place: number) => (up[place] - down[place]) / (2 * h);
          expect(density).toBeCloseTo(slope(byIndex, 0), 7);
          expect(densitySlope).toBeCloseTo(slope(byIndex, 1), 7);
          expect(lnSigmaSlope).toBeCloseTo(slope(byLnSigma, 0), 7);
          expect(lnSigmaDensitySlope).toBeCloseTo(slope(byLnSigma, 1), 7);
        }
      }
    },
  );
});
