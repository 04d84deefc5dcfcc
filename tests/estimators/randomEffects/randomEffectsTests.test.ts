import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { RandomEffectsFit } from "../../../estimators/fit.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import {
  fitRandomEffects,
  type RandomEffectsOptions,
} from "../../../estimators/randomEffects/fitRandomEffects.ts";
import { loadData } from "../probit/referenceData.ts";

/** The union members of plm's Males with last year's and the first year's membership. */
const unions = (() => {
  const text = gunzipSync(readFileSync("docs/examples/males.csv.gz")).toString();
  const [header, ...lines] = text.trim().split("\n");
  const names = header.split(",");
  const cells = lines.map((line) => line.split(","));
  const of = (name: string) => cells.map((row) => Number(row[names.indexOf(name)]));
  const [man, year, union] = [of("nr"), of("year"), of("union")];
  const first = new Map(man.map((code, row) => [`${code} ${year[row]}`, union[row]]));
  const rows = Array.from(man.keys()).filter((row) => first.has(`${man[row]} ${year[row] - 1}`));
  const at = (value: (row: number) => number | undefined) =>
    Float64Array.from(rows, (row) => value(row) ?? Number.NaN);
  return {
    matrix: {
      rows: rows.length,
      intercept: true,
      numeric: [
        { name: "last", values: at((row) => first.get(`${man[row]} ${year[row] - 1}`)) },
        { name: "initial", values: at((row) => first.get(`${man[row]} 1980`)) },
      ],
      factors: [],
    },
    outcome: at((row) => union[row]),
    group: Int32Array.from(rows, (row) => man[row]),
  };
})();
const fitUnions = (options: RandomEffectsOptions): RandomEffectsFit =>
  fitRandomEffects(unions.matrix, unions.outcome, unions.group, options);

describe("tests against the model without terms, in a dynamic model", () => {
  const usual = fitUnions({});

  it("the score test is R's with the outer products of the men's scores, not the thousands of an information far from the maximum", () => {
    // 168.4 from the likelihood of tests/reference/randomEffects/links.R; with the observed information there 8457.
    expect(usual.tests.score?.df).toBe(2);
    expect(usual.tests.score?.statistic).toBeCloseTo(168.37, 1);
    expect(usual.tests.likelihoodRatio?.statistic).toBeCloseTo(235.34, 1);
  });

  it("the model without terms gets the nodes that its larger σ needs", () => {
    const exact = fitUnions({ quadratureNodes: 100 });
    expect(exact.logLikelihoodNull).toBeCloseTo(-1419.5771, 4);
    expect(usual.randomEffect.quadratureNodes).toBe(12);
    expect(Math.abs((usual.logLikelihoodNull ?? 0) - (exact.logLikelihoodNull ?? 0))).toBeLessThan(0.01);
    const coarse = fitUnions({ quadratureNodes: 3, checkQuadrature: false });
    expect(Math.abs((coarse.logLikelihoodNull ?? 0) - (exact.logLikelihoodNull ?? 0))).toBeLessThan(0.01);
    expect(coarse.warnings).toEqual([]);
  });

  it("is the same whether or not groups alike are put together", () => {
    const apart = fitUnions({ offset: new Float64Array(unions.matrix.rows) });
    expect(apart.logLikelihoodNull).toBeCloseTo(usual.logLikelihoodNull ?? 0, 7);
    expect(apart.tests.score?.statistic).toBeCloseTo(usual.tests.score?.statistic ?? 0, 5);
  });
});

describe("the score test", () => {
  const { matrix, outcome, group } = loadData("bacteria");

  it("takes a group weight as so many groups", () => {
    const times = Float64Array.from(group, (code) => 1 + (Math.abs(code) % 3));
    const copies = Array.from(times).flatMap((count, row) =>
      Array.from({ length: count }, (_, copy) => ({ row, copy })),
    );
    const written: ModelMatrix = {
      ...matrix,
      rows: copies.length,
      numeric: matrix.numeric.map((term) => ({
        ...term,
        values: Float64Array.from(copies, ({ row }) => term.values[row]),
      })),
      factors: matrix.factors.map((term) => ({
        ...term,
        codes: Uint16Array.from(copies, ({ row }) => term.codes[row]),
      })),
    };
    const long = fitRandomEffects(
      written,
      copies.map(({ row }) => outcome[row]),
      Int32Array.from(copies, ({ row, copy }) => 1000 * copy + group[row]),
    );
    const weighted = fitRandomEffects(matrix, outcome, group, { groupWeights: times });
    expect(weighted.tests.score?.statistic).toBeCloseTo(long.tests.score?.statistic ?? 0, 6);
    expect(weighted.logLikelihoodNull).toBeCloseTo(long.logLikelihoodNull ?? 0, 7);
  });

  it("is left out with fewer groups than parameters", () => {
    const two = Int32Array.from(outcome, (y, row) => (row % 5 === 0 ? 1 - y : y));
    const few = fitRandomEffects(matrix, outcome, two);
    expect(few.randomEffect.sigma).toBeGreaterThan(0.3);
    expect(few.tests.likelihoodRatio?.df).toBe(3);
    expect(few.tests.score).toBeNull();
  });
});

it("a model without terms that even the most nodes cannot integrate is named", () => {
  // One man in three is always a one, the others never but once in a while: σ without the terms is above 5.
  const periods = 12;
  const rows = 60 * periods;
  const group = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / periods));
  const always = Float64Array.from(group, (code) => Number(code % 3 === 0));
  const outcome = always.map((one, row) => (row % 211 === 0 ? 1 - one : one));
  const matrix = { rows, intercept: true, numeric: [{ name: "always", values: always }], factors: [] };
  const fit = fitRandomEffects(matrix, outcome, group);
  expect(fit.logLikelihoodNull).not.toBeNull();
  expect(fit.warnings.map(({ code }) => code)).toContain("quadrature-too-coarse");
  expect(fit.warnings.at(-1)?.message).toContain("without terms");
});
