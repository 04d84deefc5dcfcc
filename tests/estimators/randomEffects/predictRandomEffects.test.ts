import { describe, expect, it } from "vitest";
import type { LinkName } from "../../../estimators/binary/links/link.ts";
import { LINKS } from "../../../estimators/binary/links/links.ts";
import type { RandomEffectsFit } from "../../../estimators/fit.ts";
import { fitRandomEffects } from "../../../estimators/randomEffects/fitRandomEffects.ts";
import {
  predictRandomEffectsProbability,
  type RandomEffectsPredictionOptions,
} from "../../../estimators/randomEffects/predictProbability.ts";
import { predictRandomEffects } from "../../../estimators/randomEffects/predictRandomEffects.ts";
import { loadData } from "../probit/referenceData.ts";
import { type GridPanel, gridGroups, logProbability } from "./gridLikelihood.ts";

const { matrix, outcome, group } = loadData("bacteria");
const weights = Float64Array.from(outcome, (_, row) => 1 + (row % 3) / 2);
const offset = Float64Array.from(outcome, (_, row) => 0.1 * (row % 5));
const rows = Array.from(outcome, (_, row) => row);
const panel: GridPanel = {
  x: rows.map((row) => [
    1,
    matrix.numeric[0].values[row],
    ...[1, 2].map((level) => Number(matrix.factors[0].codes[row] === level)),
  ]),
  y: [...outcome],
  group: [...group],
  weights: [...weights],
  offset: [...offset],
};
const links = ["probit", "logit", "cloglog"] as const;
const fitted = (link: LinkName) =>
  fitRandomEffects(matrix, outcome, group, { link, weights, offset, tests: false });
const coefficientsOf = (fit: RandomEffectsFit) => fit.terms.map(({ estimate }) => estimate);

/** The fit with its j-th parameter moved by h; j = number of terms is ln σ. */
function moved(fit: RandomEffectsFit, j: number, h: number): RandomEffectsFit {
  const { sigma } = fit.randomEffect;
  return {
    ...fit,
    terms: fit.terms.map((term, i) => (i === j ? { ...term, estimate: term.estimate + h } : term)),
    randomEffect: { ...fit.randomEffect, sigma: j === fit.terms.length ? sigma * Math.exp(h) : sigma },
  };
}

describe.each(links)("the random effects of the groups, %s", (link) => {
  const fit = fitted(link);
  const { sigma } = fit.randomEffect;
  const effects = predictRandomEffects(fit, matrix, outcome, group, { weights, offset });

  it("have the posterior mean and spread of a sum over a fine grid", () => {
    const grid = gridGroups(panel, link, coefficientsOf(fit), sigma);
    expect([...effects.group]).toEqual([...new Set(group)]);
    effects.group.forEach((name, g) => {
      const truth = grid.get(name);
      expect(effects.mean[g]).toBeCloseTo(sigma * (truth?.mean ?? Number.NaN), 9);
      expect(effects.stdDeviation[g]).toBeCloseTo(sigma * Math.sqrt(truth?.variance ?? Number.NaN), 9);
      expect(effects.rows[g]).toBe(panel.group.filter((each) => each === name).length);
    });
  });

  it("have their mode where the posterior is flat, and its standard error from the curvature there", () => {
    const coefficients = coefficientsOf(fit);
    effects.group.forEach((name, g) => {
      const logPosterior = (effect: number) =>
        panel.y.reduce(
          (sum, y, row) => {
            if (panel.group[row] !== name) return sum;
            const index = panel.x[row].reduce(
              (total, x, j) => total + x * coefficients[j],
              offset[row] + effect,
            );
            return sum + weights[row] * logProbability(link, y, index);
          },
          -0.5 * (effect / sigma) ** 2,
        );
      const h = 1e-4;
      const [before, here, after] = [-h, 0, h].map((step) => logPosterior(effects.mode[g] + step));
      expect((after - before) / (2 * h)).toBeCloseTo(0, 6);
      expect(effects.modeStdError[g]).toBeCloseTo(h / Math.sqrt(2 * here - before - after), 4);
    });
  });
});

