import { describe, expect, it } from "vitest";
import { fitGammaFrailty, type GammaFrailtyFit } from "../../../estimators/frailty/fitGammaFrailty.ts";
import { posteriorFrailty } from "../../../estimators/frailty/posteriorFrailty.ts";
import { predictGammaFrailty } from "../../../estimators/frailty/predictGammaFrailty.ts";
import { withIntercept } from "./referenceData.ts";

/** 40 units with two spells of up to three rows, short in a third of the units, censored in another; half the units have x = 1. */
const rows: { unit: number; spell: number; x: number; event: number }[] = [];
for (let unit = 0; unit < 40; unit++) {
  for (let spell = 0; spell < 2; spell++) {
    const length = unit % 3 === 0 ? 1 : unit % 3 === 1 ? 4 : 1 + ((unit + spell) % 3);
    for (let t = 1; t <= Math.min(length, 3); t++) {
      rows.push({ unit, spell: 2 * unit + spell, x: unit % 2, event: t === length ? 1 : 0 });
    }
  }
}
const matrix = withIntercept({ x: rows.map(({ x }) => x) }, rows.length);
const outcome = rows.map(({ event }) => event);
const unit = rows.map(({ unit }) => unit);
const fit = fitGammaFrailty(matrix, outcome, unit);

const population = withIntercept({ x: [0, 0, 0, 1, 1] }, 5);
const spells = [1, 1, 1, 2, 2];

describe("predictions of a gamma-frailty fit", () => {
  const prediction = predictGammaFrailty(fit, population, spells);
  const theta = fit.frailty.variance;

  it("survival is the closed form, its steps the hazards of those who remain", () => {
    expect(theta).toBeGreaterThan(0.1);
    const h0 = Math.exp(fit.terms[0].estimate);
    const h1 = Math.exp(fit.terms[0].estimate + fit.terms[1].estimate);
    const survival = [h0, 2 * h0, 3 * h0, h1, 2 * h1].map((hazards) => (1 + theta * hazards) ** (-1 / theta));
    survival.forEach((value, row) => {
      expect(prediction.survival[row]).toBeCloseTo(value, 12);
      const before = row === 0 || row === 3 ? 1 : survival[row - 1];
      expect(prediction.populationHazard[row]).toBeCloseTo(1 - value / before, 12);
    });
    expect(prediction.hazard[0]).toBeCloseTo(1 - Math.exp(-h0), 12);
    // The frail leave first.
    expect(prediction.populationHazard[2]).toBeLessThan(prediction.populationHazard[0]);
    expect(prediction.hazard[2]).toBe(prediction.hazard[0]);
  });

  it("an infinite coefficient is a hazard of 1 or 0, with no error of a survival that is sure", () => {
    for (const variance of [theta, 0]) {
      const infinite: GammaFrailtyFit = {
        ...fit,
        terms: fit.terms.map((term, i) => (i === 1 ? { ...term, estimate: Infinity } : term)),
        frailty: { ...fit.frailty, variance },
      };
      const raised = predictGammaFrailty(
        infinite,
        withIntercept({ x: [0, 1, 0, 1, 0, -1] }, 6),
        [1, 1, 1, 1, 2, 2],
      );
      const h0 = Math.exp(fit.terms[0].estimate);
      const usual = raised.hazard[0];
      expect(Array.from(raised.hazard)).toEqual([usual, 1, usual, 1, usual, 0]);
      expect(Array.from(raised.survival.subarray(1, 4))).toEqual([0, 0, 0]);
      expect(Array.from(raised.survivalStdError.subarray(1, 4))).toEqual([0, 0, 0]);
      expect(raised.populationHazard[1]).toBe(1);
      expect(raised.populationHazard[2]).toBeCloseTo(variance === 0 ? 1 - Math.exp(-h0) : 0, 12);
      expect(raised.populationHazard[3]).toBe(1);
      // A hazard of 0 changes nothing.
      expect(raised.survival[5]).toBe(raised.survival[4]);
      expect(raised.survivalStdError[5]).toBe(raised.survivalStdError[4]);
      expect(raised.populationHazard[5]).toBe(0);
    }
  });

  it("its standard error is the delta method's, with differences for derivatives", () => {
    const parameters = [...fit.terms.map(({ estimate }) => estimate), Math.log(theta)];
    const survivalAt = (values: readonly number[]): number => {
      const moved: GammaFrailtyFit = {
        ...fit,
        terms: fit.terms.map((term, i) => ({ ...term, estimate: values[i] })),
        frailty: { ...fit.frailty, variance: Math.exp(values[2]) },
      };
      return predictGammaFrailty(moved, population, spells).survival[4];
    };
    const slopes = parameters.map((_, i) => {
      const moved = (by: number) => survivalAt(parameters.map((value, j) => (i === j ? value + by : value)));
      return (moved(1e-5) - moved(-1e-5)) / 2e-5;
    });
    let squared = 0;
    slopes.forEach((a, i) => {
      slopes.forEach((b, j) => {
        squared += a * b * fit.covariance[3 * i + j];
      });
    });
    expect(prediction.survivalStdError[4] / Math.sqrt(squared)).toBeCloseTo(1, 7);
  });

  it("without frailty are those of independent rows", () => {
    const none: GammaFrailtyFit = { ...fit, frailty: { ...fit.frailty, variance: 0 } };
    const plain = predictGammaFrailty(none, population, spells);
    expect(plain.survival[2]).toBeCloseTo((1 - plain.hazard[0]) ** 3, 12);
    expect(plain.populationHazard[4]).toBeCloseTo(plain.hazard[4], 12);
  });

  it("with a coefficient of −∞ nothing happens where its column is not 0, and the rest is as ever", () => {
    const never: GammaFrailtyFit = {
      ...fit,
      terms: fit.terms.map((term) => (term.term === "x" ? { ...term, estimate: -Infinity } : term)),
    };
    const some = predictGammaFrailty(never, population, spells);
    expect(some.survival[1]).toBe(prediction.survival[1]);
    expect(some.survival[4]).toBe(1);
    expect(some.survivalStdError[4]).toBe(0);
    expect(() => posteriorFrailty(never, matrix, outcome, unit)).toThrow(/finite/);
  });

  it("are refused for other terms", () => {
    expect(() => predictGammaFrailty(fit, withIntercept({ z: [1] }, 1), [1])).toThrow(/terms/);
    expect(() => predictGammaFrailty(fit, population, [1])).toThrow(RangeError);
  });
});

