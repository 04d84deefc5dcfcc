import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactLikelihood } from "../../../estimators/cox/exactLikelihood.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { buildRiskSets } from "../../../estimators/cox/riskSets.ts";
import { standardiseDesign } from "../../../estimators/cox/standardisedDesign.ts";
import { codes, dataOf, estimates } from "./plainDurations.ts";
import { durations } from "./randomDurations.ts";

describe("exact ties", () => {
  it("are a ratio of sums over subsets: two of four fail at once", () => {
    // Products of two of r, r, 1, 1 with r = e^β: r² + 4r + 1; the events have r and 1.
    const data = dataOf([1, 1, 2, 2], [1, 1, 0, 0], { x: [1, 0, 1, 0] });
    const riskSets = buildRiskSets(data);
    const design = standardiseDesign(data.matrix, riskSets);
    const evaluate = exactLikelihood(riskSets, design, data.event);
    for (const beta of [-2, 0, 0.7, 3]) {
      const r = Math.exp(beta);
      const sum = r ** 2 + 4 * r + 1;
      const { logLikelihood, score, information } = evaluate(Float64Array.of(beta));
      expect(logLikelihood).toBeCloseTo(Math.log(r / sum), 13);
      // The mean of the number of items with x = 1 in a subset, and its variance.
      const mean = (2 * r ** 2 + 4 * r) / sum;
      expect(score[0]).toBeCloseTo(1 - mean, 13);
      expect(information[0]).toBeCloseTo((4 * r ** 2 + 4 * r) / sum - mean ** 2, 13);
    }
  });

  it("have the derivatives that differences of the likelihood give", () => {
    fc.assert(
      fc.property(durations, (data) => {
        const riskSets = buildRiskSets(data);
        const design = standardiseDesign(data.matrix, riskSets);
        const evaluate = exactLikelihood(riskSets, design, data.event);
        const at = Float64Array.of(0.4, -0.7, 0.2, 0.5);
        const { score, information } = evaluate(at);
        const h = 1e-4;
        at.forEach((value, j) => {
          const above = evaluate(at.with(j, value + h));
          const below = evaluate(at.with(j, value - h));
          expect((above.logLikelihood - below.logLikelihood) / (2 * h)).toBeCloseTo(score[j], 5);
          for (let m = 0; m < at.length; m++) {
            const cell = information[Math.max(j, m) * at.length + Math.min(j, m)];
            expect((below.score[m] - above.score[m]) / (2 * h)).toBeCloseTo(cell, 5);
          }
        });
      }),
      { numRuns: 20 },
    );
  });

  it("give Efron's and Breslow's fit when there are none", () => {
    const stop = [2, 3, 5, 6, 7, 8, 9, 11];
    const data = dataOf(stop, [1, 0, 1, 1, 1, 1, 0, 1], { x: stop.map((time) => Math.sin(2 * time)) });
    const [exact, efron] = (["exact", "efron"] as const).map((ties) => fitCox(data, { ties }));
    expect(exact.ties).toBe("exact");
    expect(estimates(exact)[0]).toBeCloseTo(estimates(efron)[0], 10);
    expect(exact.covariance[0]).toBeCloseTo(efron.covariance[0], 10);
    expect(exact.logLikelihood).toBeCloseTo(efron.logLikelihood, 12);
  });

  it("are those of the risk sets: a row split at a moment within it, in two strata, changes nothing", () => {
    const rows = [...Array(40).keys()];
    const stop = rows.map((row) => 1 + (row % 5));
    const event = rows.map((row) => Number(row % 3 > 0));
    const x = rows.map((row) => Math.sin(row));
    const strata = rows.map((row) => row % 2);
    const whole = fitCox(dataOf(stop, event, { x }, { strata }), { ties: "exact" });
    const split = dataOf(
      [...stop.map((time) => time / 2), ...stop],
      [...stop.map(() => 0), ...event],
      { x: [...x, ...x] },
      { start: [...stop.map(() => 0), ...stop.map((time) => time / 2)], strata: [...strata, ...strata] },
    );
    expect(whole.converged).toBe(true);
    const parts = fitCox(split, { ties: "exact" });
    expect(parts.terms[0].estimate).toBeCloseTo(whole.terms[0].estimate, 10);
    expect(parts.logLikelihood).toBeCloseTo(whole.logLikelihood, 10);
  });

  it("stay finite with hundreds of events at one time and risk scores that overflow", () => {
    const rows = [...Array(900).keys()];
    const data = dataOf(
      rows.map(() => 1),
      rows.map((row) => Number(row % 3 === 0)),
      { x: rows.map((row) => Math.sin(row)) },
    );
    const fit = fitCox(data, { ties: "exact" });
    expect(fit.converged).toBe(true);
    // All subsets are as likely at zero: log of 900 over 300.
    let logSubsets = 0;
    for (let i = 1; i <= 300; i++) logSubsets += Math.log((600 + i) / i);
    expect(fit.logLikelihoodNull).toBeCloseTo(-logSubsets, 8);
  });

  it("too heavy to be worth it are not tried, and the message says what they cost", () => {
    const rows = [...Array(60_000).keys()];
    const data = dataOf(
      rows.map(() => 1),
      rows.map((row) => row % 2),
      { x: rows.map((row) => Math.sin(row)) },
    );
    const fit = fitCox(data, { ties: "exact" });
    expect(codes(fit)).toEqual(["exact-too-costly"]);
    expect(fit.converged).toBe(false);
    expect(fit.terms[0].estimate).toBeNaN();
    expect(fit.logLikelihood).toBeNaN();
    expect(fit.warnings[0].message).toMatch(/30000 events.*9\.9e\+9 .*"efron"/);
  });

  it("are refused with case weights or a robust covariance", () => {
    const data = dataOf([1, 2, 3], [1, 1, 0], { x: [0, 1, 0] });
    const weighted = { ...data, weights: Float64Array.of(1, 2, 1) };
    expect(() => fitCox(weighted, { ties: "exact" })).toThrow(/weights/);
    expect(() => fitCox(data, { ties: "exact", robust: true })).toThrow(/robust/);
  });
});
