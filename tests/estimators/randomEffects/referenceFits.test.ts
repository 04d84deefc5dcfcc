import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { averagePartialEffect } from "../../../estimators/averagePartialEffect.ts";
import type { LinkName } from "../../../estimators/binary/links/link.ts";
import type { RandomEffectsFit } from "../../../estimators/fit.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import {
  fitRandomEffects,
  type RandomEffectsOptions,
} from "../../../estimators/randomEffects/fitRandomEffects.ts";
import { predictRandomEffectsProbability } from "../../../estimators/randomEffects/predictProbability.ts";
import { predictRandomEffects } from "../../../estimators/randomEffects/predictRandomEffects.ts";
import { loadData } from "../probit/referenceData.ts";

/** What R made of a model: see tests/reference/randomEffects/links.R. */
interface Reference {
  readonly terms: string[];
  readonly estimate: number[];
  readonly lnSigma: number;
  /** Of the coefficients, then ln σ. */
  readonly stdError: number[];
  readonly robustStdError: number[];
  readonly logLikelihood: number;
  readonly logLikelihoodNull: number;
  readonly logLikelihoodPooled: number;
  readonly rho: number;
  readonly groups: number;
  readonly wald: number;
  readonly score: number;
  /** Of the first groups. */
  readonly posterior: { group: number[]; mode: number[]; mean: number[]; stdDeviation: number[] };
  /** Of the first rows. */
  readonly predictions: { populationAveraged: number[]; populationAveragedStdError: number[] };
  readonly effects: { term: string; kind: "difference" | "derivative"; estimate: number; stdError: number }[];
  readonly glmer?: {
    nodes: number;
    estimate: number[];
    sigma: number;
    mode: number[];
    modeStdError: number[];
  };
}

type DataName = "bacteria" | "weighted" | "verbal" | "cbpp" | "males";

function file(name: string): string {
  return readFileSync(new URL(`../../reference/randomEffects/${name}`, import.meta.url), "utf8");
}

const reference: Record<DataName, Partial<Record<LinkName, Reference>>> = JSON.parse(file("links.json"));

interface Data {
  readonly matrix: ModelMatrix;
  readonly outcome: Uint8Array;
  readonly group: Int32Array;
  readonly options: RandomEffectsOptions;
}

function load(name: DataName): Data {
  if (name === "cbpp") return cattle();
  const { matrix, outcome, group } = loadData(name === "weighted" ? "bacteria" : name);
  if (name !== "weighted") return { matrix, outcome, group, options: {} };
  const options = {
    weights: Float64Array.from(outcome, (_, row) => [1, 0.5, 2, 1.5][row % 4]),
    groupWeights: Float64Array.from(group, (child) => 1 + (child % 3)),
    offset: Float64Array.from(outcome, (_, row) => 0.4 * matrix.numeric[0].values[row]),
  };
  return { matrix, outcome, group, options };
}

/** One row for the cases and one for the others of a herd and period, their number as weight. */
function cattle(): Data {
  const rows = file("cbpp.csv")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  const levels = ["1", "2", "3", "4"];
  const matrix: ModelMatrix = {
    rows: rows.length,
    intercept: true,
    numeric: [],
    factors: [{ name: "period", levels, codes: Uint16Array.from(rows, ([, period]) => period - 1) }],
  };
  return {
    matrix,
    outcome: Uint8Array.from(rows, ([, , value]) => value),
    group: Int32Array.from(rows, ([herd]) => herd),
    options: { weights: Float64Array.from(rows, ([, , , count]) => count) },
  };
}

const relative = (value: number, truth: number): number => Math.abs(value / truth - 1);

function expectClose(found: ArrayLike<number>, truth: ArrayLike<number>, tolerance: number): void {
  for (let i = 0; i < truth.length; i++) {
    expect(Math.abs(found[i] - truth[i])).toBeLessThan(tolerance * Math.max(Math.abs(truth[i]), 0.01));
  }
}

