import { describe, expect, it } from "vitest";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { fitProbit } from "../../../estimators/probit/fitProbit.ts";
import { normalQuantile } from "../../../numerics/normal.ts";
import { type DataName, loadData, reference } from "./referenceData.ts";

function numericMatrix(
  columns: Record<string, ArrayLike<number>>,
  rows: number,
  intercept = true,
): ModelMatrix {
  const numeric = Object.entries(columns).map(([name, values]) => ({
    name,
    values: Float64Array.from(values),
  }));
  return { rows, intercept, numeric, factors: [] };
}

function factorMatrix(name: string, levels: string[], codes: number[]): ModelMatrix {
  return {
    rows: codes.length,
    intercept: true,
    numeric: [],
    factors: [{ name, levels, codes: Uint16Array.from(codes) }],
  };
}

describe("the probit of a tiny table has a closed form", () => {
  it("with an intercept alone the estimate is Φ⁻¹ of the mean", () => {
    const outcome = [1, 0, 0, 0, 1, 0, 0, 0, 0, 0];
    const fit = fitProbit(numericMatrix({}, 10), outcome);
    expect(fit.converged).toBe(true);
    expect(fit.terms[0].term).toBe("(Intercept)");
    expect(fit.terms[0].estimate).toBeCloseTo(normalQuantile(0.2), 13);
    expect(fit.logLikelihood).toBeCloseTo(2 * Math.log(0.2) + 8 * Math.log(0.8), 13);
    // Observed = expected information in a saturated model: n φ²/(p(1 − p)).
    const density = Math.exp(-(normalQuantile(0.2) ** 2) / 2) / Math.sqrt(2 * Math.PI);
    expect(fit.terms[0].stdError).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 10) / density, 12);
  });

  it("a 2 × 2 table is saturated: each cell's share is its fitted probability", () => {
    const x = [0, 0, 0, 0, 0, 1, 1, 1, 1];
    const outcome = [1, 0, 0, 0, 0, 1, 1, 1, 0];
    const expected = [normalQuantile(1 / 5), normalQuantile(3 / 4) - normalQuantile(1 / 5)];
    for (const matrix of [numericMatrix({ x }, 9), factorMatrix("x", ["no", "yes"], x)]) {
      const fit = fitProbit(matrix, outcome);
      expect(fit.terms[0].estimate).toBeCloseTo(expected[0], 12);
      expect(fit.terms[1].estimate).toBeCloseTo(expected[1], 12);
    }
  });

  it("an offset is subtracted from the intercept", () => {
    const outcome = [1, 1, 0, 0, 0, 1, 0];
    const fit = fitProbit(numericMatrix({}, 7), outcome, { offset: new Float64Array(7).fill(3.25) });
    expect(fit.terms[0].estimate).toBeCloseTo(normalQuantile(3 / 7) - 3.25, 12);
  });

  it("confidence limits are estimate ± Φ⁻¹(½ + level/2) standard errors", () => {
    const fit = fitProbit(numericMatrix({}, 4), [1, 0, 0, 1], { confidenceLevel: 0.9 });
    const { estimate, stdError, confLow, confHigh } = fit.terms[0];
    expect(confHigh - estimate).toBeCloseTo(1.6448536269514722 * stdError, 13);
    expect(confLow + confHigh).toBeCloseTo(2 * estimate, 13);
  });
});

describe("on real data the pooled probit equals R's glm", () => {
  it.each<DataName>(["birthwt", "pima", "bacteria", "verbal", "males"])("%s", (name) => {
    const { matrix, outcome } = loadData(name);
    const truth = reference.pooled[name];
    const fit = fitProbit(matrix, outcome);
    const order = fit.terms.map(({ term }) => truth.terms.indexOf(term));
    expect(fit.converged).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(truth.terms.map((_, i) => i));
    expect(Math.abs(fit.logLikelihood / truth.logLikelihood - 1)).toBeLessThan(1e-12);
    fit.terms.forEach((term, i) => {
      expect(Math.abs(term.estimate / truth.estimate[order[i]] - 1)).toBeLessThan(1e-8);
      expect(Math.abs(term.stdError / truth.stdErrorObserved[order[i]] - 1)).toBeLessThan(1e-7);
      // Two definitions of information: near, never the same.
      expect(Math.abs(term.stdError / truth.stdErrorExpected[order[i]] - 1)).toBeLessThan(0.2);
    });
  });
});

