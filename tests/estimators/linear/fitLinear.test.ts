import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLinear, type LinearOptions } from "../../../estimators/linear/fitLinear.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { loadData } from "../probit/referenceData.ts";

/** What R made of it: see tests/reference/linear/linear.R. */
interface Reference {
  readonly terms: string[];
  readonly estimate: number[];
  readonly stdError: number[];
  readonly logLikelihood: number;
  readonly residualStdError: number;
  readonly residualDegreesOfFreedom: number;
  readonly rSquared: number;
  readonly withinRSquared: number;
  readonly HC0: number[];
  readonly HC1: number[];
  readonly clusters: number;
  readonly clusterHC0: number[];
  readonly clusterFull: number[];
  readonly clusterNested: number[];
  readonly wald: number;
  readonly waldNested: number;
}

type Name = "plain" | "oneWay" | "twoWay" | "coarse" | "crossed" | "unbalanced" | "weighted" | "threeWay";

interface Case {
  readonly matrix: ModelMatrix;
  readonly outcome: ArrayLike<number>;
  readonly options: LinearOptions;
  readonly cluster: ArrayLike<number>;
}

function read(file: string): string {
  return readFileSync(new URL(`../../reference/linear/${file}`, import.meta.url), "utf8");
}

const reference: Record<Name, Reference> = JSON.parse(read("linear.json"));

function table(columns: Record<string, ArrayLike<number>>): ModelMatrix {
  const numeric = Object.entries(columns).map(([name, values]) => ({
    name,
    values: Float64Array.from(values),
  }));
  return { rows: numeric[0].values.length, intercept: true, numeric, factors: [] };
}

function pick(matrix: ModelMatrix, numeric: string[], factors: string[]): ModelMatrix {
  return {
    ...matrix,
    numeric: matrix.numeric.filter(({ name }) => numeric.includes(name)),
    factors: matrix.factors.filter(({ name }) => factors.includes(name)),
  };
}

const birthwt = loadData("birthwt");
const verbal = loadData("verbal");
const males = loadData("males");
const year = males.matrix.factors[0].codes;
const school = males.matrix.numeric.find(({ name }) => name === "school")?.values ?? [];
const union = pick(males.matrix, ["unionLag", "married"], []);

const [header, ...lines] = read("employment.csv")
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const employment = (column: string) =>
  Float64Array.from(lines, (line) => Number(line[header.indexOf(column)]));
const production = table({
  wage: employment("wage"),
  capital: employment("capital"),
  output: employment("output"),
});
const [firm, time, sector] = [employment("firm"), employment("year"), employment("sector")];
const employed = employment("employed");

const cases: Record<Name, Case> = {
  plain: {
    ...birthwt,
    matrix: pick(birthwt.matrix, ["age", "lwt", "smoke"], ["race"]),
    options: {},
    cluster: birthwt.matrix.numeric[0].values,
  },
  oneWay: {
    ...verbal,
    matrix: pick(verbal.matrix, ["self"], ["btype"]),
    options: { absorb: [verbal.group] },
    cluster: verbal.group,
  },
  twoWay: { ...males, matrix: union, options: { absorb: [males.group, year] }, cluster: males.group },
  coarse: { ...males, matrix: union, options: { absorb: [year, males.group] }, cluster: school },
  crossed: { ...males, matrix: union, options: { absorb: [males.group, year] }, cluster: year },
  unbalanced: { matrix: production, outcome: employed, options: { absorb: [firm, time] }, cluster: firm },
  weighted: {
    matrix: production,
    outcome: employed,
    options: { absorb: [firm, time], weights: employment("size") },
    cluster: sector,
  },
  threeWay: {
    matrix: production,
    outcome: employed,
    options: { absorb: [firm, time, sector] },
    cluster: sector,
  },
};

function expectNear(found: ArrayLike<number>, truth: ArrayLike<number>, tolerance: number): void {
  expect(found.length).toBe(truth.length);
  for (let i = 0; i < truth.length; i++) {
    expect(Math.abs(found[i] / truth[i] - 1)).toBeLessThan(tolerance);
  }
}