describe.each(links)("predicted probabilities, %s", (link) => {
  const fit = fitted(link);
  const { sigma } = fit.randomEffect;
  const { probability } = LINKS[link];
  const index = panel.x.map((x, row) =>
    x.reduce((sum, value, j) => sum + value * fit.terms[j].estimate, offset[row]),
  );
  const conditional = { offset, weights, outcome, group };

  it("are averaged over the population, of the group in the middle, or of the row's own", () => {
    const averaged = predictRandomEffectsProbability(fit, matrix, { offset });
    const atZero = predictRandomEffectsProbability(fit, matrix, { offset, at: "atZero" });
    const own = predictRandomEffectsProbability(fit, matrix, { ...conditional, at: "groupMode" });
    const effects = predictRandomEffects(fit, matrix, outcome, group, { offset, weights });
    const places = new Map(Array.from(effects.group, (name, g) => [name, g]));
    for (const row of rows) {
      let truth = 0;
      for (let u = -9; u <= 9; u += 0.05) {
        truth +=
          (0.05 * Math.exp(-0.5 * u * u) * probability(index[row] + sigma * u)) / Math.sqrt(2 * Math.PI);
      }
      expect(averaged.probability[row]).toBeCloseTo(truth, 12);
      expect(averaged.index[row]).toBeCloseTo(index[row], 12);
      expect(atZero.probability[row]).toBeCloseTo(probability(index[row]), 12);
      const effect = effects.mode[places.get(group[row]) ?? -1];
      expect(own.index[row]).toBeCloseTo(index[row] + effect, 10);
      expect(own.probability[row]).toBeCloseTo(probability(index[row] + effect), 10);
    }
  });

  it.each(["populationAveraged", "atZero", "groupMode"] as const)(
    "have the delta-method standard error of numerical derivatives: %s",
    (at) => {
      const options: RandomEffectsPredictionOptions =
        at === "groupMode" ? { ...conditional, at } : { offset, at };
      const n = fit.terms.length + 1;
      const h = 1e-4;
      const slopes = Array.from({ length: n }, (_, j) => {
        const [up, down] = [h, -h].map((step) =>
          predictRandomEffectsProbability(moved(fit, j, step), matrix, options),
        );
        return rows.map((row) => (up.probability[row] - down.probability[row]) / (2 * h));
      });
      const effects = predictRandomEffects(fit, matrix, outcome, group, { offset, weights });
      const { index: indices, probabilityStdError } = predictRandomEffectsProbability(fit, matrix, options);
      for (const row of rows) {
        const open =
          effects.modeStdError[effects.group.indexOf(group[row])] * LINKS[link].density(indices[row]);
        let variance = at === "groupMode" ? open * open : 0;
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) variance += slopes[i][row] * slopes[j][row] * fit.covariance[i * n + j];
        }
        expect(Math.abs(probabilityStdError[row] / Math.sqrt(variance) - 1)).toBeLessThan(1e-5);
      }
    },
  );
});

describe("predictions of a random-effects fit", () => {
  it("without differences between the groups are the pooled ones, and the groups' effects are 0", () => {
    const half = Uint8Array.from(outcome, (_, row) => row % 2);
    const fit = fitRandomEffects(matrix, half, group, { link: "logit" });
    expect(fit.randomEffect.sigma).toBe(0);
    const all = [
      predictRandomEffectsProbability(fit, matrix),
      predictRandomEffectsProbability(fit, matrix, { at: "atZero" }),
      predictRandomEffectsProbability(fit, matrix, { at: "groupMode", outcome: half, group }),
    ];
    for (const { probability, probabilityStdError } of all) {
      expect(probability[3]).toBeCloseTo(all[1].probability[3], 14);
      expect(probabilityStdError[3]).toBeCloseTo(all[1].probabilityStdError[3], 14);
      expect(probabilityStdError[3]).toBeGreaterThan(0);
    }
    expect(new Set(predictRandomEffects(fit, matrix, half, group).mean)).toEqual(new Set([0]));
  });

  it("leave a collinear term out", () => {
    const twice = {
      ...matrix,
      numeric: [...matrix.numeric, { name: "twice", values: matrix.numeric[0].values }],
    };
    const usual = predictRandomEffectsProbability(fitRandomEffects(matrix, outcome, group), matrix);
    const fit = fitRandomEffects(twice, outcome, group);
    const { probability, probabilityStdError } = predictRandomEffectsProbability(fit, twice);
    expect(probability[5]).toBeCloseTo(usual.probability[5], 8);
    expect(probabilityStdError[5]).toBeCloseTo(usual.probabilityStdError[5], 8);
  });

  it("refuse other terms, other lengths, and a group's own probability without its outcomes", () => {
    const fit = fitted("logit");
    expect(() => predictRandomEffectsProbability(fit, { ...matrix, factors: [] })).toThrow(
      /the fit has the terms/,
    );
    expect(() => predictRandomEffectsProbability(fit, matrix, { offset: [1] })).toThrow(/offset/);
    expect(() => predictRandomEffectsProbability(fit, matrix, { at: "groupMode" })).toThrow(
      /outcome and group/,
    );
    expect(() => predictRandomEffects(fit, matrix, outcome, [1, 2])).toThrow(/group column/);
  });
});
