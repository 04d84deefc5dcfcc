import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CoxData } from "../../../estimators/cox/coxData.ts";
import { prepareCox, slotsAt } from "../../../estimators/cox/coxProblem.ts";
import { partialLikelihood } from "../../../estimators/cox/partialLikelihood.ts";
import { buildRiskSets } from "../../../estimators/cox/riskSets.ts";
import { scoreResiduals } from "../../../estimators/cox/scoreResiduals.ts";
import type { ApproximateTies } from "../../../estimators/cox/slotSums.ts";
import { standardiseDesign } from "../../../estimators/cox/standardisedDesign.ts";
import { type Definition, partialLikelihoodByDefinition } from "./definition.ts";
import { durations } from "./randomDurations.ts";

/** Our evaluation, translated to coefficients in the units of the columns. */
function fast(data: CoxData, coefficients: readonly number[], ties: ApproximateTies): Definition {
  const riskSets = buildRiskSets(data);
  const design = standardiseDesign(data.matrix, riskSets);
  const scaled = Float64Array.from(coefficients, (value, j) => value * design.scale[j]);
  const k = scaled.length;
  const { logLikelihood, score, information } = partialLikelihood(riskSets, design, data.event, ties)(scaled);
  return {
    logLikelihood,
    score: [...score].map((value, j) => value * design.scale[j]),
    information: [...score.keys()].map((j) =>
      [...score.keys()].map(
        (m) => information[Math.max(j, m) * k + Math.min(j, m)] * design.scale[j] * design.scale[m],
      ),
    ),
  };
}

function expectSame(found: Definition, expected: Definition, precision: number): void {
  const scale = 1 + Math.abs(expected.logLikelihood);
  expect(Math.abs(found.logLikelihood - expected.logLikelihood) / scale).toBeLessThan(precision);
  const largest = Math.max(1, ...expected.information.flat().map(Math.abs));
  expected.score.forEach((value, j) => {
    expect(Math.abs(found.score[j] - value) / largest).toBeLessThan(precision);
    expected.information[j].forEach((cell, m) => {
      expect(Math.abs(found.information[j][m] - cell) / largest).toBeLessThan(precision);
    });
  });
}

const coefficients = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), {
  minLength: 4,
  maxLength: 4,
});

describe("the partial likelihood", () => {
  for (const ties of ["efron", "breslow"] as const) {
    it(`and its derivatives are those of the definition (${ties})`, () => {
      fc.assert(
        fc.property(durations, coefficients, (data, beta) => {
          expectSame(fast(data, beta, ties), partialLikelihoodByDefinition(data, beta, ties), 1e-10);
        }),
      );
    });

    it(`keeps eight digits when the hazard grows by e⁶⁰ with time (${ties})`, () => {
      fc.assert(
        fc.property(durations, coefficients, (data, beta) => {
          const trend = data.stop.map((stop) => stop / 12);
          const numeric = [{ name: "trend", values: trend }, ...data.matrix.numeric.slice(1)];
          const trending = { ...data, matrix: { ...data.matrix, numeric } };
          const steep = [60, ...beta.slice(1)];
          expectSame(fast(trending, steep, ties), partialLikelihoodByDefinition(trending, steep, ties), 1e-8);
        }),
      );
    });

    it(`is finite where risk scores overflow (${ties})`, () => {
      fc.assert(
        fc.property(durations, (data) => {
          const beta = [700, -300, 500, 0];
          expectSame(fast(data, beta, ties), partialLikelihoodByDefinition(data, beta, ties), 1e-11);
        }),
        { numRuns: 30 },
      );
    });

    it(`has the derivatives that differences of its value give (${ties})`, () => {
      fc.assert(
        fc.property(durations, coefficients, (data, beta) => {
          const { score, information } = fast(data, beta, ties);
          const h = 1e-4;
          beta.forEach((_, j) => {
            const moved = (sign: number) => beta.map((value, m) => value + (m === j ? sign * h : 0));
            const above = fast(data, moved(1), ties);
            const below = fast(data, moved(-1), ties);
            const size = Math.max(1, ...information.flat().map(Math.abs));
            expect(
              Math.abs((above.logLikelihood - below.logLikelihood) / (2 * h) - score[j]) / size,
            ).toBeLessThan(1e-6);
            beta.forEach((_, m) => {
              const second = -(above.score[m] - below.score[m]) / (2 * h);
              expect(Math.abs(second - information[j][m]) / size).toBeLessThan(1e-6);
            });
          });
        }),
        { numRuns: 30 },
      );
    });
  }

  it("is the sum of what the rows add to the score, for risk scores of any size", () => {
    fc.assert(
      fc.property(durations, fc.constantFrom(0.5, 20, 700), (data, size) => {
        const beta = [size, -0.4 * size, 0.7 * size, 0];
        const problem = prepareCox(data);
        const { scale } = problem.design;
        const at = Float64Array.from(beta, (value, j) => value * scale[j]);
        const rows = scoreResiduals(problem, slotsAt(problem, at, "efron"));
        const { score, information } = partialLikelihoodByDefinition(data, beta, "efron");
        const largest = Math.max(1, ...information.flat().map(Math.abs));
        score.forEach((value, j) => {
          let sum = 0;
          for (let cell = j; cell < rows.length; cell += beta.length) sum += scale[j] * rows[cell];
          expect(Math.abs(sum - value) / largest).toBeLessThan(1e-8);
        });
      }),
    );
  });

  it("does not care whether a design fills one block or several, with an odd number of columns", () => {
    const rows = 300;
    const cell = (row: number, j: number) => Math.sin(1 + row * (j + 1.7));
    const numeric = Array.from({ length: 5 }, (_, j) => ({
      name: `x${j}`,
      values: Float64Array.from({ length: rows }, (_, row) => cell(row, j)),
    }));
    const data: CoxData = {
      matrix: { rows, intercept: false, numeric, factors: [] },
      start: Float64Array.from({ length: rows }, (_, row) => row % 4),
      stop: Float64Array.from({ length: rows }, (_, row) => (row % 4) + 1 + (row % 7)),
      event: Uint8Array.from({ length: rows }, (_, row) => Number(row % 3 === 0)),
    };
    const beta = [0.5, -0.3, 0.2, 0.7, -1];
    expectSame(fast(data, beta, "efron"), partialLikelihoodByDefinition(data, beta, "efron"), 1e-12);
  });
});