describe.each(Object.keys(cases) as Name[])("%s: equals lm() with all the dummies", (name) => {
  const { matrix, outcome, options, cluster } = cases[name];
  const truth = reference[name];
  const fitWith = (more: LinearOptions = {}) => fitLinear(matrix, outcome, { ...options, ...more });
  const usual = fitWith();
  const order = usual.terms.map(({ term }) => truth.terms.indexOf(term));
  const inOrder = (values: number[]): number[] => order.map((at) => values[at]);
  const robust = (more: LinearOptions): number[] =>
    fitWith(more).terms.map(({ robustStdError }) => robustStdError ?? Number.NaN);

  it("in estimates and standard errors to 1e-8", () => {
    expect(usual).toMatchObject({
      model: "linear",
      converged: true,
      warnings: [],
      observations: matrix.rows,
    });
    const terms = usual.terms;
    expectNear(
      terms.map(({ estimate }) => estimate),
      inOrder(truth.estimate),
      1e-8,
    );
    expectNear(
      terms.map(({ stdError }) => stdError),
      inOrder(truth.stdError),
      1e-8,
    );
    expect(usual.terms).toHaveLength(truth.terms.length);
  });

  it("in the fit as a whole", () => {
    expect(usual.residualDegreesOfFreedom).toBe(truth.residualDegreesOfFreedom);
    const found = [usual.residualStdError, usual.logLikelihood, usual.rSquared, usual.withinRSquared];
    const { residualStdError, logLikelihood, rSquared, withinRSquared } = truth;
    expectNear(found, [residualStdError, logLikelihood, rSquared, withinRSquared], 1e-8);
  });

  it("in robust and cluster-robust standard errors", () => {
    expectNear(robust({ robust: "HC0" }), inOrder(truth.HC0), 1e-8);
    expectNear(robust({ robust: "HC1" }), inOrder(truth.HC1), 1e-8);
    expectNear(robust({ cluster, robust: "HC0" }), inOrder(truth.clusterHC0), 1e-8);
    expectNear(robust({ cluster, countedEffects: "full" }), inOrder(truth.clusterFull), 1e-8);
    expectNear(robust({ cluster }), inOrder(truth.clusterNested), 1e-8);
    expect(fitWith({ cluster }).robust).toEqual({ type: "HC1", clusters: truth.clusters });
  });
});

describe.each(Object.keys(cases) as Name[])("%s: Wald tests", (name) => {
  it("of all terms but the intercept are those of R, from either covariance", () => {
    const { matrix, outcome, options, cluster } = cases[name];
    const { wald, waldNested } = reference[name];
    const plain = fitLinear(matrix, outcome, options).tests.wald;
    const clustered = fitLinear(matrix, outcome, { ...options, cluster }).tests.wald;
    expectNear([plain?.statistic ?? 0, clustered?.statistic ?? 0], [wald, waldNested], 1e-7);
    expect(plain?.df).toBe(reference[name].terms.filter((term) => term !== "(Intercept)").length);
  });
});

