import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { codes, dataOf, estimates } from "./plainDurations.ts";

describe("what cannot be estimated has a name:", () => {
  const stop = [2, 3, 5, 5, 7, 8, 9, 11, 12, 13];
  const event = [1, 0, 1, 1, 1, 1, 0, 1, 1, 1];
  const x = [0.3, 1.2, -0.4, 0.8, 0.1, 1.5, -1.1, 0.6, -0.9, 0.2];

  it("no events", () => {
    const fit = fitCox(dataOf([1, 2], [0, 0], { x: [0, 1] }));
    expect(codes(fit)).toEqual(["no-events"]);
    expect(fit.converged).toBe(false);
    expect(fit.terms[0].estimate).toBeNaN();
    expect(fit.logLikelihood).toBe(0);
  });

  it("a constant column, the others standing as if it were not there", () => {
    const fit = fitCox(dataOf(stop, event, { one: stop.map(() => 0.1), x }));
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["collinear", ["one"]]]);
    expect(fit.warnings[0].message).toMatch(/^one never varies among those at risk/);
    expect(fit.converged).toBe(true);
    expect(fit.terms[0].estimate).toBeNaN();
    expect(fit.terms[1]).toEqual(fitCox(dataOf(stop, event, { x })).terms[0]);
  });

  it("a column constant within strata, or within every risk set", () => {
    const strata = stop.map((_, row) => row % 2);
    const byStratum = fitCox(dataOf(stop, event, { x, group: strata }, { strata }));
    expect(byStratum.warnings.map(({ terms }) => terms)).toEqual([["group"]]);
    // One row a period, as in a panel: what depends on the period alone is in the baseline hazard.
    const start = stop.map((_, row) => Math.floor(row / 5));
    const periodic = dataOf(
      start.map((time) => time + 1),
      event,
      { x, trend: start.map(Math.sqrt) },
      { start },
    );
    expect(fitCox(periodic).warnings.map(({ code, terms }) => [code, terms])).toContainEqual([
      "collinear",
      ["trend"],
    ]);
  });

  it("a linear combination, with the terms it is made of", () => {
    const z = x.map((_, row) => Math.cos(3 * row));
    const w = x.map((_, row) => Math.sin(5 * row));
    const sum = x.map((value, row) => 2 * value - z[row] + 3);
    const fit = fitCox(dataOf(stop, event, { x, w, z, sum }));
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["collinear", ["sum"]]]);
    expect(fit.warnings[0].message).toContain("sum is a linear combination of x and z among those at risk.");
    expect(fit.converged).toBe(true);
    expect(fit.terms[3].estimate).toBeNaN();
    const without = fitCox(dataOf(stop, event, { x, w, z }));
    without.terms.forEach((term, j) => {
      expect(fit.terms[j].estimate).toBeCloseTo(term.estimate, 10);
      expect(fit.terms[j].stdError).toBeCloseTo(term.stdError, 10);
    });
  });

  it("of several dependent terms the last in the order they were asked for, all in one warning", () => {
    const twice = x.map((value) => 2 * value);
    const data = dataOf(stop, event, {
      x,
      twice,
      thrice: x.map((value) => 3 * value),
      one: stop.map(() => 1),
    });
    const { matrix } = data;
    const fit = fitCox({ ...data, matrix: { ...matrix, order: [3, 2, 0, 1] } });
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["collinear", ["one", "x", "twice"]],
    ]);
    expect(fit.warnings[0].message).toContain("x is a linear combination of thrice among those at risk;");
    expect(fit.terms.map(({ estimate }) => Number.isNaN(estimate))).toEqual([true, true, false, true]);
  });

  it("a column that is almost another, with the advice to rescale", () => {
    const near = x.map((value, row) => value + 1e-6 * Math.cos(3 * row));
    const fit = fitCox(dataOf(stop, event, { x, near }));
    expect(codes(fit)).toEqual(["collinear"]);
    expect(fit.warnings[0].message).toMatch(
      /but for \S+e-7 of its size, too little to be told apart: centre/,
    );
  });

  it("a linear combination whatever its weights and rounding", () => {
    const z = x.map((_, row) => Math.cos(3 * row));
    const weight = fc.integer({ min: 1, max: 1000 }).map((part) => part / 7);
    fc.assert(
      fc.property(weight, weight, (ofX, ofZ) => {
        const sum = x.map((value, row) => ofX * value - ofZ * z[row]);
        const fit = fitCox(dataOf(stop, event, { x, z, sum }));
        expect(codes(fit)).toEqual(["collinear"]);
      }),
    );
  });

  it("a group without events: the limit is the fit without its rows", () => {
    const treated = [0, 1, 0, 0, 0, 0, 1, 0, 0, 0];
    const fit = fitCox(dataOf(stop, event, { treated, x }));
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["monotone-likelihood", ["treated"]],
    ]);
    expect(fit.warnings[0].message).toMatch(
      /as treated goes to −∞: .*The log-likelihood and the estimate of x are/,
    );
    expect(fit.converged).toBe(false);
    expect(fit.terms[0].estimate).toBe(Number.NEGATIVE_INFINITY);
    expect(fit.terms[0].stdError).toBe(Number.POSITIVE_INFINITY);
    const others = (values: readonly number[]) => values.filter((_, row) => treated[row] === 0);
    const limit = fitCox(dataOf(others(stop), others(event), { x: others(x) }));
    expect(limit.converged).toBe(true);
    expect(fit.logLikelihood).toBeCloseTo(limit.logLikelihood, 8);
    expect(fit.terms[1].estimate).toBeCloseTo(limit.terms[0].estimate, 8);
    expect(fit.terms[1].stdError).toBeCloseTo(limit.terms[0].stdError, 8);
  });

  it("a reference level without events: all other levels go to infinity together", () => {
    const levels = ["none", "some", "many"];
    const codesOf = [1, 0, 1, 2, 2, 1, 0, 2, 1, 2];
    const data = dataOf(stop, event, { x });
    const factors = [{ name: "level", codes: Uint16Array.from(codesOf), levels }];
    const fit = fitCox({ ...data, matrix: { ...data.matrix, factors } });
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["monotone-likelihood", ["levelsome", "levelmany"]],
    ]);
    expect(estimates(fit).slice(1)).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    const others = (values: readonly number[]) => values.filter((_, row) => codesOf[row] > 0);
    const limit = fitCox(
      dataOf(others(stop), others(event), {
        x: others(x),
        many: others(codesOf).map((code) => Number(code === 2)),
      }),
    );
    expect(fit.terms[0].estimate).toBeCloseTo(limit.terms[0].estimate, 8);
    expect(fit.terms[0].stdError).toBeCloseTo(limit.terms[0].stdError, 8);
    expect(fit.logLikelihood).toBeCloseTo(limit.logLikelihood, 8);
  });

  it("a covariate in the order of the events, however narrow its smallest step", () => {
    const times = stop.map((time, row) => time + row / 100);
    const order = times.map((time, row) => (row === 0 ? 15.0001 - times[1] : 15 - time));
    const fit = fitCox(
      dataOf(
        times,
        times.map(() => 1),
        { order },
      ),
    );
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["monotone-likelihood", ["order"]],
    ]);
    expect(fit.terms[0].estimate).toBe(Number.POSITIVE_INFINITY);
    expect(fit.logLikelihood).toBeGreaterThan(-1e-5);
  });

  it("too few iterations", () => {
    const fit = fitCox(dataOf(stop, event, { x }), { maxIterations: 1 });
    expect(codes(fit)).toEqual(["not-converged"]);
    expect(fit.converged).toBe(false);
    expect(fit.iterations).toBe(1);
  });

  it("a start so far off that nothing can be learned there", () => {
    const data = dataOf([1, 1, 6, 6, 8, 9], [1, 0, 1, 1, 0, 1], { x: [1, 1, 1, 0, 0, 0] });
    const fit = fitCox(data, { start: Float64Array.of(40) });
    expect(codes(fit)).toEqual(["singular-hessian"]);
    expect(fit.converged).toBe(false);
  });

  it("but a large, finite effect is a maximum like any other", () => {
    // The treated fail first, but for one of the others who fails among them.
    const rows = [...Array(40).keys()];
    const treated = rows.map((row) => Number(row < 21 && row !== 10));
    const fit = fitCox(
      dataOf(
        rows.map((row) => row + 1),
        rows.map(() => 1),
        { treated },
      ),
    );
    expect(fit.warnings).toEqual([]);
    expect(fit.terms[0].estimate).toBeGreaterThan(3);
    expect(fit.terms[0].stdError).toBeLessThan(2);
  });
});
