import { describe, expect, it } from "vitest";
import {
  fitSelectionDuration,
  type SelectionDurationFit,
  type SelectionDurationOptions,
} from "../../../estimators/index.ts";
import { colonReference, colonTests, colonTrial } from "./colonTrial.ts";

const truth = colonReference();
const trial = colonTrial();

function fitWith(options: SelectionDurationOptions): SelectionDurationFit {
  const { selection, selected, duration, time, event } = trial;
  return fitSelectionDuration(selection, selected, duration, time, event, options);
}

/** γ, β, ln p unless exponential, atanh of the dependence. */
function parameters({ terms, shape, dependence }: SelectionDurationFit): number[] {
  const lnShape = shape === null ? [] : [Math.log(shape.estimate)];
  return [...terms.map(({ estimate }) => estimate), ...lnShape, dependence.atanh];
}

/** Their standard errors, robust when asked for; that of ln p by the delta method. */
function stdErrors({ terms, shape, dependence }: SelectionDurationFit): number[] {
  const lnShape = shape === null ? [] : [shape.stdError / shape.estimate];
  return [...terms.map((term) => term.robustStdError ?? term.stdError), ...lnShape, dependence.atanhStdError];
}

function expectNear(found: number[], expected: number[], tolerance: number): void {
  expect(found.length).toBe(expected.length);
  found.forEach((value, i) => {
    expect(Math.abs(value / expected[i] - 1)).toBeLessThan(tolerance);
  });
}

const cases = truth.fits.map((fit) => {
  const name = `${fit.kind}, ${fit.exponential ? "exponential" : "Weibull"}${fit.weighted ? ", weighted" : ""}`;
  return [name, fit] as const;
});

describe.each(cases)("the colon trial, %s: equals the likelihood written in R", (_, expected) => {
  const options: SelectionDurationOptions = {
    dependence: expected.kind,
    distribution: expected.exponential ? "exponential" : "weibull",
    ...(expected.weighted ? { weights: trial.weights } : {}),
  };
  const fit = fitWith(options);

  it("in its estimates to 1e-7 and its log-likelihood to 1e-10", () => {
    expect(fit).toMatchObject({ model: "selectionDuration", converged: true });
    const nearBound = fit.dependence.kind === "fgm" && Math.abs(fit.dependence.estimate) > 0.95;
    expect(fit.warnings.map(({ code }) => code)).toEqual(nearBound ? ["dependence-at-boundary"] : []);
    expect([fit.observations, fit.selectedObservations, fit.events]).toEqual([
      truth.rows,
      truth.selected,
      truth.events,
    ]);
    expect(fit.terms.map(({ term }) => term)).toEqual([
      ...expected.selectionTerms.map((term) => `selection: ${term}`),
      ...expected.durationTerms.map((term) => `duration: ${term}`),
    ]);
    expectNear(parameters(fit), expected.estimate, 1e-7);
    expectNear([fit.logLikelihood], [expected.logLikelihood], 1e-10);
  });

  it("in its standard errors, robust and clustered ones to 1e-5", () => {
    expectNear(stdErrors(fit), expected.stdError, 1e-5);
    expectNear(stdErrors(fitWith({ ...options, robust: "HC0" })), expected.HC0, 1e-5);
    expectNear(stdErrors(fitWith({ ...options, cluster: trial.cluster })), expected.cluster, 1e-5);
  });

  it("in the log-likelihood of the two models apart, R's glm and survreg", () => {
    expectNear([fit.logLikelihoodIndependent], [expected.logLikelihoodIndependent], 1e-8);
    const gain = 2 * (expected.logLikelihood - expected.logLikelihoodIndependent);
    expect(fit.independenceTest.likelihoodRatio.statistic).toBeCloseTo(gain, 5);
    const wald = (expected.estimate.at(-1) ?? 0) / (expected.stdError.at(-1) ?? 0);
    expectNear([fit.independenceTest.wald.statistic], [wald * wald], 1e-4);
  });

  it("is the maximum from another start too", () => {
    const start = expected.estimate.map(
      (value, i) => value + (i % 2 === 0 ? 0.02 : -0.02) / (1 + 50 * Math.abs(value)),
    );
    const again = fitWith({ ...options, start });
    expect(again.converged).toBe(true);
    expect(again.logLikelihood).toBeCloseTo(fit.logLikelihood, 7);
  });
});

describe("the two dependences on the colon trial", () => {
  it("take their duration start from R's survreg: −coefficient and 1/scale", () => {
    // Without iterations of the joint search the start itself is what is reported.
    const expected = truth.fits[0];
    const start = [...expected.apart, 0];
    const fit = fitWith({ dependence: expected.kind, start, maxIterations: 0 });
    expect(fit.warnings.map(({ code }) => code)).toEqual(["not-converged"]);
    expectNear(parameters(fit).slice(0, -1), expected.apart, 1e-12);
    expectNear([fit.logLikelihood], [expected.logLikelihoodIndependent], 1e-10);
  });
});

describe.each(
  colonTests().map((each) => [`${each.kind}, ${each.exponential}, ${each.weighted}`, each] as const),
)("tests of all columns of both equations, %s", (_, expected) => {
  const fit = fitWith({
    dependence: expected.kind,
    distribution: expected.exponential ? "exponential" : "weibull",
    ...(expected.weighted ? { weights: trial.weights } : {}),
  });
  const { likelihoodRatio, wald, score } = fit.tests;

  it("against the highest maximum of the model with the intercepts alone", () => {
    expect(Math.abs((fit.logLikelihoodNull ?? 0) / expected.logLikelihoodNull - 1)).toBeLessThan(1e-9);
    expect(likelihoodRatio?.df).toBe(expected.df);
    const gain = 2 * (fit.logLikelihood - expected.logLikelihoodNull);
    expect(Math.abs((likelihoodRatio?.statistic ?? 0) / gain - 1)).toBeLessThan(1e-6);
    expect(wald?.df).toBe(expected.df);
  });

  it("the score test has the outer products of the rows' scores, unless the dependence is at its bound there", () => {
    if (Math.abs(expected.estimate.at(-1) ?? 0) > 5) expect(score).toBeNull();
    else expect(Math.abs((score?.statistic ?? 0) / expected.score - 1)).toBeLessThan(1e-5);
  });
});

it("fits no model without columns when tests are not asked for", () => {
  const usual = fitWith({});
  const alone = fitWith({ tests: false });
  expect(alone).toMatchObject({
    logLikelihood: usual.logLikelihood,
    logLikelihoodNull: null,
    tests: { likelihoodRatio: null, wald: null, score: null },
  });
});