describe("absorbing effects", () => {
  it("is the regression with their dummies, whatever the panel, to rounding", () => {
    const row = fc.record({
      firm: fc.integer({ min: 0, max: 4 }),
      year: fc.integer({ min: 0, max: 3 }),
      x: fc.integer({ min: -20, max: 20 }),
      z: fc.integer({ min: -20, max: 20 }),
      y: fc.integer({ min: 0, max: 1 }),
      weight: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 30, maxLength: 60 }), (rows) => {
        const codes = (of: (r: (typeof rows)[number]) => number) => Uint16Array.from(rows, of);
        const slopes = table({ x: rows.map(({ x }) => x), z: rows.map(({ z }) => z) });
        const outcome = rows.map(({ y }) => y);
        const weights = rows.map(({ weight }) => weight);
        const absorbed = fitLinear(slopes, outcome, {
          absorb: [codes((r) => r.firm), codes((r) => r.year)],
          weights,
          robust: "HC1",
        });
        const levels = ["0", "1", "2", "3", "4"];
        const factors = [
          { name: "firm", codes: codes((r) => r.firm), levels },
          { name: "year", codes: codes((r) => r.year), levels: levels.slice(0, 4) },
        ];
        const dummies = fitLinear({ ...slopes, factors }, outcome, { weights, robust: "HC1" });
        for (const term of absorbed.terms) {
          const same = dummies.terms.find(({ term: name }) => name === term.term);
          expect(Math.abs(term.estimate - (same?.estimate ?? Number.NaN))).toBeLessThan(1e-9);
          // Without a level in the sample lm drops its dummy; degrees of freedom agree all the same.
          const ratio = Math.sqrt(
            dummies.terms.filter(({ estimate }) => !Number.isNaN(estimate)).length /
              (absorbed.absorbedParameters + 2),
          );
          expect(ratio).toBe(1);
          expect(Math.abs(term.stdError - (same?.stdError ?? Number.NaN))).toBeLessThan(1e-9);
          expect(Math.abs((term.robustStdError ?? 0) - (same?.robustStdError ?? Number.NaN))).toBeLessThan(
            1e-9,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it("settles on a long chain of firms and years, each tied to the next by a single firm", () => {
    // Firm f is seen in years f and f + 1 only.
    const chain = 200;
    const firms = Array.from({ length: 2 * chain }, (_, row) => row >> 1);
    const years = firms.map((f, row) => f + (row & 1));
    const x = firms.map((_, row) => Math.sin(row * row));
    const y = firms.map((f, row) => 0.5 * x[row] + Math.cos(f) + years[row] / 7);
    const exact = fitLinear(table({ x }), y, { absorb: [firms, years] });
    // One year more than firms, all tied together: 2 · 200 rows for 200 + 201 − 1 effects.
    expect(exact.absorbedParameters).toBe(400);
    expect(exact.warnings.map(({ code }) => code)).toContain("saturated");
    const twice = fitLinear(
      table({ x: [...x, ...x.map((v, row) => v + Math.sin(3 * row))] }),
      [...y, ...y.map((value, row) => value + Math.cos(5 * row))],
      {
        absorb: [
          [...firms, ...firms],
          [...years, ...years],
        ],
      },
    );
    expect(twice.converged).toBe(true);
    expect(twice.residualDegreesOfFreedom).toBe(399);
  });

  it("counts the parameters of factors in separate components", () => {
    const firms = [1, 1, 2, 2, 3, 3, 4, 4, 1, 3];
    const years = [1, 2, 1, 2, 8, 9, 8, 9, 1, 8];
    const x = firms.map((_, row) => Math.sin(row * 3.1));
    const y = firms.map((_, row) => Math.cos(row * row));
    // 4 + 4 − 2: the firms of years 1 and 2 never meet those of 8 and 9.
    expect(fitLinear(table({ x }), y, { absorb: [firms, years] }).absorbedParameters).toBe(6);
  });
});

describe("what cannot be estimated is named", () => {
  const { group, outcome, matrix } = verbal;

  it("terms that the absorbed effects explain, and the rest is the fit without them", () => {
    const fit = fitLinear(matrix, outcome, { absorb: [group] });
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["collinear", ["anger", "male"]]]);
    expect(fit.converged).toBe(true);
    expect(fit.terms.filter(({ estimate }) => Number.isNaN(estimate)).map(({ term }) => term)).toEqual([
      "anger",
      "male",
    ]);
    const without = fitLinear(pick(matrix, ["self"], ["btype"]), outcome, { absorb: [group] });
    expect(fit.terms.filter(({ estimate }) => !Number.isNaN(estimate))).toEqual(without.terms);
    expect(fit.tests.wald).toEqual(without.tests.wald);
  });

  it("a term that two absorbed factors explain only together", () => {
    const sum = Float64Array.from(firm, (code, row) => Math.sin(code) + 3 * Math.cos(time[row]));
    const numeric = [...production.numeric, { name: "sum", values: sum }];
    const fit = fitLinear({ ...production, numeric }, employed, { absorb: [firm, time] });
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["collinear", ["sum"]]]);
  });

  it("combinations of other terms, levels without rows and constants", () => {
    const x = Float64Array.from({ length: 30 }, (_, i) => Math.sin(i));
    const y = Float64Array.from({ length: 30 }, (_, i) => i % 2);
    const columns = { x, constant: new Float64Array(30).fill(0.1), twice: x.map((v) => 2 * v + 1) };
    const fit = fitLinear(table(columns), y);
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["collinear", ["constant", "twice"]],
    ]);
  });

  it("powers of a year are no combinations of each other: the slopes are those of the centred ones", () => {
    const years = Array.from({ length: 40 }, (_, i) => 1980 + (i % 8));
    const y = years.map((year, i) => (year - 1984) ** 3 / 20 + Math.sin(i));
    const cubicIn = (values: number[]) =>
      fitLinear(table({ t: values, t2: values.map((v) => v ** 2), t3: values.map((v) => v ** 3) }), y);
    const [raw, centred] = [cubicIn(years), cubicIn(years.map((year) => year - 1984))];
    expect(raw.warnings).toEqual([]);
    expect(raw.terms[3].estimate / centred.terms[3].estimate).toBeCloseTo(1, 6);
    expect(raw.terms[3].stdError / centred.terms[3].stdError).toBeCloseTo(1, 6);
    expect(raw.logLikelihood).toBeCloseTo(centred.logLikelihood, 6);
  });

  it("an outcome that the absorbed effects explain, and one without variation", () => {
    const codes = (fit: { warnings: readonly { code: string }[] }) => fit.warnings.map(({ code }) => code);
    const fixed = Float64Array.from(firm, (code) => Math.sin(code));
    expect(codes(fitLinear(production, fixed, { absorb: [firm, time] }))).toEqual(["constant-outcome"]);
    const constant = fitLinear(production, new Float64Array(firm.length).fill(0.3));
    expect(codes(constant)).toEqual(["constant-outcome"]);
    expect(constant.converged).toBe(false);
    expect(constant.tests.wald).toBeNull();
    const { logLikelihood, aic, bic, rSquared, withinRSquared, residualStdError } = constant;
    const numbers = [logLikelihood, aic, bic, rSquared, withinRSquared, residualStdError];
    const ofTerms = constant.terms.flatMap(({ estimate, stdError, pValue }) => [estimate, stdError, pValue]);
    expect([...numbers, ...ofTerms].every(Number.isNaN)).toBe(true);
  });

  it("AIC and BIC are R's, the variance a parameter too", () => {
    const [x, y] = [Array.from({ length: 6 }, (_, i) => i + 1), [1, 3, 2, 5, 4, 7]];
    const plain = fitLinear(table({ x }), y);
    // AIC(lm(y ~ x)) and BIC of it, R 4.2.2.
    expect(plain.aic).toBeCloseTo(21.7121634978674, 10);
    expect(plain.bic).toBeCloseTo(21.0874419055516, 10);
    const weighted = fitLinear(table({ x }), y, { weights: [1, 2, 1, 2, 1, 2] });
    expect(weighted.aic).toBeCloseTo(21.099727704682, 10);
    expect(weighted.bic).toBeCloseTo(20.4750061123661, 10);
  });

  it("one cluster, and as many parameters as rows", () => {
    const one = fitLinear(production, employed, { cluster: new Uint8Array(firm.length) });
    expect(one.warnings.map(({ code }) => code)).toEqual(["one-cluster"]);
    expect(one.terms[1].robustStdError).toBeNaN();
    expect(one.converged).toBe(true);
    const full = fitLinear(table({ x: [1, 2] }), [0, 1]);
    expect(full.warnings.map(({ code }) => code)).toEqual(["saturated"]);
    expect(full.terms[1].estimate).toBeCloseTo(1, 14);
    expect(full.terms[1].stdError).toBeNaN();
  });

  it("columns of another length and cells that are not finite", () => {
    expect(() => fitLinear(production, [1])).toThrow(/outcome has 1 rows/);
    expect(() => fitLinear(production, employed, { absorb: [[1]] })).toThrow(/absorbed factor 0/);
    expect(() => fitLinear(production, employed, { weights: [1] })).toThrow(/weights/);
    expect(() => fitLinear(table({ x: [1, Number.NaN] }), [0, 1])).toThrow(/column x, row 1: NaN/);
  });
});
