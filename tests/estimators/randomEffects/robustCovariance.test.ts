import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { averageEffectOfGroups } from "../../../estimators/averageEffectOfGroups.ts";
import { averagePartialEffect } from "../../../estimators/averagePartialEffect.ts";
import { prepareBinary } from "../../../estimators/binary/prepareBinary.ts";
import { fitProbit } from "../../../estimators/probit/fitProbit.ts";
import {
  fitRandomEffectsProbit,
  type RandomEffectsProbitOptions,
} from "../../../estimators/randomEffects/fitRandomEffectsProbit.ts";
import { quadratureLikelihood } from "../../../estimators/randomEffects/quadratureLikelihood.ts";
import { groupRows } from "../../../estimators/splitDesign/groupRows.ts";
import { loadData } from "../probit/referenceData.ts";

/** What R made of it: see tests/reference/binary/randomEffects.R. Coefficients, then ln σ. */
interface Reference {
  readonly terms: string[];
  readonly byGroup: number[];
  readonly byGroupHC1: number[];
  readonly byCluster: number[];
  readonly clusters: number;
}

type Name = "bacteria" | "verbal" | "males";

const reference: Record<Name, Reference> = JSON.parse(
  readFileSync(new URL("../../reference/binary/randomEffects.json", import.meta.url), "utf8"),
);

function columnOf(name: Name, column: string): ArrayLike<number> {
  const { matrix, group } = loadData(name);
  if (column === "group") return group.map((code) => code % 10);
  return matrix.numeric.find((term) => term.name === column)?.values ?? [];
}

describe.each([
  // Nodes as many as the data need to be exact; a column that is constant within groups to cluster by.
  ["bacteria", 30, "group"],
  ["verbal", 24, "anger"],
  ["males", 48, "school"],
] as const)("%s", (name, quadratureNodes, column) => {
  const { matrix, outcome, group } = loadData(name);
  const truth = reference[name];
  const fitWith = (more: RandomEffectsProbitOptions) =>
    fitRandomEffectsProbit(matrix, outcome, group, { quadratureNodes, checkQuadrature: false, ...more });

  it.each([
    ["groups, HC0", "byGroup", { robust: "HC0" }],
    ["groups, HC1", "byGroupHC1", { robust: "HC1" }],
    ["groups given as clusters", "byGroup", { cluster: group }],
    ["clusters of groups", "byCluster", { cluster: columnOf(name, column) }],
  ] as const)("robust standard errors by %s are those of R to 1e-5", (_, which, options) => {
    const fit = fitWith(options);
    expect(fit).toMatchObject({ converged: true, warnings: [] });
    const found = [
      ...fit.terms.map(({ robustStdError }) => robustStdError ?? Number.NaN),
      fit.randomEffect.sigmaStdError / fit.randomEffect.sigma,
    ];
    const order = [...fit.terms.map(({ term }) => truth.terms.indexOf(term)), truth.terms.length];
    found.forEach((value, i) => {
      expect(Math.abs(value / truth[which][order[i]] - 1)).toBeLessThan(1e-5);
    });
    expect(fit.robust?.clusters).toBe(which === "byCluster" ? truth.clusters : fit.randomEffect.groups);
  });
});

describe("the robust covariance of a random-effects probit", () => {
  const { matrix, outcome, group } = loadData("bacteria");
  const usual = fitRandomEffectsProbit(matrix, outcome, group);

  it("leaves estimates and the model's own covariance alone", () => {
    const robust = fitRandomEffectsProbit(matrix, outcome, group, { robust: "HC0" });
    expect(robust.covariance).toEqual(usual.covariance);
    expect(robust.terms.map(({ estimate }) => estimate)).toEqual(usual.terms.map(({ estimate }) => estimate));
    expect(usual.robustCovariance).toBeUndefined();
    const effects = [usual, robust].map((fit) => averagePartialEffect(fit, matrix, "late"));
    expect(effects[0].estimate).toBe(effects[1].estimate);
    expect(Math.abs(effects[0].stdError / effects[1].stdError - 1)).toBeGreaterThan(1e-3);
    const ofGroups = [usual, robust].map((fit) => averageEffectOfGroups(fit, matrix, outcome, group, "late"));
    expect(ofGroups[0].estimate).toBe(ofGroups[1].estimate);
    expect(Math.abs(ofGroups[0].stdError / ofGroups[1].stdError - 1)).toBeGreaterThan(1e-3);
  });

  it("is made of scores that sum to the gradient, away from the maximum too", () => {
    const problem = prepareBinary(matrix, outcome, groupRows(group), undefined);
    const likelihood = quadratureLikelihood(problem.design, problem.signs, problem.offset, problem.terms, 12);
    const point = Float64Array.of(0.4, -0.3, 0.2, -0.1, 0.3);
    const gradient = new Float64Array(5);
    likelihood.evaluate(point, gradient, new Float64Array(25));
    const { row, lnSigma } = likelihood.scores(point);
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(lnSigma)).toBeCloseTo(gradient[4], 10);
    // The intercept's column is one in every row.
    expect(sum(row)).toBeCloseTo(gradient[0], 10);
  });

  it("is that of the pooled probit when σ = 0", () => {
    const rows = 200;
    const x = Float64Array.from({ length: rows }, (_, row) => Math.sin(row * 1.37));
    const table = { rows, intercept: true, numeric: [{ name: "x", values: x }], factors: [] };
    const y = Uint8Array.from({ length: rows }, (_, row) => ((row >> 2) + row) % 2);
    const fours = Int32Array.from({ length: rows }, (_, row) => row >> 2);
    const fit = fitRandomEffectsProbit(table, y, fours, { robust: "HC0" });
    const pooled = fitProbit(table, y, { cluster: fours });
    expect(fit.randomEffect.sigma).toBe(0);
    fit.terms.forEach(({ robustStdError }, i) => {
      expect(robustStdError).toBeCloseTo(pooled.terms[i].robustStdError ?? 0, 9);
    });
  });

  it("needs clusters that hold whole groups, and more than one", () => {
    const torn = Int32Array.from(group, (_, row) => row % 2);
    expect(() => fitRandomEffectsProbit(matrix, outcome, group, { cluster: torn })).toThrow(/whole groups/);
    const one = fitRandomEffectsProbit(matrix, outcome, group, { cluster: new Uint8Array(matrix.rows) });
    expect(one.warnings.map(({ code }) => code)).toEqual(["one-cluster"]);
    expect(one.converged).toBe(true);
    expect(one.terms[0].robustStdError).toBeNaN();
  });
});