describe("the search", () => {
  const { matrix, outcome } = loadData("pima");
  const usual = fitProbit(matrix, outcome);

  it.each([10, -10, 1000])("comes home from a start of %d in every coefficient", (start) => {
    const far = fitProbit(matrix, outcome, { start: new Float64Array(8).fill(start) });
    expect(far.converged).toBe(true);
    far.terms.forEach((term, i) => {
      expect(Math.abs(term.estimate / usual.terms[i].estimate - 1)).toBeLessThan(1e-9);
    });
  });

  it("does not mind the unit or the origin of a column", () => {
    const numeric = matrix.numeric.map(({ name, values }) => ({
      name,
      values: values.map((v) => 1e6 + v * 1e-3),
    }));
    const moved = fitProbit({ ...matrix, numeric }, outcome);
    expect(moved.converged).toBe(true);
    expect(Math.abs(moved.logLikelihood / usual.logLikelihood - 1)).toBeLessThan(1e-9);
    expect(Math.abs(moved.terms[2].estimate / (1000 * usual.terms[2].estimate) - 1)).toBeLessThan(1e-6);
    expect(Math.abs(moved.terms[2].stdError / (1000 * usual.terms[2].stdError) - 1)).toBeLessThan(1e-6);
  });

  it("with groups finds the same, only sooner", () => {
    const males = loadData("males");
    const plain = fitProbit(males.matrix, males.outcome);
    const grouped = fitProbit(males.matrix, males.outcome, { group: males.group });
    plain.terms.forEach((term, i) => {
      expect(Math.abs(grouped.terms[i].estimate / term.estimate - 1)).toBeLessThan(1e-9);
      expect(Math.abs(grouped.terms[i].stdError / term.stdError - 1)).toBeLessThan(1e-9);
    });
    expect(() => fitProbit(males.matrix, males.outcome, { group: [1] })).toThrow(/group column/);
  });

  it("needs few steps from its own start, also with outcomes of 2 % and counts in the hundreds", () => {
    const rows = 5000;
    const peers = Float64Array.from({ length: rows }, (_, i) => (i * 37) % 400);
    const rare = Uint8Array.from(peers, (count, i) =>
      ((i * 7919) % 10007) / 10007 < 0.005 + count / 15000 ? 1 : 0,
    );
    const fit = fitProbit(numericMatrix({ peers }, rows), rare);
    const share = rare.reduce((sum, y) => sum + y, 0) / rows;
    expect(share).toBeLessThan(0.03);
    expect(fit.converged).toBe(true);
    expect(fit.iterations).toBeLessThanOrEqual(9);
    expect(fit.terms[1].estimate).toBeGreaterThan(0);
  });

  it("says so when it is not given enough steps", () => {
    const fit = fitProbit(matrix, outcome, { maxIterations: 1 });
    expect(fit.converged).toBe(false);
    expect(fit.warnings.map(({ code }) => code)).toEqual(["not-converged"]);
  });
});

