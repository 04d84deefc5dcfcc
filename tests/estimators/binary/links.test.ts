import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CURVATURE, LOG_LIKELIHOOD, SCORE } from "../../../estimators/binary/links/link.ts";
import { LINKS } from "../../../estimators/binary/links/links.ts";

/** Fourth-order central difference. */
function slope(f: (x: number) => number, x: number, h = 1e-3): number {
  return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
}

describe.each(Object.values(LINKS))("the link $name", (link) => {
  const row = (outcome: number, index: number): [number, number, number] => {
    const result = new Float64Array(3);
    link.row(outcome, index, result);
    return [result[LOG_LIKELIHOOD], result[SCORE], result[CURVATURE]];
  };
  const anIndex = fc.double({ min: -6, max: 2, noNaN: true });
  const anOutcome = fc.constantFrom(0, 1);

  it("has the score and the curvature that numerical derivatives of its log-likelihood have", () => {
    fc.assert(
      fc.property(anOutcome, anIndex, (outcome, index) => {
        const [, score, curvature] = row(outcome, index);
        const numericScore = slope((x) => row(outcome, x)[0], index);
        const numericCurvature = -slope((x) => row(outcome, x)[1], index);
        expect(Math.abs(numericScore - score)).toBeLessThan(1e-8 * (1 + Math.abs(score)));
        expect(Math.abs(numericCurvature - curvature)).toBeLessThan(1e-8 * (1 + curvature));
      }),
    );
  });

  it("has a density that is the slope of its probability, and a relative slope that is that of its density", () => {
    fc.assert(
      fc.property(anIndex, (index) => {
        const density = link.density(index);
        expect(Math.abs(slope(link.probability, index) - density)).toBeLessThan(1e-9);
        const second = link.relativeSlope(index) * density;
        expect(Math.abs(slope(link.density, index) - second)).toBeLessThan(1e-9);
      }),
    );
  });

  it("has scores of mean zero whose variance is the expected curvature", () => {
    fc.assert(
      fc.property(anIndex, (index) => {
        const p = link.probability(index);
        const [one, zero] = [row(1, index), row(0, index)];
        const expected = link.expectedCurvature(index);
        expect(Math.abs(p * one[1] + (1 - p) * zero[1])).toBeLessThan(1e-12);
        expect(Math.abs((p * one[1] ** 2 + (1 - p) * zero[1] ** 2) / expected - 1)).toBeLessThan(1e-9);
        expect(Math.abs((p * one[2] + (1 - p) * zero[2]) / expected - 1)).toBeLessThan(1e-7);
      }),
    );
  });

  it("gives the two outcomes probabilities that sum to one", () => {
    fc.assert(
      fc.property(anIndex, (index) => {
        expect(Math.exp(row(0, index)[0]) + Math.exp(row(1, index)[0])).toBeCloseTo(1, 14);
        expect(Math.exp(row(1, index)[0])).toBeCloseTo(link.probability(index), 14);
      }),
    );
  });

  it("finds the index of a probability", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(Math.abs(link.probability(link.quantile(p)) - p)).toBeLessThan(1e-13);
      }),
    );
  });

  it.each([-800, -700, -40, -1, 0, 5, 6, 40, 700, 800])(
    "is never NaN, nor of the wrong sign, at η = %d",
    (index) => {
      for (const outcome of [0, 1]) {
        const [logLikelihood, score, curvature] = row(outcome, index);
        expect(logLikelihood).toBeLessThanOrEqual(0);
        expect((2 * outcome - 1) * score).toBeGreaterThanOrEqual(0);
        expect(curvature).toBeGreaterThanOrEqual(0);
      }
      expect(link.probability(index)).toBeGreaterThanOrEqual(0);
      expect(link.probability(index)).toBeLessThanOrEqual(1);
      expect(link.density(index)).toBeGreaterThanOrEqual(0);
      expect(link.relativeSlope(index) * link.density(index)).not.toBeNaN();
      expect(link.expectedCurvature(index)).toBeGreaterThanOrEqual(0);
    },
  );
});

describe("the complementary log-log link", () => {
  it("joins its series and its closed form without a step", () => {
    const { row } = LINKS.cloglog;
    const [below, above] = [new Float64Array(3), new Float64Array(3)];
    // h = e^η crosses one half at η = −ln 2.
    row(1, -Math.LN2 - 1e-15, below);
    row(1, -Math.LN2 + 1e-15, above);
    for (let i = 0; i < 3; i++) expect(Math.abs(below[i] - above[i])).toBeLessThan(1e-14);
  });

  it("keeps the curvature of rare events, h/2, to its last digits", () => {
    const result = new Float64Array(3);
    LINKS.cloglog.row(1, -30, result);
    expect(Math.abs(result[CURVATURE] / (Math.exp(-30) / 2) - 1)).toBeLessThan(1e-12);
    expect(result[LOG_LIKELIHOOD]).toBeCloseTo(-30, 12);
    expect(LINKS.cloglog.probability(-30) / Math.exp(-30)).toBeCloseTo(1, 12);
  });
});
