import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { fitBinary } from "../../../estimators/binary/fitBinary.ts";
import { fitGammaFrailty } from "../../../estimators/frailty/fitGammaFrailty.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { withIntercept } from "./referenceData.ts";

const truth = { intercept: -2, x: 0.8, time: 0.15, variance: 0.5 };

interface Simulated {
  readonly matrix: ModelMatrix;
  readonly outcome: number[];
  readonly group: number[];
}

/** Units with some spells of up to eight periods each, all under the unit's frailty: gamma with mean 1 and variance ½. */
function simulate(seed: string, units: number, spells: number): Simulated {
  const random = seedrandom.alea(seed);
  const rows: { unit: number; x: number; time: number; event: number }[] = [];
  for (let unit = 0; unit < units; unit++) {
    // Shape 2: half the sum of two exponentials.
    const frailty = -0.5 * (Math.log(1 - random()) + Math.log(1 - random()));
    for (let spell = 0; spell < spells; spell++) {
      const x = 2 * random() - 1;
      for (let time = 0; time < 8; time++) {
        const hazard = frailty * Math.exp(truth.intercept + truth.x * x + truth.time * time);
        const event = random() < 1 - Math.exp(-hazard) ? 1 : 0;
        rows.push({ unit, x, time, event });
        if (event === 1) break;
      }
    }
  }
  return {
    matrix: withIntercept({ x: rows.map(({ x }) => x), time: rows.map(({ time }) => time) }, rows.length),
    outcome: rows.map(({ event }) => event),
    group: rows.map(({ unit }) => unit),
  };
}

describe.each([
  { units: 600, spells: 1 },
  { units: 150, spells: 3 },
])("$units units with $spells spells each, 40 times", ({ units, spells }) => {
  const fits = Array.from({ length: 40 }, (_, replication) => {
    const { matrix, outcome, group } = simulate(`${spells}/${replication}`, units, spells);
    return { fit: fitGammaFrailty(matrix, outcome, group), matrix, outcome };
  });

  it("are all fitted", () => {
    expect(fits.filter(({ fit }) => !fit.converged)).toEqual([]);
  });

  it.each([
    ["(Intercept)", truth.intercept],
    ["x", truth.x],
    ["time", truth.time],
  ] as const)("%s is recovered, its intervals hold it as often as they say", (name, value) => {
    const found = fits.flatMap(({ fit }) => fit.terms.filter(({ term }) => term === name));
    const errors = found.map(({ estimate }) => estimate - value);
    const bias = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const spread = Math.sqrt(
      errors.reduce((sum, error) => sum + (error - bias) ** 2, 0) / (errors.length - 1),
    );
    // Three Monte Carlo standard errors are 0.47 of the spread.
    expect(Math.abs(bias)).toBeLessThan(0.47 * spread);
    const covered = found.filter(({ confLow, confHigh }) => confLow < value && value < confHigh).length;
    // 38, less three Monte Carlo standard errors.
    expect(covered).toBeGreaterThan(33);
  });

  it("θ too, and without it the hazard seems to rise less", () => {
    const inside = fits.filter(
      ({ fit: { frailty } }) => frailty.confLow < truth.variance && truth.variance < frailty.confHigh,
    );
    expect(inside.length).toBeGreaterThan(33);
    const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(Math.abs(mean(fits.map(({ fit }) => fit.frailty.variance)) - truth.variance)).toBeLessThan(0.12);
    const pooled = fits
      .slice(0, 10)
      .map(({ matrix, outcome }) => fitBinary(matrix, outcome, { link: "cloglog" }).terms[2].estimate);
    expect(mean(pooled)).toBeLessThan(truth.time - 0.04);
  });
});