describe("what cannot be estimated is named", () => {
  const rows = 40;
  const x = Float64Array.from({ length: rows }, (_, i) => Math.sin(i * 1.7));
  const w = Float64Array.from({ length: rows }, (_, i) => Math.cos(i * 2.3));
  const outcome = Uint8Array.from({ length: rows }, (_, i) => (Math.sin(i * i) > 0 ? 1 : 0));

  it("a column that repeats others is collinear, left out as NaN, and the rest is the fit without it", () => {
    const sum = x.map((value, i) => 2 * value - w[i] + 5);
    const fit = fitProbit(numericMatrix({ x, w, sum }, rows), outcome);
    const without = fitProbit(numericMatrix({ x, w }, rows), outcome);
    expect(fit.converged).toBe(true);
    expect(fit.warnings).toHaveLength(1);
    expect(fit.warnings[0]).toMatchObject({ code: "collinear", terms: ["sum"] });
    expect(fit.terms[3].estimate).toBeNaN();
    expect(fit.terms[3].stdError).toBeNaN();
    expect(fit.terms.slice(0, 3)).toEqual(without.terms);
    expect(fit.logLikelihood).toBe(without.logLikelihood);
  });

  it("a constant column repeats the intercept", () => {
    const fit = fitProbit(numericMatrix({ x, constant: new Float64Array(rows).fill(7) }, rows), outcome);
    expect(fit.warnings[0]).toMatchObject({ code: "collinear", terms: ["constant"] });
    const rounded = Float64Array.from({ length: rows }, (_, i) => (i % 2 === 0 ? 0.3 : 0.1 + 0.2));
    expect(fitProbit(numericMatrix({ x, rounded }, rows), outcome).warnings[0]?.terms).toEqual(["rounded"]);
  });

  it("a factor level without rows is not estimated", () => {
    const codes = Array.from({ length: rows }, (_, i) => (i % 2) * 2);
    const fit = fitProbit(factorMatrix("k", ["a", "b", "c"], codes), outcome);
    expect(fit.warnings[0]).toMatchObject({ code: "empty-category", terms: ["kb"] });
    expect(fit.converged).toBe(true);
    expect(fit.terms[2].estimate).not.toBeNaN();
  });

  it.each([0, 1])("an outcome of %d throughout", (constant) => {
    const fit = fitProbit(numericMatrix({ x }, rows), new Uint8Array(rows).fill(constant));
    expect(fit.converged).toBe(false);
    expect(fit.warnings.map(({ code }) => code)).toEqual(["constant-outcome"]);
    expect(fit.terms.every(({ estimate }) => Number.isNaN(estimate))).toBe(true);
    expect(fit.logLikelihood).toBe(0);
    expect([fit.aic, fit.bic]).toEqual([Number.NaN, Number.NaN]);
  });

  it("no rows at all", () => {
    const fit = fitProbit(numericMatrix({ x: [] }, 0), []);
    expect(fit.warnings.at(-1)?.code).toBe("constant-outcome");
  });

  it("a numeric column that divides the outcomes, and only that column", () => {
    const divided = Uint8Array.from(x, (value) => (value > 0.3 ? 1 : 0));
    const fit = fitProbit(numericMatrix({ w, x }, rows), divided);
    expect(fit.converged).toBe(false);
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["separation", ["x"]]]);
    expect(fit.logLikelihood).toBeGreaterThan(-1e-2);
  });

  it("a dummy whose ones all have outcome 1 (quasi-complete separation)", () => {
    const dummy = outcome.map((y, i) => (y === 1 && i % 3 === 0 ? 1 : 0));
    const fit = fitProbit(numericMatrix({ x, dummy }, rows), outcome);
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["quasi-separation", ["dummy"]]]);
  });

  it.each([
    [0, "kb", ["kb"]],
    [1, "kc", ["kc"]],
    [0, "ka", ["(Intercept)", "kb", "kc"]],
  ])("a factor level in which the outcome is always %d: %s", (value, level, running) => {
    const codes = Array.from({ length: rows }, (_, i) => i % 3);
    const fixed = outcome.map((y, i) => (`k${"abc"[codes[i]]}` === level ? value : y));
    const fit = fitProbit(factorMatrix("k", ["a", "b", "c"], codes), fixed);
    expect(fit.converged).toBe(false);
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["quasi-separation", running]]);
    expect(fit.warnings[0].message).toContain(`k = ${level[1]}`);
  });

  it("a combination of columns none of which divides the outcomes alone", () => {
    const combined = Uint8Array.from(x, (value, i) => (value + w[i] > 0.1 ? 1 : 0));
    const noise = Float64Array.from({ length: rows }, (_, i) => Math.sin(i * 5.1 + 1));
    const fit = fitProbit(numericMatrix({ x, w, noise }, rows), combined);
    expect(fit.converged).toBe(false);
    expect(fit.warnings).toHaveLength(1);
    expect(fit.warnings[0].code).toBe("separation");
    expect(fit.warnings[0].terms).toEqual(expect.arrayContaining(["x", "w"]));
  });

  it("quasi-complete separation by a combination, with rows of both outcomes on the plane", () => {
    // On x = w both outcomes occur; off it x > w decides.
    const a = Float64Array.from({ length: rows }, (_, i) => (i % 5) - 2);
    const b = Float64Array.from({ length: rows }, (_, i) => (i % 4 === 0 ? a[i] : ((i * 3) % 5) - 2));
    const y = Uint8Array.from(a, (value, i) =>
      value > b[i] || (value === b[i] && (i >> 2) % 2 === 0) ? 1 : 0,
    );
    const fit = fitProbit(numericMatrix({ a, b }, rows), y);
    expect(fit.converged).toBe(false);
    expect(fit.warnings.map(({ code }) => code)).toEqual(["quasi-separation"]);
  });

  it("and nothing is named on healthy data", () => {
    expect(fitProbit(numericMatrix({ x, w }, rows), outcome)).toMatchObject({
      converged: true,
      warnings: [],
    });
  });

  it("lengths and values that no model matrix has are refused with row and column", () => {
    expect(() => fitProbit(numericMatrix({ x }, rows), [0, 1])).toThrow(/outcome has 2 rows/);
    expect(() => fitProbit(numericMatrix({ x }, rows), new Uint8Array(rows).fill(2))).toThrow(/row 0: 2/);
    const broken = x.slice();
    broken[3] = Number.NaN;
    expect(() => fitProbit(numericMatrix({ broken }, rows), outcome)).toThrow(/column broken, row 3: NaN/);
    expect(() => fitProbit(numericMatrix({ x }, rows), outcome, { offset: [1] })).toThrow(/offset/);
    expect(() => fitProbit(numericMatrix({ x }, rows), outcome, { start: [1] })).toThrow(/start vector/);
  });
});