describe("the frailty of a group given its rows", () => {
  const posterior = posteriorFrailty(fit, matrix, outcome, unit);

  it("is (1/θ)/(1/θ + its hazards) for a group without event", () => {
    const row = rows.findIndex(({ unit }) => !rows.some((other) => other.unit === unit && other.event === 1));
    expect(row).toBeGreaterThanOrEqual(0);
    const theta = fit.frailty.variance;
    const hazards = rows
      .filter(({ unit }) => unit === rows[row].unit)
      .reduce((sum, { x }) => sum + Math.exp(fit.terms[0].estimate + x * fit.terms[1].estimate), 0);
    expect(posterior[row]).toBeCloseTo(1 / (1 + theta * hazards), 9);
  });

  it("averages 1 over the groups, which is the score of a common factor", () => {
    const first = rows.flatMap(({ unit }, row) => (row === 0 || rows[row - 1].unit !== unit ? [row] : []));
    const mean = first.reduce((sum, row) => sum + posterior[row], 0) / first.length;
    expect(mean).toBeCloseTo(1, 1);
    expect(new Set(first.map((row) => posterior[row].toFixed(6))).size).toBeGreaterThan(4);
  });

  it("is 1 without frailty", () => {
    const none: GammaFrailtyFit = { ...fit, frailty: { ...fit.frailty, variance: 0 } };
    expect(new Set(posteriorFrailty(none, matrix, outcome, unit))).toEqual(new Set([1]));
  });
});