describe.each([
  ["bacteria", "probit"],
  ["bacteria", "logit"],
  ["bacteria", "cloglog"],
  ["weighted", "probit"],
  ["weighted", "logit"],
  ["weighted", "cloglog"],
  ["cbpp", "probit"],
  ["cbpp", "logit"],
  ["cbpp", "cloglog"],
  ["verbal", "logit"],
  ["males", "logit"],
  ["males", "cloglog"],
] as const)("%s, %s, equals maximum likelihood in R", (name, link) => {
  const { matrix, outcome, group, options } = load(name);
  const truth = reference[name][link];
  if (truth === undefined) throw new Error("the reference lacks a model");
  const fit: RandomEffectsFit = fitRandomEffects(matrix, outcome, group, {
    link,
    quadratureNodes: 80,
    checkQuadrature: false,
    ...options,
  });
  const k = truth.terms.length;
  const order = [...fit.terms.map(({ term }) => truth.terms.indexOf(term)), k];

  it("coefficients, σ and log-likelihoods to 1e-7, standard errors to 1e-5", () => {
    expect(fit).toMatchObject({ converged: true, warnings: [], link, observations: matrix.rows });
    expect(fit.randomEffect.groups).toBe(truth.groups);
    expect(relative(fit.logLikelihood, truth.logLikelihood)).toBeLessThan(1e-9);
    expect(relative(fit.logLikelihoodNull ?? 0, truth.logLikelihoodNull)).toBeLessThan(1e-9);
    expect(relative(fit.logLikelihoodPooled ?? 0, truth.logLikelihoodPooled)).toBeLessThan(1e-9);
    fit.terms.forEach(({ estimate, stdError }, i) => {
      const error = Math.abs(estimate - truth.estimate[order[i]]);
      // A coefficient near 0 is known to its standard error, not to its own size.
      expect(error).toBeLessThan(1e-7 * Math.max(Math.abs(truth.estimate[order[i]]), stdError));
      expect(relative(stdError, truth.stdError[order[i]])).toBeLessThan(1e-5);
    });
    const { sigma, sigmaStdError, rho } = fit.randomEffect;
    expect(relative(sigma, Math.exp(truth.lnSigma))).toBeLessThan(1e-7);
    expect(relative(sigmaStdError / sigma, truth.stdError[k])).toBeLessThan(1e-5);
    expect(relative(rho, truth.rho)).toBeLessThan(1e-6);
  });

  it("the tests against the model without regressors, and of σ = 0", () => {
    const { likelihoodRatio, wald, score } = fit.tests;
    expect(likelihoodRatio?.df).toBe(k - 1);
    expect(
      relative(likelihoodRatio?.statistic ?? 0, 2 * (truth.logLikelihood - truth.logLikelihoodNull)),
    ).toBeLessThan(1e-7);
    expect(relative(wald?.statistic ?? 0, truth.wald)).toBeLessThan(1e-5);
    expect(relative(score?.statistic ?? 0, truth.score)).toBeLessThan(1e-5);
    const gain = 2 * (truth.logLikelihood - truth.logLikelihoodPooled);
    expect(relative(fit.sigmaTest?.statistic ?? 0, gain)).toBeLessThan(1e-7);
    expect(fit.aic).toBeCloseTo(-2 * truth.logLikelihood + 2 * (k + 1), 6);
    expect(fit.bic).toBeCloseTo(-2 * truth.logLikelihood + (k + 1) * Math.log(matrix.rows), 6);
  });

  it("robust standard errors by group", () => {
    const robust = fitRandomEffects(matrix, outcome, group, {
      link,
      quadratureNodes: 80,
      checkQuadrature: false,
      tests: false,
      robust: "HC0",
      ...options,
    });
    robust.terms.forEach(({ robustStdError }, i) => {
      expect(relative(robustStdError ?? 0, truth.robustStdError[order[i]])).toBeLessThan(1e-5);
    });
    const { sigma, sigmaStdError } = robust.randomEffect;
    expect(relative(sigmaStdError / sigma, truth.robustStdError[k])).toBeLessThan(1e-5);
  });

  it("the random effects of the groups, and population-averaged probabilities with their errors", () => {
    const { weights, offset } = options;
    const shared = { ...(weights && { weights }), ...(offset && { offset }) };
    const effects = predictRandomEffects(fit, matrix, outcome, group, shared);
    expect([...effects.group.slice(0, truth.posterior.group.length)]).toEqual(truth.posterior.group);
    expectClose(effects.mode, truth.posterior.mode, 1e-6);
    expectClose(effects.mean, truth.posterior.mean, 1e-6);
    expectClose(effects.stdDeviation, truth.posterior.stdDeviation, 1e-6);
    const { probability, probabilityStdError } = predictRandomEffectsProbability(fit, matrix, {
      ...(offset && { offset }),
    });
    expectClose(probability, truth.predictions.populationAveraged, 1e-7);
    expectClose(probabilityStdError, truth.predictions.populationAveragedStdError, 1e-5);
  });

  it.each(truth.effects)(
    "the average partial effect of $term, a $kind",
    ({ term, kind, estimate, stdError }) => {
      const effect = averagePartialEffect(fit, matrix, term, { kind });
      expect(relative(effect.estimate, estimate)).toBeLessThan(1e-6);
      expect(relative(effect.stdError, stdError)).toBeLessThan(1e-5);
    },
  );

  it.runIf(truth.glmer !== undefined)("and what lme4's optimiser leaves of lme4's own estimates", () => {
    const { glmer } = truth;
    if (glmer === undefined) return;
    fit.terms.forEach(({ estimate, stdError }, i) => {
      expect(Math.abs(estimate - glmer.estimate[order[i]])).toBeLessThan(0.01 * stdError);
    });
    expect(relative(fit.randomEffect.sigma, glmer.sigma)).toBeLessThan(1e-2);
    const { weights, offset } = options;
    const effects = predictRandomEffects(fit, matrix, outcome, group, {
      ...(weights && { weights }),
      ...(offset && { offset }),
    });
    glmer.mode.slice(0, 12).forEach((mode, g) => {
      expect(Math.abs(effects.mode[g] - mode)).toBeLessThan(0.02 * effects.modeStdError[g]);
      // Observed information here, expected there: one and the same for the logit.
      if (link === "logit")
        expect(relative(effects.modeStdError[g], glmer.modeStdError[g])).toBeLessThan(1e-2);
    });
  });
});
