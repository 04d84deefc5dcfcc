import { describe, expect, it } from "vitest";
import type { RandomEffectsFit } from "../../../estimators/fit.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { fitRandomEffects } from "../../../estimators/randomEffects/fitRandomEffects.ts";
import { loadData } from "../probit/referenceData.ts";

const { matrix, outcome, group } = loadData("bacteria");
const links = ["probit", "logit", "cloglog"] as const;

/** The rows for which `keep` holds. */
function subset(table: ModelMatrix, keep: (row: number) => boolean): { table: ModelMatrix; rows: number[] } {
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(keep);
  return {
    rows,
    table: {
      ...table,
      rows: rows.length,
      numeric: table.numeric.map((term) => ({
        ...term,
        values: Float64Array.from(rows, (r) => term.values[r]),
      })),
      factors: table.factors.map((term) => ({
        ...term,
        codes: Uint16Array.from(rows, (r) => term.codes[r]),
      })),
    },
  };
}

/** The table with a dummy that is 1 in rows whose outcome is 1 and no other. */
const decided = Uint8Array.from(outcome, (y, row) => Number(y === 1 && row % 6 === 0));
const withDummy: ModelMatrix = {
  ...matrix,
  numeric: [...matrix.numeric, { name: "decides", values: decided }],
};
const rest = subset(matrix, (row) => decided[row] === 0);

function fitOfRest(link: (typeof links)[number]): RandomEffectsFit {
  return fitRandomEffects(
    rest.table,
    rest.rows.map((row) => outcome[row]),
    Int32Array.from(rest.rows, (row) => group[row]),
    { link, robust: "HC0" },
  );
}

describe.each(links)("a term that decides rows, %s", (link) => {
  const fit = fitRandomEffects(withDummy, outcome, group, { link, robust: "HC0" });
  const truth = fitOfRest(link);
  const place = fit.terms.findIndex(({ term }) => term === "decides");

  it("is named, its coefficient infinite and the fit not converged", () => {
    expect(fit.converged).toBe(false);
    expect(fit.warnings.map(({ code, terms }) => ({ code, terms }))).toEqual([
      { code: "quasi-separation", terms: ["decides"] },
    ]);
    expect(fit.terms[place]).toMatchObject({ estimate: Infinity, stdError: Infinity });
  });

  it("leaves the random-effects fit of the other rows: coefficients, errors, σ, log-likelihood", () => {
    expect(fit.logLikelihood).toBeCloseTo(truth.logLikelihood, 8);
    expect(fit.randomEffect.sigma).toBeCloseTo(truth.randomEffect.sigma, 6);
    expect(fit.randomEffect.sigmaStdError).toBeCloseTo(truth.randomEffect.sigmaStdError, 5);
    for (const term of truth.terms) {
      const found = fit.terms.find((each) => each.term === term.term);
      expect(found?.estimate).toBeCloseTo(term.estimate, 6);
      expect(found?.stdError).toBeCloseTo(term.stdError, 6);
      // Groups of which no row is left still count as clusters.
      const clusters = fit.randomEffect.groups;
      const left = truth.randomEffect.groups;
      const factor = Math.sqrt((clusters / (clusters - 1)) * ((left - 1) / left));
      expect(found?.robustStdError).toBeCloseTo((term.robustStdError ?? Number.NaN) * factor, 5);
    }
  });
});

it("tests the terms in the limit, Wald's those that stay finite", () => {
  const fit = fitRandomEffects(withDummy, outcome, group);
  const without = fitRandomEffects(matrix, outcome, group);
  const inLimit = fitOfRest("probit");
  const tested = fit.terms.length - 1;
  expect(fit.logLikelihoodNull).toBe(without.logLikelihoodNull);
  expect(fit.logLikelihoodPooled).toBeCloseTo(inLimit.logLikelihoodPooled ?? 0, 7);
  expect(fit.tests.likelihoodRatio?.df).toBe(tested);
  expect(fit.tests.score?.df).toBe(tested);
  expect(fit.tests.wald?.df).toBe(tested - 1);
  expect(fit.tests.score?.statistic).toBeGreaterThan(without.tests.score?.statistic ?? 0);
});

describe("separation in a random-effects model", () => {
  it("by a combination of terms is found and has its limit too", () => {
    // a + b > 0 exactly where the outcome is 1 among the rows in which they are not both 0.
    const a = Float64Array.from(outcome, (y, row) =>
      row % 4 === 0 ? (2 * y - 1) * (1 + (row % 3)) - (row % 5) : 0,
    );
    const b = Float64Array.from(a, (_, row) => (row % 4 === 0 ? row % 5 : 0));
    const table = {
      ...matrix,
      numeric: [...matrix.numeric, { name: "a", values: a }, { name: "b", values: b }],
    };
    const fit = fitRandomEffects(table, outcome, group, { link: "logit" });
    const others = subset(matrix, (row) => row % 4 !== 0);
    const truth = fitRandomEffects(
      others.table,
      others.rows.map((row) => outcome[row]),
      Int32Array.from(others.rows, (row) => group[row]),
      { link: "logit" },
    );
    expect(fit.warnings[0].code).toBe("quasi-separation");
    expect(fit.warnings[0].terms).toEqual(expect.arrayContaining(["a", "b"]));
    expect(fit.logLikelihood).toBeCloseTo(truth.logLikelihood, 7);
    expect(fit.randomEffect.sigma).toBeCloseTo(truth.randomEffect.sigma, 5);
  });

  it("of every row leaves nothing: log-likelihood 0 and no σ", () => {
    const x = Float64Array.from(outcome, (y, row) => (2 * y - 1) * (1 + (row % 7)));
    const table = { ...matrix, factors: [], numeric: [{ name: "x", values: x }] };
    const fit = fitRandomEffects(table, outcome, group, { link: "logit" });
    expect(fit.warnings[0]).toMatchObject({ code: "separation", terms: ["x"] });
    expect(fit).toMatchObject({ converged: false, logLikelihood: 0 });
    expect(fit.terms[1].estimate).toBe(Infinity);
    expect(fit.randomEffect.sigma).toBeNaN();
  });

  it("beside groups that differ no more than chance gives the pooled limit with σ = 0", () => {
    const y = Uint8Array.from(outcome, (_, row) => (decided[row] === 1 ? 1 : row % 2));
    const fit = fitRandomEffects(withDummy, y, group, { link: "logit" });
    expect(fit.warnings.map(({ code }) => code)).toEqual(["quasi-separation", "sigma-at-boundary"]);
    expect(fit.randomEffect.sigma).toBe(0);
    expect(fit.terms.find(({ term }) => term === "decides")?.estimate).toBe(Infinity);
  });
});
