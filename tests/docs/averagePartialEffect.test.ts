import { describe, expect, it } from "vitest";
import { averageEffectOfGroups } from "../../estimators/averageEffectOfGroups.ts";
import type { RandomEffectsProbitFit } from "../../estimators/fit.ts";
import { type ModelMatrix, termNames } from "../../estimators/modelMatrix.ts";
import { termEstimate } from "../../estimators/termEstimate.ts";
import { normalCdf } from "../../numerics/normal.ts";
import { resolveScenario } from "../../scenarios/index.ts";
import { type SimulatedHistory, simulate } from "../../sim/index.ts";

/** The average partial effect of one more peer as the estimator defines it, at the true coefficients. */
function populationAverage({ rows, columns, truth }: SimulatedHistory): number {
  const { sigma = 0, "(Intercept)": intercept = 0, msePeersSameDestination: slope = 0 } = truth.coefficients;
  const scale = 1 / Math.sqrt(1 + sigma * sigma);
  const terms = columns.flatMap(({ name, values }) => {
    const coefficient = truth.coefficients[name];
    return coefficient === undefined ? [] : [{ coefficient, values }];
  });
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    let index = intercept;
    for (const { coefficient, values } of terms) index += coefficient * values[row];
    sum += normalCdf(scale * (index + slope)) - normalCdf(scale * index);
  }
  return sum / rows;
}

/** A fit that has found the truth and is sure of it. */
function fitAtTheTruth(matrix: ModelMatrix, truth: Readonly<Record<string, number>>): RandomEffectsProbitFit {
  const { sigma = 0 } = truth;
  const parameters = termNames(matrix).length + 1;
  return {
    model: "randomEffectsProbit",
    link: "probit",
    observations: matrix.rows,
    terms: termNames(matrix).map((term) => termEstimate(term, truth[term] ?? 0, 0, 0.95)),
    covariance: new Float64Array(parameters * parameters),
    logLikelihood: Number.NaN,
    logLikelihoodNull: null,
    logLikelihoodPooled: null,
    aic: Number.NaN,
    bic: Number.NaN,
    tests: { likelihoodRatio: null, wald: null, score: null },
    sigmaTest: null,
    converged: true,
    iterations: 0,
    warnings: [],
    randomEffect: {
      groups: 0,
      sigma,
      sigmaStdError: 0,
      sigmaConfLow: sigma,
      sigmaConfHigh: sigma,
      rho: 0,
      quadratureNodes: 12,
      quadratureError: null,
    },
  };
}

describe("the effect over the groups at hand in an eq. (1) world", () => {
  it("differs from the interventional truth by no more than the outcomes leave open", () => {
    const scores = Array.from({ length: 12 }, (_, at) => {
      const { rows, columns, truth } = simulate(resolveScenario("canello-2022/eq1", { firms: 1000 }), {
        seed: "groups",
        condition: "x",
        replication: at + 1,
      });
      const values = (name: string) => columns.find((column) => column.name === name)?.values ?? [];
      const names = columns.map(({ name }) => name).filter((name) => truth.coefficients[name] !== undefined);
      const matrix: ModelMatrix = {
        rows,
        intercept: true,
        numeric: names.map((name) => ({ name, values: Float64Array.from(values(name)) })),
        factors: [],
      };
      const fit = fitAtTheTruth(matrix, truth.coefficients);
      const effect = averageEffectOfGroups(
        fit,
        matrix,
        values("active"),
        values("pair"),
        "msePeersSameDestination",
      );
      return (effect.estimate - truth.peerEffect.all) / effect.stdError;
    });
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const spread = Math.sqrt(
      scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1),
    );
    // Standard normal scores: mean within 4 of its standard errors, spread within the 0.1 % limits of χ with 11 degrees.
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(scores.length));
    expect(spread).toBeGreaterThan(0.37);
    expect(spread).toBeLessThan(1.7);
  });
});

describe("the effect over the population in an eq. (1) world", () => {
  it.each([1, 2])(
    "exceeds the interventional truth even at the true coefficients (history %d)",
    (replication) => {
      const history = simulate(resolveScenario("canello-2022/eq1"), {
        seed: "ape",
        condition: "x",
        replication,
      });
      const ratio = populationAverage(history) / history.truth.peerEffect.all;
      expect(ratio).toBeGreaterThan(1.05);
      expect(ratio).toBeLessThan(1.1);
    },
  );
});
