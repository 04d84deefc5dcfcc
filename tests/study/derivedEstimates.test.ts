import { describe, expect, it } from "vitest";
import type { Fit } from "../../estimators/index.ts";
import { modelSpecification, resolveScenario } from "../../scenarios/index.ts";
import { derivedEstimand } from "../../study/derivedEstimands.ts";
import { derivedEstimate, type EstimateWithTruth } from "../../study/derivedEstimates.ts";
import { couldBeEstimand } from "../../study/estimands.ts";

const estimated = (term: string, estimate: number, stdError: number, truth: number): EstimateWithTruth => ({
  term,
  truth,
  estimate,
  stdError,
  statistic: estimate / stdError,
  pValue: 0.5,
  confLow: estimate - stdError,
  confHigh: estimate + stdError,
});
const PEERS = "averagePartialEffect(msePeersSameDestination)";
const estimates = [
  estimated("a", 0.5, 0.3, 0.4),
  estimated("b", 0.2, 0.2, Number.NaN),
  estimated("sigma", 1, 0.1, 1),
  estimated(PEERS, 0.07, 0.01, 0.06),
];
// The covariance of a random-effects model has ln σ as its last row.
const fit: Fit = {
  model: "randomEffectsProbit",
  observations: 10,
  terms: estimates.slice(0, 2),
  covariance: Float64Array.from([0.09, 0.01, 0, 0.01, 0.04, 0, 0, 0, 0.01]),
  logLikelihood: -1,
  converged: true,
  iterations: 1,
  warnings: [],
};
const of = (name: string, peerEffect = 0.06) =>
  derivedEstimate(name, { fit, estimates, peerEffect, confidenceLevel: 0.95 });

describe("a hazard ratio", () => {
  it("is the exponential of its coefficient, its limits and its truth; the test is that of the coefficient", () => {
    const ratio = of("hazardRatio(a)");
    expect(ratio?.estimate).toBeCloseTo(Math.exp(0.5), 14);
    expect(ratio?.stdError).toBeCloseTo(0.3 * Math.exp(0.5), 14);
    expect(ratio?.confLow).toBeCloseTo(Math.exp(0.2), 14);
    expect(ratio?.truth).toBeCloseTo(Math.exp(0.4), 14);
    expect(ratio?.pValue).toBe(0.5);
    expect(of("hazardRatio(b)")?.truth).toBeNaN();
    expect(of("hazardRatio(c)")).toBeNull();
  });
});

describe("the interventional truth", () => {
  it("stands in place of an estimate, without an error; a history without it has no row", () => {
    expect(of("peerEffect")).toMatchObject({ estimate: 0.06, truth: 0.06, stdError: Number.NaN });
    expect(of("peerEffect", Number.NaN)).toBeNull();
  });
});

describe("a difference", () => {
  it("of two coefficients has the error of their covariance", () => {
    const difference = of("difference(a, b)");
    expect(difference?.estimate).toBeCloseTo(0.3, 14);
    expect(difference?.stdError).toBeCloseTo(Math.sqrt(0.09 + 0.04 - 0.02), 14);
    expect(difference?.confHigh).toBeCloseTo(0.3 + 1.959963984540054 * Math.sqrt(0.11), 12);
    expect(difference?.truth).toBeNaN();
  });

  it("of two hazard ratios follows the delta method", () => {
    const [x, y] = [Math.exp(0.5), Math.exp(0.2)];
    const variance = x * x * 0.09 + y * y * 0.04 - 2 * x * y * 0.01;
    expect(of("difference(hazardRatio(a),hazardRatio(b))")?.stdError).toBeCloseTo(Math.sqrt(variance), 13);
  });

  it("from the interventional truth has the error of the estimate, and 0 as its truth", () => {
    const difference = of(`difference(${PEERS}, peerEffect)`);
    expect(difference?.estimate).toBeCloseTo(0.01, 14);
    expect(difference?.stdError).toBe(0.01);
    expect(difference?.pValue).toBeCloseTo(0.31731, 5);
    expect(difference?.truth).toBe(0);
  });

  it("of estimates whose covariance is not known has no error, limits or test", () => {
    expect(of(`difference(${PEERS}, a)`)).toMatchObject({
      stdError: Number.NaN,
      pValue: Number.NaN,
      confLow: Number.NaN,
    });
    expect(of("difference(a, sigma)")?.stdError).toBeNaN();
  });

  it("of what the method does not have is none", () => {
    expect(of("difference(a, c)")).toBeNull();
    expect(of(`difference(${PEERS}, peerEffect)`, Number.NaN)).toBeNull();
  });
});

describe("names", () => {
  it("are taken apart at the comma outside the brackets", () => {
    expect(derivedEstimand("difference(interaction(a, b)x, peerEffect)")).toEqual({
      kind: "difference",
      one: "interaction(a, b)x",
      other: "peerEffect",
    });
    for (const name of ["difference(a)", "difference(a,b,c)", "difference()", "yLag", "hazardRatio()"]) {
      expect(derivedEstimand(name)).toBeNull();
    }
  });

  it("are those of a method that can give them", () => {
    const scenario = resolveScenario("canello-2022/return");
    const cox = modelSpecification("canello-2022/cox-exact");
    const probit = modelSpecification("canello-2022/A");
    const could = (method: typeof cox, name: string) => couldBeEstimand(method, name, scenario);
    expect(could(cox, "hazardRatio(size)")).toBe(true);
    expect(could(probit, "hazardRatio(size)")).toBe(false);
    expect(could(cox, "difference(size, peerEffect)")).toBe(true);
    expect(could(cox, "difference(size, size)")).toBe(false);
    expect(could(cox, "difference(difference(size, peerEffect), size)")).toBe(false);
    expect(could(cox, "difference(peerEffect, peerEffect)")).toBe(false);
    expect(could(probit, `difference(${PEERS}, peerEffect)`)).toBe(
      probit.model !== "cox" && could(probit, PEERS),
    );
  });
});
